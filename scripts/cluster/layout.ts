/** Where a cluster on this machine has its folders and ports, and its configuration made of the files in `deploy/cluster`. */
import { createHash, randomBytes } from 'node:crypto';
import { chmodSync, chownSync, existsSync, lstatSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as v from 'valibot';
import { readJson } from '@yugong/domain/narrow/json';
import { root } from '../lib/stale';
import type { ClusterTools } from './tools';

export const NUMBERS = [1, 2, 3] as const;
export type NodeNumber = (typeof NUMBERS)[number];
export const SERVICES = [1, 2] as const;
export type ServiceNumber = (typeof SERVICES)[number];
export const ADDRESS = '127.0.0.1';

/** One clone has one cluster, which `status` and `down` find again. */
export const folder = path.join(
  tmpdir(),
  `yugong-cluster-${createHash('sha256').update(root).digest('hex').slice(0, 8)}`,
);

const LayoutFile = v.object({
  base: v.number(),
  passwords: v.object({ superuser: v.string(), replication: v.string(), rest: v.string(), service: v.string() }),
  secret: v.string(),
});
/** What a cluster is made with: the first of its ports, and its passwords. */
export type ClusterLayout = v.InferOutput<typeof LayoutFile>;

const layoutFile = path.join(folder, 'layout.json');

/** The layout of the cluster that was brought up, null where none was. */
export const readLayout = (): ClusterLayout | null =>
  existsSync(layoutFile) ? readJson(LayoutFile, readFileSync(layoutFile, 'utf8')) : null;

/** So many ports in a row, by what they are for. They lie below those that the system gives to connections that go out. */
const PORTS = 40;
const FIRST_PORT = 21_000;
const LAST_PORT = 32_000;
const isTaken = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, ADDRESS, () => {
      socket.destroy();
      resolve(true);
    });
    socket.on('error', () => resolve(false));
  });

async function freeBase(): Promise<number> {
  const blocks = Math.floor((LAST_PORT - FIRST_PORT) / PORTS);
  const start = parseInt(folder.slice(-8), 16) % blocks;
  for (let n = 0; n < blocks; n += 1) {
    const base = FIRST_PORT + ((start + n) % blocks) * PORTS;
    const taken = await Promise.all(Array.from({ length: PORTS }, (_, port) => isTaken(base + port)));
    if (!taken.includes(true)) return base;
  }
  throw new Error(`${FIRST_PORT} 到 ${LAST_PORT} 之间没有连续 ${PORTS} 个空闲端口。`);
}

export interface Ports {
  etcd(n: NodeNumber): number;
  etcdPeer(n: NodeNumber): number;
  /** By which a server reaches etcd, so that it can be cut off. */
  etcdLink(n: NodeNumber): number;
  postgres(n: NodeNumber): number;
  rest(n: NodeNumber): number;
  primary: number;
  web: number;
  service(n: ServiceNumber): number;
  metrics(n: ServiceNumber): number;
  restored: number;
}

export const portsOf = ({ base }: ClusterLayout): Ports => ({
  etcd: (n) => base + n,
  etcdPeer: (n) => base + 3 + n,
  etcdLink: (n) => base + 6 + n,
  postgres: (n) => base + 9 + n,
  rest: (n) => base + 12 + n,
  primary: base + 20,
  web: base + 21,
  service: (n) => base + 21 + n,
  metrics: (n) => base + 23 + n,
  restored: base + 30,
});

export const nodeName = (n: NodeNumber): string => `node${n}`;
export const archive = path.join(folder, 'archive');
export const dataOf = (n: NodeNumber): string => path.join(folder, nodeName(n), 'data');
/** Where HAProxy takes orders: the one in front of everything, and the one between the servers and etcd. */
export const frontSocket = path.join(folder, 'run/front.sock');
export const linksSocket = path.join(folder, 'run/links.sock');

/** Fills in a configuration file of the repository. @throws Error where a name of it has no value */
export function filledIn(template: string, values: Record<string, string | number>): string {
  return template
    .split('\n')
    .map((line) =>
      line.trimStart().startsWith('#')
        ? line
        : line.replace(/\$\{(\w+)\}/g, (_, name: string) => {
            const value = values[name];
            if (value === undefined) throw new Error(`deploy/cluster: nothing for ${name}`);
            return String(value);
          }),
    )
    .join('\n');
}

const template = (name: string): string => readFileSync(path.join(root, 'deploy/cluster', name), 'utf8');

/** Makes the folders, ports, passwords and configuration files of a new cluster. */
export async function makeLayout(tools: ClusterTools): Promise<ClusterLayout> {
  const password = (): string => randomBytes(18).toString('base64url');
  const layout: ClusterLayout = {
    base: await freeBase(),
    passwords: { superuser: password(), replication: password(), rest: password(), service: password() },
    secret: `k1:${randomBytes(32).toString('base64')}`,
  };
  const own = (file: string): void => {
    if (tools.account) chownSync(file, tools.account.uid, tools.account.gid);
  };
  const makeFolder = (name: string): void => {
    mkdirSync(name, { recursive: true, mode: 0o700 });
    own(name);
  };
  // The folder's name can be guessed: whoever made it before us isn't trusted with what goes in.
  mkdirSync(folder, { mode: 0o711 });
  if (lstatSync(folder).uid !== process.getuid?.()) throw new Error(`${folder} 不是这个账号建的，请先删掉它。`);
  const write = (name: string, text: string, mode = 0o600): void => {
    const file = path.join(folder, name);
    writeFileSync(file, text, { mode });
    chmodSync(file, mode);
    own(file);
  };
  const ports = portsOf(layout);
  for (const name of ['archive', 'logs', 'restore', 'run', 'scripts', 'service']) makeFolder(path.join(folder, name));
  for (const name of ['post-init.sh', 'archive-wal.sh']) write(path.join('scripts', name), template(name), 0o700);
  for (const n of NUMBERS) {
    makeFolder(path.join(folder, nodeName(n)));
    makeFolder(path.join(folder, `etcd${n}`));
    write(`etcd${n}.yml`, filledIn(template('etcd.yml'), etcdValues(n, ports)));
    write(`${nodeName(n)}.yml`, filledIn(template('patroni.yml'), patroniValues(n, layout, tools)));
  }
  write('haproxy.cfg', filledIn(template('haproxy.cfg'), haproxyValues(ports)));
  write('links.cfg', links(ports));
  writeFileSync(layoutFile, JSON.stringify(layout), { mode: 0o600 });
  return layout;
}

const etcdValues = (n: NodeNumber, ports: Ports): Record<string, string | number> => ({
  NAME: `etcd${n}`,
  ADDRESS,
  DATA: path.join(folder, `etcd${n}`, 'data'),
  ETCD_PORT: ports.etcd(n),
  ETCD_PEER_PORT: ports.etcdPeer(n),
  ETCD_MEMBERS: NUMBERS.map((one) => `etcd${one}=http://${ADDRESS}:${ports.etcdPeer(one)}`).join(','),
});

const patroniValues = (n: NodeNumber, layout: ClusterLayout, tools: ClusterTools): Record<string, string | number> => ({
  NAME: nodeName(n),
  ADDRESS,
  NETWORK: `${ADDRESS}/32`,
  REST_PORT: portsOf(layout).rest(n),
  POSTGRES_PORT: portsOf(layout).postgres(n),
  ETCD_HOSTS: `${ADDRESS}:${portsOf(layout).etcdLink(n)}`,
  // Short enough to be tried often, long enough for a machine that does other things as well.
  TTL: 15,
  LOOP_WAIT: 5,
  RETRY_TIMEOUT: 5,
  SHARED_BUFFERS: '32MB',
  DATA: dataOf(n),
  SOCKETS: path.join(folder, nodeName(n)),
  PGPASS: path.join(folder, nodeName(n), 'pgpass'),
  POSTGRES_BIN: tools.postgres,
  POST_INIT: path.join(folder, 'scripts/post-init.sh'),
  ARCHIVE_WAL: path.join(folder, 'scripts/archive-wal.sh'),
  ARCHIVE: archive,
  REST_PASSWORD: layout.passwords.rest,
  SUPERUSER_PASSWORD: layout.passwords.superuser,
  REPLICATION_PASSWORD: layout.passwords.replication,
});

const haproxyValues = (ports: Ports): Record<string, string | number> => ({
  HAPROXY_SOCKET: frontSocket,
  PRIMARY_BIND: `${ADDRESS}:${ports.primary}`,
  WEB_BIND: `${ADDRESS}:${ports.web}`,
  ...Object.fromEntries(
    NUMBERS.flatMap((n) => [
      [`NODE${n}`, nodeName(n)],
      [`NODE${n}_ADDRESS`, ADDRESS],
      [`NODE${n}_POSTGRES_PORT`, ports.postgres(n)],
      [`NODE${n}_REST_PORT`, ports.rest(n)],
    ]),
  ),
  ...Object.fromEntries(
    SERVICES.flatMap((n) => [
      [`SERVICE${n}_ADDRESS`, ADDRESS],
      [`SERVICE${n}_PORT`, ports.service(n)],
    ]),
  ),
});

/** Only on one machine: each server reaches etcd by a link of its own, which can be cut, where machines have cables. */
const links = (ports: Ports): string =>
  [
    'global',
    `  stats socket ${linksSocket} mode 600 level admin`,
    'defaults',
    '  timeout connect 2s',
    '  timeout client 1h',
    '  timeout server 1h',
    ...NUMBERS.flatMap((n) => [
      `frontend link${n}`,
      `  bind ${ADDRESS}:${ports.etcdLink(n)}`,
      `  default_backend etcd-of-${nodeName(n)}`,
      `backend etcd-of-${nodeName(n)}`,
      '  option httpchk GET /health',
      '  option redispatch',
      '  default-server inter 2s fall 2 rise 1 on-marked-down shutdown-sessions',
      ...NUMBERS.map((one) => `  server etcd${one} ${ADDRESS}:${ports.etcd(one)} check`),
    ]),
    '',
  ].join('\n');
