/** What operators do and what they meet besides a lost primary: an etcd without majority, an upgrade, a restore to a point in time, a start that is refused. */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import path from 'node:path';
import { root } from '../../lib/stale';
import { membersOf } from '../health';
import {
  ADDRESS,
  archive,
  folder,
  frontSocket,
  NUMBERS,
  portsOf,
  SERVICES,
  type ClusterLayout,
  type NodeNumber,
} from '../layout';
import { serviceName, startEtcd, startServiceProcess, stopServiceProcess, untilWell } from '../lifecycle';
import { end, order, pidOf, signal, start, untilOver } from '../processes';
import type { ClusterTools } from '../tools';
import { administrator, query } from './database';
import { frontOf, SignUpLoad, makeSessions, processesOf, tallyOf, type Tally } from './load';

const UNDER_LOAD = 2500;
const PATIENCE = 60_000;

/**
 * Two of three etcd members are killed under load: nobody may be primary, nothing is acknowledged, and `status` says why.
 *
 * @returns what the load came to once they are back, and what was wrong meanwhile
 */
export async function loseQuorum(
  layout: ClusterLayout,
  tools: ClusterTools,
  tokens: readonly string[],
): Promise<{ verdict: Tally; sentence: string; acknowledgedMeanwhile: number }> {
  const sessions = await makeSessions(layout, 'quorum');
  const load = new SignUpLoad(processesOf(layout), sessions, tokens);
  await wait(UNDER_LOAD);
  const gone: readonly NodeNumber[] = [2, 3];
  const pids = gone.map((n) => pidOf(`etcd${n}`)).filter((pid) => pid !== null);
  signal(pids, 'SIGKILL');
  await untilOver(pids, PATIENCE);
  const health = await untilWell(layout, ({ etcd, services }) => !etcd.includes(true) && !services.includes(true));
  const before = load.answered.length;
  await wait(2 * UNDER_LOAD);
  const acknowledgedMeanwhile = load.answered.length - before;
  for (const n of gone) startEtcd(n, tools);
  await untilWell(layout);
  await load.stop();
  return {
    verdict: await tallyOf(layout, sessions, load.answered),
    sentence: health.faults.join(' '),
    acknowledgedMeanwhile,
  };
}

/**
 * The service's processes are stopped and started one after the other, as for a new release, while people sign up through
 * the common address.
 *
 * @returns what the load came to, and how many requests got no answer, or none that tells what happened
 */
export async function upgrade(
  layout: ClusterLayout,
  tokens: readonly string[],
): Promise<{ verdict: Tally; unanswered: number }> {
  const sessions = await makeSessions(layout, 'upgrade');
  const load = new SignUpLoad([frontOf(layout)], sessions, tokens);
  await wait(UNDER_LOAD);
  for (const n of SERVICES) {
    await order(frontSocket, `set server web/service${n} state drain`);
    await stopServiceProcess(n);
    startServiceProcess(n, layout, { isCluster: true, isDemo: false });
    await untilWell(layout, ({ services }) => services[n - 1] === true, [serviceName(n)]);
    await order(frontSocket, `set server web/service${n} state ready`);
    await wait(UNDER_LOAD);
  }
  await load.stop();
  return { verdict: await tallyOf(layout, sessions, load.answered), unanswered: load.unanswered };
}

/** Runs a program to its end as the databases' account. @throws Error with what it said, where it fails */
function runAs(
  tools: ClusterTools,
  [program, ...args]: [string, ...string[]],
  env: Record<string, string>,
): Promise<void> {
  const child = spawn(program, args, {
    cwd: folder,
    env: { PATH: process.env.PATH, ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
    ...(tools.account ?? {}),
  });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => (code === 0 ? resolve() : reject(new Error(`${path.basename(program)}: ${said}`))));
  });
}

async function until(holds: () => Promise<boolean> | boolean, what: string): Promise<void> {
  const deadline = Date.now() + PATIENCE;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error(`${PATIENCE / 1000} 秒里没有等到：${what}`);
    await wait(200);
  }
}

/**
 * A base copy and the archived log bring back a moment before a mistake, beside the running cluster, as docs/runbook.md
 * does it.
 *
 * @returns how many sign-ups there were at that moment, how many the mistake left, and how many the restored server has
 */
export async function restore(
  layout: ClusterLayout,
  tools: ClusterTools,
  tokens: readonly string[],
): Promise<{ before: number; left: number; restored: number }> {
  const ports = portsOf(layout);
  const base = path.join(folder, 'restore', 'data');
  const copy: [string, ...string[]] = [path.join(tools.postgres, 'pg_basebackup'), '-h', ADDRESS, '-U', 'replicator'];
  await runAs(tools, [...copy, '-p', String(ports.primary), '-D', base, '-X', 'stream', '-c', 'fast'], {
    PGPASSWORD: layout.passwords.replication,
  });
  const sessions = await makeSessions(layout, 'restore');
  const load = new SignUpLoad(processesOf(layout), sessions, tokens);
  await wait(UNDER_LOAD);
  await load.stop();
  const count = async (port = ports.primary): Promise<number> => {
    const text = 'select count(*)::int as n from registrations where session_id = any($1)';
    return (await query<{ n: number }>(layout, text, [sessions], port))[0]?.n ?? 0;
  };
  const before = await count();
  const [moment] = await query<{ at: string }>(layout, 'select clock_timestamp()::text as at');
  await wait(1000);
  await query(layout, 'delete from registrations where session_id = any($1)', [sessions]);
  const left = await count();
  const primary = (await membersOf(layout)).find(({ role }) => role === 'primary')?.n ?? NUMBERS[0];
  const admin = await administrator(layout, ports.postgres(primary));
  const { rows } = await admin.query<{ file: string }>('select pg_walfile_name(pg_switch_wal()) as file');
  await admin.end();
  const last = rows[0]?.file ?? '';
  await until(() => existsSync(path.join(archive, last)), `${last} 归档`);
  writeFileSync(path.join(base, 'recovery.signal'), '');
  // Of its own: Patroni's, which came with the copy, empties the recovery targets, and PostgreSQL counts an empty one.
  const settings = {
    port: ports.restored,
    listen_addresses: ADDRESS,
    unix_socket_directories: path.join(folder, 'restore'),
    // Recovery wants no fewer than the primary had.
    max_connections: 100,
    max_wal_senders: 8,
    restore_command: `cp ${archive}/%f %p`,
    recovery_target_time: moment?.at ?? '',
    recovery_target_action: 'promote',
  };
  const configuration = path.join(base, 'restore.conf');
  writeFileSync(
    configuration,
    Object.entries(settings)
      .map(([name, value]) => `${name} = '${value}'\n`)
      .join(''),
  );
  start('restored', [path.join(tools.postgres, 'postgres'), '-D', base, '-c', `config_file=${configuration}`], {
    account: tools.account,
  });
  await until(async () => {
    const answer = await query<{ standby: boolean }>(
      layout,
      'select pg_is_in_recovery() as standby',
      [],
      ports.restored,
    ).catch(() => []);
    return answer[0]?.standby === false;
  }, '恢复出来的数据库启动');
  const restored = await count(ports.restored);
  const pid = pidOf('restored');
  if (pid !== null) await end([pid], PATIENCE);
  return { before, left, restored };
}

/** A service that starts after all is ended after so many milliseconds. */
const START_WITHIN = 15_000;

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
  const timer = setTimeout(() => child.kill('SIGKILL'), START_WITHIN);
  return new Promise((resolve) =>
    child.once('close', (code) => {
      clearTimeout(timer);
      rmSync(data, { recursive: true, force: true });
      resolve(code === 1 ? said : `it started: ${said}`);
    }),
  );
}
