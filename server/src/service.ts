/** Opens everything the API works with, and closes it again. */
import { loadKeyring, type Keyring } from './crypto/keyring';
import { loadSecrets, type Secrets } from './crypto/secrets';
import type { Config } from './config';
import type { Limits, Service } from './kernel/context';
import { openContent } from './content';
import { dayAt } from '@yugong/domain/calendar';
import { seedDemo } from './demo/seed';
import { demoStations } from './demo/stations';
import { startMaintenance } from './maintenance';
import { startDeliveries } from './delivery/engine';
import { startReminders } from './reminders/send';
import { startJobs } from './staff/jobs/runner';
import type { Store, StoreOptions } from './kernel/store';
import { demoWechat, noWechat, realWechat } from './wechat';
import type { Sms } from './kernel/sms';
import type { Wechat } from './kernel/wechat';

export interface ServiceOptions {
  now?: () => number;
  limits?: Partial<Limits>;
  wechat?: Wechat;
  sms?: Sms;
  /** Off in tests that move the clock themselves. */
  maintenance?: boolean;
  maxQueue?: number;
  maxBatch?: number;
}

export async function openService(config: Config, options: ServiceOptions = {}): Promise<Service> {
  const { now = Date.now, maintenance = true, maxQueue, maxBatch } = options;
  const { secret, dataDir, production, databaseUrl } = config;
  const keyring = loadKeyring({ ...(secret ? { secret } : {}), dataDir, production });
  const tuning = { now, ...(maxQueue ? { maxQueue } : {}), ...(maxBatch ? { maxBatch } : {}) };
  const { store, secrets } = databaseUrl
    ? await onPostgres(databaseUrl, keyring, tuning)
    : await onSqlite(dataDir, keyring, tuning);
  try {
    if (config.demo) await seedDemo(store, now());
  } catch (error) {
    await store.close();
    throw error;
  }
  const service: Service = {
    store,
    keyring,
    secrets,
    content: openContent(store, { demo: config.demo ? demoStations(dayAt(now())) : [] }),
    wechat: options.wechat ?? wechatOf(config),
    sms: options.sms ?? (await smsOf(config)),
    limits: { writes: 120, logins: 600, ...options.limits },
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
  const secrets = await preparePostgres(url, (db) => loadSecrets(db, keyring));
  return { store: await openPostgres(url, { auditKey: secrets.audit, ...tuning }), secrets };
}

/** Without WeChat's credentials a demo still shows the login; with them it is real; a deployment without has none. */
const wechatOf = ({ wechat, demo, production }: Config): Wechat =>
  wechat ? realWechat(wechat) : demo && !production ? demoWechat : noWechat;

/** The vendor's client is loaded only where it is used. */
const smsOf = async ({ sms }: Config): Promise<Sms | null> => sms && (await import('./sms/tencent')).tencentSms(sms);
