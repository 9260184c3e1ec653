/**
 * The proof that the cluster loses nothing: people sign up through both processes of the service while the primary is taken
 * away in one way after another. Nothing acknowledged may be missing, nobody has two places, no session is over its
 * capacity, sign-ups go on within 30 s, and no old primary answers once a new one has. Then the same with asynchronous
 * replication, where something has to be lost: a harness that can't see a loss proves nothing.
 */
import { setTimeout as wait } from 'node:timers/promises';
import { healthOf, membersOf } from '../health';
import { ADDRESS, portsOf, SERVICES, type ClusterLayout, type NodeNumber } from '../layout';
import { databaseUrl, startServiceProcess, stopServiceProcess, untilWell } from '../lifecycle';
import { findTools } from '../tools';
import { faultsByKind, type FaultKind } from './faults';
import { query } from './database';
import { SignUpLoad, logInAccounts, longestSilence, makeSessions, processesOf, tallyOf, type Tally } from './load';
import { loseQuorum, refusalOf, restore, upgrade } from './operations';
import { Witness } from './witness';

/** Sign-ups have to go on within so many seconds. */
const GO_ON_WITHIN = 30;
const BEFORE_BREAK = 2500;
/** So many answers after the failover show that sign-ups go on. */
const ENOUGH = 60;
const PATIENCE = 90_000;
/** The cluster is whole again once it was so many times in a row, a second apart. */
const STEADY = 3;

export interface Round extends Tally {
  kind: FaultKind;
  isSynchronous: boolean;
  /** The longest time in which nobody was answered, in seconds. */
  silence: number;
  unanswered: number;
  witnessed: number;
  witnessLost: number;
  byTwo: number;
  from: NodeNumber;
  to: NodeNumber;
}

async function primaryOf(layout: ClusterLayout): Promise<NodeNumber | null> {
  return (await membersOf(layout)).find(({ role }) => role === 'primary')?.n ?? null;
}

/** One way of taking the primary away, under load. */
async function round(
  layout: ClusterLayout,
  kind: FaultKind,
  name: string,
  tokens: readonly string[],
  { isSynchronous }: { isSynchronous: boolean },
): Promise<Round> {
  const { begin, mend, isElsewhere } = faultsByKind(layout, findTools())[kind];
  const sessions = await makeSessions(layout, name);
  const from = await primaryOf(layout);
  if (from === null) throw new Error('没有主库，演练做不了。');
  const witness = await Witness.start(layout, name);
  const load = new SignUpLoad(processesOf(layout), sessions, tokens);
  await wait(BEFORE_BREAK);
  const brokenAt = Date.now();
  await begin(from);
  const to = await untilAnother(layout, from, isElsewhere);
  const wentOn = load.answered.length;
  const until = Date.now() + PATIENCE;
  while (load.answered.length < wentOn + ENOUGH && Date.now() < until) await wait(100);
  await mend(from);
  // Whoever was frozen wakes up and thinks that it is still the primary: the load goes on meanwhile.
  await untilWhole(layout, isSynchronous);
  await load.stop();
  const { written, lost, byTwo } = await witness.stop();
  return {
    kind,
    isSynchronous,
    ...(await tallyOf(layout, sessions, load.answered)),
    silence: longestSilence(load.answered, brokenAt),
    unanswered: load.unanswered,
    witnessed: written,
    witnessLost: lost,
    byTwo,
    from,
    to,
  };
}

/**
 * Waits until both standbys follow the primary, and still do a moment later: one that was the primary runs for a second
 * before it is wound back, and whoever breaks the cluster then breaks two servers of three.
 */
async function untilWhole(layout: ClusterLayout, isSynchronous: boolean): Promise<void> {
  const until = Date.now() + PATIENCE;
  for (let times = 0; times < STEADY; times += 1) {
    if (Date.now() > until) throw new Error(`${PATIENCE / 1000} 秒里两个备库没有都跟上主库。`);
    await untilWell(
      layout,
      ({ members, services }) => areComplete(members, isSynchronous) && services.every((one) => one),
    );
    const streaming = await query<{ n: number }>(
      layout,
      "select count(*)::int as n from pg_stat_replication where state = 'streaming'",
    ).catch(() => []);
    if (streaming[0]?.n !== 2) times = -1;
    await wait(1000);
  }
}

const areComplete = (members: Awaited<ReturnType<typeof membersOf>>, isSynchronous: boolean): boolean =>
  members.every(({ role, timeline }) => role !== 'gone' && timeline === members[0]?.timeline) &&
  members.some(({ role }) => role === 'primary') &&
  (!isSynchronous || members.some(({ role }) => role === 'synchronous'));

async function untilAnother(layout: ClusterLayout, from: NodeNumber, isElsewhere: boolean): Promise<NodeNumber> {
  const until = Date.now() + PATIENCE;
  // A crashed server that comes back by itself is still called the primary until somebody notices.
  if (!isElsewhere) await wait(BEFORE_BREAK);
  for (;;) {
    const to = await primaryOf(layout);
    if (to !== null && (to !== from || !isElsewhere)) return to;
    if (Date.now() > until) throw new Error(`${PATIENCE / 1000} 秒里没有新的主库。`);
    await wait(300);
  }
}

/** What is wrong with a round of a synchronous cluster; empty where it holds. */
export function roundFaults(one: Round): string[] {
  const counts: [number, string][] = [
    [one.lost, '已经答应的报名不见了'],
    [one.doubled, '同一个人有两个报名'],
    [one.oversold, '名额超发'],
    [one.witnessLost, '主库已经答应的写入不见了'],
    [one.byTwo, '旧主库在新主库答应之后还答应了写入'],
  ];
  return [
    ...counts.filter(([count]) => count > 0).map(([count, what]) => `${what}：${count}`),
    ...(one.silence > GO_ON_WITHIN ? [`${one.silence.toFixed(1)} 秒没有人报上名，超过 ${GO_ON_WITHIN} 秒`] : []),
    ...(one.acknowledged < ENOUGH ? [`只有 ${one.acknowledged} 个报名，说明不了什么`] : []),
  ];
}

const isKept = ({ acknowledged, lost, doubled, oversold }: Tally): boolean =>
  acknowledged >= ENOUGH && lost + doubled + oversold === 0;

async function configure(layout: ClusterLayout, isSynchronous: boolean): Promise<void> {
  const primary = await primaryOf(layout);
  const response = await fetch(`http://${ADDRESS}:${portsOf(layout).rest(primary ?? 1)}/config`, {
    method: 'PATCH',
    headers: {
      authorization: `Basic ${Buffer.from(`patroni:${layout.passwords.rest}`).toString('base64')}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify({ synchronous_mode: isSynchronous, synchronous_mode_strict: isSynchronous }),
  });
  if (!response.ok) throw new Error(`configuration: ${response.status}`);
}

async function restartServices(layout: ClusterLayout, isCluster: boolean): Promise<void> {
  for (const n of SERVICES) {
    await stopServiceProcess(n);
    startServiceProcess(n, layout, { isCluster, isDemo: false });
  }
}

export interface Proof {
  rounds: Round[];
  control: Round;
  faults: string[];
}

/** Tries each of `kinds` so many `times`, then the control. @param tell hears of every round when it is over */
export async function proveCluster(
  layout: ClusterLayout,
  kinds: readonly FaultKind[],
  times: number,
  tell: (line: string) => void,
): Promise<Proof> {
  const tools = findTools();
  const faults: string[] = [];
  const rounds: Round[] = [];
  const check = (holds: boolean, what: string): void => {
    tell(`${holds ? '✓' : '✗'} ${what}`);
    if (!holds) faults.push(what);
  };
  const tokens = await logInAccounts(layout);
  const names = faultsByKind(layout, tools);
  for (let time = 1; time <= times; time += 1)
    for (const kind of kinds) {
      const one = await round(layout, kind, `${kind}-${time}`, tokens, { isSynchronous: true });
      rounds.push(one);
      const wrong = roundFaults(one);
      check(wrong.length === 0, `${names[kind].name}：${lineOf(one)}${wrong.map((text) => `；${text}`).join('')}`);
    }

  const upgraded = await upgrade(layout, tokens);
  check(
    isKept(upgraded.verdict) && upgraded.unanswered === 0,
    `一个一个重启服务进程：答应 ${upgraded.verdict.acknowledged}，丢 ${upgraded.verdict.lost}，没有应答 ${upgraded.unanswered}`,
  );
  const back = await restore(layout, tools, tokens);
  check(
    back.before > 0 && back.left === 0 && back.restored === back.before,
    `恢复到误删之前：误删前 ${back.before} 个报名，误删后 ${back.left} 个，恢复出 ${back.restored} 个`,
  );
  const quorum = await loseQuorum(layout, tools, tokens);
  check(
    isKept(quorum.verdict) && quorum.acknowledgedMeanwhile === 0 && quorum.sentence.startsWith('etcd 没有过半数'),
    `etcd 没有过半数：其间答应 ${quorum.acknowledgedMeanwhile}，恢复后一共答应 ${quorum.verdict.acknowledged}，丢 ${quorum.verdict.lost}`,
  );

  const { members } = await healthOf(layout);
  const standby = members.find(({ role }) => role === 'synchronous')?.n ?? 1;
  const replica = await refusalOf(databaseUrl(layout, portsOf(layout).postgres(standby)));
  check(replica.includes('数据库只读'), '服务连到备库时不启动，并说明原因');

  await configure(layout, false);
  await untilWell(layout, (health) => !health.isSynchronous && health.services.every((one) => !one));
  check(true, '集群不再同步时，两个服务进程都不再接受报名');
  const asynchronous = await refusalOf(databaseUrl(layout));
  check(asynchronous.includes('没有同步复制'), '集群没有同步复制时服务不启动，并说明原因');
  await restartServices(layout, false);
  await untilWell(layout, ({ services }) => services.every((one) => one));
  const control = await round(layout, 'behind', 'control', tokens, { isSynchronous: false });
  check(control.lost > 0, `对照（异步复制，${names.behind.name}）：${lineOf(control)}；不同步就会丢，演练看得出来`);
  await configure(layout, true);
  await restartServices(layout, true);
  await untilWell(layout);
  return { rounds, control, faults };
}

const lineOf = (one: Round): string =>
  `node${one.from} → node${one.to}，答应 ${one.acknowledged}，丢 ${one.lost}，重复 ${one.doubled}，超发 ${one.oversold}，` +
  `最长 ${one.silence.toFixed(1)} 秒没有应答，重问 ${one.unanswered}，直接写入 ${one.witnessed} 丢 ${one.witnessLost}、两主 ${one.byTwo}`;
