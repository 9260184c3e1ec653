/** Opens everything the API works with, and closes it again. */
import { loadKeyring, type Keyring } from './crypto/keyring';
import { loadSecrets, type Secrets } from './crypto/secrets';
import type { Config } from './config';
import type { Limits, Service } from './kernel/context';
import { openContent } from './content';
import { dayAt } from '@yugong/domain/calendar';
import { ANSWER_WITHIN_AT_MOST, type Operator } from '@yugong/domain/operator';
import { seedDemo } from './demo/seed';
import { demoStations } from './demo/stations';
import { startMaintenance } from './maintenance';
import { startDeliveries } from './delivery/engine';
import { startReminders } from './reminders/send';
import { startJobs } from './staff/jobs/runner';
import type { BatchObserver, Store, StoreOptions } from './kernel/store';
import type { Geocoding } from '@yugong/content/geocode/port';
import { openGeocoding } from './geocoding';
import { failureOf } from './storage/failure';
import { demoWechat, noWechat, realWechat } from './wechat';
import type { Sms } from './kernel/sms';
import type { Wechat } from './kernel/wechat';

export interface ServiceOptions {
  now?: () => number;
  limits?: Partial<Limits>;
  wechat?: Wechat;
  sms?: Sms;
  geocoding?: Geocoding;
  /** Who runs the service and what they promise; where nobody does, the longest time that a rule allows is promised. */
  operator?: Pick<Operator, 'name' | 'answerWithin'> | null;
  /** Off in tests that move the clock themselves. */
  maintenance?: boolean;
  maxQueue?: number;
  maxBatch?: number;
  onBatch?: BatchObserver;
}

export async function openService(config: Config, options: ServiceOptions = {}): Promise<Service> {
  const { now = Date.now, maintenance = true, maxQueue, maxBatch, onBatch } = options;
  const { secret, dataDir, production, databaseUrl } = config;
  const tuning = {
    now,
    ...(maxQueue ? { maxQueue } : {}),
    ...(maxBatch ? { maxBatch } : {}),
    ...(onBatch ? { onBatch } : {}),
  };
  const open = async (): Promise<{ keyring: Keyring; store: Store; secrets: Secrets }> => {
    const keyring = loadKeyring({ ...(secret ? { secret } : {}), dataDir, production });
    const { store, secrets } = databaseUrl
      ? await onPostgres(databaseUrl, keyring, { ...tuning, isCluster: config.isCluster })
      : await onSqlite(dataDir, keyring, tuning);
    try {
      if (config.demo) await seedDemo(store, now());
    } catch (error) {
      await store.close();
      throw error;
    }
    return { keyring, store, secrets };
  };
  const { keyring, store, secrets } = await open().catch((error: unknown) => {
    throw databaseUrl ? explainedOnPostgres(error) : explainedOnSqlite(error, dataDir);
  });
  const service: Service = {
    store,
    keyring,
    secrets,
    content: openContent(store, { demo: config.demo ? demoStations(dayAt(now())) : [] }),
    wechat: options.wechat ?? wechatOf(config),
    sms: options.sms ?? (await smsOf(config)),
    geocoding: options.geocoding ?? openGeocoding(config.geocoding),
    origin: config.origin,
    operatorName: options.operator?.name ?? null,
    answerWithin: options.operator?.answerWithin ?? ANSWER_WITHIN_AT_MOST,
    limits: { writes: 120, logins: 600, ...options.limits },
    demo: config.demo,
    now,
    stopping: false,
    close: async () => {
      service.stopping = true;
      await Promise.all([stop?.(), stopJobs?.(), stopReminders?.(), stopDeliveries?.()]);
      await store.close();
    },
  };
  const stop = maintenance ? startMaintenance(service) : undefined;
  const stopJobs = maintenance ? startJobs(service) : undefined;
  const stopReminders = maintenance && service.wechat.templates ? startReminders(service) : undefined;
  const stopDeliveries = maintenance ? startDeliveries(service) : undefined;
  return service;
}

/** Why a start failed, and what to do about it, where it is about the data folder. */
function explainedOnSqlite(error: unknown, folder: string): unknown {
  const { kind, message } = failureOf(error);
  const because = (chinese: string, english: string) => new Error(`${chinese} / ${english}`, { cause: error });
  if (kind === 'read-only')
    return because(
      `数据文件夹 ${folder} 是只读的，请改成可写的再启动。`,
      'The data folder takes no writes: make it writable, then start again.',
    );
  if (kind === 'full')
    return because(
      `数据文件夹 ${folder} 所在的磁盘满了，请腾出空间再启动，已有的数据没有动。`,
      'The disk of the data folder is full: make room, then start again. Nothing that is there was changed.',
    );
  if (/malformed|not a database|SQLITE_CORRUPT|SQLITE_NOTADB/i.test(message))
    return because(
      `数据文件夹 ${folder} 里的数据库文件损坏了。请先把整个文件夹原样复制一份，再按 docs/deploy.md 恢复最近的备份。`,
      'The database file in the data folder is damaged: copy the whole folder as it is, then restore the latest backup as docs/deploy.md says.',
    );
  return error;
}

/** The same of a server. Its address may have a password in it, and isn't said. */
function explainedOnPostgres(error: unknown): unknown {
  const { kind, message } = failureOf(error);
  const because = (chinese: string, english: string) => new Error(`${chinese} / ${english}`, { cause: error });
  if (kind === 'unavailable')
    return because(
      `连不上数据库（${message}）。请检查 DATABASE_URL、数据库是否在运行、账号和库名是否正确。`,
      'The database cannot be reached: check DATABASE_URL, whether the server runs, and the account and database in it.',
    );
  if (kind === 'full')
    return because(
      '数据库的磁盘满了，请腾出空间再启动。',
      'The disk of the database is full: make room, then start again.',
    );
  if (kind === 'unreplicated')
    return because(
      '数据库集群没有同步复制，主库一坏就会丢掉已经答应的报名，所以没有启动。请在 Patroni 里打开 synchronous_mode 和 synchronous_mode_strict。',
      'The cluster is not synchronous and would lose what was acknowledged: turn on synchronous_mode and synchronous_mode_strict in Patroni.',
    );
  if (kind === 'forbidden')
    return because(
      'DATABASE_URL 里的账号没有建表和写入的权限，请换成这个库的所有者。',
      'The account in DATABASE_URL may not make tables or write: use the one that owns the database.',
    );
  if (kind === 'read-only')
    return because(
      '数据库只读（可能连到了备库），请连到主库再启动。',
      'The database takes no writes (a replica, perhaps): connect to the primary, then start again.',
    );
  return error;
}

type Tuning = Omit<StoreOptions, 'auditKey'>;
type Opened = Promise<{ store: Store; secrets: Secrets }>;

async function onSqlite(folder: string, keyring: Keyring, tuning: Tuning): Opened {
  const { openSqlite, prepare } = await import('./storage/sqlite');
  const { lock, value: secrets } = await prepare(folder, (db) => loadSecrets(db, keyring));
  return { store: await openSqlite(folder, lock, { auditKey: secrets.audit, ...tuning }), secrets };
}

async function onPostgres(url: string, keyring: Keyring, tuning: Tuning): Opened {
  // Only the engine that is used is loaded.
  const { openPostgres, preparePostgres } = await import('./storage/postgres');
  const { isCluster = false } = tuning;
  const secrets = await preparePostgres(url, (db) => loadSecrets(db, keyring), { isCluster });
  return { store: await openPostgres(url, { auditKey: secrets.audit, ...tuning }), secrets };
}

/** Without WeChat's credentials a demo still shows the login; with them it is real; a deployment without has none. */
const wechatOf = ({ wechat, demo, production }: Config): Wechat =>
  wechat ? realWechat(wechat) : demo && !production ? demoWechat : noWechat;

/** The vendor's client is loaded only where it is used. */
const smsOf = async ({ sms }: Config): Promise<Sms | null> => sms && (await import('./sms/tencent')).tencentSms(sms);
