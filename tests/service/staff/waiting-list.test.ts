/** What the desk does for whoever waits, offers included, with its audit; and why registrations ended. On both engines. */
import { afterWakingTime } from '@yugong/domain/notice';
import type { CallListWire } from '@yugong/domain/notice/staff-wire';
import type { RosterWire } from '@yugong/domain/roster/wire';
import { isoAt, MINUTE } from '@yugong/domain/time';
import { readPerson } from '../../../server/src/services/registrations';
import { accountById } from '../../../server/src/services/accounts';
import { sweepOffers } from '../../../server/src/maintenance';
import { runJobs } from '../../../server/src/staff/jobs/runner';
import { postgresEngine } from '../support/stores';
import { eventBody, startService, type TestService } from '../support/service';
import { engines, member, type TestMember } from './support';

/** Two seats, two people may wait, and an offer is held for two hours. */
const SESSION = 'demo-event-lecture';
const OFFER = 120 * MINUTE;
const postgres = postgresEngine();
beforeAll(() => postgres.start(), 30_000);
afterAll(() => postgres.stop(), 30_000);

describe.each(engines)('on %s', (engine) => {
  let test: TestService;
  let clerk: TestMember;
  beforeAll(async () => {
    test = await startService({ config: engine === 'postgres' ? { databaseUrl: (await postgres.place()).at } : {} });
    Object.assign(test.service.limits, { writes: 1e9, logins: 1e9 });
  });
  afterAll(() => test.close());
  const signIn = async () => {
    clerk = await member(test, ['clerk'], { organisation: 'main', districts: null });
  };
  beforeEach(async () => {
    await test.reset();
    await signIn();
  });

  const ask = (line: string, body?: unknown, token = clerk.token) =>
    test.ask(line.replace(' ', ' /api/v1/staff'), { token, ...(body === undefined ? {} : { body }) });
  const signUp = async (n: number) => {
    const token = await test.login();
    const answer = await test.ask(`POST /api/v1/sessions/${SESSION}/registrations`, { token, body: eventBody(n) });
    return { token, id: answer.json<{ id: string }>().id };
  };
  /** Two are booked, two wait. */
  const full = async () => [await signUp(1), await signUp(2), await signUp(3), await signUp(4)] as const;
  const leave = ({ id, token }: { id: string; token: string }) =>
    test.ask(`DELETE /api/v1/me/registrations/${id}`, { token });
  const roster = async () =>
    (await ask(`POST /sessions/${SESSION}/roster`, { page: 1, size: 50 })).json<RosterWire>().rows;
  const row = async ({ id }: { id: string }) => (await roster()).find(({ registrationId }) => registrationId === id);
  const session = async () => (await ask(`GET /sessions/${SESSION}`)).json();
  const calls = async () => (await ask('GET /call-list')).json<CallListWire>().calls;
  const audited = async ({ id }: { id: string }) => {
    const rows = await test.service.store.read
      .selectFrom('audit')
      .select(['actor', 'action', 'detail'])
      .where('subject', '=', id)
      .where('actor', '=', `staff:${clerk.id}`)
      .execute();
    return rows.map(({ action, detail }) => ({ action, detail: JSON.parse(detail) as Record<string, string> }));
  };
  const later = async (at: number) => {
    test.clock.now = at;
    await sweepOffers(test.service);
    await signIn();
  };

  it('says who holds an offer and until when, and begins its hold when a call reached her', async () => {
    const [first, , third] = await full();
    await leave(first);
    expect(await row(third)).toMatchObject({ status: 'waitlist', offerBegun: false });
    expect(await session()).toMatchObject({ held: 2, capacity: 2, offered: 1, counts: { waitlist: 2 } });
    await later(afterWakingTime(test.clock.now, 30 * MINUTE));
    const [call] = await calls();
    await ask(`POST /call-list/${call?.noticeId}/calls`, { result: 'no-answer' });
    expect(await row(third)).toMatchObject({ offerBegun: false });
    await ask(`POST /call-list/${call?.noticeId}/calls`, { result: 'reached' });
    const until = afterWakingTime(test.clock.now, OFFER);
    expect(await row(third)).toMatchObject({ offerBegun: true, offerUntil: isoAt(until) });
  });

  it('passes an offer on that reached nobody only once its time is over, and she stays in line', async () => {
    const [first, second, third, fourth] = await full();
    await leave(first);
    const due = afterWakingTime(test.clock.now, OFFER);
    const decide = async (decision: string, one: { id: string } = third) =>
      ask(`PUT /registrations/${one.id}/offer`, { decision, seen: (await row(one))?.offerUntil ?? null });
    await later(due - 1);
    expect((await decide('next')).json().code).toBe('offer-not-due');
    await later(due);
    expect((await decide('wait')).json()).toMatchObject({ status: 'waitlist' });
    expect((await decide('next')).json().code).toBe('offer-not-due');
    await later(afterWakingTime(due, OFFER));
    expect(await calls()).toMatchObject([{ registrationId: third.id, passOnFrom: isoAt(test.clock.now) }]);
    expect((await decide('next')).json()).toMatchObject({ status: 'waitlist' });
    expect((await audited(third)).map(({ action }) => action)).toEqual(['registration.passed-on']);
    expect([(await row(third))?.offerUntil, (await row(fourth))?.offerBegun]).toEqual([null, false]);
    const { store } = test.service;
    const own = store.read.selectFrom('notices').select('kind').where('registration_id', '=', third.id);
    expect((await own.orderBy('created_at').execute()).map(({ kind }) => kind)).toEqual(['offered', 'passed-on']);
    // The next seat is hers.
    await ask(`DELETE /registrations/${second.id}`);
    expect((await row(third))?.offerUntil).not.toBeNull();
  });

  it('accepts or declines for somebody without a phone', async () => {
    const [first, second, third, fourth] = await full();
    for (const one of [first, second]) await leave(one);
    const seen = (await row(third))?.offerUntil;
    const accept = { decision: 'accept', seen };
    expect((await ask(`PUT /registrations/${third.id}/offer`, accept)).json()).toMatchObject({ status: 'booked' });
    const decline = { decision: 'decline', seen: (await row(fourth))?.offerUntil };
    expect((await ask(`PUT /registrations/${fourth.id}/offer`, decline)).json()).toMatchObject({
      status: 'cancelled',
    });
    expect(await session()).toMatchObject({ held: 1, cancelledBy: { owner: 3, union: 0 } });
    expect((await audited(third)).at(-1)?.action).toBe('registration.booked');
    expect((await ask(`PUT /registrations/${third.id}/offer`, accept)).json()).toMatchObject({
      code: 'stale',
      current: null,
    });
    const late = { ...accept, seen: null };
    expect((await ask(`PUT /registrations/${third.id}/offer`, late)).json().code).toBe('not-active');
  });

  it('gives somebody who waits a seat only where there is one, or with one more', async () => {
    const [, , , fourth] = await full();
    const admit = async (body: object) =>
      ask(`PUT /registrations/${fourth.id}/seat`, { ...body, seen: (await row(fourth))?.offerUntil ?? null });
    expect((await admit({ as: 'booked' })).json().code).toBe('session-full');
    expect((await admit({ as: 'offered', addSeat: true })).json()).toMatchObject({ status: 'waitlist' });
    expect(await session()).toMatchObject({ held: 3, capacity: 3, offered: 1, waiting: 1 });
    expect((await admit({ as: 'booked' })).json()).toMatchObject({ status: 'booked' });
    expect(await session()).toMatchObject({ held: 3, capacity: 3, offered: 0 });
  });

  it('corrects a name and a number; the old ones are sealed in the trail, and doubles are still found', async () => {
    const [first] = await full();
    const correct = async (person: object, one: { id: string } = first) =>
      ask(`PUT /registrations/${one.id}/person`, { person, seen: (await row(one))?.personVersion });
    expect((await correct({ phone: '19900000099', name: '演示更' })).statusCode).toBe(200);
    const { rows } = (await ask('POST /people', { phone: '19900000099', reason: 'correct' })).json<RosterWire>();
    expect(rows).toMatchObject([{ registrationId: first.id, name: '演＊＊', phone: '199****0099' }]);
    expect((await ask('POST /people', { phone: '19900000001', reason: 'correct' })).json()).toEqual({ rows: [] });
    expect((await correct({ phone: '19900000002' })).json().code).toBe('person-registered');
    expect((await correct({ phone: '1990' })).statusCode).toBe(422);
    expect((await correct({})).statusCode).toBe(422);
    const again = await test.ask(`POST /api/v1/sessions/${SESSION}/registrations`, {
      token: first.token,
      body: { ...eventBody(1), person: { name: '演示更', phone: '19900000099' } },
    });
    expect([again.statusCode, again.json()]).toMatchObject([200, { id: first.id }]);
    const entry = (await audited(first)).find(({ action }) => action === 'registration.corrected');
    const { store, keyring } = test.service;
    const { account_id } = await store.read
      .selectFrom('registrations')
      .select('account_id')
      .where('id', '=', first.id)
      .executeTakeFirstOrThrow();
    const owner = await accountById({ store, keyring }, account_id);
    if (!owner) throw new Error('The account is gone.');
    const log = { error: () => undefined };
    expect(readPerson(owner, { id: first.id, sealed: entry?.detail['before'] ?? null }, log).person).toEqual(
      eventBody(1).person,
    );
    const chief = await member(test, ['administrator']);
    const audit = (await ask('GET /audit?action=registration.corrected', undefined, chief.token)).json<{
      rows: { action: string; detail: object }[];
    }>();
    expect(audit.rows.find(({ action }) => action === 'registration.corrected')?.detail).not.toHaveProperty('before');
    expect((await test.ask(`GET /api/v1/me/registrations/${first.id}`, { token: first.token })).json()).toMatchObject({
      person: { name: '演示更' },
    });
  });

  it('tells apart why registrations ended, in the roster and in the session’s counts', async () => {
    const [first, second, third, fourth] = await full();
    await ask(`DELETE /registrations/${first.id}`);
    await ask(`DELETE /registrations/${second.id}?onBehalf=1`);
    const { token } = third;
    const { notices } = (await test.ask('GET /api/v1/me/notices', { token })).json<{ notices: { id: string }[] }>();
    await test.ask('POST /api/v1/me/notices/read', { token, body: { ids: notices.map(({ id }) => id) } });
    await later(afterWakingTime(test.clock.now, OFFER));
    await ask(`POST /sessions/${SESSION}/cancel`, { message: '示例：停电' });
    await runJobs(test.service);
    const causes = await Promise.all([first, second, third, fourth].map(async (one) => (await row(one))?.cancelCause));
    expect(causes).toEqual(['union', 'owner', 'lapsed', 'session']);
    expect(await session()).toMatchObject({
      counts: { cancelled: 4 },
      cancelledBy: { owner: 1, union: 1, lapsed: 1, session: 1 },
    });
    const { store } = test.service;
    const told = store.read.selectFrom('notices').select('kind').where('registration_id', '=', second.id);
    // She asked for it herself.
    expect(await told.execute()).toEqual([]);
  });

  it('is not another district’s to do', async () => {
    const [first, , third] = await full();
    await leave(first);
    clerk = await member(test, ['clerk'], { organisation: 'main', districts: ['500101'] });
    for (const [line, body] of [
      [`PUT /registrations/${third.id}/offer`, { decision: 'accept', seen: null }],
      [`PUT /registrations/${third.id}/seat`, { as: 'booked', addSeat: true, seen: null }],
      [`PUT /registrations/${third.id}/person`, { person: { name: '演示人' }, seen: 'AAAA' }],
      [`DELETE /registrations/${third.id}?onBehalf=1`, undefined],
    ] as const)
      expect((await ask(line, body)).statusCode).toBe(404);
  });
});
