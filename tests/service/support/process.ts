/** The service as it is deployed: built, and a process of its own, to be killed, drained and started again. */
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { defined } from '@yugong/domain/narrow';
import { isFresh, root } from '../../../scripts/lib/stale';
import { portOf } from '../../../scripts/lib/port';

let folder: string | undefined;

/** `npm test` has built it; where it isn't as new as its sources, each test file builds its own, some 2 s. */
function built(): string {
  if (folder) return folder;
  if (isFresh('service')) return (folder = path.join(root, 'dist/service'));
  const out = path.join(root, 'tests/.out');
  mkdirSync(out, { recursive: true });
  folder = mkdtempSync(path.join(out, 'service-'));
  process.once('exit', () => rmSync(defined(folder), { recursive: true, force: true }));
  const args = ['--import', 'tsx', 'scripts/build-service.ts', '--to', folder];
  execFileSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
  return folder;
}

export const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const port = portOf(server);
      server.close(() => resolve(port));
    });
  });

export interface Running {
  url: string;
  child: ChildProcess;
  /** What it has printed. */
  output(): string;
  /** Waits for its end and tells how it ended. */
  ended: Promise<number | NodeJS.Signals>;
}

/** Starts the service; resolves when it is ready or over. */
export async function run(env: Record<string, string>): Promise<Running> {
  const port = env.PORT ?? String(await freePort());
  const inherited = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(YUGONG_|DATABASE_URL|NODE_ENV|HOST|PORT)/.test(name)),
  );
  const child = spawn(process.execPath, [path.join(built(), 'main.mjs')], {
    cwd: root,
    env: { ...inherited, ...env, PORT: port } as NodeJS.ProcessEnv,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  let over = false;
  const ended = new Promise<number | NodeJS.Signals>((resolve) =>
    child.once('exit', (code, signal) => {
      over = true;
      resolve(code ?? defined(signal));
    }),
  );
  const url = `http://127.0.0.1:${port}`;
  while (!over) {
    const ready = await fetch(`${url}/readyz`).then(
      (r) => r.ok,
      () => false,
    );
    if (ready) break;
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
  return { url, child, output: () => output, ended };
}

export interface ProcessAnswer {
  status: number;
  body: Record<string, unknown>;
}

/** One request; null where no answer came, and nobody knows what happened. */
export async function sendTo(
  url: string,
  line: string,
  { token, body, key }: { token?: string; body?: unknown; key?: string } = {},
): Promise<ProcessAnswer | null> {
  const [method, address] = line.split(' ') as [string, string];
  try {
    const response = await fetch(url + address, {
      method,
      signal: AbortSignal.timeout(10_000),
      headers: {
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        ...(key ? { 'idempotency-key': key } : {}),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, body: text ? (JSON.parse(text) as Record<string, unknown>) : {} };
  } catch {
    return null;
  }
}
