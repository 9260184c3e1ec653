/** What happens though nobody asks, on both engines. */
import { randomBytes } from 'node:crypto';
import { afterWakingTime } from '@yugong/domain/notice';
import { defined } from '@yugong/domain/narrow';
import { MINUTE, DAY } from '@yugong/domain/time';
import { readKeyring } from '../../server/src/crypto/keyring';
import { renewDemo } from '../../server/src/demo/seed';
import { retention, rewrapKeys, sweepData, sweepOffers, sweepOrphans, sweepUnused } from '../../server/src/maintenance';
import { statement } from '../../server/src/kernel/store';
import { newSignIn } from '../../server/src/staff/identity/sign-ins';
import { takeTry } from '../../server/src/staff/identity/tries';
import { consents, eventBody, screeningBody, startService, type TestService } from './support/service';
import { postgresEngine, sqliteEngine } from './support/stores';

const key = (id: string): string => `${id}:${randomBytes(32).toString('base64')}`;
const OLD = key('k1');

describe.each([sqliteEngine(), postgresEngine()])('$name', (engine) => {
  let test: TestService;
  let token: string;
  beforeAll(async () => {
    await engine.start();
    const databaseUrl = engine.name === 'postgres' ? (await engine.place()).at : null;
    test = await startService({ config: { databaseUrl, secret: OLD } });
  });
  afterAll(async () => {
    await test.close();
    await engine.stop();
  });
  beforeEach(async () => {
    await test.reset();
    token = await test.login();
  });

  const all = (table: 'registrations' | 'legal_aid' | 'legal_aid_messages' | 'logins' | 'idempotency' | 'notices') =>
    test.service.store.read.selectFrom(table).selectAll().execute();
  const signUp = async (session: string, body: object, as = token): Promise<string> =>
    (await test.ask(`POST /api/v1/sessions/${session}/registrations`, { token: as, body })).json<{ id: string }>().id;

  describe('what has had its time', () => {
    it('is a person’s data half a year after the session, and not a day before', async () => {
      await signUp('demo-screening-1', screeningBody(1));
      const ends = Number(
        (
          await test.service.store.read
            .selectFrom('sessions')
            .select('ends_at')
            .where('id', '=', 'demo-screening-1')
            .executeTakeFirstOrThrow()
        ).ends_at,
      );
      const sealed = async () =>
        (await all('registrations')).map((row) => (row as { sealed: string | null }).sealed !== null);
      test.clock.now = ends + retention.person;
      await sweepData(test.service);
      expect(await sealed()).toEqual([true]);
      test.clock.now += 1;
      await sweepData(test.service);
      expect(await sealed()).toEqual([false]);
      // That somebody was there stays, for the count.
      expect(await all('registrations')).toMatchObject([{ status: 'booked' }]);
    });

    it('is the account of a browser that did nothing and wasn’t back, and no other', async () => {
      const { read } = test.service.store;
      const accounts = () => read.selectFrom('accounts').select('id').execute();
      await signUp('demo-event-badminton', eventBody(1));
      await test.login();
      const { renewal } = (await test.ask('POST /api/v1/login/device')).json<{ renewal: string }>();
      test.clock.now += retention.unused - 1;
      await test.ask('POST /api/v1/login/renew', { headers: { authorization: `Bearer ${renewal}` } });
      expect(await sweepUnused(test.service)).toBe(0);
      test.clock.now += 2;
      // One has a place and one was back.
      expect(await sweepUnused(test.service)).toBe(1);
      expect(await accounts()).toHaveLength(2);
      expect(await all('logins')).toHaveLength(2);
      expect(await read.selectFrom('account_keys').select('account_id').execute()).toHaveLength(2);
    });

    it('is where staff were signed in a month later, and a wrong try a day later', async () => {
      const { store } = test.service;
      const signIn = newSignIn(test.service, { id: 'somebody', roles: ['clerk'] }, '');
      await store.write([signIn.statement]);
      await takeTry(test.service, 'somebody', { kind: 'sign-in', id: signIn.row.id });
      const left = async () => [
        (await store.read.selectFrom('staff_sign_ins').select('id').execute()).length,
        (await store.read.selectFrom('staff_tries').select('id').execute()).length,
      ];
      test.clock.now += retention.staffTries + 1;
      await sweepData(test.service);
      expect(await left()).toEqual([1, 0]);
      test.clock.now += retention.signIns;
      await sweepUnused(test.service);
      expect(await left()).toEqual([0, 0]);
    });

    it('is a key after a week, a login a month after its end, a notice half a year after it was written', async () => {
      const tokens = [token, await test.login(), await test.login(), await test.login()];
      for (const [n, as] of tokens.entries()) await signUp('demo-event-lecture', eventBody(n + 1), as);
      const mine = (await test.ask('GET /api/v1/me/registrations', { token })).json().registrations[0].id;
      await test.ask(`DELETE /api/v1/me/registrations/${mine}`, { token });
      const counts = async () => [
        (await all('idempotency')).length,
        (await all('notices')).length,
        (await all('logins')).length,
      ];
      const [keys, notices, logins] = (await counts()) as [number, number, number];
      expect([keys > 0, notices > 0, logins]).toEqual([true, true, 4]);
      test.clock.now += retention.idempotency + 1;
      await sweepData(test.service);
      expect(await counts()).toEqual([0, notices, logins]);
      test.clock.now += retention.notices;
      await sweepData(test.service);
      expect(await counts()).toEqual([0, 0, logins]);
      test.clock.now += 400 * DAY + retention.logins;
      await sweepData(test.service);
      expect(await counts()).toEqual([0, 0, 0]);
    });

    it('is a closed request two years later, with the talk about it; an open one stays', async () => {
      const body = {
        topic: 'pay',
        name: '演示人',
        phone: '19900000001',
        text: '两个月没有发工资',
        consents: consents('legal-aid'),
      };
      const ids: string[] = [];
      for (let n = 0; n < 2; n += 1) ids.push((await test.ask('POST /api/v1/legal-aid', { token, body })).json().id);
      test.clock.now += 1;
      for (const id of ids)
        await test.ask(`POST /api/v1/me/legal-aid/${id}/messages`, { token, body: { text: '补充' } });
      const { store } = test.service;
      await store.write([
        statement(store.read.updateTable('legal_aid').set({ status: 'closed' }).where('id', '=', defined(ids[0]))),
      ]);
      test.clock.now += retention.legalAid;
      await sweepData(test.service);
      expect([(await all('legal_aid')).length, (await all('legal_aid_messages')).length]).toEqual([2, 2]);
      test.clock.now += 1;
      await sweepData(test.service);
      expect(await all('legal_aid')).toMatchObject([{ id: ids[1] }]);
      expect(await all('legal_aid_messages')).toMatchObject([{ request_id: ids[1] }]);
    });
  });

  it('ends offers that lapsed, for the next in line', async () => {
    const tokens = [token, await test.login(), await test.login(), await test.login()];
    const ids: string[] = [];
    for (const [n, as] of tokens.entries()) ids.push(await signUp('demo-event-lecture', eventBody(n + 1), as));
    await test.ask(`DELETE /api/v1/me/registrations/${ids[0]}`, { token });
    // Unread, it doesn't lapse; read where the process ended before the hold could begin, the next sweep begins it.
    test.clock.now += DAY / 4;
    await sweepOffers(test.service);
    const { store } = test.service;
    await store.write([statement(store.read.updateTable('notices').set({ read_at: test.clock.now }))]);
    await sweepOffers(test.service);
    const until = afterWakingTime(test.clock.now, 120 * MINUTE);
    test.clock.now = until - 1;
    await sweepOffers(test.service);
    const offers = async () =>
      (await all('registrations'))
        .filter((row) => (row as { offer_until: number | null }).offer_until !== null)
        .map((row) => (row as { id: string }).id);
    expect(await offers()).toEqual([ids[2]]);
    test.clock.now = until;
    await sweepOffers(test.service);
    expect(await offers()).toEqual([ids[3]]);
  });

  it('gives back places of accounts that are gone', async () => {
    const [here, gone] = [
      await signUp('demo-screening-1', screeningBody(1)),
      await signUp('demo-screening-2', screeningBody(2), await test.login()),
    ];
    const { store } = test.service;
    const { account_id } = defined((await all('registrations')).find((row) => (row as { id: string }).id === gone));
    await store.write([statement(store.read.deleteFrom('accounts').where('id', '=', account_id))]);
    await sweepOrphans(test.service);
    const status = Object.fromEntries(
      (await all('registrations')).map((row) => [(row as { id: string }).id, (row as { status: string }).status]),
    );
    expect(status).toEqual({ [here]: 'booked', [gone]: 'cancelled' });
    const { held } = await store.read
      .selectFrom('sessions')
      .select('held')
      .where('id', '=', 'demo-screening-2')
      .executeTakeFirstOrThrow();
    expect(held).toBe(0);
  });

  it('wraps every account’s key anew, a part at a time, until the old one can go', async () => {
    await signUp('demo-screening-1', screeningBody(1));
    for (let n = 0; n < 4; n += 1) await test.login();
    const renewed = key('k2');
    const rotated = { ...test.service, keyring: readKeyring(`${renewed},${OLD}`) };
    expect([await rewrapKeys(rotated, 3), await rewrapKeys(rotated, 3), await rewrapKeys(rotated, 3)]).toEqual([
      3, 2, 0,
    ]);
    const keys = await test.service.store.read.selectFrom('account_keys').selectAll().execute();
    expect(keys.map(({ kid }) => kid)).toEqual(Array(5).fill('k2'));
    // Without the old key at all, what was sealed before is read.
    const { keyring } = test.service;
    test.service.keyring = readKeyring(renewed);
    const { registrations } = (await test.ask('GET /api/v1/me/registrations', { token })).json();
    expect(registrations).toMatchObject([{ person: { name: '演示人' } }]);
    test.service.keyring = keyring;
    expect((await test.ask('GET /api/v1/me/registrations', { token })).statusCode).toBe(500);
  });

  describe('a demo that runs for weeks', () => {
    const sessions = async () =>
      (await test.ask('GET /api/v1/sessions')).json<{ sessions: { id: string; state: string; startsAt: string }[] }>()
        .sessions;

    it('is dated from today again, without touching what somebody is in or what is no demo', async () => {
      const { store } = test.service;
      const real = await store.read
        .selectFrom('sessions')
        .selectAll()
        .where('id', '=', 'demo-screening-2')
        .executeTakeFirstOrThrow();
      await store.write([statement(store.read.insertInto('sessions').values({ ...real, id: 'real-1', demo: 0 }))]);
      await signUp('demo-screening-1', screeningBody(1));
      const row = (id: string) => store.read.selectFrom('sessions').selectAll().where('id', '=', id).executeTakeFirst();
      const before = { real: await row('real-1'), booked: await row('demo-screening-1') };
      await renewDemo(store, test.clock.now);
      expect(await sessions()).toHaveLength(7);
      test.clock.now += 20 * DAY;
      expect(await sessions()).toEqual([]);
      for (let times = 0; times < 2; times += 1) {
        await renewDemo(store, test.clock.now);
        const now = await sessions();
        expect(
          now
            .map(({ id }) => id)
            .filter((id) => !id.startsWith('demo-screening-1-2'))
            .sort(),
        ).toEqual([
          'demo-event-badminton',
          'demo-event-lecture',
          'demo-screening-2',
          'demo-screening-3',
          'demo-team-basketball',
        ]);
        expect(now).toHaveLength(6);
        for (const one of now) expect(['open', 'upcoming']).toContain(one.state);
      }
      expect({ real: await row('real-1'), booked: await row('demo-screening-1') }).toEqual(before);
    });

    it('gets none where the operator removed it', async () => {
      const { store } = test.service;
      await store.write([statement(store.read.deleteFrom('sessions'))]);
      await renewDemo(store, test.clock.now);
      expect(await sessions()).toEqual([]);
    });
  });
});
