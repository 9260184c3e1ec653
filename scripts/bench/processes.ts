/** The service and its load as processes of their own, built as the service is deployed, so that what is measured is what runs. */
import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import * as v from 'valibot';
import { readJson } from '@yugong/domain/narrow/json';
import { bundle, SERVICE } from '../build-service';
import { root } from '../lib/stale';

/** What `service-load.ts` prints: sign-ups a second, latencies in milliseconds. */
const Load = v.object({ perSecond: v.number(), p50: v.number(), p99: v.number(), failed: v.number() });
export type Load = v.InferOutput<typeof Load>;

/** A number after `--name` on the command line. */
export function option(name: string, fallback: number): number {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? fallback : Number(process.argv[at + 1]);
}

export const benchFolder = path.join(root, 'tests/.out/bench-service');
const OWN = {
  server: 'scripts/bench/service-server.ts',
  load: 'scripts/bench/service-load.ts',
  attack: 'scripts/bench/attack-client.ts',
  served: 'scripts/bench/light/served.ts',
};

/** Builds the service and what measures it. */
export const buildBench = (): Promise<void> => bundle({ ...SERVICE, ...OWN }, benchFolder);

export const startBench = (
  name: keyof typeof OWN | 'main',
  args: string[] = [],
  env: Record<string, string> = {},
): ChildProcess =>
  spawn(process.execPath, [path.join(benchFolder, `${name}.mjs`), ...args], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });

/** The first line of JSON that a process prints with a key, as the schema has it. @throws where it ends before */
export function line<T>(child: ChildProcess, key: string, schema: v.GenericSchema<unknown, T>): Promise<T> {
  return new Promise((resolve, reject) => {
    child.stdout?.on('data', (chunk: Buffer) => {
      for (const text of chunk.toString().split('\n')) {
        if (text.includes(`"${key}"`)) resolve(readJson(schema, text));
      }
    });
    child.once('exit', (code) => reject(new Error(`ended with ${code}`)));
  });
}

interface Asked {
  sessions: number;
  seconds: number;
  perSecond?: number;
  /** Where every answer is written, a line each; nobody who was due is left unanswered then. */
  answersFile?: string;
}

/** Signs people up for so many seconds: as fast as answers come, or at a rate whether or not they do. */
export const measureLoad = (address: string, { sessions, seconds, perSecond = 0, answersFile }: Asked): Promise<Load> =>
  line(
    startBench('load', [address, ...[sessions, seconds, perSecond].map(String), ...(answersFile ? [answersFile] : [])]),
    'perSecond',
    Load,
  );

export const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
export const ratio = (a: number, b: number): number => Math.round((a / b) * 100) / 100;
