/** Several people of a session at once: cancelled for one reason, written to with one text. On both engines. */
import { defined } from '@yugong/domain/narrow';
import type { NoticeListWire } from '@yugong/domain/notice/wire';
import type { CancelledSeveralWire, MessagedSeveralWire } from '@yugong/domain/roster/wire';
import { HOUR } from '@yugong/domain/time';
import { statement } from '../../../server/src/kernel/store';
import { postgresEngine } from '../support/stores';
import { eventBody, startService, type TestService } from '../support/service';
import { engines, member, type TestMember } from './support';

const SESSION = 'demo-event-badminton';
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
  const signUp = async (n: number) => {
    const token = await test.login();
    const answer = await test.ask(`POST /api/v1/sessions/${SESSION}/registrations`, { token, body: eventBody(n) });
    return { token, id: answer.json<{ id: string }>().id };
  };
  const noticesOf = async ({ token }: { token: string }) =>
    (await test.ask('GET /api/v1/me/notices', { token })).json<NoticeListWire>().notices;
  const cancel = async (body: object, key?: string) =>
    (await ask(`POST /sessions/${SESSION}/cancellations`, body, key)).json<CancelledSeveralWire>().people;
  const write = async (ids: string[], text: string, key?: string) =>
    (await ask(`POST /sessions/${SESSION}/messages`, { ids, text }, key)).json<MessagedSeveralWire>().people;
  const REASON = '示例：场馆漏水，请改报下周。';

  it('cancels each for one reason that she reads, and says of whom it can’t be done and why', async () => {
    const [first, second, came, moved] = [await signUp(1), await signUp(2), await signUp(3), await signUp(4)];
    const { store } = test.service;
    const change = (id: string, set: object) =>
      store.write([statement(store.read.updateTable('registrations').set(set).where('id', '=', id), 1)]);
    await change(came.id, { status: 'checked-in' });
    await change(moved.id, { session_id: 'demo-event-lecture' });
    const ids = [first, second, came, moved].map(({ id }) => id);
    expect(await cancel({ ids, reason: REASON })).toEqual([
      { registrationId: first.id, problem: null },
      { registrationId: second.id, problem: null },
      { registrationId: came.id, problem: 'not-active' },
      { registrationId: moved.id, problem: 'stale' },
    ]);
    for (const one of [first, second])
      expect(await noticesOf(one)).toMatchObject([{ kind: 'cancelled', reason: REASON, registrationId: one.id }]);
    expect(await noticesOf(came)).toEqual([]);
    expect(JSON.stringify(await store.read.selectFrom('notices').selectAll().execute())).not.toContain('漏水');
    // Whoever calls those who haven't read it says the same to them.
    test.clock.now += 3 * HOUR;
    clerk = await member(test, ['clerk'], { organisation: 'main', districts: null });
    expect((await ask('GET /call-list')).json().calls).toMatchObject([{ reason: REASON }, { reason: REASON }]);
  });

  it('wants a reason, but for what people asked for themselves, of which nobody is told', async () => {
    const one = await signUp(1);
    const refused = await ask(`POST /sessions/${SESSION}/cancellations`, { ids: [one.id] });
    expect(refused.json()).toMatchObject({ code: 'invalid', errors: [{ pointer: '/reason', code: 'required' }] });
    expect(await cancel({ ids: [one.id], onBehalf: true })).toEqual([{ registrationId: one.id, problem: null }]);
    expect(await noticesOf(one)).toEqual([]);
  });

  it('does whoever is left where the service died in between, and nobody twice', async () => {
    const [first, second] = [await signUp(1), await signUp(2)];
    const ids = [first.id, second.id];
    // What a service leaves that died behind the first of the two: her cancellation with her own key, and nothing else.
    const { store } = test.service;
    const { submit } = store;
    let submitted = 0;
    store.submit = (one) => ((submitted += 1) > 1 ? Promise.reject(new Error('died')) : submit.call(store, one));
    expect(await cancel({ ids, reason: REASON }, 'once')).toMatchObject([{ problem: null }, { problem: 'internal' }]);
    store.submit = submit;
    expect(await cancel({ ids, reason: REASON }, 'once')).toMatchObject([{ problem: null }, { problem: null }]);
    expect(await cancel({ ids, reason: REASON }, 'once')).toMatchObject([{ problem: null }, { problem: null }]);
    for (const one of [first, second]) expect(await noticesOf(one)).toHaveLength(1);
    // Another question under the same key is refused for each.
    expect(await cancel({ ids, reason: '另一个原因' }, 'once')).toMatchObject([
      { problem: 'idempotency-key-reused' },
      { problem: 'idempotency-key-reused' },
    ]);
  });

  it('keeps a union’s texts for cancellations apart from its answers and from other unions’', async () => {
    const lawyer = await member(test, ['lawyer'], { organisation: 'main', districts: null });
    const other = await member(test, ['clerk'], { organisation: 'other', districts: null });
    const { id } = (await ask('POST /cancellation-templates', { title: '停电', text: REASON })).json<{ id: string }>();
    const list = async (token: string, path = '/cancellation-templates') =>
      (await test.ask(`GET /api/v1/staff${path}`, { token })).json<{ templates: object[] }>().templates;
    expect(await list(clerk.token)).toEqual([
      { id, title: '停电', text: REASON, updatedAt: expect.any(String), version: 1 },
    ]);
    expect([await list(other.token), await list(lawyer.token, '/legal-aid/templates')]).toEqual([[], []]);
    const line = `DELETE /api/v1/staff/legal-aid/templates/${id}`;
    expect((await test.ask(line, { token: lawyer.token })).json().code).toBe('not-found');
    expect(
      (await ask(`PUT /cancellation-templates/${id}`, { title: '漏水', text: REASON, seen: 1 })).json(),
    ).toMatchObject({ title: '漏水', version: 2 });
    expect((await ask(`DELETE /cancellation-templates/${id}`)).statusCode).toBe(204);
    expect(await list(clerk.token)).toEqual([]);
  });

  it('writes to each once a key, sealed, and says who has no app to read it in', async () => {
    const [one, gone] = [await signUp(1), await signUp(2)];
    const person = { name: '演示人', phone: '19900000009' };
    const added = await ask(`POST /sessions/${SESSION}/registrations`, { person, agreed: true });
    const byHand = defined(added.json<{ registrationId: string | null }>().registrationId);
    await test.ask('DELETE /api/v1/me', { token: gone.token });
    const ids = [one.id, gone.id, byHand];
    const ways = [
      { registrationId: one.id, way: 'app' },
      { registrationId: gone.id, way: 'erased' },
      { registrationId: byHand, way: 'no-app' },
    ];
    const text = '示例：请从东门进。';
    expect(await write(ids, text, 'once')).toEqual(ways);
    expect(await write(ids, text, 'once')).toEqual(ways);
    expect(await noticesOf(one)).toMatchObject([{ kind: 'message', reason: text, changes: [], readAt: null }]);
    const { read } = test.service.store;
    const stored = await read.selectFrom('notices').selectAll().execute();
    expect(stored).toHaveLength(1);
    expect(JSON.stringify(stored)).not.toContain('东门');
    expect((await test.ask('GET /api/v1/me/export', { token: one.token })).body).toContain('东门');
    const audited = await read.selectFrom('audit').selectAll().where('action', '=', 'person.messaged').execute();
    expect(audited).toMatchObject([{ subject: one.id, actor: `staff:${clerk.id}` }]);
    expect(JSON.stringify(audited)).not.toContain('东门');
    // It is nothing that anybody is called about.
    test.clock.now += 3 * HOUR;
    clerk = await member(test, ['clerk'], { organisation: 'main', districts: null });
    expect((await ask('GET /call-list')).json()).toEqual({ calls: [] });
  });
});
