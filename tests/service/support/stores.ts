/** Empty stores of both engines, each with one programme and its sessions, to run the same tests on. */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { HOUR, DAY } from '@yugong/domain/time';
import { openPostgres, preparePostgres } from '../../../server/src/storage/postgres';
import { openSqlite, prepare } from '../../../server/src/storage/sqlite';
import { statement, type Store, type StoreOptions, type Submission } from '../../../server/src/kernel/store';
import type { ProgrammeRow, SessionRow } from '../../../server/src/kernel/schema';
import { startPostgres, type Postgres } from './postgres';

export const auditKey = Buffer.alloc(32, 7);

const noInit = (): Promise<void> => Promise.resolve();

/** Somewhere to keep data, that several stores may be opened on where the engine allows it. */
export interface StorePlace {
  open(options?: Partial<StoreOptions>): Promise<Store>;
  /** The SQLite file's folder, or the address of the database. */
  at: string;
}

export interface Engine {
  name: 'sqlite' | 'postgres';
  start(): Promise<void>;
  place(): Promise<StorePlace>;
  stop(): Promise<void>;
}

export function sqliteEngine(): Engine {
  const folders: string[] = [];
  return {
    name: 'sqlite',
    start: () => Promise.resolve(),
    place: () => {
      const at = mkdtempSync(path.join(tmpdir(), 'yugong-sqlite-'));
      folders.push(at);
      return Promise.resolve({
        at,
        open: async (options = {}) => openSqlite(at, (await prepare(at, noInit)).lock, { auditKey, ...options }),
      });
    },
    stop: () => {
      for (const folder of folders) rmSync(folder, { recursive: true, force: true });
      return Promise.resolve();
    },
  };
}

export function postgresEngine(): Engine & { server: () => Postgres } {
  let server: Postgres;
  return {
    name: 'postgres',
    server: () => server,
    start: async () => {
      server = await startPostgres();
    },
    place: async () => {
      const at = await server.database();
      return {
        at,
        open: async (options = {}) => {
          await preparePostgres(at, noInit);
          return openPostgres(at, { auditKey, ...options });
        },
      };
    },
    stop: () => server.stop(),
  };
}

export const programme = (fields: Partial<ProgrammeRow> = {}): ProgrammeRow => ({
  id: 'p1',
  kind: 'event',
  title: '测试项目',
  summary: '',
  organiser: '',
  limit_per_person: null,
  offer_minutes: null,
  people_limit: 3,
  proof: 0,
  fields: '["name","phone"]',
  sex: null,
  age_min: null,
  age_max: null,
  team_min: null,
  team_max: null,
  family: null,
  consents: '["registration"]',
  demo: 1,
  rules: null,
  quotas: null,
  organisation: 'main',
  adcode: null,
  version: 1,
  ...fields,
});

export const sessionRow = (fields: Partial<SessionRow> = {}, now = Date.now()): SessionRow => ({
  id: 's1',
  programme_id: 'p1',
  kind: 'event',
  title: '测试场次',
  place: '测试地点',
  address: null,
  floor: null,
  phone: null,
  adcode: '500103',
  note: null,
  state: 'open',
  capacity: 2,
  waitlist_size: 2,
  opens_at: now - HOUR,
  closes_at: now + 20 * HOUR,
  cancel_until: now + 22 * HOUR,
  starts_at: now + DAY,
  ends_at: now + 26 * HOUR,
  held: 0,
  waiting: 0,
  next_place: 1,
  next_offer_at: null,
  demo: 1,
  organisation: 'main',
  notice: null,
  revision: 0,
  changed_at: now,
  version: 1,
  public_from: 0,
  ...fields,
});

export async function fill(store: Store, programmes: ProgrammeRow[], sessions: SessionRow[]): Promise<void> {
  await store.write([
    ...programmes.map((row) => statement(store.read.insertInto('programmes').values(row))),
    ...sessions.map((row) => statement(store.read.insertInto('sessions').values(row))),
  ]);
}

export const signUpCommand = (person: string, session = 's1', key = randomBytes(9).toString('hex')): Submission => ({
  command: {
    type: 'register',
    key,
    fingerprint: `${session}|${person}`,
    registrationId: randomBytes(13).toString('hex'),
    sessionId: session,
    accountId: `account-${person}`,
    activeKey: `${session}|${person}`,
    limitKey: `p1|${person}`,
    phoneKey: `p1|phone-${person}`,
  },
  load: { sealed: `sealed-${person}`, consents: '[]' },
});
