/** A real PostgreSQL for a test file. */
import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Client } from 'pg';

export interface Postgres {
  port: number;
  dataDir: string;
  /** A fresh, empty database. */
  database(): Promise<string>;
  /** SIGKILL to the postmaster, in the middle of whatever it does. */
  kill(): Promise<void>;
  /** Starts it again on the same data and port. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

const loader = path.resolve(__dirname, '../../../node_modules/tsx/dist/loader.mjs');

export async function startPostgres(): Promise<Postgres> {
  const folder = mkdtempSync(path.join(tmpdir(), 'yugong-pg-'));
  // The server runs as another user where the tests run as root.
  chmodSync(folder, 0o755);
  const dataDir = path.join(folder, 'data');
  const child = spawn(process.execPath, ['--import', loader, path.join(__dirname, 'postgres-server.ts'), dataDir], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const port = await portOf(child);
  const url = (name: string): string => `postgres://yugong:yugong@127.0.0.1:${port}/${name}`;
  let serial = 0;
  const order = (name: 'kill' | 'restart'): Promise<void> =>
    new Promise((resolve) => {
      const listen = (chunk: Buffer): void => {
        if (!chunk.toString().includes(`"done":"${name}"`)) return;
        child.stdout?.off('data', listen);
        resolve();
      };
      child.stdout?.on('data', listen);
      child.stdin?.write(`${name}\n`);
    });
  return {
    port,
    dataDir,
    database: async () => {
      const name = `test_${(serial += 1)}`;
      const admin = new Client({ connectionString: url('postgres') });
      await admin.connect();
      await admin.query(`create database ${name}`);
      await admin.end();
      return url(name);
    },
    kill: () => order('kill'),
    restart: () => order('restart'),
    stop: async () => {
      const gone = new Promise((resolve) => child.once('exit', resolve));
      child.stdin?.end();
      // A server that will not stop must not hold up the tests.
      setTimeout(() => child.kill('SIGKILL'), 15_000).unref();
      await gone;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const portOf = (child: ChildProcess): Promise<number> =>
  new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`PostgreSQL did not start: ${code}`)));
    child.stdout?.on('data', (chunk: Buffer) => {
      const port = /"port":(\d+)/.exec(chunk.toString())?.[1];
      if (port) resolve(Number(port));
    });
  });
