/** Runs the project's tools as child processes, with the output where a person wants it. */
import { spawn } from 'node:child_process';
import { root } from './stale';

export interface Ran {
  code: number;
  /** What it printed, where it was not shown. */
  output: string;
  seconds: number;
}

/** Runs `node args…` in the repository or in another folder; `show` passes its output on as it comes. */
export function runNode(
  args: string[],
  { show = false, env = {}, cwd = root }: { show?: boolean; env?: Record<string, string>; cwd?: string } = {},
): Promise<Ran> {
  const started = Date.now();
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', show ? 'inherit' : 'pipe', show ? 'inherit' : 'pipe'],
    });
    let output = '';
    child.stdout?.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr?.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.on('close', (code) => resolve({ code: code ?? 1, output, seconds: (Date.now() - started) / 1000 }));
  });
}

/** A TypeScript file of this repository as arguments for node. */
export const script = (file: string, ...args: string[]): string[] => ['--import', 'tsx', file, ...args];
