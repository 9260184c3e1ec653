/** The ways in which a primary is taken away, and how each is mended. */
import { setTimeout as wait } from 'node:timers/promises';
import { membersOf } from '../health';
import { ADDRESS, linksSocket, nodeName, NUMBERS, portsOf, type ClusterLayout, type NodeNumber } from '../layout';
import { startNode } from '../lifecycle';
import { childrenOf, order, pidOf, postmasterOf, processesOfNode, signal, processTitle, untilOver } from '../processes';
import type { ClusterTools } from '../tools';

export interface Fault {
  /** What it is called in the report. */
  name: string;
  /** Is another server the primary afterwards, whatever happens? A crash may be over before anybody notices. */
  isElsewhere: boolean;
  /** Takes the primary away. */
  begin(primary: NodeNumber): Promise<void>;
  /** Lets it come back, after another has taken over. */
  mend(primary: NodeNumber): Promise<void>;
}

/** How long the standbys are kept from hearing anything before a primary is killed. */
const BEHIND = 2000;

async function kill(n: NodeNumber): Promise<void> {
  const pids = processesOfNode(n, nodeName(n));
  signal(pids, 'SIGKILL');
  await untilOver(pids, 5000);
}

const walSenders = (n: NodeNumber): number[] => {
  const postmaster = postmasterOf(n);
  return postmaster === null ? [] : childrenOf(postmaster).filter((pid) => processTitle(pid).includes('walsender'));
};

const nothing = (): Promise<void> => Promise.resolve();

export const FAULT_KINDS = ['kill', 'freeze', 'cut', 'switchover', 'crash', 'freeze-patroni', 'behind'] as const;
export type FaultKind = (typeof FAULT_KINDS)[number];
/** What CI tries; the others are variants of these. */
export const COMMON_FAULTS: readonly FaultKind[] = ['kill', 'freeze', 'cut', 'switchover'];

export function faultsByKind(layout: ClusterLayout, tools: ClusterTools): Record<FaultKind, Fault> {
  const startAgain = (n: NodeNumber): Promise<void> => {
    startNode(n, layout, tools);
    return Promise.resolve();
  };
  const signalAll = (n: NodeNumber, name: NodeJS.Signals): Promise<void> => {
    signal(processesOfNode(n, nodeName(n)), name);
    return Promise.resolve();
  };
  const signalPatroni = (n: NodeNumber, name: NodeJS.Signals): Promise<void> => {
    const patroni = pidOf(nodeName(n));
    if (patroni === null) throw new Error(`${nodeName(n)}: Patroni doesn't run`);
    signal([patroni], name);
    return Promise.resolve();
  };
  return {
    kill: { name: '主库整个 kill -9', isElsewhere: true, begin: kill, mend: startAgain },
    freeze: {
      name: '主库整个冻住（SIGSTOP）',
      isElsewhere: true,
      begin: (n) => signalAll(n, 'SIGSTOP'),
      mend: (n) => signalAll(n, 'SIGCONT'),
    },
    cut: {
      name: '主库和 etcd 断开',
      isElsewhere: true,
      begin: async (n) => {
        await order(linksSocket, `disable frontend link${n}`);
        for (const one of NUMBERS)
          await order(linksSocket, `shutdown sessions server etcd-of-${nodeName(n)}/etcd${one}`);
      },
      mend: (n) => order(linksSocket, `enable frontend link${n}`),
    },
    switchover: {
      name: '按命令换主库',
      isElsewhere: true,
      begin: async (n) => {
        const candidate = (await membersOf(layout)).find(({ role }) => role === 'synchronous');
        const response = await fetch(`http://${ADDRESS}:${portsOf(layout).rest(n)}/switchover`, {
          method: 'POST',
          headers: {
            authorization: `Basic ${Buffer.from(`patroni:${layout.passwords.rest}`).toString('base64')}`,
            'content-type': 'application/json',
          },
          body: JSON.stringify({ leader: nodeName(n), candidate: candidate && nodeName(candidate.n) }),
        });
        if (!response.ok) throw new Error(`switchover: ${response.status} ${await response.text()}`);
      },
      mend: nothing,
    },
    crash: {
      name: '只 kill -9 主库的 PostgreSQL，Patroni 还在',
      isElsewhere: false,
      begin: async (n) => {
        const postmaster = postmasterOf(n);
        const pids = postmaster === null ? [] : [postmaster, ...childrenOf(postmaster)];
        signal(pids, 'SIGKILL');
        await untilOver(pids, 5000);
      },
      mend: nothing,
    },
    'freeze-patroni': {
      name: '只冻住主库的 Patroni，PostgreSQL 还在',
      isElsewhere: true,
      begin: (n) => signalPatroni(n, 'SIGSTOP'),
      mend: (n) => signalPatroni(n, 'SIGCONT'),
    },
    behind: {
      name: `备库落后 ${BEHIND / 1000} 秒时 kill -9 主库`,
      isElsewhere: true,
      begin: async (n) => {
        signal(walSenders(n), 'SIGSTOP');
        await wait(BEHIND);
        await kill(n);
      },
      mend: startAgain,
    },
  };
}
