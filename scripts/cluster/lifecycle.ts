/** Brings a cluster up on this machine and takes it down again, with everything it made. */
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { runNode, script } from '../lib/run';
import { root } from '../lib/stale';
import { areLinked, healthOf, type Health } from './health';
import {
  ADDRESS,
  folder,
  makeLayout,
  nodeName,
  NUMBERS,
  portsOf,
  readLayout,
  SERVICES,
  type ClusterLayout,
  type NodeNumber,
  type ServiceNumber,
} from './layout';
import { end, forgetPid, lastLine, pidOf, processesOfNode, start } from './processes';
import { findTools, type ClusterTools } from './tools';

const UP_WITHIN = 180_000;
/** How long a process may take to end in order, in milliseconds: PostgreSQL writes a checkpoint, the service answers. */
const PATIENCE = 20_000;

export const serviceName = (n: ServiceNumber): string => `service${n}`;

/** The database as the service reaches it: whichever server is the primary. */
export const databaseUrl = (layout: ClusterLayout, port = portsOf(layout).primary): string =>
  `postgres://yugong:${layout.passwords.service}@${ADDRESS}:${port}/yugong`;

export const startEtcd = (n: NodeNumber, tools: ClusterTools): void =>
  start(`etcd${n}`, [tools.etcd, '--config-file', path.join(folder, `etcd${n}.yml`)], { account: tools.account });

export const startNode = (n: NodeNumber, layout: ClusterLayout, tools: ClusterTools): void =>
  start(nodeName(n), [tools.patroni, path.join(folder, `${nodeName(n)}.yml`)], {
    account: tools.account,
    // The link is no member of etcd's, and the members that etcd names would lead around it.
    env: { PATRONI_ETCD_USE_PROXIES: 'true', YUGONG_DB_PASSWORD: layout.passwords.service },
  });

export interface ServiceSettings {
  /** Does it refuse a cluster that isn't synchronous? */
  isCluster: boolean;
  isDemo: boolean;
}

export function startServiceProcess(
  n: ServiceNumber,
  layout: ClusterLayout,
  { isCluster, isDemo }: ServiceSettings,
): void {
  const ports = portsOf(layout);
  const data = path.join(folder, 'service', String(n));
  mkdirSync(data, { recursive: true });
  start(serviceName(n), [process.execPath, path.join(root, 'dist/service/main.mjs')], {
    env: {
      DATABASE_URL: databaseUrl(layout),
      YUGONG_SECRET: layout.secret,
      YUGONG_DATA: data,
      HOST: ADDRESS,
      PORT: String(ports.service(n)),
      YUGONG_METRICS_PORT: String(ports.metrics(n)),
      ...(isCluster ? { YUGONG_CLUSTER: '1' } : {}),
      ...(isDemo ? {} : { YUGONG_DEMO: '0' }),
    },
  });
}

export async function stopServiceProcess(n: ServiceNumber): Promise<void> {
  const pid = pidOf(serviceName(n));
  if (pid !== null) await end([pid], PATIENCE);
}

/**
 * Waits until the cluster is as `isWell` wants it.
 *
 * @param names processes that have to run meanwhile
 * @throws Error with what is wrong, where that takes too long or one of them ends
 */
export async function untilWell(
  layout: ClusterLayout,
  isWell: (health: Health) => boolean = ({ faults }) => faults.length === 0,
  names: readonly string[] = [],
  patience = UP_WITHIN,
): Promise<Health> {
  const until = Date.now() + patience;
  for (;;) {
    const health = await healthOf(layout);
    if (isWell(health)) return health;
    for (const name of names) if (pidOf(name) === null) throw new Error(`${name} 没能启动：${lastLine(name)}`);
    if (Date.now() > until) throw new Error(`集群 ${patience / 1000} 秒里没有好起来：${health.faults.join(' ')}`);
    await wait(500);
  }
}

/** @throws Error with what to do, where one is up already, a program is missing or it doesn't come up */
export async function up({ isDemo }: { isDemo: boolean }): Promise<ClusterLayout> {
  if (readLayout()) throw new Error('集群已经启动了；`npm run cluster -- status` 看它怎么样，`-- down` 停掉它。');
  const tools = findTools();
  const built = await runNode(script('scripts/build-service.ts', '--if-stale'), { show: true });
  if (built.code !== 0) throw new Error('后台服务没有构建成功。');
  const layout = await makeLayout(tools);
  for (const n of NUMBERS) startEtcd(n, tools);
  const haproxy = (name: string, file: string): void =>
    start(name, [tools.haproxy, '-db', '-f', path.join(folder, file)], { account: tools.account });
  haproxy('links', 'links.cfg');
  haproxy('haproxy', 'haproxy.cfg');
  const names = ['links', 'haproxy', ...NUMBERS.map((n) => `etcd${n}`)];
  await untilWell(layout, ({ etcd }) => etcd.every((one) => one), names);
  // Patroni gives up where its first question to etcd isn't answered.
  while (!(await areLinked(layout))) await wait(200);
  for (const n of NUMBERS) startNode(n, layout, tools);
  names.push(...NUMBERS.map(nodeName));
  await untilWell(layout, ({ members }) => hasAll(members), names);
  for (const n of SERVICES) startServiceProcess(n, layout, { isCluster: true, isDemo });
  names.push(...SERVICES.map(serviceName));
  return untilWell(layout, undefined, names).then(() => layout);
}

/** A primary, a standby that has what it acknowledged, and nobody missing. */
const hasAll = (members: Health['members']): boolean =>
  members.every(({ role }) => role !== 'gone') &&
  members.some(({ role }) => role === 'primary') &&
  members.some(({ role }) => role === 'synchronous');

/** Ends every process that `up` started and takes its folder away. @returns false where nothing was up */
export async function down(): Promise<boolean> {
  if (!existsSync(folder)) return false;
  const run = path.join(folder, 'run');
  const names = existsSync(run) ? readdirSync(run).map((file) => file.replace(/\.pid$/, '')) : [];
  const others = names.filter((name) => !/^(node|etcd)\d$/.test(name));
  // Whoever asks goes before who is asked, so that each ends in order.
  await endAll(others.filter((name) => name.startsWith('service')));
  // A primary waits for its standby to have everything before it ends, so the servers end together.
  const servers = NUMBERS.flatMap((n) => processesOfNode(n, nodeName(n)));
  const patronis = NUMBERS.map((n) => pidOf(nodeName(n))).filter((pid) => pid !== null);
  await end(patronis, PATIENCE);
  await end(servers, PATIENCE);
  await endAll(names.filter((name) => name.startsWith('etcd')));
  await endAll(others);
  for (const name of names) forgetPid(name);
  rmSync(folder, { recursive: true, force: true });
  return true;
}

const endAll = (names: string[]): Promise<void> =>
  end(
    names.map((name) => pidOf(name)).filter((pid) => pid !== null),
    PATIENCE,
  );
