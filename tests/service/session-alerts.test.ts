/** Who waits for sessions is told once when one can sign up, all at once and not at night; on both engines. */
import { ALERT_DAYS, MAX_ALERTS } from '@yugong/domain/session-alert';
import type { NoticeListWire } from '@yugong/domain/notice/wire';
import { addDays, dayAt } from '@yugong/domain/calendar';
import { DAY, HOUR, MINUTE, instantOf } from '@yugong/domain/time';
import { sweepData } from '../../server/src/maintenance';
import { sweepSessionAlerts } from '../../server/src/services/session-alerts';
import { statement } from '../../server/src/kernel/store';
import type { SessionRow } from '../../server/src/kernel/schema';
import { startService, type TestService } from './support/service';
import { engines } from './staff/support';
import { postgresEngine, sessionRow } from './support/stores';

/** Its sign-up begins at nine in the day after tomorrow. */
const UPCOMING = 'demo-screening-3';
const postgres = postgresEngine();
beforeAll(() => postgres.start(), 30_000);
afterAll(() => postgres.stop(), 30_000);

describe.each(engines)('on %s', (engine) => {
  let test: TestService;
  beforeAll(async () => {
    test = await startService({ config: engine === 'postgres' ? { databaseUrl: (await postgres.place()).at } : {} });
    Object.assign(test.service.limits, { writes: 1e9 });
  });
  afterAll(() => test.close());
  beforeEach(() => test.reset());

  const wish = (rest: object = {}) => ({
    ...{ kind: 'screening', programmeId: null, adcode: null, evening: false, weekend: false },
    ...rest,
  });
  const ask = (token: string, body: object, key?: string) =>
    test.ask('POST /api/v1/me/session-alerts', { token, body, ...(key ? { key } : {}) });
  const alertsOf = async (token: string) =>
    (await test.ask('GET /api/v1/me/session-alerts', { token })).json<{ alerts: { id: string }[] }>().alerts;
  const told = async () =>
    test.service.store.read
      .selectFrom('notices')
      .select(['account_id', 'kind', 'session_id'])
      .orderBy('created_at')
      .execute();
  const publish = (row: Partial<SessionRow>) => {
    const { read, write } = test.service.store;
    const made = sessionRow({ programme_id: 'demo-screening', kind: 'screening', ...row }, test.clock.now);
    return write([statement(read.insertInto('sessions').values(made))]);
  };
  const update = (id: string, columns: Partial<SessionRow>) => {
    const { read, write } = test.service.store;
    return write([statement(read.updateTable('sessions').set(columns).where('id', '=', id))]);
  };
  const sweep = () => sweepSessionAlerts(test.service);

  it('tells everybody who waits for a session in one go when its sign-up begins, and once', async () => {
    const tokens = await Promise.all([test.login(), test.login(), test.login()]);
    const [answer] = await Promise.all(tokens.map((token) => ask(token, { sessionId: UPCOMING })));
    expect(answer?.statusCode).toBe(201);
    expect(answer?.json()).toMatchObject({ sessionId: UPCOMING, title: '两癌筛查（演示）' });
    expect(await sweep()).toBe(0);
    const before = test.clock.now;
    test.clock.now = instantOf(addDays(dayAt(before), 2), '09:00');
    // As several processes do.
    const counts = await Promise.all([sweep(), sweep(), sweep()]);
    expect(counts.reduce((sum, one) => sum + one, 0)).toBe(3);
    expect(await sweep()).toBe(0);
    expect((await told()).map(({ kind, session_id }) => [kind, session_id])).toEqual(
      tokens.map(() => ['sign-up-opens', UPCOMING]),
    );
    expect(new Set((await told()).map(({ account_id }) => account_id)).size).toBe(3);
    test.clock.now = before;
    const [token = ''] = tokens;
    expect(await alertsOf(token)).toEqual([]);
    const { notices } = (await test.ask('GET /api/v1/me/notices', { token })).json<NoticeListWire>();
    expect(notices).toMatchObject([
      { kind: 'sign-up-opens', sessionId: UPCOMING, registrationId: null, title: '两癌筛查（演示）' },
    ]);
  });

  it('tells nobody in quiet hours, and everybody in the morning', async () => {
    await ask(await test.login(), wish({ adcode: '500112' }));
    await publish({
      id: 's-new',
      closes_at: test.clock.now + 4 * DAY,
      adcode: '500112',
      starts_at: test.clock.now + 5 * DAY,
      ends_at: test.clock.now + 6 * DAY,
    });
    const [night, morning] = [
      instantOf(dayAt(test.clock.now), '21:00'),
      instantOf(addDays(dayAt(test.clock.now), 1), '08:00'),
    ];
    for (const at of [night, morning - 1]) {
      test.clock.now = at;
      expect(await sweep()).toBe(0);
    }
    test.clock.now = morning;
    expect(await sweep()).toBe(1);
  });

  it('waits for what suits: district, evening or weekend, programme and kind', async () => {
    const token = await test.login();
    await ask(token, wish({ adcode: '500112', evening: true, weekend: true }));
    // 2027-03-01 is a Monday.
    const at = (day: string, from: string, id: string, rest: Partial<SessionRow> = {}) =>
      publish({
        ...{ id, adcode: '500112', closes_at: instantOf(day), cancel_until: instantOf(day) },
        ...{ starts_at: instantOf(day, from), ends_at: instantOf(day, from) + HOUR, ...rest },
      });
    await at('2027-03-01', '09:00', 's-morning');
    await at('2027-03-01', '18:00', 's-elsewhere', { adcode: '500113' });
    await at('2027-03-01', '18:00', 's-event', { kind: 'event', programme_id: 'demo-event' });
    await at('2027-03-01', '18:00', 's-later', { opens_at: test.clock.now + DAY });
    await at('2027-03-01', '18:00', 's-full', { held: 2 });
    await at('2027-03-01', '18:00', 's-off', { state: 'cancelled' });
    expect(await sweep()).toBe(0);
    await at('2027-03-06', '09:00', 's-weekend');
    expect(await sweep()).toBe(1);
    expect((await told())[0]?.session_id).toBe('s-weekend');
    await ask(token, wish({ kind: 'event', programmeId: 'demo-team' }));
    await update('demo-team-basketball', { opens_at: test.clock.now + HOUR });
    expect(await sweep()).toBe(0);
    await update('demo-team-basketball', { opens_at: test.clock.now });
    expect(await sweep()).toBe(1);
  });

  it('tells who waits for a session that it was called off, or that only the waiting list is left', async () => {
    const [off, full] = [await test.login(), await test.login()];
    await ask(off, { sessionId: UPCOMING });
    await ask(full, { sessionId: 'demo-event-lecture' });
    await update(UPCOMING, { state: 'cancelled', notice: '示例：停电' });
    await update('demo-event-lecture', { held: 2 });
    expect(await sweep()).toBe(2);
    const of = async (token: string) =>
      (await test.ask('GET /api/v1/me/notices', { token })).json<NoticeListWire>().notices;
    expect(await of(off)).toMatchObject([{ kind: 'cancelled', reason: '示例：停电' }]);
    expect(await of(full)).toMatchObject([{ kind: 'sign-up-opens', sessionId: 'demo-event-lecture' }]);
  });

  it('keeps the same wish once, twenty at most, and lets only its owner take it away', async () => {
    const token = await test.login();
    const first = await ask(token, wish(), 'k1');
    expect((await ask(token, wish(), 'k1')).json()).toEqual(first.json());
    expect((await ask(token, wish())).json().id).toBe(first.json().id);
    expect(await alertsOf(token)).toHaveLength(1);
    for (let n = 1; n < MAX_ALERTS; n += 1) await ask(token, wish({ adcode: String(500_200 + n) }));
    expect((await ask(token, wish({ adcode: '500101' }))).json().code).toBe('too-many-alerts');
    expect((await ask(token, wish())).statusCode).toBe(201);
    const line = `DELETE /api/v1/me/session-alerts/${first.json().id}`;
    expect((await test.ask(line, { token: await test.login() })).statusCode).toBe(404);
    expect((await test.ask(line, { token })).statusCode).toBe(204);
    expect(await alertsOf(token)).toHaveLength(MAX_ALERTS - 1);
  });

  it('refuses what one waits for in vain, and what is neither a session nor a wish', async () => {
    const token = await test.login();
    await update('demo-event-lecture', { closes_at: test.clock.now });
    await update('demo-event-badminton', { state: 'cancelled' });
    const codes = ['none', 'demo-event-lecture', 'demo-event-badminton'].map(
      async (sessionId) => (await ask(token, { sessionId })).json().code,
    );
    expect(await Promise.all(codes)).toEqual(['not-found', 'session-closed', 'session-cancelled']);
    for (const body of [{}, { ...wish(), sessionId: UPCOMING }, wish({ adcode: '110101' })])
      expect((await ask(token, body)).statusCode).toBe(422);
  });

  it('ends with its session, after half a year, and with the account', async () => {
    const token = await test.login();
    await ask(token, { sessionId: UPCOMING });
    await ask(token, wish({ adcode: '500112' }));
    const exported = (await test.ask('GET /api/v1/me/export', { token })).json();
    expect(exported.sessionAlerts).toEqual(await alertsOf(token));
    const rows = () => test.service.store.read.selectFrom('session_alerts').select('session_id').execute();
    const before = test.clock.now;
    test.clock.now += 11 * DAY;
    await sweepData(test.service);
    expect(await rows()).toEqual([{ session_id: null }]);
    test.clock.now = before + ALERT_DAYS * DAY + MINUTE;
    await sweepData(test.service);
    expect(await rows()).toEqual([]);
    test.clock.now = before;
    await ask(token, wish());
    expect(await rows()).toHaveLength(1);
    await test.ask('DELETE /api/v1/me', { token });
    expect(await rows()).toEqual([]);
  });
});
