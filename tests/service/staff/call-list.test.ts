/** Whom somebody has to call: those whom no phone told in time. On both engines. */
import { HOUR, isoAt, MINUTE } from '@yugong/domain/time';
import { afterWakingTime } from '@yugong/domain/notice';
import { confirmationWays, type CallListWire, type ConfirmedPeopleWire } from '@yugong/domain/notice/staff-wire';
import type { NoticeListWire } from '@yugong/domain/notice/wire';
import type { TodoWire } from '@yugong/domain/todo/wire';
import { statement } from '../../../server/src/kernel/store';
import { runJobs } from '../../../server/src/staff/jobs/runner';
import { postgresEngine } from '../support/stores';
import { eventBody, startService, type TestService } from '../support/service';
import { engines, member, type TestMember } from './support';

const SESSION = 'demo-event-lecture';
const postgres = postgresEngine();
beforeAll(() => postgres.start(), 30_000);
afterAll(() => postgres.stop(), 30_000);

describe.each(engines)('on %s', (engine) => {
  let test: TestService;
  let clerk: TestMember;
  beforeAll(async () => {
    test = await startService({ config: engine === 'postgres' ? { databaseUrl: (await postgres.place()).at } : {} });
    Object.assign(test.service.limits, { writes: 1e9 });
  });
  afterAll(() => test.close());
  /** So much later: whoever was signed in isn't any more. */
  const later = async (time: number) => {
    test.clock.now += time;
    clerk = await member(test, ['clerk'], { organisation: 'main', districts: null });
  };
  beforeEach(async () => {
    await test.reset();
    await later(0);
  });

  const ask = (line: string, body?: unknown, { token = clerk.token, key }: { token?: string; key?: string } = {}) =>
    test.ask(line.replace(' ', ' /api/v1/staff'), {
      token,
      ...(body === undefined ? {} : { body }),
      ...(key === undefined ? {} : { key }),
    });
  const signUp = async (n: number) => {
    const token = await test.login();
    const answer = await test.ask(`POST /api/v1/sessions/${SESSION}/registrations`, { token, body: eventBody(n) });
    return { token, id: answer.json<{ id: string }>().id };
  };
  const moveTo = async (place: string) => {
    const { title, adcode, note, opensAt, closesAt, cancelUntil, startsAt, endsAt, version } = (
      await ask(`GET /sessions/${SESSION}`)
    ).json();
    const times = { opensAt, closesAt, cancelUntil, startsAt, endsAt };
    const body = { title, place, adcode, note, ...times, seen: version };
    expect((await ask(`PUT /sessions/${SESSION}`, body)).statusCode).toBe(200);
  };
  const calls = async () => (await ask('GET /call-list')).json<CallListWire>().calls;
  const idsOf = async () => (await calls()).map(({ registrationId }) => registrationId);
  const confirmations = async () => (await ask(`GET /sessions/${SESSION}/confirmations`)).json();
  const read = async ({ token }: { token: string }) => {
    const { notices } = (await test.ask('GET /api/v1/me/notices', { token })).json<NoticeListWire>();
    await test.ask('POST /api/v1/me/notices/read', { token, body: { ids: notices.map(({ id }) => id) } });
  };

  it('has whoever hasn’t read of a change after two hours, masked, and nobody before', async () => {
    const [reader, silent, gone] = [await signUp(1), await signUp(2), await signUp(3)];
    await moveTo('示例楼三层');
    await read(reader);
    await test.ask(`DELETE /api/v1/me/registrations/${gone.id}`, { token: gone.token });
    await later(2 * HOUR - 1);
    expect(await calls()).toEqual([]);
    await later(1);
    expect(await calls()).toMatchObject([
      {
        registrationId: silent.id,
        kind: 'changed',
        name: '演＊＊',
        phone: '199****0002',
        changes: [{ field: 'place', to: '示例楼三层' }],
        calls: 0,
        lastCall: null,
      },
    ]);
    expect(await confirmations()).toEqual({ people: 2, read: 1, wechat: 0, sms: 0, called: 0, unconfirmed: 1 });
  });

  it('has an offer after half an hour and loses it when it is answered', async () => {
    const [first, , third] = [await signUp(1), await signUp(2), await signUp(3)];
    await test.ask(`DELETE /api/v1/me/registrations/${first.id}`, { token: first.token });
    await later(30 * MINUTE - 1);
    expect(await idsOf()).toEqual([]);
    await later(1);
    expect(await calls()).toMatchObject([
      { registrationId: third.id, kind: 'offered', deadline: null, passOnFrom: expect.any(String) },
    ]);
    await test.ask(`PUT /api/v1/me/registrations/${third.id}`, { token: third.token, body: { sessionId: SESSION } });
    expect(await idsOf()).toEqual([]);
  });

  it('keeps who was not reached, and confirms who was, once a key and by whom', async () => {
    const one = await signUp(1);
    await moveTo('示例楼二层');
    test.clock.now += 1000;
    await moveTo('示例楼三层');
    await later(2 * HOUR);
    const [call] = await calls();
    const line = `POST /call-list/${call?.noticeId}/calls`;
    await ask(line, { result: 'no-answer' }, { key: 'first' });
    const again = await ask(line, { result: 'no-answer' }, { key: 'first' });
    expect(again.json().calls).toMatchObject([
      {
        calls: 1,
        lastCall: {
          at: isoAt(test.clock.now),
          result: 'no-answer',
          by: expect.stringMatching(/./),
          nextAt: isoAt(afterWakingTime(test.clock.now, 2 * HOUR)),
        },
      },
    ]);
    expect(await confirmations()).toEqual({ people: 1, read: 0, wechat: 0, sms: 0, called: 0, unconfirmed: 1 });
    expect((await ask(line, { result: 'reached' })).json()).toEqual({ calls: [] });
    expect(await confirmations()).toEqual({ people: 1, read: 0, wechat: 0, sms: 0, called: 1, unconfirmed: 0 });
    expect((await ask(line, { result: 'reached' })).json().code).toBe('not-found');
    expect((await ask(line, { result: 'maybe' })).statusCode).toBe(422);
    const audit = await test.service.store.read
      .selectFrom('audit')
      .select(['actor', 'subject'])
      .where('action', '=', 'call.recorded')
      .execute();
    expect(audit).toEqual(Array(2).fill({ actor: `staff:${clerk.id}`, subject: one.id }));
  });

  it('calls about an offer before a later change of the session, and begins its hold only by that call', async () => {
    const [first, , third] = [await signUp(1), await signUp(2), await signUp(3)];
    await test.ask(`DELETE /api/v1/me/registrations/${first.id}`, { token: first.token });
    test.clock.now += 1000;
    await moveTo('示例楼三层');
    await later(2 * HOUR);
    const call = (await calls()).find(({ registrationId }) => registrationId === third.id);
    expect(call).toMatchObject({ kind: 'offered', place: '示例楼三层' });
    const begun = async () =>
      (
        await test.service.store.read
          .selectFrom('registrations')
          .select('pass_on_from')
          .where('id', '=', third.id)
          .executeTakeFirstOrThrow()
      ).pass_on_from === null;
    expect(await begun()).toBe(false);
    await ask(`POST /call-list/${call?.noticeId}/calls`, { result: 'reached' });
    expect(await begun()).toBe(true);
    // The change is news of its own, which that call may not have told.
    expect((await calls()).find(({ registrationId }) => registrationId === third.id)).toMatchObject({
      kind: 'changed',
    });
  });

  it('has whose name and number can’t be read, by the registration’s number, as many as today counts', async () => {
    const [damaged, keyless] = [await signUp(1), await signUp(2)];
    const { read: tables, write } = test.service.store;
    await moveTo('示例楼三层');
    const { account_id } = await tables
      .selectFrom('registrations')
      .select('account_id')
      .where('id', '=', keyless.id)
      .executeTakeFirstOrThrow();
    await write([
      statement(tables.updateTable('registrations').set({ sealed: 'AAAA' }).where('id', '=', damaged.id), 1),
      statement(tables.deleteFrom('account_keys').where('account_id', '=', account_id), 1),
    ]);
    await later(2 * HOUR);
    const listed = await calls();
    const nothing = { name: '', phone: '', contact: null, unreadable: true };
    expect(listed).toMatchObject([nothing, nothing]);
    expect(listed.map(({ registrationId }) => registrationId).sort()).toEqual([damaged.id, keyless.id].sort());
    const { items } = (await ask('GET /me/todo')).json<TodoWire>();
    expect(items.find(({ kind }) => kind === 'calls')?.count).toBe(2);
    const noticeId = listed.find(({ registrationId }) => registrationId === damaged.id)?.noticeId;
    // Whoever found another way ticks it.
    await ask(`POST /call-list/${noticeId}/calls`, { result: 'reached' });
    expect(await idsOf()).toEqual([keyless.id]);
  });

  it('counts after a cancelled session who knows of it, and calls whoever doesn’t', async () => {
    const [reader, silent] = [await signUp(1), await signUp(2)];
    await ask(`POST /sessions/${SESSION}/cancel`, { message: '示例：停电' });
    await runJobs(test.service);
    expect(await confirmations()).toEqual({ people: 2, read: 0, wechat: 0, sms: 0, called: 0, unconfirmed: 2 });
    await read(reader);
    await later(2 * HOUR);
    expect(await calls()).toMatchObject([{ registrationId: silent.id, kind: 'cancelled', reason: '示例：停电' }]);
    expect(await confirmations()).toEqual({ people: 2, read: 1, wechat: 0, sms: 0, called: 0, unconfirmed: 1 });
  });

  it('names the people behind each count, masked, page by page, and writes down who saw them', async () => {
    const [reader, called, silent, other] = [await signUp(1), await signUp(2), await signUp(3), await signUp(4)];
    await ask(`POST /sessions/${SESSION}/cancel`, { message: '示例：停电' });
    await runJobs(test.service);
    await read(reader);
    const readAt = test.clock.now;
    await later(2 * HOUR);
    const call = (await calls()).find(({ registrationId }) => registrationId === called.id);
    await ask(`POST /call-list/${call?.noticeId}/calls`, { result: 'reached' });
    const behind = async (way: string, query = '') =>
      (await ask(`GET /sessions/${SESSION}/confirmations/${way}${query}`)).json<ConfirmedPeopleWire>();
    expect(await behind('read')).toMatchObject({
      total: 1,
      people: [
        {
          registrationId: reader.id,
          name: '演＊＊',
          phone: '199****0001',
          kind: 'cancelled',
          confirmedAt: isoAt(readAt),
          attempts: [],
        },
      ],
      next: null,
    });
    expect(await behind('called')).toMatchObject({
      people: [{ registrationId: called.id, confirmedAt: isoAt(test.clock.now) }],
    });
    expect(await behind('wechat')).toEqual({ total: 0, people: [], next: null });
    const first = await behind('unconfirmed', '?limit=1');
    expect(first).toMatchObject({
      total: 2,
      people: [{ registrationId: silent.id, confirmedAt: null, attempts: [{ channel: 'wechat' }, { channel: 'sms' }] }],
      next: '1',
    });
    expect(await behind('unconfirmed', `?limit=1&after=${first.next}`)).toMatchObject({
      people: [{ registrationId: other.id }],
      next: null,
    });
    const counts = await confirmations();
    for (const way of confirmationWays) expect([way, counts[way]]).toEqual([way, (await behind(way)).total]);
    expect((await ask(`GET /sessions/${SESSION}/confirmations/anyhow`)).statusCode).toBe(404);
    const door = await member(test, ['check-in']);
    const refused = await ask(`GET /sessions/${SESSION}/confirmations/read`, undefined, { token: door.token });
    expect(refused.statusCode).toBe(403);
    const audit = await test.service.store.read
      .selectFrom('audit')
      .select(['subject', 'detail'])
      .where('action', '=', 'confirmations.seen')
      .execute();
    expect(audit.map(({ subject, detail }) => [subject, JSON.parse(detail)])).toContainEqual([
      SESSION,
      { rows: 1, way: 'read' },
    ]);
  });

  it('reveals the number alone, and writes down who saw it', async () => {
    const one = await signUp(1);
    await moveTo('示例楼三层');
    await later(2 * HOUR);
    const [call] = await calls();
    expect((await ask(`POST /call-list/${call?.noticeId}/phone`)).json()).toEqual({
      phone: '19900000001',
      contactPhone: null,
    });
    const audit = await test.service.store.read
      .selectFrom('audit')
      .select(['subject', 'detail'])
      .where('action', '=', 'person.revealed')
      .execute();
    expect(audit.map(({ subject, detail }) => [subject, JSON.parse(detail).reason])).toEqual([[one.id, 'call']]);
  });

  it('has nobody of another district, of a session that is over, or of an account that is deleted', async () => {
    const [kept, deleted] = [await signUp(1), await signUp(2)];
    await moveTo('示例楼三层');
    await test.ask('DELETE /api/v1/me', { token: deleted.token });
    await later(2 * HOUR);
    expect(await idsOf()).toEqual([kept.id]);
    const other = await member(test, ['clerk'], { organisation: 'main', districts: ['500101'] });
    expect((await ask('GET /call-list', undefined, { token: other.token })).json()).toEqual({ calls: [] });
    const door = await member(test, ['check-in']);
    expect((await ask('GET /call-list', undefined, { token: door.token })).statusCode).toBe(403);
    const { store } = test.service;
    await store.write([
      {
        sql: `update sessions set ends_at = ${test.clock.now} where id = '${SESSION}'`,
        parameters: [],
        changes: 1,
      },
    ]);
    expect(await idsOf()).toEqual([]);
  });
});
