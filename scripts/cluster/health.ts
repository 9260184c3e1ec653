/** How the cluster is, asked of itself: who is primary, who has what it acknowledged, and what is wrong, a sentence each. */
import * as v from 'valibot';
import { readJson } from '@yugong/domain/narrow/json';
import { ADDRESS, nodeName, NUMBERS, portsOf, SERVICES, type ClusterLayout, type NodeNumber } from './layout';

/** Longer than etcd takes to find out that it has no majority. */
const PATIENCE = 6000;

const Members = v.object({
  members: v.array(
    v.object({ name: v.string(), role: v.string(), state: v.string(), timeline: v.optional(v.number()) }),
  ),
});
const Configuration = v.object({
  synchronous_mode: v.optional(v.boolean(), false),
  synchronous_mode_strict: v.optional(v.boolean(), false),
});
const EtcdHealth = v.object({ health: v.string() });

export interface ClusterMember {
  n: NodeNumber;
  role: 'primary' | 'synchronous' | 'replica' | 'gone';
  state: string;
  timeline: number | undefined;
}

export interface Health {
  /** Which etcd members answer that a majority agrees. */
  etcd: boolean[];
  members: ClusterMember[];
  isSynchronous: boolean;
  /** Which of the service's processes would take a sign-up. */
  services: boolean[];
  /** What is wrong; empty where everything is as it should be. */
  faults: string[];
}

async function ask(url: string): Promise<string | null> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(PATIENCE) });
    return response.ok ? await response.text() : null;
  } catch {
    return null;
  }
}

const ROLES: Record<string, ClusterMember['role']> = {
  leader: 'primary',
  sync_standby: 'synchronous',
  replica: 'replica',
};

/** The first server's answer about all of them; a server that is down doesn't answer. */
async function firstAnswer(layout: ClusterLayout, path: string): Promise<string | null> {
  for (const n of NUMBERS) {
    const answer = await ask(`http://${ADDRESS}:${portsOf(layout).rest(n)}${path}`);
    if (answer !== null) return answer;
  }
  return null;
}

export async function membersOf(layout: ClusterLayout): Promise<ClusterMember[]> {
  const answer = await firstAnswer(layout, '/cluster');
  const listed = answer === null ? [] : readJson(Members, answer).members;
  return NUMBERS.map((n) => {
    const one = listed.find(({ name }) => name === nodeName(n));
    const isUp = one?.state === 'running' || one?.state === 'streaming';
    return {
      n,
      role: isUp ? (ROLES[one.role] ?? 'gone') : 'gone',
      state: one?.state ?? 'no answer',
      timeline: one?.timeline,
    };
  });
}

export async function isSynchronous(layout: ClusterLayout): Promise<boolean> {
  const answer = await firstAnswer(layout, '/config');
  if (answer === null) return false;
  const { synchronous_mode, synchronous_mode_strict } = readJson(Configuration, answer);
  return synchronous_mode && synchronous_mode_strict;
}

/** Does etcd answer on a port, a member's own or the link of a server, that a majority agrees? */
async function hasQuorum(port: number): Promise<boolean> {
  const answer = await ask(`http://${ADDRESS}:${port}/health`);
  return answer !== null && readJson(EtcdHealth, answer).health === 'true';
}

/** Can every server reach etcd by its link? */
export const areLinked = async (layout: ClusterLayout): Promise<boolean> =>
  (await Promise.all(NUMBERS.map((n) => hasQuorum(portsOf(layout).etcdLink(n))))).every((one) => one);

export async function healthOf(layout: ClusterLayout): Promise<Health> {
  const ports = portsOf(layout);
  const [etcd, members, synchronous, services] = await Promise.all([
    Promise.all(NUMBERS.map((n) => hasQuorum(ports.etcd(n)))),
    membersOf(layout),
    isSynchronous(layout),
    Promise.all(SERVICES.map(async (n) => (await ask(`http://${ADDRESS}:${ports.service(n)}/readyz`)) !== null)),
  ]);
  return {
    etcd,
    members,
    isSynchronous: synchronous,
    services,
    faults: clusterFaults({ etcd, members, isSynchronous: synchronous, services }),
  };
}

/** What is wrong with a cluster and what follows from it, the cause before what it causes. */
export function clusterFaults({ etcd, members, isSynchronous, services }: Omit<Health, 'faults'>): string[] {
  const faults: string[] = [];
  const agreeing = etcd.filter((one) => one).length;
  if (agreeing === 0) {
    faults.push(
      'etcd 没有过半数的成员能商量，谁是主库定不下来，所以现在没有主库、不能报名；请先把 etcd 的成员启动起来。',
    );
    return faults;
  }
  if (agreeing < etcd.length) faults.push(`etcd 有 ${etcd.length - agreeing} 个成员没有应答；再坏一个就不能报名了。`);
  if (!isSynchronous)
    faults.push(
      '集群没有同步复制，主库一坏就会丢掉已经答应的报名；请打开 synchronous_mode 和 synchronous_mode_strict。',
    );
  if (!members.some(({ role }) => role === 'primary')) faults.push('现在没有主库，不能报名；正在选新的。');
  else if (isSynchronous && !members.some(({ role }) => role === 'synchronous'))
    faults.push('没有同步的备库，写入都在等它；请把停了的数据库启动起来。');
  for (const { n, role, state } of members) if (role === 'gone') faults.push(`${nodeName(n)} 没有在运行（${state}）。`);
  for (const [at, isReady] of services.entries())
    if (!isReady) faults.push(`服务进程 ${at + 1} 现在不能报名（/readyz 没有说好）。`);
  return faults;
}
