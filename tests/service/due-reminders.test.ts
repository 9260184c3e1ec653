/** Somebody who consents is told when she is due again, once more a month later, and never against her will. */
import { addDays, dayAt, monthsAfter } from '@yugong/domain/calendar';
import { dueAgain } from '@yugong/domain/due-reminder';
import type { NoticeListWire } from '@yugong/domain/notice/wire';
import { DAY, HOUR, instantOf } from '@yugong/domain/time';
import { sweepData } from '../../server/src/maintenance';
import { sweepDueReminders } from '../../server/src/services/due-reminders';
import { consents, eventBody, screeningBody, startService, type TestService } from './support/service';
import { engines } from './staff/support';
import { postgresEngine } from './support/stores';

const SCREENING = 'demo-screening-1';
const postgres = postgresEngine();
beforeAll(() => postgres.start(), 30_000);
afterAll(() => postgres.stop(), 30_000);

describe.each(engines)('on %s', (engine) => {
  let test: TestService;
  let token: string;
  let renewal: string;
  let first: number;
  beforeAll(async () => {
    test = await startService({ config: engine === 'postgres' ? { databaseUrl: (await postgres.place()).at } : {} });
  });
  afterAll(() => test.close());
  beforeEach(async () => {
    await test.reset();
    first = test.clock.now;
    ({ token, renewal } = (await test.ask('POST /api/v1/login/device')).json<{ token: string; renewal: string }>());
  });

  /** A token is good for two hours. */
  const goTo = async (time: number) => {
    test.clock.now = time;
    ({ token } = (await test.ask('POST /api/v1/login/renew', { token: renewal })).json<{ token: string }>());
  };
  const signUp = async (session = SCREENING): Promise<string> => {
    const body = session === SCREENING ? screeningBody(1) : eventBody(1);
    return (await test.ask(`POST /api/v1/sessions/${session}/registrations`, { token, body })).json().id as string;
  };
  const screened = () => addDays(dayAt(first), 3);
  const dueDay = () => monthsAfter(screened(), 12);
  const keep = (id: string, given: unknown = consents('due-reminder')) =>
    test.ask(`POST /api/v1/me/registrations/${id}/due-reminder`, { token, body: { consents: given } });
  const dueOf = async (id: string) => (await test.ask(`GET /api/v1/me/registrations/${id}`, { token })).json().due;
  const list = async () => (await test.ask('GET /api/v1/me/due-reminders', { token })).json().reminders;
  const change = (id: string, body: object) => test.ask(`PUT /api/v1/me/due-reminders/${id}`, { token, body });
  const rows = () => test.service.store.read.selectFrom('due_reminders').selectAll().execute();
  const kinds = async () =>
    (await test.service.store.read.selectFrom('notices').select('kind').execute()).map(({ kind }) => kind);
  const sweep = () => sweepDueReminders(test.service);
  /** Signed up, was there, and asked to be told. */
  const asked = async (): Promise<string> => {
    const id = await signUp();
    await goTo(instantOf(screened(), '20:00'));
    return (await keep(id)).json().id as string;
  };

  it('is offered once the screening is over, and keeps the date alone', async () => {
    const id = await signUp();
    expect(await dueOf(id)).toBeNull();
    await goTo(instantOf(screened(), '20:00'));
    expect(await dueOf(id)).toMatchObject({ day: dueDay(), kept: null, consent: { purpose: 'due-reminder' } });
    expect((await keep(id, [])).json()).toMatchObject({
      code: 'consent-missing',
      errors: [{ pointer: '/consents', code: 'due-reminder' }],
    });
    expect(await rows()).toEqual([]);
    const kept = await keep(id);
    expect([kept.statusCode, kept.json()]).toMatchObject([201, { day: dueDay(), months: 12, told: 0 }]);
    const [row] = await rows();
    expect(JSON.parse(row?.consents ?? '[]')).toMatchObject([{ purpose: 'due-reminder', hash: expect.any(String) }]);
    const stored = JSON.stringify(row);
    for (const secret of [id, SCREENING, '筛查', '1990000']) expect(stored).not.toContain(secret);
    // Asked again it is the same one.
    expect((await keep(id)).json()).toEqual(kept.json());
    expect((await dueOf(id)).kept).toEqual(kept.json());
    expect(await list()).toEqual([kept.json()]);
  });

  it('is not offered where nothing is due again: an event, a place given back, somebody else’s', async () => {
    const event = await signUp('demo-event-lecture');
    const screening = await signUp();
    await test.ask(`DELETE /api/v1/me/registrations/${screening}`, { token });
    await goTo(instantOf(addDays(dayAt(first), 9), '20:00'));
    expect(await Promise.all([event, screening].map(dueOf))).toEqual([null, null]);
    for (const id of [event, screening]) expect((await keep(id)).json().code).toBe('no-due-date');
    token = await test.login();
    expect((await keep(screening)).statusCode).toBe(404);
    expect(await rows()).toEqual([]);
  });

  it('tells her on the day at nine, a month later once more, and then forgets the date', async () => {
    await asked();
    test.clock.now = instantOf(dueDay(), '08:59');
    expect(await sweep()).toBe(0);
    test.clock.now = instantOf(dueDay(), '09:00');
    // As several processes do.
    const counts = await Promise.all([sweep(), sweep(), sweep()]);
    expect(counts.reduce((sum, one) => sum + one, 0)).toBe(1);
    expect(await kinds()).toEqual(['due-again']);
    await goTo(test.clock.now);
    const { notices } = (await test.ask('GET /api/v1/me/notices', { token })).json<NoticeListWire>();
    expect(notices).toMatchObject([{ kind: 'due-again', title: '健康检查', registrationId: null, sessionId: null }]);
    test.clock.now += 30 * DAY - 1;
    expect(await sweep()).toBe(0);
    test.clock.now += 1;
    expect(await sweep()).toBe(1);
    test.clock.now += 60 * DAY;
    expect(await sweep()).toBe(0);
    await sweepData(test.service);
    expect(await rows()).toHaveLength(1);
    test.clock.now += 31 * DAY;
    await sweepData(test.service);
    expect(await rows()).toEqual([]);
  });

  it('says nothing in quiet hours, though a service was away at nine', async () => {
    await asked();
    test.clock.now = instantOf(dueDay(), '21:30');
    expect(await sweep()).toBe(0);
    test.clock.now += 11 * HOUR;
    expect(await sweep()).toBe(1);
  });

  it('is deferred, renewed by what was done, and stopped', async () => {
    const id = await asked();
    test.clock.now = instantOf(dueDay(), '09:00');
    await sweep();
    await goTo(test.clock.now);
    expect((await change(id, { action: 'defer', months: 1 })).json()).toMatchObject({
      day: monthsAfter(dueDay(), 1),
      told: 0,
    });
    test.clock.now += 30 * DAY;
    expect(await sweep()).toBe(0);
    await goTo(instantOf(monthsAfter(dueDay(), 1), '09:00'));
    expect(await sweep()).toBe(1);
    const today = dayAt(test.clock.now);
    expect((await change(id, { action: 'done', on: addDays(today, 1) })).json().errors).toEqual([
      { pointer: '/on', code: 'future' },
    ]);
    expect((await change(id, { action: 'done', on: today })).json()).toMatchObject({ day: monthsAfter(today, 12) });
    const mine = token;
    token = await test.login();
    expect((await change(id, { action: 'defer', months: 1 })).statusCode).toBe(404);
    expect((await test.ask(`DELETE /api/v1/me/due-reminders/${id}`, { token })).statusCode).toBe(404);
    expect((await test.ask(`DELETE /api/v1/me/due-reminders/${id}`, { token: mine })).statusCode).toBe(204);
    expect(await rows()).toEqual([]);
  });

  it('is hers to see and to take back: export, consents, withdrawal, the account', async () => {
    await asked();
    expect((await test.ask('GET /api/v1/me/export', { token })).json().dueReminders).toEqual(await list());
    const given = async () =>
      (await test.ask('GET /api/v1/me/consents', { token })).json<{ consents: { purpose: string }[] }>().consents;
    expect((await given()).map(({ purpose }) => purpose)).toContain('due-reminder');
    const withdrawn = await test.ask('POST /api/v1/me/consents/due-reminder/withdraw', { token });
    expect(withdrawn.json()).toMatchObject({ purpose: 'due-reminder', affected: 1 });
    expect(await rows()).toEqual([]);
    expect((await given()).map(({ purpose }) => purpose)).not.toContain('due-reminder');
    // Her registration rests on other consents, and stays.
    const [mine] = (await test.ask('GET /api/v1/me/registrations', { token })).json().registrations;
    expect(mine).toMatchObject({ status: 'booked', person: { name: '演示人' } });
    await keep(mine.id);
    expect(await rows()).toHaveLength(1);
    await test.ask('DELETE /api/v1/me', { token });
    expect(await rows()).toEqual([]);
  });
});

it('takes the earliest of a programme’s intervals, and none where no source says how long it is', () => {
  const of = '检查';
  expect(
    dueAgain(
      {
        intervals: [
          { of, months: 36 },
          { of, months: 24 },
          { of, months: null },
        ],
      },
      '2026-11-26',
    ),
  ).toEqual({
    day: '2028-11-26',
    months: 24,
  });
  for (const rules of [null, { intervals: null }, { intervals: [{ of, months: null }] }])
    expect(dueAgain(rules, '2026-11-26')).toBeNull();
});
