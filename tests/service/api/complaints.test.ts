/** 投诉建议 and 请回电: sent once, promised an answer by a working day, answered by a clerk, read, added to, destroyed. */
import { DAY, instantOf } from '@yugong/domain/time';
import { retention, sweepData, sweepUnused } from '../../../server/src/maintenance';
import { member, type TestMember } from '../staff/support';
import { startService, type TestService } from '../support/service';

const SAID = '演示：列表点不开';

let test: TestService;
let token: string;
let renewal: string;
beforeAll(async () => {
  test = await startService({ operator: { name: '测试总工会', answerWithin: 5 } });
});
afterAll(() => test.close());
beforeEach(async () => {
  await test.reset();
  // A Monday without a holiday near it.
  test.clock.now = instantOf('2026-11-30', '10:00');
  ({ token, renewal } = (await test.ask('POST /api/v1/login/device')).json());
});

/** Days pass, and the phone renews its login as it does when it is opened. */
async function passDays(days: number): Promise<void> {
  test.clock.now += days * DAY;
  const headers = { authorization: `Bearer ${renewal}` };
  ({ token, renewal } = (await test.ask('POST /api/v1/login/renew', { headers })).json());
}

const body = { kind: 'complaint', text: SAID, page: 'features/stations/pages/list/index' };
const send = (change: object = {}, key?: string) =>
  test.ask('POST /api/v1/complaints', { token, body: { ...body, ...change }, ...(key ? { key } : {}) });
const sent = async (change: object = {}) => (await send(change)).json<{ id: string; number: string }>();
const mine = async () =>
  (await test.ask('GET /api/v1/me/complaints', { token })).json<{
    complaints: { id: string; status: string; answerBy: string; messages: { author: string; text: string }[] }[];
  }>().complaints;
const as = (who: TestMember, line: string, given?: unknown, key?: string) =>
  test.ask(line.replace(' ', ' /api/v1/staff'), {
    token: who.token,
    ...(given === undefined ? {} : { body: given }),
    ...(key ? { key } : {}),
  });

it('is acknowledged with a number and the last working day for its answer, once for a key', async () => {
  const [first, again] = [await send({}, 'one'), await send({}, 'one')];
  expect(first.statusCode).toBe(201);
  expect(again.body).toBe(first.body);
  expect(first.json()).toEqual({
    id: expect.any(String),
    number: expect.stringMatching(/^261130-[0-9A-Z]{6}$/),
    status: 'received',
    answerBy: '2026-12-07',
    createdAt: '2026-11-30T10:00:00.000+08:00',
  });
  expect(await mine()).toMatchObject([{ ...body, id: first.json<{ id: string }>().id, phone: null, messages: [] }]);
});

it('is promised the longest that a rule allows where the operator promises nothing', async () => {
  const other = await startService();
  const answer = await other.ask('POST /api/v1/complaints', { token: await other.login(), body });
  expect(other.service.answerWithin).toBe(15);
  expect(answer.statusCode).toBe(201);
  await other.close();
});

it.each([
  ['nothing said', { text: ' ' }, '/text', 'required'],
  ['no number to call back at', { kind: 'call-back' }, '/phone', 'required'],
  ['an address with what was typed in it', { page: 'pages/home/index?q=1' }, '/page', 'value'],
])('with %s is refused', async (_, change, pointer, code) => {
  const refused = await send(change);
  expect([refused.statusCode, refused.json().errors]).toEqual([422, [{ pointer, code }]]);
});

it('is stored so that nobody reads it without its author’s key', async () => {
  const { id } = await sent({ kind: 'call-back', phone: '19900000001', callAt: 'morning' });
  await test.ask(`POST /api/v1/me/complaints/${id}/messages`, { token, body: { text: SAID } });
  const { read } = test.service.store;
  const rows = [
    await read.selectFrom('complaints').selectAll().execute(),
    await read.selectFrom('complaint_messages').selectAll().execute(),
  ];
  expect(rows.map((one) => one.length)).toEqual([1, 1]);
  expect(JSON.stringify(rows)).not.toMatch(/演示|19900000001|morning/);
});

it('is refused from an account that has sent six within a day, and taken the day after', async () => {
  const codes = [];
  for (let n = 0; n < 7; n += 1) codes.push((await send()).statusCode);
  expect(codes).toEqual([201, 201, 201, 201, 201, 201, 409]);
  expect((await send()).json().code).toBe('too-many-complaints');
  await passDays(1);
  expect((await send()).statusCode).toBe(201);
});

describe('in the console', () => {
  let clerk: TestMember;
  beforeEach(async () => {
    clerk = await member(test, ['clerk'], { organisation: 'main', districts: null });
  });

  it('stands in the queue by its last day, says nothing of its author, and is overdue after it', async () => {
    const late = await sent();
    await passDays(3);
    const { id } = await sent({ kind: 'call-back', phone: '19900000001' });
    await passDays(5);
    const onDuty = await member(test, ['clerk'], { organisation: 'main', districts: null });
    const queue = await as(onDuty, 'GET /complaints');
    expect(queue.json()).toMatchObject({
      complaints: [
        { id: late.id, number: late.number, kind: 'complaint', waiting: true, answerBy: '2026-12-07', daysLeft: -1 },
        { id, kind: 'call-back', answerBy: '2026-12-10', daysLeft: 2 },
      ],
      counts: { waiting: 2, overdue: 1, answered: 0 },
    });
    expect(queue.body).not.toMatch(/演示|19900000001/);
  });

  it('is answered once, told to its author, added to with a new deadline, and closed', async () => {
    const { id } = await sent();
    const opened = await as(clerk, `GET /complaints/${id}`);
    expect(opened.json()).toMatchObject({ text: SAID, page: body.page, messages: [] });
    for (let n = 0; n < 2; n += 1)
      expect((await as(clerk, `POST /complaints/${id}/messages`, { text: '修好了' }, 'answer')).statusCode).toBe(201);
    expect(await mine()).toMatchObject([{ status: 'answered', messages: [{ author: 'union', text: '修好了' }] }]);
    const { notices } = (await test.ask('GET /api/v1/me/notices', { token })).json();
    expect(notices).toMatchObject([
      { kind: 'complaint-answer', requestId: id, title: '投诉建议', registrationId: null },
    ]);
    await passDays(2);
    clerk = await member(test, ['clerk'], { organisation: 'main', districts: null });
    await test.ask(`POST /api/v1/me/complaints/${id}/messages`, { token, body: { text: '还是不行' } });
    expect(await mine()).toMatchObject([{ status: 'assigned', answerBy: '2026-12-09' }]);
    expect((await as(clerk, 'GET /complaints?show=waiting')).json().complaints).toMatchObject([{ id, daysLeft: 5 }]);
    expect((await as(clerk, `POST /complaints/${id}/close`, { text: '换了办法' })).json()).toMatchObject({
      status: 'closed',
      waiting: false,
    });
    expect((await as(clerk, 'GET /complaints?show=waiting')).json().complaints).toEqual([]);
    expect((await as(clerk, `POST /complaints/${id}/messages`, { text: '晚了' })).json().code).toBe('no-longer-open');
    const more = await test.ask(`POST /api/v1/me/complaints/${id}/messages`, { token, body: { text: '晚了' } });
    expect(more.json().code).toBe('request-over');
    const audit = await test.service.store.read
      .selectFrom('audit')
      .select('action')
      .where('action', 'like', 'complaint.%')
      .where(({ eb, or }) => or([eb('detail', 'like', `%${id}%`), eb('subject', '=', id)]))
      .orderBy('seq')
      .execute();
    expect(audit.map(({ action }) => action).sort()).toEqual([
      'complaint.answered',
      'complaint.closed',
      'complaint.message',
      'complaint.read',
      'complaint.sent',
    ]);
  });

  it('isn’t answered over what its author wrote since it was opened', async () => {
    const { id } = await sent();
    const { updatedAt } = (await as(clerk, `GET /complaints/${id}`)).json<{ updatedAt: string }>();
    await test.ask(`POST /api/v1/me/complaints/${id}/messages`, { token, body: { text: '补充一句' } });
    const late = await as(clerk, `POST /complaints/${id}/messages`, { text: '修好了', seen: updatedAt });
    expect([late.statusCode, late.json().code]).toEqual([409, 'stale']);
    const close = await as(clerk, `POST /complaints/${id}/close`, { seen: updatedAt });
    expect([close.statusCode, close.json().code]).toEqual([409, 'stale']);
    const again = (await as(clerk, `GET /complaints/${id}`)).json<{ updatedAt: string }>();
    const answer = await as(clerk, `POST /complaints/${id}/messages`, { text: '修好了', seen: again.updatedAt });
    expect(answer.statusCode).toBe(201);
  });

  it('is among what a clerk has to do until it is answered, with the day for its answer', async () => {
    const { id } = await sent();
    const todo = async () => (await as(clerk, 'GET /me/todo')).json<{ items: object[] }>().items;
    expect(await todo()).toMatchObject([
      { kind: 'complaints', count: 1, dueAt: expect.stringMatching('2026-12-07T23:59:59'), subject: null },
    ]);
    await as(clerk, `POST /complaints/${id}/messages`, { text: '修好了' });
    expect(await todo()).toEqual([]);
  });

  it('is a clerk’s of its district or of the whole city, and no lawyer’s or editor’s', async () => {
    const { id } = await sent({ adcode: '500101' });
    const there = await member(test, ['clerk'], { organisation: 'main', districts: ['500101'] });
    const elsewhere = await member(test, ['clerk'], { organisation: 'main', districts: ['500103'] });
    const others = await member(test, ['lawyer', 'editor', 'check-in'], { organisation: 'main', districts: null });
    const codes = [];
    for (const who of [clerk, there, elsewhere, others])
      codes.push((await as(who, `GET /complaints/${id}`)).statusCode);
    expect(codes).toEqual([200, 200, 404, 403]);
    expect((await as(elsewhere, 'GET /complaints')).json().complaints).toEqual([]);
  });
});

it('is destroyed by its author with everything said about it, and by nobody else', async () => {
  const { id } = await sent();
  const stranger = await test.login();
  await test.ask(`POST /api/v1/me/complaints/${id}/messages`, { token, body: { text: '补充' } });
  const added = { token: stranger, body: { text: '别人' } };
  expect((await test.ask(`POST /api/v1/me/complaints/${id}/messages`, added)).statusCode).toBe(404);
  expect((await test.ask(`DELETE /api/v1/me/complaints/${id}`, { token: stranger })).statusCode).toBe(404);
  expect((await test.ask(`DELETE /api/v1/me/complaints/${id}`, { token })).statusCode).toBe(204);
  const { read } = test.service.store;
  expect(await read.selectFrom('complaints').selectAll().execute()).toEqual([]);
  expect(await read.selectFrom('complaint_messages').selectAll().execute()).toEqual([]);
});

it('stays for two years after the last word, its author’s account with it, and then goes with all that was said', async () => {
  const { id } = await sent();
  await test.ask(`POST /api/v1/me/complaints/${id}/messages`, { token, body: { text: '补充' } });
  test.clock.now += retention.complaint - DAY;
  await sweepData(test.service);
  await sweepUnused(test.service);
  const { read } = test.service.store;
  expect(await read.selectFrom('complaints').select('id').execute()).toEqual([{ id }]);
  test.clock.now += 2 * DAY;
  await sweepData(test.service);
  expect(await read.selectFrom('complaints').selectAll().execute()).toEqual([]);
  expect(await read.selectFrom('complaint_messages').selectAll().execute()).toEqual([]);
  expect(await sweepUnused(test.service)).toBeGreaterThan(0);
});
