/**
 * `npm run cluster -- up|down|status|proof`: a highly available PostgreSQL with two processes of the service on this
 * machine, as `docs/deploy.md` spreads it over several, and the proof that it loses nothing (docs/cluster.md).
 *
 * Exit 0 well, 1 something is wrong and said, 2 usage.
 */
import { messageOf } from './lib/errors';
import { healthOf, type ClusterMember } from './cluster/health';
import { ADDRESS, folder, nodeName, portsOf, readLayout, SERVICES, type ClusterLayout } from './cluster/layout';
import { down, up } from './cluster/lifecycle';
import { proveCluster } from './cluster/proof';
import { COMMON_FAULTS, FAULT_KINDS, type FaultKind } from './cluster/proof/faults';

const USAGE = `用法：npm run cluster -- up|down|status|proof [--all N]
  up      启动三个 PostgreSQL（Patroni、etcd、HAProxy）和两个服务进程
  status  看谁是主库、复制是不是同步、哪里不好
  down    全部停掉，什么都不留下
  proof   一边报名一边弄坏主库，看有没有丢；--all N 把每一种都做 N 次`;

const ROLES: Record<ClusterMember['role'], string> = {
  primary: '主库',
  synchronous: '同步备库',
  replica: '备库',
  gone: '不在',
};

async function status(layout: ClusterLayout): Promise<number> {
  const { etcd, members, services, faults } = await healthOf(layout);
  const ports = portsOf(layout);
  console.log(`etcd      ${etcd.filter((one) => one).length}/${etcd.length} 个成员正常`);
  for (const { n, role, state, timeline } of members)
    console.log(`${nodeName(n)}     ${ROLES[role]}，${state}，端口 ${ports.postgres(n)}，时间线 ${timeline ?? '?'}`);
  for (const n of SERVICES)
    console.log(
      `服务 ${n}    ${services[n - 1] ? '可以报名' : '不能报名'}，http://${ADDRESS}:${ports.service(n)}/，指标 http://${ADDRESS}:${ports.metrics(n)}/metrics`,
    );
  console.log(`入口      http://${ADDRESS}:${ports.web}/（网页和接口），${ADDRESS}:${ports.primary}（主库）`);
  console.log(`文件      ${folder}`);
  for (const fault of faults) console.log(`✗ ${fault}`);
  return faults.length === 0 ? 0 : 1;
}

const commands: Record<string, () => Promise<number>> = {
  up: async () => status(await up({ isDemo: true })),
  down: async () => {
    console.log((await down()) ? '集群停掉了，什么都没有留下。' : '没有启动过集群。');
    return 0;
  },
  status: () => {
    const layout = readLayout();
    if (layout) return status(layout);
    console.log('没有启动过集群；`npm run cluster -- up` 启动它。');
    return Promise.resolve(1);
  },
};

/** Brings a cluster up for the proof, and takes it down whatever comes of it. */
async function proof(kinds: readonly FaultKind[], times: number): Promise<number> {
  const began = Date.now();
  try {
    const layout = await up({ isDemo: false });
    const { rounds, faults } = await proveCluster(layout, kinds, times, (line) => console.log(line));
    const acknowledged = rounds.reduce((sum, one) => sum + one.acknowledged, 0);
    const minutes = ((Date.now() - began) / 60_000).toFixed(1);
    console.log(`${rounds.length} 次故障，答应了 ${acknowledged} 个报名，${faults.length} 处不对，${minutes} 分钟`);
    return faults.length === 0 ? 0 : 1;
  } finally {
    await down();
  }
}

/** @returns what an order asks for, null where it is none */
function commandOf([name = '', ...rest]: string[]): (() => Promise<number>) | null {
  if (name === 'proof' && rest.length === 0) return () => proof(COMMON_FAULTS, 1);
  const [option, times] = rest;
  if (name === 'proof' && option === '--all' && rest.length === 2 && /^[1-9]\d?$/.test(times ?? ''))
    return () => proof(FAULT_KINDS, Number(times));
  return rest.length === 0 ? (commands[name] ?? null) : null;
}

async function main(words: string[]): Promise<number> {
  const command = commandOf(words);
  if (!command) {
    console.error(USAGE);
    return 2;
  }
  try {
    return await command();
  } catch (error) {
    console.error(messageOf(error));
    return 1;
  }
}

void main(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
