/** The processes of the cluster: started apart from whoever starts them, found again by their numbers, ended with all they started. */
import { spawn } from 'node:child_process';
import { existsSync, openSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import path from 'node:path';
import { codeOf } from '../lib/errors';
import { dataOf, folder, type NodeNumber } from './layout';
import type { ClusterTools } from './tools';

/** By this variable a process is known as the cluster's: a number alone may be somebody else's by now. */
const MARK = 'YUGONG_CLUSTER_FOLDER';
const pidFile = (name: string): string => path.join(folder, 'run', `${name}.pid`);

/** Starts a program that outlives this one; what it prints goes to `logs/<name>.log`. */
export function start(
  name: string,
  [program, ...args]: [string, ...string[]],
  { env = {}, account }: { env?: Record<string, string>; account?: ClusterTools['account'] } = {},
): void {
  const log = openSync(path.join(folder, 'logs', `${name}.log`), 'a', 0o600);
  const child = spawn(program, args, {
    cwd: folder,
    detached: true,
    stdio: ['ignore', log, log],
    env: { PATH: process.env.PATH, LANG: 'C.UTF-8', HOME: folder, [MARK]: folder, ...env },
    ...(account ?? {}),
  });
  child.unref();
  if (child.pid === undefined) throw new Error(`没能启动 ${program}。`);
  writeFileSync(pidFile(name), String(child.pid));
}

const textOf = (file: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    // It has ended meanwhile, or was never there.
    return '';
  }
};

/** Has it ended, but for its parent's noticing? */
const isOver = (pid: number): boolean => {
  const state = /^\d+ \(.*\) (\w)/.exec(textOf(`/proc/${pid}/stat`).replaceAll('\n', ' '))?.[1];
  return state === undefined || state === 'Z' || state === 'X';
};

/** The number of a running process of the cluster; null where it doesn't run. */
export function pidOf(name: string): number | null {
  const pid = Number(textOf(pidFile(name)));
  const isOurs = pid > 0 && textOf(`/proc/${pid}/environ`).split('\0').includes(`${MARK}=${folder}`);
  return isOurs && !isOver(pid) ? pid : null;
}

/** The number of a server's first process; null where it doesn't run. */
export function postmasterOf(n: NodeNumber): number | null {
  const pid = Number(textOf(path.join(dataOf(n), 'postmaster.pid')).split('\n')[0]);
  return pid > 0 && textOf(`/proc/${pid}/cmdline`).includes(dataOf(n)) && !isOver(pid) ? pid : null;
}

/** The processes that one has started. */
export const childrenOf = (pid: number): number[] =>
  readdirSync('/proc')
    .map(Number)
    .filter(
      (one) => one > 0 && / (\d+) /.exec(textOf(`/proc/${one}/stat`).replace(/^.*\) \w/s, ''))?.[1] === String(pid),
    );

/** What a process calls itself: PostgreSQL's say what each is for. */
export const processTitle = (pid: number): string => textOf(`/proc/${pid}/cmdline`).replaceAll('\0', ' ');

export function signal(pids: readonly number[], name: NodeJS.Signals): void {
  for (const pid of pids) {
    try {
      process.kill(pid, name);
    } catch (error) {
      if (codeOf(error) !== 'ESRCH') throw error;
    }
  }
}

/** Waits until none of them runs. @returns those that still do after `patience` milliseconds */
export async function untilOver(pids: readonly number[], patience: number): Promise<number[]> {
  const until = Date.now() + patience;
  let left = pids.filter((pid) => !isOver(pid));
  while (left.length > 0 && Date.now() < until) {
    await wait(50);
    left = left.filter((pid) => !isOver(pid));
  }
  return left;
}

/** Everything that is a server's: Patroni, what it has started, PostgreSQL and its children. */
export function processesOfNode(n: NodeNumber, name: string): number[] {
  const patroni = pidOf(name);
  const postmaster = postmasterOf(n);
  return [
    ...(patroni === null ? [] : [patroni, ...childrenOf(patroni)]),
    ...(postmaster === null ? [] : [postmaster, ...childrenOf(postmaster)]),
  ];
}

/** Ends processes in order, and whatever doesn't end within `patience` milliseconds at once. */
export async function end(pids: readonly number[], patience: number): Promise<void> {
  // One that was stopped hears nothing until it goes on.
  signal(pids, 'SIGCONT');
  signal(pids, 'SIGTERM');
  const left = await untilOver(pids, patience);
  const all = left.flatMap((pid) => [pid, ...childrenOf(pid)]);
  signal(all, 'SIGKILL');
  await untilOver(all, 5000);
}

/** Gives HAProxy an order by its socket. */
export const order = (socketFile: string, text: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const socket = connect(socketFile, () => socket.end(`${text}\n`));
    socket.on('error', reject);
    socket.on('data', () => undefined);
    socket.on('close', () => resolve());
  });

/** The last thing that a process printed. */
export const lastLine = (name: string): string =>
  textOf(path.join(folder, 'logs', `${name}.log`))
    .trim()
    .split('\n')
    .at(-1) ?? '';

export const forgetPid = (name: string): void => {
  if (existsSync(pidFile(name))) rmSync(pidFile(name));
};
