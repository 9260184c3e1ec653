/** Guards that hold even where the code above them is wrong. */
import { defined } from '@yugong/domain/narrow';
import { seal, unseal } from '../../server/src/crypto/sealing';
import { sql } from 'kysely';
import { openPool } from '../../server/src/storage/postgres/connection';
import { openDatabase } from '../../server/src/storage/sqlite/database';
import { databaseFile } from '../../server/src/storage/sqlite/folder';
import { statement } from '../../server/src/kernel/store';
import { eventBody, startService, type TestService } from './support/service';
import { fill, postgresEngine, programme, sessionRow, signUpCommand, sqliteEngine } from './support/stores';

describe.each([sqliteEngine(), postgresEngine()])('$name', (engine) => {
  beforeAll(() => engine.start(), 30_000);
  afterAll(() => engine.stop(), 30_000);

  it('cannot hold a person twice in a session, nor beyond a limit, whoever writes', async () => {
    const store = await (await engine.place()).open();
    await fill(store, [programme({ limit_per_person: 1 })], [sessionRow({ capacity: 9 })]);
    await store.submit(signUpCommand('a'));
    const row = await store.read.selectFrom('registrations').selectAll().executeTakeFirstOrThrow();
    const insert = (change: object) =>
      store.write([statement(store.read.insertInto('registrations').values({ ...row, id: 'other', ...change }))]);
    await expect(insert({ limit_key: null })).rejects.toMatchObject({ kind: 'conflict' });
    await expect(insert({ active_key: 'other' })).rejects.toMatchObject({ kind: 'conflict' });
    expect(await insert({ active_key: null, limit_key: null })).toMatchObject({ done: true });
    await store.close();
  });

  it('would oversell without the lock on what it decides from', async () => {
    // The negative control: the same requests, decided on what was read before anybody wrote.
    const store = await (await engine.place()).open();
    await fill(store, [programme()], [sessionRow({ capacity: 1, waitlist_size: 0 })]);
    const naive = async (person: string) => {
      const session = await store.read
        .selectFrom('sessions')
        .selectAll()
        .where('id', '=', 's1')
        .executeTakeFirstOrThrow();
      await new Promise((resolve) => setTimeout(resolve, 20));
      if (session.held >= session.capacity) return;
      const { command } = signUpCommand(person);
      if (command.type !== 'register') return;
      const taken = store.read
        .updateTable('sessions')
        .set({ held: session.held + 1 })
        .where('id', '=', 's1');
      const row = {
        id: command.registrationId,
        session_id: 's1',
        programme_id: 'p1',
        account_id: 'x',
        status: 'booked' as const,
        place: 1,
        offer_until: null,
        active_key: command.activeKey,
        limit_key: null,
        limit_slot: null,
        awaits_proof: 0,
        sealed: null,
        consents: '[]',
        created_at: 0,
        updated_at: 0,
      };
      await store.write([statement(taken), statement(store.read.insertInto('registrations').values(row))]);
    };
    await Promise.all(Array.from({ length: 8 }, (_, n) => naive(`p${n}`)));
    expect((await store.read.selectFrom('registrations').selectAll().execute()).length).toBeGreaterThan(1);
    await store.close();
  });
});

describe('PostgreSQL', () => {
  const engine = postgresEngine();
  beforeAll(() => engine.start(), 30_000);
  afterAll(() => engine.stop(), 30_000);

  it('may hang up between two queries of a transaction without ending the service', async () => {
    const { at } = await engine.place();
    const pool = openPool(at);
    const [mine, other] = [await pool.connect(), await pool.connect()];
    await mine.query('begin');
    const { rows } = await mine.query<{ pid: number }>('select pg_backend_pid() as pid');
    // Unheard, the error would be nobody's, and the end of the process.
    const gone = new Promise((resolve) => mine.once('end', resolve));
    expect(mine.listenerCount('error')).toBeGreaterThan(0);
    await other.query('select pg_terminate_backend($1)', [rows[0]?.pid]);
    await gone;
    await expect(mine.query('commit')).rejects.toThrow();
    mine.release(true);
    other.release();
    await pool.end();
  });

  it('keeps no samples of keys, which would outlive their rows', async () => {
    const store = await (await engine.place()).open();
    const keys = Array.from({ length: 400 }, (_, n) => ({
      account_id: `a${n}`,
      kid: 'k1',
      wrapped: `wrapped-${n % 7}`,
    }));
    await store.write([statement(store.read.insertInto('account_keys').values(keys))]);
    await sql`analyze account_keys`.execute(store.read);
    const kept = sql<{ attname: string }>`select attname from pg_stats where tablename = 'account_keys' order by 1`;
    expect((await kept.execute(store.read)).rows.map(({ attname }) => attname)).toEqual(['account_id', 'kid']);
    await store.close();
  });
});

describe('the service', () => {
  let test: TestService;
  const lines: string[] = [];
  beforeAll(async () => {
    test = await startService({ app: { log: { stream: { write: (line) => void lines.push(line) } } } });
  });
  afterAll(() => test.close());

  it('reads no ciphertext that was moved to another row', async () => {
    const token = await test.login();
    const line = 'POST /api/v1/sessions/demo-event-badminton/registrations';
    const ids: string[] = [];
    for (const n of [1, 2]) ids.push((await test.ask(line, { token, body: eventBody(n) })).json().id);
    const { store } = test.service;
    const other = await store.read
      .selectFrom('registrations')
      .selectAll()
      .where('id', '=', defined(ids[1]))
      .executeTakeFirstOrThrow();
    await store.write([
      statement(
        store.read.updateTable('registrations').set({ sealed: other.sealed }).where('id', '=', defined(ids[0])),
      ),
    ]);
    // The one that was touched is told apart; the rest is answered as ever.
    const { registrations } = (await test.ask('GET /api/v1/me/registrations', { token })).json();
    const seen = Object.fromEntries(registrations.map((one: { id: string }) => [one.id, one]));
    expect(seen[defined(ids[0])]).toMatchObject({ status: 'booked', person: null, unreadable: true });
    expect(seen[defined(ids[1])]).toMatchObject({ status: 'booked', person: { name: '演示人' } });
    expect(seen[defined(ids[1])]).not.toHaveProperty('unreadable');
    expect((await test.ask(`GET /api/v1/me/registrations/${ids[0]}`, { token })).json().unreadable).toBe(true);
    expect((await test.ask(`GET /api/v1/me/registrations/${ids[0]}/pass`, { token })).json().code).toBe('no-pass');
    const all = (await test.ask('GET /api/v1/me/export', { token })).json();
    expect(all.registrations).toMatchObject([{ person: null, unreadable: true }, { person: { name: '演示人' } }]);
    // Logged by its row, without a word of the person or of what was thrown.
    expect(lines.filter((line) => line.includes('unreadable')).length).toBe(4);
    expect(lines.join('')).toContain(ids[0]);
    for (const value of ['演示人', eventBody(1).person.phone, defined(other.sealed)])
      expect(lines.join('')).not.toContain(value);
  });

  it('answers only what the disk has', () => {
    const db = openDatabase(databaseFile(test.folder));
    expect(db.prepare('pragma synchronous').get()).toEqual({ synchronous: 2 });
    expect(db.prepare('pragma journal_mode').get()).toEqual({ journal_mode: 'wal' });
    db.close();
  });
});

it('finds every changed bit of a ciphertext and its context', () => {
  const key = Buffer.alloc(32, 1);
  const sealed = seal(key, '演示', 'row|1');
  expect(unseal(key, sealed, 'row|1').toString()).toBe('演示');
  expect(seal(key, '演示', 'row|1')).not.toBe(sealed);
  const bytes = Buffer.from(sealed, 'base64url');
  for (let at = 0; at < bytes.length; at += 1) {
    const changed = Buffer.from(bytes);
    changed[at] = defined(changed[at]) ^ 1;
    expect(() => unseal(key, changed.toString('base64url'), 'row|1')).toThrow();
  }
  expect(() => unseal(key, sealed, 'row|2')).toThrow();
  expect(() => unseal(Buffer.alloc(32, 2), sealed, 'row|1')).toThrow();
});
