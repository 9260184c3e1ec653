/** Sessions that only staff see yet, those that are deleted, and how the list is searched. On both engines. */
import type { SessionFiltersWire, StaffSessionWire } from '@yugong/domain/session/staff-wire';
import { DAY, HOUR, isoAt } from '@yugong/domain/time';
import { sweepSessionAlerts } from '../../../server/src/services/session-alerts';
import { postgresEngine } from '../support/stores';
import { eventBody, startService, type TestService } from '../support/service';
import { engines, member, type TestMember } from './support';

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
  beforeEach(async () => {
    await test.reset();
    clerk = await member(test, ['clerk'], { organisation: 'main', districts: null });
  });

  const ask = (line: string, body?: unknown, key?: string) =>
    test.ask(line.replace(' ', ' /api/v1/staff'), {
      token: clerk.token,
      ...(body === undefined ? {} : { body }),
      ...(key === undefined ? {} : { key }),
    });
  const make = async (change: object = {}): Promise<StaffSessionWire> => {
    const at = (ms: number): string => isoAt(test.clock.now + ms);
    const times = { opensAt: at(0), closesAt: at(9 * DAY), cancelUntil: at(9 * DAY), startsAt: at(10 * DAY) };
    const answer = await ask('POST /sessions', {
      programmeId: 'demo-event',
      title: '羽毛球（草稿）',
      place: '示例体育馆',
      adcode: '500103',
      note: null,
      ...times,
      endsAt: at(10 * DAY + 2 * HOUR),
      capacity: 4,
      waitlistSize: 2,
      ...change,
    });
    expect(answer.statusCode).toBe(201);
    return answer.json();
  };
  const signUp = (id: string, n = 1) =>
    test.login().then((token) => test.ask(`POST /api/v1/sessions/${id}/registrations`, { token, body: eventBody(n) }));
  /** Where the public finds it: the list, its page, the calendar. */
  const seen = async (id: string): Promise<boolean[]> => [
    (await test.ask('GET /api/v1/sessions')).body.includes(id),
    (await test.ask(`GET /api/v1/sessions/${id}`)).statusCode === 200,
    (await test.ask('GET /api/v1/calendar.ics')).body.includes(id),
  ];

  it('shows a draft to staff alone, in which nobody can be, until it is published', async () => {
    const draft = await make({ publicFrom: null });
    expect(draft.publicFrom).toBeNull();
    const booked = (await signUp('demo-event-badminton')).json<{ id: string }>().id;
    expect(await seen(draft.id)).toEqual([false, false, false]);
    expect((await signUp(draft.id)).json().code).toBe('not-found');
    const added = await ask(`POST /sessions/${draft.id}/registrations`, { person: { name: '演示人' }, agreed: true });
    expect(added.json().code).toBe('session-not-open');
    const move = { sessionId: draft.id, seen: 'demo-event-badminton' };
    expect((await ask(`PUT /registrations/${booked}/session`, move)).json().code).toBe('session-not-open');
    const published = await ask(`PUT /sessions/${draft.id}/publication`, { seen: null }, 'once');
    expect(published.json()).toMatchObject({ state: 'open', publicFrom: isoAt(test.clock.now) });
    expect((await ask(`PUT /sessions/${draft.id}/publication`, { seen: null }, 'once')).statusCode).toBe(200);
    expect(await seen(draft.id)).toEqual([true, true, true]);
    expect((await signUp(draft.id)).statusCode).toBe(201);
    // What people have seen is not hidden again.
    const hide = await ask(`PUT /sessions/${draft.id}/publication`, { at: null, seen: isoAt(test.clock.now) });
    expect([hide.statusCode, hide.json().code]).toEqual([409, 'stale']);
  });

  it('shows it at its time, to the calendar and to those who wait for one as well', async () => {
    const token = await test.login();
    const wish = { kind: 'event', programmeId: null, adcode: '500110', evening: false, weekend: false };
    expect((await test.ask('POST /api/v1/me/session-alerts', { token, body: wish })).statusCode).toBeLessThan(300);
    const at = test.clock.now + HOUR;
    const draft = await make({ publicFrom: isoAt(at), adcode: '500110' });
    const before = await test.ask('GET /api/v1/calendar.ics');
    await sweepSessionAlerts(test.service);
    const told = () =>
      test.service.store.read.selectFrom('notices').select('session_id').where('session_id', '=', draft.id).execute();
    expect([await seen(draft.id), await told()]).toEqual([[false, false, false], []]);
    test.clock.now = at;
    expect(await seen(draft.id)).toEqual([true, true, true]);
    await sweepSessionAlerts(test.service);
    expect(await told()).toHaveLength(1);
    const tag = String(before.headers.etag);
    const after = await test.ask('GET /api/v1/calendar.ics', { headers: { 'if-none-match': tag } });
    expect(after.statusCode).toBe(200);
  });

  it('deletes what nobody is or was in and nobody waits for, once a key, and nothing else', async () => {
    const [empty, used, wanted] = [await make(), await make(), await make({ opensAt: isoAt(test.clock.now + DAY) })];
    const token = await test.login();
    const { id } = (
      await test.ask(`POST /api/v1/sessions/${used.id}/registrations`, { token, body: eventBody(1) })
    ).json<{ id: string }>();
    await test.ask(`DELETE /api/v1/me/registrations/${id}`, { token });
    const alert = await test.ask('POST /api/v1/me/session-alerts', { token, body: { sessionId: wanted.id } });
    expect(alert.statusCode).toBeLessThan(300);
    for (let tries = 0; tries < 2; tries += 1)
      expect((await ask(`DELETE /sessions/${empty.id}`, undefined, 'once')).statusCode).toBe(204);
    expect((await ask(`GET /sessions/${empty.id}`)).statusCode).toBe(404);
    for (const one of [used, wanted])
      expect((await ask(`DELETE /sessions/${one.id}`)).json().code).toBe('session-used');
    expect((await ask('DELETE /sessions/nothing-there')).json().code).toBe('not-found');
  });

  it('finds sessions by words and state, and keeps filters for whose they are', async () => {
    const draft = await make({ publicFrom: null, title: '草稿场 100%', address: '示例路 8 号' });
    const later = await make({ opensAt: isoAt(test.clock.now + DAY), title: '以后报名' });
    const full = await make({ capacity: 1, title: '满了的' });
    await signUp(full.id);
    const found = async (query: string): Promise<string[]> =>
      (await ask(`GET /sessions?${query}`)).json<{ sessions: StaffSessionWire[] }>().sessions.map(({ title }) => title);
    expect(await found(`q=${encodeURIComponent('100%')}`)).toEqual(['草稿场 100%']);
    expect(await found(`q=${encodeURIComponent('示例路 8')}`)).toEqual(['草稿场 100%']);
    expect(await found(`q=${encodeURIComponent('0%')}&state=open`)).toEqual([]);
    expect([await found('state=draft'), await found('state=full')]).toEqual([[draft.title], [full.title]]);
    expect(await found('state=upcoming')).toContain(later.title);
    expect(await found('state=open')).not.toEqual(expect.arrayContaining([draft.title, later.title, full.title]));
    const keep = (name: string, query: string) => ask('POST /me/session-filters', { name, query });
    await keep('我的草稿', 'state=draft');
    const kept = (await keep('我的草稿', 'state=draft&adcode=500103')).json<SessionFiltersWire>().filters;
    expect(kept).toMatchObject([{ name: '我的草稿', query: 'state=draft&adcode=500103' }]);
    const colleague = await member(test, ['clerk'], { organisation: 'main', districts: null });
    const asColleague = (line: string) => test.ask(line.replace(' ', ' /api/v1/staff'), { token: colleague.token });
    expect((await asColleague('GET /me/session-filters')).json()).toEqual({ filters: [] });
    expect((await asColleague(`DELETE /me/session-filters/${kept[0]?.id}`)).json().code).toBe('not-found');
    expect((await ask(`DELETE /me/session-filters/${kept[0]?.id}`)).statusCode).toBe(204);
    expect((await ask('GET /me/session-filters')).json()).toEqual({ filters: [] });
  });
});
