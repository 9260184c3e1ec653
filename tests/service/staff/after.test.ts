/** After the day: outcomes without results, and requests that somebody answers. On both engines. */
import { DAY } from '@yugong/domain/time';
import { dayAt } from '@yugong/domain/calendar';
import { statement } from '../../../server/src/kernel/store';
import type { RecallsWire, UntoldWire } from '@yugong/domain/screening-outcome/wire';
import { postgresEngine } from '../support/stores';
import { consents, screeningBody, startService, type TestService } from '../support/service';
import { engines, member, type TestMember } from './support';

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

  const as = (who: TestMember) => (line: string, body?: unknown, key?: string) =>
    test.ask(line.replace(' ', ' /api/v1/staff'), {
      token: who.token,
      ...(body === undefined ? {} : { body }),
      ...(key ? { key } : {}),
    });

  it('notes what became of whoever came, sealed, until nobody is left untold', async () => {
    const ids: string[] = [];
    for (let n = 1; n <= 3; n += 1)
      ids.push(
        (
          await test.ask('POST /api/v1/sessions/demo-screening-1/registrations', {
            token: await test.login(),
            body: screeningBody(n),
          })
        ).json().id,
      );
    const { ends_at } = await test.service.store.read
      .selectFrom('sessions')
      .select('ends_at')
      .where('id', '=', 'demo-screening-1')
      .executeTakeFirstOrThrow();
    test.clock.now = Number(ends_at) + 16 * DAY;
    const ask = as(await member(test, ['clerk'], { organisation: 'main', districts: ['500103'] }));
    for (const id of ids.slice(0, 2))
      await ask(`PUT /registrations/${id}/attendance`, { to: 'fulfilled', seen: 'booked' });
    const url = '/sessions/demo-screening-1/outcomes';
    const waiting = async () => (await ask('GET /outcomes/untold')).json().sessions;
    expect(await waiting()).toMatchObject([{ sessionId: 'demo-screening-1', came: 2, untold: 2, overdue: true }]);
    expect((await ask(`POST ${url}`, { ids, set: { attendance: 'partly', recalled: true } })).json()).toEqual({
      changed: 2,
    });
    await ask(`POST ${url}`, { ids: [ids[0]], set: { notified: true, helpOffered: true } });
    expect((await ask(`GET ${url}`)).json()).toMatchObject({
      total: 2,
      rows: [
        {
          name: '演＊＊',
          outcome: {
            attendance: 'partly',
            notifiedAt: expect.any(String),
            recalledAt: expect.any(String),
            helpOfferedAt: expect.any(String),
          },
        },
        { outcome: { attendance: 'partly', notifiedAt: null, helpOfferedAt: null } },
      ],
    });
    expect(await waiting()).toMatchObject([{ untold: 1 }]);
    const stored = JSON.stringify(await test.service.store.read.selectFrom('outcomes').selectAll().execute());
    expect(stored).not.toMatch(/partly|recalled/);
    await ask(`POST ${url}`, { ids: [ids[1]], set: { notified: true, recalled: false } });
    expect(await waiting()).toEqual([]);
    expect((await ask(`GET ${url}`)).json().rows[1].outcome).toMatchObject({ attendance: 'partly', recalledAt: null });
  });

  it('lists who was asked to come again, with days and calls, until it is known how that ended', async () => {
    const session = 'demo-screening-1';
    const ids: string[] = [];
    for (let n = 1; n <= 3; n += 1) {
      const asked = { token: await test.login(), body: screeningBody(n) };
      const answer = await test.ask(`POST /api/v1/sessions/${session}/registrations`, asked);
      ids.push(answer.json<{ id: string }>().id);
    }
    const { ends_at } = await test.service.store.read
      .selectFrom('sessions')
      .select('ends_at')
      .where('id', '=', session)
      .executeTakeFirstOrThrow();
    test.clock.now = Number(ends_at) + DAY;
    const ask = as(await member(test, ['clerk'], { organisation: 'main', districts: ['500103'] }));
    for (const id of ids) await ask(`PUT /registrations/${id}/attendance`, { to: 'fulfilled', seen: 'booked' });
    const set = (at: number, edit: object, key?: string) =>
      ask(`POST /sessions/${session}/outcomes`, { ids: [ids[at]], set: edit }, key);
    await set(0, { notified: true, recalled: true, recallBy: '2027-01-10' });
    await set(1, { notified: true, recalled: true, recallBy: '2026-12-20' });
    await set(2, { notified: true });
    const list = async () => (await ask('GET /outcomes/recalls')).json<RecallsWire>().rows;
    expect((await list()).map(({ registrationId, outcome }) => [registrationId, outcome.recall.by])).toEqual([
      [ids[1], '2026-12-20'],
      [ids[0], '2027-01-10'],
    ]);
    // A call whose answer was lost is sent again, and noted once; a second call is another.
    for (const key of ['call-one', 'call-one', 'call-two']) await set(1, { recallContact: 'no-answer' }, key);
    expect((await list())[0]?.outcome.recall.contacts.map(({ result }) => result)).toEqual(['no-answer', 'no-answer']);
    expect((await list())[0]).toMatchObject({ name: '演＊＊', sessionTitle: expect.any(String) });
    const stored = JSON.stringify(await test.service.store.read.selectFrom('outcomes').selectAll().execute());
    expect(stored).not.toMatch(/no-answer|2026-12-20|recall/);
    await set(1, { recallOutcome: 'came' });
    // Three people are too few for any figure but that there are some.
    const figures = await ask('GET /programmes/demo-screening/follow-up');
    expect(figures.json()).toMatchObject({
      told: {
        total: null,
        cells: [
          { key: 'told', count: null },
          { key: 'untold', count: 0 },
        ],
      },
      recalled: { total: null },
      recalls: { total: null },
      shares: { told: null, recalled: null, cameAgain: null },
    });
    expect((await list()).map(({ registrationId }) => registrationId)).toEqual([ids[0]]);
    // Another district's clerk sees none of it.
    const far = as(await member(test, ['clerk'], { organisation: 'main', districts: ['500101'] }));
    expect((await far('GET /outcomes/recalls')).json()).toEqual({ rows: [] });
    // Everybody was told; the session can be gone back to all the same, for a while.
    const sessions = async (query = '') => (await ask(`GET /outcomes/untold${query}`)).json<UntoldWire>().sessions;
    expect(await sessions()).toEqual([]);
    expect(await sessions('?all=1')).toMatchObject([{ sessionId: session, came: 3, untold: 0, overdue: false }]);
  });

  it('takes outcomes along when an account is deleted', async () => {
    const token = await test.login();
    const { id } = (
      await test.ask('POST /api/v1/sessions/demo-screening-1/registrations', { token, body: screeningBody(1) })
    ).json();
    // It begins now, rather than her login growing old.
    const { store } = test.service;
    const begin = store.read
      .updateTable('sessions')
      .set({ starts_at: test.clock.now })
      .where('id', '=', 'demo-screening-1');
    await store.write([statement(begin, 1)]);
    const ask = as(await member(test, ['clerk'], { organisation: 'main', districts: null }));
    await ask(`PUT /registrations/${id}/attendance`, { to: 'fulfilled', seen: 'booked' });
    await ask('POST /sessions/demo-screening-1/outcomes', { ids: [id], set: { notified: true } });
    expect(await test.service.store.read.selectFrom('outcomes').selectAll().execute()).toHaveLength(1);
    await test.ask('DELETE /api/v1/me', { token });
    expect(await test.service.store.read.selectFrom('outcomes').selectAll().execute()).toEqual([]);
    expect((await ask('GET /sessions/demo-screening-1/outcomes')).json().total).toBe(0);
  });

  describe('legal aid', () => {
    let token: string;
    let lawyer: TestMember;
    let chief: TestMember;
    beforeEach(async () => {
      token = await test.login();
      lawyer = await member(test, ['lawyer'], { organisation: 'main', districts: ['500103'] });
      chief = await member(test, ['administrator'], { organisation: 'main', districts: null });
    });
    const request = async (change: object = {}) => {
      const body = {
        topic: 'pay',
        name: '演示人',
        phone: '19900000001',
        text: '两个月没有发工资',
        adcode: '500103',
        consents: consents('legal-aid'),
        ...change,
      };
      return (await test.ask('POST /api/v1/legal-aid', { token, body })).json<{ id: string }>().id;
    };
    const mine = async (id: string) =>
      (await test.ask('GET /api/v1/me/legal-aid', { token }))
        .json()
        .requests.find((one: { id: string }) => one.id === id);
    const day = (days: number) => dayAt(test.clock.now + days * DAY);

    it('puts the urgent first, and shows nothing of the person in the queue', async () => {
      const [calm, urgent, away] = [
        await request({ dueDay: day(60) }),
        await request({ dueDay: day(3) }),
        await request({ adcode: '500101' }),
      ];
      const queue = await as(lawyer)('GET /legal-aid');
      expect(
        queue
          .json()
          .requests.map(({ id, urgent: is, daysLeft }: { id: string; urgent: boolean; daysLeft: number }) => [
            id,
            is,
            daysLeft,
          ]),
      ).toEqual([
        [urgent, true, 3],
        [calm, false, 60],
      ]);
      expect(queue.json().counts).toMatchObject({ new: 2, urgent: 1 });
      expect(queue.body).not.toMatch(/演示人|19900000001|工资/);
      expect((await as(lawyer)(`GET /legal-aid/${away}`)).statusCode).toBe(404);
      expect((await as(chief)(`GET /legal-aid/${away}`)).json().name).toBe('演示人');
    });

    it('is taken, answered and closed, and the worker reads it', async () => {
      const id = await request();
      expect(
        (await as(lawyer)(`PUT /legal-aid/${id}/assignee`, { assignee: lawyer.id, seen: null })).json(),
      ).toMatchObject({
        state: 'assigned',
        assignee: { id: lawyer.id, name: '演示人' },
      });
      expect(
        (await as(lawyer)(`PUT /legal-aid/${id}/assignee`, { assignee: chief.id, seen: lawyer.id })).statusCode,
      ).toBe(403);
      const opened = (await as(lawyer)(`GET /legal-aid/${id}`)).json();
      expect(opened).toMatchObject({ name: '演示人', text: '两个月没有发工资', messages: [] });
      const audit = await test.service.store.read
        .selectFrom('audit')
        .select(['actor', 'detail'])
        .where('action', '=', 'legal-aid.read')
        .where('subject', '=', id)
        .execute();
      expect(audit).toEqual([{ actor: `staff:${lawyer.id}`, detail: '{"reason":"handle"}' }]);
      for (let times = 0; times < 2; times += 1)
        expect(
          (await as(lawyer)(`POST /legal-aid/${id}/messages`, { text: '可以申请支付令' }, 'answer')).statusCode,
        ).toBe(201);
      expect(await mine(id)).toMatchObject({
        status: 'answered',
        messages: [{ author: 'union', text: '可以申请支付令' }],
      });
      await test.ask(`POST /api/v1/me/legal-aid/${id}/messages`, { token, body: { text: '还有一个问题' } });
      expect((await as(lawyer)('GET /legal-aid?mine=1')).json().requests).toMatchObject([{ id, waiting: true }]);
      expect((await as(lawyer)(`POST /legal-aid/${id}/close`, { text: '办结了' })).json().state).toBe('closed');
      expect((await as(lawyer)(`POST /legal-aid/${id}/messages`, { text: '还想说' })).json().code).toBe(
        'no-longer-open',
      );
      expect(await mine(id)).toMatchObject({ status: 'closed' });
    });

    it('has a clue for supervision in the queue, and the fifteen working days of a letter for everybody', async () => {
      const id = await request({ topic: 'supervision', text: '演示公司不让休年假' });
      expect((await as(lawyer)('GET /legal-aid')).json().requests).toMatchObject([
        { id, topic: 'supervision', letter: null },
      ]);
      const note = (body: object, key?: string) => as(lawyer)(`POST /legal-aid/${id}/letter`, body, key);
      expect((await note({ kind: 'opinion', sentOn: day(1) })).json().errors).toEqual([
        { pointer: '/sentOn', code: 'outside' },
      ]);
      const letter = { kind: 'opinion', sentOn: '2026-01-05', answerBy: '2026-01-26' };
      for (let times = 0; times < 2; times += 1)
        expect((await note({ kind: 'opinion', sentOn: '2026-01-05' }, 'letter')).json()).toMatchObject({
          letter,
          state: 'assigned',
          assignee: { id: lawyer.id },
        });
      expect(await mine(id)).toMatchObject({
        status: 'assigned',
        letter,
        messages: [{ author: 'union', text: expect.stringContaining('单位应在2026年1月26日前书面答复') }],
      });
      expect((await test.ask('GET /api/v1/me/export', { token })).body).toContain('"answerBy":"2026-01-26"');
      expect((await note({ kind: 'reminder', sentOn: day(0) })).json().letter).toMatchObject({ answerBy: null });
      await as(lawyer)(`POST /legal-aid/${id}/close`, {});
      expect((await note({ kind: 'proposal', sentOn: day(0) })).json().code).toBe('no-longer-open');
    });

    it('is nobody’s to read once withdrawn', async () => {
      const id = await request();
      await test.ask(`POST /api/v1/me/legal-aid/${id}/withdraw`, { token });
      const opened = await as(lawyer)(`GET /legal-aid/${id}`);
      expect(opened.json()).toMatchObject({ state: 'withdrawn', name: '', text: '', messages: [] });
    });

    it('goes to people who may and back into the queue', async () => {
      const id = await request();
      const clerk = await member(test, ['clerk'], { organisation: 'main', districts: ['500103'] });
      expect(
        (await as(chief)(`PUT /legal-aid/${id}/assignee`, { assignee: clerk.id, seen: null })).json().errors,
      ).toEqual([{ pointer: '/assignee', code: 'outside' }]);
      expect((await as(chief)(`PUT /legal-aid/${id}/assignee`, { assignee: lawyer.id, seen: null })).json().state).toBe(
        'assigned',
      );
      const { lawyers } = (await as(chief)('GET /legal-aid/lawyers')).json();
      expect(lawyers.find((one: { id: string }) => one.id === lawyer.id)).toMatchObject({ open: 1 });
      expect(
        (await as(lawyer)(`PUT /legal-aid/${id}/assignee`, { assignee: null, seen: lawyer.id })).json(),
      ).toMatchObject({
        state: 'new',
        assignee: null,
      });
    });

    it('keeps templates of one’s own organisation', async () => {
      const { store } = test.service;
      await store.write([
        statement(
          store.read
            .insertInto('organisations')
            .values({ id: 'other', title: '别的工会', created_at: 0 })
            .onConflict((c) => c.doNothing()),
        ),
      ]);
      const stranger = await member(test, ['lawyer'], { organisation: 'other', districts: null });
      const body = { title: '补材料', topic: null, text: '请带上考勤' };
      const { id } = (await as(lawyer)('POST /legal-aid/templates', body)).json();
      expect((await as(stranger)('GET /legal-aid/templates')).json()).toEqual({ templates: [] });
      expect((await as(stranger)(`PUT /legal-aid/templates/${id}`, { ...body, seen: 1 })).statusCode).toBe(404);
      expect((await as(stranger)(`DELETE /legal-aid/templates/${id}`)).statusCode).toBe(404);
      expect(
        (await as(lawyer)(`PUT /legal-aid/templates/${id}`, { ...body, title: '补', seen: 1 })).json(),
      ).toMatchObject({
        id,
        title: '补',
      });
      expect((await as(lawyer)(`DELETE /legal-aid/templates/${id}`)).statusCode).toBe(204);
    });
  });
});
