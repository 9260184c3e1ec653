/** Colleagues with one request: two answers, a request taken over, taken up again, and who is named how. On both engines. */
import type { CaseWire, QueueWire } from '@yugong/domain/legal-aid/staff-wire';
import { REOPENED } from '@yugong/domain/legal-aid/words';
import { MINUTE } from '@yugong/domain/time';
import { statement } from '../../../server/src/kernel/store';
import { postgresEngine } from '../support/stores';
import { consents, startService, type TestService } from '../support/service';
import { engines, everywhere, member, type TestMember } from './support';

const postgres = postgresEngine();
beforeAll(() => postgres.start(), 30_000);
afterAll(() => postgres.stop(), 30_000);

describe.each(engines)('on %s', (engine) => {
  let test: TestService;
  let worker: string;
  let first: TestMember;
  let second: TestMember;
  let id: string;
  beforeAll(async () => {
    test = await startService({ config: engine === 'postgres' ? { databaseUrl: (await postgres.place()).at } : {} });
    Object.assign(test.service.limits, { writes: 1e9, logins: 1e9 });
  });
  afterAll(() => test.close());
  beforeEach(async () => {
    await test.reset();
    worker = await test.login();
    const scope = { organisation: 'main', districts: ['500103'] };
    [first, second] = [await member(test, ['lawyer'], scope), await member(test, ['lawyer'], scope)];
    const body = {
      topic: 'pay',
      name: '演示人',
      phone: '19900000001',
      text: '两个月没有发工资',
      bring: ['劳动合同', '工资条'],
      adcode: '500103',
      consents: consents('legal-aid'),
    };
    id = (await test.ask('POST /api/v1/legal-aid', { token: worker, body })).json<{ id: string }>().id;
  });

  const as =
    ({ token }: TestMember) =>
    (line: string, body?: unknown) =>
      test.ask(line.replace(' ', ' /api/v1/staff'), { token, ...(body === undefined ? {} : { body }) });
  const opened = async (who = first) => (await as(who)(`GET /legal-aid/${id}`)).json<CaseWire>();
  const mine = async () =>
    (await test.ask('GET /api/v1/me/legal-aid', { token: worker })).json<{
      requests: { status: string; messages: { author: string; text: string }[] }[];
    }>().requests[0];
  const answer = (who: TestMember, text: string, seen: string) =>
    as(who)(`POST /legal-aid/${id}/messages`, { text, seen });

  it('sends no second answer over one that its writer didn’t see, at whatever moment both come', async () => {
    const { updatedAt } = await opened();
    const both = await Promise.all([answer(first, '可以申请支付令', updatedAt), answer(second, '请先投诉', updatedAt)]);
    expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([201, 409]);
    expect(both.find(({ statusCode }) => statusCode === 409)?.json()).toMatchObject({ code: 'stale' });
    expect((await mine())?.messages).toHaveLength(1);
    const now = await opened(second);
    expect((await answer(second, '另外请带工资条', now.updatedAt)).statusCode).toBe(201);
    expect((await mine())?.messages).toHaveLength(2);
  });

  it('neither answers nor closes past what the worker wrote meanwhile, or a colleague who took it', async () => {
    const { updatedAt } = await opened();
    await test.ask(`POST /api/v1/me/legal-aid/${id}/messages`, { token: worker, body: { text: '公司刚刚发了一半' } });
    expect((await answer(first, '可以申请支付令', updatedAt)).json()).toMatchObject({ code: 'stale' });
    expect((await as(first)(`POST /legal-aid/${id}/close`, { seen: updatedAt })).json()).toMatchObject({
      code: 'stale',
    });
    const seen = (await opened()).updatedAt;
    await as(second)(`PUT /legal-aid/${id}/assignee`, { assignee: second.id, seen: null });
    expect((await answer(first, '可以申请支付令', seen)).json()).toMatchObject({ code: 'stale' });
    expect((await as(first)(`POST /legal-aid/${id}/close`, { seen: (await opened()).updatedAt })).statusCode).toBe(200);
  });

  it('is taken over from a colleague, and taken up again after it was closed', async () => {
    await as(second)(`PUT /legal-aid/${id}/assignee`, { assignee: second.id, seen: null });
    const taken = await as(first)(`PUT /legal-aid/${id}/assignee`, { assignee: first.id, seen: second.id });
    expect(taken.json()).toMatchObject({ assignee: { id: first.id, name: '演示人' } });
    expect((await as(first)(`POST /legal-aid/${id}/reopen`)).json()).toMatchObject({ code: 'not-active' });
    await as(first)(`POST /legal-aid/${id}/close`, { text: '办结了' });
    test.clock.now += MINUTE;
    expect((await as(second)(`POST /legal-aid/${id}/reopen`)).json()).toMatchObject({
      state: 'assigned',
      assignee: { id: first.id },
    });
    expect(await mine()).toMatchObject({ status: 'assigned', messages: [{ text: '办结了' }, { text: REOPENED }] });
  });

  it('names a colleague who works elsewhere, tells another union’s apart, and calls only who left gone', async () => {
    const nameNow = async (): Promise<string | undefined> =>
      (await as(first)('GET /legal-aid')).json<QueueWire>().requests[0]?.assignee?.name;
    const { store } = test.service;
    const give = (to: string) =>
      store.write([statement(store.read.updateTable('legal_aid').set({ assigned_to: to }).where('id', '=', id), 1)]);
    await give((await member(test, ['lawyer'], everywhere)).id);
    expect(await nameNow()).toBe('演示人');
    await give((await member(test, ['lawyer'], { organisation: 'main', districts: ['500106'] })).id);
    expect(await nameNow()).toBe('演示人');
    await give((await member(test, ['lawyer'], { organisation: 'demo', districts: null })).id);
    expect(await nameNow()).toBe('其他工会的同事');
    await give('01JD7Q9Z3K4M5N6P7Q8R9S0T1V');
    expect(await nameNow()).toBe('已离开的同事');
  });

  it('shows the lawyer what the worker can bring', async () => {
    expect((await opened()).bring).toEqual(['劳动合同', '工资条']);
  });
});
