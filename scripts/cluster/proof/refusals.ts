/** A start of the service that has to be refused. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { root } from '../../lib/stale';

/** A service that starts after all is ended after so many milliseconds. */
const PATIENCE = 15_000;

/** Starts the service for a cluster on a database that isn't right for it. @returns what it says */
export function refusalOf(databaseUrl: string): Promise<string> {
  const data = mkdtempSync(path.join(tmpdir(), 'yugong-refused-'));
  const child = spawn(process.execPath, [path.join(root, 'dist/service/main.mjs')], {
    cwd: data,
    env: { PATH: process.env.PATH, DATABASE_URL: databaseUrl, YUGONG_CLUSTER: '1', YUGONG_DATA: data, PORT: '0' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  const hear = (chunk: Buffer): void => {
    said += chunk.toString();
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  const timer = setTimeout(() => child.kill('SIGKILL'), PATIENCE);
  return new Promise((resolve) =>
    child.once('close', (code) => {
      clearTimeout(timer);
      rmSync(data, { recursive: true, force: true });
      resolve(code === 1 ? said : `it started: ${said}`);
    }),
  );
}
