/** What somebody of the staff has to do now: by deadline, within the scope, and by what their role may. On both engines. */
import { addDays, dayAt } from '@yugong/domain/calendar';
import { defined } from '@yugong/domain/narrow';
import type { Role, Scope } from '@yugong/domain/staff-account';
import { QUIET_DAYS, type TodoWire } from '@yugong/domain/todo/wire';
import { DAY, HOUR, instantOf, isoAt } from '@yugong/domain/time';
import { statement } from '../../../server/src/kernel/store';
import { postgresEngine } from '../support/stores';
import { consents, eventBody, startService, type TestService } from '../support/service';
import { changedNotice, engines, everywhere, member } from './support';

const SESSION = 'demo-event-badminton';
const OTHER = 'demo-event-lecture';
const postgres = postgresEngine();
beforeAll(() => postgres.start(), 30_000);
afterAll(() => postgres.stop(), 30_000);

describe.each(engines)('on %s', (engine) => {
  let test: TestService;
  beforeAll(async () => {
    test = await startService({ config: engine === 'postgres' ? { databaseUrl: (await postgres.place()).at } : {} });
    Object.assign(test.service.limits, { writes: 1e9, logins: 1e9 });
  });
  afterAll(() => test.close());
  beforeEach(() => test.reset());

  const todo = async (roles: Role[], scope: Scope = everywhere): Promise<TodoWire> => {
    const { token } = await member(test, roles, scope);
    return (await test.ask('GET /api/v1/staff/me/todo', { token })).json();
  };
  const kinds = async (roles: Role[], scope?: Scope) =>
    (await todo(roles, scope)).items.map(({ kind, count }) => `${kind} ${count}`);
  const ask = async (line: string, body: object): Promise<{ id: string }> =>
    (await test.ask(line, { token: await test.login(), body })).json();
  const signUp = (n: number, session = SESSION) => ask(`POST /api/v1/sessions/${session}/registrations`, eventBody(n));
  const legal = (dueDay: string | null, n: number) =>
    ask('POST /api/v1/legal-aid', {
      topic: 'pay',
      name: '演示人',
      phone: `1990000${1000 + n}`,
      text: '例子',
      ...(dueDay === null ? {} : { dueDay }),
      consents: consents('legal-aid'),
    });
  const move = async (set: object, id = SESSION): Promise<void> => {
    const { store } = test.service;
    await store.write([statement(store.read.updateTable('sessions').set(set).where('id', '=', id), 1)]);
  };

  it('lists calls, requests and reports by their deadline, and those without one last', async () => {
    const today = dayAt(test.clock.now);
    await changedNotice(test, (await signUp(1)).id, SESSION);
    await legal(addDays(today, 1), 1);
    await legal(addDays(today, 40), 2);
    await legal(null, 3);
    const station = defined(test.service.content.dataset().stations[0]).id;
    await ask(`POST /api/v1/stations/${station}/reports`, { kind: 'locked' });
    const { items } = await todo(['administrator']);
    expect(items.filter(({ kind }) => kind !== 'quiet-content').map(({ kind, count }) => [kind, count])).toEqual([
      ['calls', 1],
      ['request', 1],
      ['reports', 1],
      ['requests', 2],
    ]);
    expect(items[1]).toMatchObject({ subject: { title: '欠薪' }, dueAt: expect.stringMatching(addDays(today, 1)) });
    expect(items[3]).toMatchObject({ dueAt: null, subject: null });
  });

  it('asks nobody to answer that a station is open and works', async () => {
    const [station] = test.service.content.dataset().stations;
    const report = async (kind: string) =>
      test.ask(`POST /api/v1/stations/${station?.id}/reports`, { token: await test.login(), body: { kind } });
    await report('open');
    expect(await kinds(['editor'])).toEqual(['quiet-content 1']);
    test.clock.now += 4 * DAY;
    const { token } = await member(test, ['editor']);
    const shown = await test.ask('GET /api/v1/staff/station-reports', { token });
    expect(shown.json()).toMatchObject({ stations: [{ reports: [{ kind: 'open', overdue: false }] }] });
    await report('locked');
    expect(await kinds(['editor'])).toEqual(['reports 1', 'quiet-content 1']);
  });

  it('shows to each role what it may do, and to a district nothing of another', async () => {
    await changedNotice(test, (await signUp(1)).id, SESSION);
    await legal(null, 1);
    expect(await kinds(['clerk'])).toEqual(['calls 1']);
    expect(await kinds(['lawyer'])).toEqual(['requests 1']);
    expect(await kinds(['editor'])).toEqual(['quiet-content 1']);
    expect(await kinds(['clerk'], { organisation: 'main', districts: ['500103'] })).toEqual([]);
    expect(await kinds(['clerk'], { organisation: 'main', districts: ['500107'] })).toEqual(['calls 1']);
    expect(await kinds(['lawyer'], { organisation: 'other', districts: null })).toEqual([]);
  });

  it('tells that nobody took along the list of a session of today or tomorrow, until somebody does', async () => {
    await signUp(1);
    expect(await kinds(['check-in'])).toEqual([]);
    // It is ten in the morning: tomorrow's last session is more than a day away.
    const day = instantOf(addDays(dayAt(test.clock.now), 2));
    await move({ starts_at: day, ends_at: day + HOUR });
    expect(await kinds(['check-in'])).toEqual([]);
    await move({ starts_at: day - HOUR, ends_at: day });
    const [item] = (await todo(['check-in'])).items;
    expect(item).toMatchObject({ kind: 'door-list', subject: { id: SESSION }, dueAt: isoAt(day - HOUR) });
    const { token } = await member(test, ['check-in']);
    expect((await test.ask(`GET /api/v1/staff/sessions/${SESSION}/door`, { token })).statusCode).toBe(200);
    expect(await kinds(['check-in'])).toEqual([]);
  });

  it('tells of seats that lapse within a day, and not of those that are held for longer', async () => {
    const { id } = await signUp(1);
    const hold = async (until: number): Promise<void> => {
      const { store } = test.service;
      const offer = { status: 'waitlist' as const, offer_until: until };
      await store.write([statement(store.read.updateTable('registrations').set(offer).where('id', '=', id), 1)]);
    };
    await hold(test.clock.now + 3 * HOUR);
    expect((await todo(['clerk'])).items).toMatchObject([
      { kind: 'offer', count: 1, subject: { id: SESSION }, dueAt: isoAt(test.clock.now + 3 * HOUR) },
    ]);
    await hold(test.clock.now + 2 * DAY);
    expect(await kinds(['clerk'])).toEqual([]);
  });

  it('counts drafts that nobody published, for a month', async () => {
    const { token } = await member(test, ['editor']);
    const pasted = { text: '# 通讯\n## 一周动态\n◆11月14日，某区总工会开班。\n', issueDate: '2026-11-20' };
    await test.ask('POST /api/v1/staff/content/drafts', { token, body: pasted });
    expect(await kinds(['editor'])).toEqual(['drafts 1', 'quiet-content 1']);
    test.clock.now += 31 * DAY;
    expect(await kinds(['editor'])).toEqual(['quiet-content 1']);
  });

  it('tells of sessions that are drafts, by when their sign-ups are to begin, and of none that has its time', async () => {
    expect(await kinds(['clerk'])).toEqual([]);
    const opens = test.clock.now + 3 * DAY;
    await move({ public_from: null, opens_at: opens });
    expect((await todo(['clerk'])).items).toMatchObject([
      { kind: 'session-drafts', count: 1, dueAt: isoAt(opens), subject: { id: SESSION } },
    ]);
    await move({ public_from: null, opens_at: opens + DAY }, OTHER);
    expect((await todo(['clerk'])).items).toMatchObject([
      { kind: 'session-drafts', count: 2, dueAt: isoAt(opens), subject: null },
    ]);
    expect(await kinds(['check-in'])).toEqual([]);
    await move({ public_from: test.clock.now + DAY });
    await move({ public_from: test.clock.now + DAY }, OTHER);
    expect(await kinds(['clerk'])).toEqual([]);
  });

  it('gives the first steps where no session was ever made, and says which are done', async () => {
    expect((await todo(['administrator'])).firstSteps).toBeNull();
    const { store } = test.service;
    await store.write([statement(store.read.deleteFrom('sessions')), statement(store.read.deleteFrom('programmes'))]);
    const steps = async (roles: Role[]) => (await todo(roles)).firstSteps?.map(({ step, done }) => `${step} ${done}`);
    // The members of earlier questions are colleagues by now.
    expect(await steps(['clerk'])).toEqual(['people true', 'programme false', 'session false', 'content false']);
    expect(await steps(['editor'])).toBeUndefined();
  });

  it('tells an editor when nothing was published for two weeks', async () => {
    const { store } = test.service;
    const publication = { version: 1, at: test.clock.now, by_whom: '', note: '', parts: '[]', undone_by: null };
    await store.write([statement(store.read.insertInto('content_publications').values(publication), 1)]);
    expect(await kinds(['editor'])).toEqual([]);
    test.clock.now += QUIET_DAYS * DAY;
    expect((await todo(['editor'])).items).toMatchObject([
      { kind: 'quiet-content', dueAt: isoAt(test.clock.now), subject: null },
    ]);
  });
});
