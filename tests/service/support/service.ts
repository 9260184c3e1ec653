/** The whole service on an empty database with the demo data, asked without a network. */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import { buildService, type AppOptions } from '../../../server/src/app';
import { readConfig, type Config } from '../../../server/src/config';
import type { Service } from '../../../server/src/kernel/context';
import { openService, type ServiceOptions } from '../../../server/src/service';
import { seedDemo } from '../../../server/src/demo/seed';
import { statement } from '../../../server/src/kernel/store';
import { checkCharacter } from '@yugong/domain/identity';
import { currentConsent } from '@yugong/domain/consent';
import { type Purpose } from '@yugong/domain/consent/wire';
import { instantOf } from '@yugong/domain/time';
import { dayAt } from '@yugong/domain/calendar';

export interface TestRequest {
  token?: string;
  body?: unknown;
  key?: string | null;
  headers?: Record<string, string>;
  address?: string;
}

export interface TestService {
  service: Service;
  app: FastifyInstance;
  folder: string;
  clock: { now: number };
  ask(line: string, asked?: TestRequest): Promise<LightMyRequestResponse>;
  login(): Promise<string>;
  /** Back to the demo's first day with nobody in it. */
  reset(): Promise<void>;
  close(): Promise<void>;
}

export interface TestOptions extends ServiceOptions {
  config?: Partial<Config>;
  app?: AppOptions;
  gateway?: boolean;
}

const TABLES = [
  'registrations',
  'held_registrations',
  'phone_codes',
  'code_messages',
  'idempotency',
  'accounts',
  'account_keys',
  'logins',
  'legal_aid',
  'legal_aid_messages',
  'complaints',
  'complaint_messages',
  'station_reports',
  'consent_withdrawals',
  'notices',
  'programmes',
  'sessions',
  'staff',
  'staff_sign_ins',
  'staff_tries',
  'staff_alerts',
  'staff_jobs',
  'staff_session_filters',
  'check_ins',
  'outcomes',
  'staff_notes',
  'legal_aid_templates',
  'content_drafts',
  'record_owners',
  'published_records',
  'record_plans',
  'station_candidates',
  'geocode_queries',
  'geocoder_days',
  'on_site_lists',
  'on_site_checks',
  'on_site_photos',
  'reminders',
  'deliveries',
  'wechat_grants',
  'sms_usage',
  'session_alerts',
  'due_reminders',
  'push_days',
  'pictures',
] as const;

/** 10:00 in Chongqing today: far enough from midnight for the demo's times. */
const morning = (): number => instantOf(dayAt(Date.now()), '10:00');

export async function startService(options: TestOptions = {}): Promise<TestService> {
  const { config, app: appOptions, gateway = false, ...rest } = options;
  const folder = config?.dataDir ?? mkdtempSync(path.join(tmpdir(), 'yugong-service-'));
  const clock = { now: morning() };
  const service = await openService(
    { ...readConfig({}), dataDir: folder, ...config },
    { now: () => clock.now, maintenance: false, ...rest },
  );
  const app = await buildService(service, { strictAnswers: true, ...appOptions }, { gateway });
  const ask: TestService['ask'] = (line, { token, body, key, headers = {}, address } = {}) => {
    const [method, url] = line.split(' ') as ['GET' | 'POST' | 'PUT' | 'DELETE', string];
    return app.inject({
      method,
      url,
      ...(address ? { remoteAddress: address } : {}),
      headers: {
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        ...(method === 'GET' || key === null ? {} : { 'idempotency-key': key ?? randomBytes(9).toString('hex') }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { payload: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
  };
  return {
    service,
    app,
    folder,
    clock,
    ask,
    login: async () => (await ask('POST /api/v1/login/device')).json<{ token: string }>().token,
    reset: async () => {
      clock.now = morning();
      const { store } = service;
      await store.write(TABLES.map((table) => statement(store.read.deleteFrom(table))));
      await seedDemo(store, clock.now);
    },
    close: async () => {
      await app.close();
      await service.close();
      if (!config?.dataDir) rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** An invented woman born in 1981; region 990101 is nobody's, 500099 isn't either though its province is there. */
export function residentId(serial: number, { born = '19810305', female = true, from = 990_101 } = {}): string {
  const order = String((serial * 2 + (female ? 0 : 1)) % 1000).padStart(3, '0');
  const region = from + Math.floor(serial / 500);
  const digits = `${region}${born}${order}`;
  return digits + checkCharacter(digits);
}

export const consents = (...purposes: Purpose[]) =>
  purposes.map((purpose) => ({ purpose, version: currentConsent(purpose).version }));

export const screeningBody = (serial = 1) => ({
  person: { name: '演示人', phone: `199${String(serial).padStart(8, '0')}`, residentId: residentId(serial) },
  consents: consents('registration', 'health'),
});

export const eventBody = (serial = 1) => ({
  person: { name: '演示人', phone: `199${String(serial).padStart(8, '0')}` },
  consents: consents('registration'),
});

/** A captain with so many others. */
export const teamBody = (serial = 1, others = 2) => ({
  person: { name: '演示队长', phone: `199${String(serial).padStart(8, '0')}` },
  team: { members: ['演示甲', '演示乙', '演示丙', '演示丁', '演示戊', '演示己'].slice(0, others) },
  consents: consents('registration', 'team'),
});
