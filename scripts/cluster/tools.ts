/** The programs of a cluster as Debian packages them, and the account that they run as. */
import { accessSync, constants, existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const PACKAGES = 'patroni etcd-server haproxy postgresql';
const FOLDERS = ['/usr/local/sbin', '/usr/local/bin', '/usr/sbin', '/usr/bin', '/sbin', '/bin'];
const POSTGRES_VERSIONS = '/usr/lib/postgresql';
/** Debian's own account for databases. */
const ACCOUNT = 'postgres';

export interface ClusterTools {
  etcd: string;
  patroni: string;
  haproxy: string;
  /** The folder of `postgres`, `psql` and `pg_basebackup`, of the newest version that is there. */
  postgres: string;
  /** As whom databases run: PostgreSQL refuses to be root's. Undefined where nobody has to be changed into. */
  account: { uid: number; gid: number } | undefined;
}

function find(name: string): string {
  const file = FOLDERS.map((folder) => path.join(folder, name)).find((one) => existsSync(one));
  if (file === undefined) throw new Error(missing(name));
  accessSync(file, constants.X_OK);
  return file;
}

const missing = (name: string): string =>
  `这台机器上没有 ${name}。在 Debian 上先装好：apt-get install --no-install-recommends ${PACKAGES}`;

/** @throws Error with what to install, where a program is missing */
export function findTools(): ClusterTools {
  if (process.platform !== 'linux')
    throw new Error('集群只能在 Linux 上试：Patroni、etcd 和 HAProxy 用的是 Debian 的软件包。');
  const versions = existsSync(POSTGRES_VERSIONS) ? readdirSync(POSTGRES_VERSIONS) : [];
  const [newest] = versions
    .filter((version) => existsSync(path.join(POSTGRES_VERSIONS, version, 'bin/initdb')))
    .sort((a, b) => Number(b) - Number(a));
  if (newest === undefined) throw new Error(missing('PostgreSQL'));
  return {
    etcd: find('etcd'),
    patroni: find('patroni'),
    haproxy: find('haproxy'),
    postgres: path.join(POSTGRES_VERSIONS, newest, 'bin'),
    account: process.getuid?.() === 0 ? accountOf(ACCOUNT) : undefined,
  };
}

function accountOf(name: string): { uid: number; gid: number } {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((one) => one.startsWith(`${name}:`));
  const [, , uid, gid] = (line ?? '').split(':').map(Number);
  if (!uid || !gid) throw new Error(missing(`账号 ${name}`));
  return { uid, gid };
}
