/** What the cluster's command says of a cluster that isn't well, and how its configuration files are filled in. */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { clusterFaults, type ClusterMember, type Health } from '../../scripts/cluster/health';
import { filledIn } from '../../scripts/cluster/layout';
import { roundFaults, type Round } from '../../scripts/cluster/proof';

const root = path.join(__dirname, '../..');
const member = (n: 1 | 2 | 3, role: ClusterMember['role']): ClusterMember => ({
  n,
  role,
  state: role === 'gone' ? 'stopped' : 'running',
  timeline: 1,
});
const well: Omit<Health, 'faults'> = {
  etcd: [true, true, true],
  members: [member(1, 'primary'), member(2, 'synchronous'), member(3, 'replica')],
  isSynchronous: true,
  services: [true, true],
};

describe('what is wrong with a cluster', () => {
  it('is nothing where a primary, a synchronous standby, a replica, etcd and both processes are there', () => {
    expect(clusterFaults(well)).toEqual([]);
  });

  it('is etcd alone where no majority of it agrees, since everything else follows from that', () => {
    const faults = clusterFaults({
      etcd: [false, false, false],
      members: [member(1, 'gone'), member(2, 'gone'), member(3, 'gone')],
      isSynchronous: false,
      services: [false, false],
    });
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain('etcd 没有过半数的成员');
  });

  it.each([
    ['an etcd member that is away', { etcd: [true, false, true] }, 'etcd 有 1 个成员没有应答'],
    ['asynchronous replication', { isSynchronous: false }, '没有同步复制'],
    [
      'no primary',
      { members: [member(1, 'gone'), member(2, 'replica'), member(3, 'replica')] },
      '现在没有主库，不能报名',
    ],
    [
      'no synchronous standby',
      { members: [member(1, 'primary'), member(2, 'replica'), member(3, 'replica')] },
      '没有同步的备库，写入都在等它',
    ],
    [
      'a server that is away',
      { members: [member(1, 'primary'), member(2, 'synchronous'), member(3, 'gone')] },
      'node3 没有在运行（stopped）',
    ],
    ['a process that is not ready', { services: [true, false] }, '服务进程 2 现在不能报名'],
  ])('is said of %s', (_, wrong, sentence) => {
    expect(clusterFaults({ ...well, ...wrong }).join(' ')).toContain(sentence);
  });
});

describe('a round of the proof', () => {
  const round: Round = {
    kind: 'kill',
    isSynchronous: true,
    acknowledged: 500,
    lost: 0,
    doubled: 0,
    oversold: 0,
    silence: 30,
    unanswered: 9,
    witnessed: 90,
    witnessLost: 0,
    byTwo: 0,
    from: 1,
    to: 2,
  };

  it('holds where nothing is lost, doubled or oversold and sign-ups go on within half a minute', () => {
    expect(roundFaults(round)).toEqual([]);
  });

  it.each([
    [{ lost: 1 }],
    [{ doubled: 1 }],
    [{ oversold: 1 }],
    [{ witnessLost: 1 }],
    [{ byTwo: 1 }],
    [{ silence: 30.1 }],
    [{ acknowledged: 3 }],
  ])('fails with %j', (wrong) => {
    expect(roundFaults({ ...round, ...wrong })).toHaveLength(1);
  });
});

it('fills every name of a configuration file in, leaves remarks alone and refuses a name without a value', () => {
  expect(filledIn('# ${NAME}\nname: ${NAME}\nport: ${PORT}', { NAME: 'node1', PORT: 5432 })).toBe(
    '# ${NAME}\nname: node1\nport: 5432',
  );
  expect(() => filledIn('name: ${NAME}', {})).toThrow('nothing for NAME');
});

it.each([[[]], [['start']], [['up', 'now']], [['proof', '--all']], [['proof', '--all', '0']]])(
  'answers %j with the usage and exit 2',
  (words) => {
    const args = ['--import', 'tsx', 'scripts/cluster.ts', ...words];
    const { status, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
    expect([status, stderr]).toEqual([2, expect.stringContaining('用法：npm run cluster')]);
  },
);
