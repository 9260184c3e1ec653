/**
 * Sign-ups that the union has to settle are told of like registrations: by WeChat where a yes was given on the tap that
 * sent them, then by SMS to the number that was typed, then by a call. On both engines.
 */
import type { TemplateKind } from '@yugong/domain/notice';
import type { CallListWire } from '@yugong/domain/notice/staff-wire';
import { messageTexts, smsTexts } from '@yugong/domain/notice/words';
import { HOUR, MINUTE } from '@yugong/domain/time';
import { defined } from '@yugong/domain/narrow';
import { sweepDeliveries } from '../../server/src/delivery/engine';
import { statement } from '../../server/src/kernel/store';
import { sweepData } from '../../server/src/maintenance';
import { tencentSms } from '../../server/src/sms/tencent';
import { runJobs } from '../../server/src/staff/jobs/runner';
import { readTemplates, realWechat } from '../../server/src/wechat';
import { smsOptions, smsReceipt, startSms, type SmsStandIn } from './support/sms-stand-in';
import { pushed, sentEvent, startWechat, type StandIn } from './support/wechat-stand-in';
import { consents, screeningBody, startService, type TestService } from './support/service';
import { postgresEngine, sqliteEngine } from './support/stores';
import { member } from './staff/support';

const SESSION = 'demo-screening-1';
const CHANGE = 'tmpl-change-example-00001';
const OFFER = 'tmpl-offer-example-000001';
const PUSH = { token: 'PushToken1', aesKey: 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG', appId: 'wx-example' };
const TABLE = `change ${CHANGE} thing1=what,time2=start\noffer ${OFFER} thing1=what,time2=deadline`;
/** Of the same woman, on another telephone. */
const OTHER_PHONE = '19900000077';

describe.each([sqliteEngine(), postgresEngine()])('$name', (engine) => {
  let wechat: StandIn;
  let sms: SmsStandIn;
  let test: TestService;
  beforeAll(async () => {
    await engine.start();
    wechat = await startWechat();
    sms = await startSms();
    test = await startService({
      config: { databaseUrl: engine.name === 'postgres' ? (await engine.place()).at : null },
      wechat: realWechat({
        appId: PUSH.appId,
        secret: 'app-secret',
        url: wechat.url,
        timeout: 500,
        templates: readTemplates(TABLE),
        push: PUSH,
      }),
      sms: tencentSms(smsOptions(sms.url, { hour: 20, day: 30 }), 500),
    });
    sms.now = () => test.clock.now;
    Object.assign(test.service.limits, { writes: 1e9, logins: 1e9 });
    jest.spyOn(console, 'error').mockImplementation(() => undefined);
  });
  afterAll(async () => {
    jest.restoreAllMocks();
    await test.close();
    await Promise.all([wechat.stop(), sms.stop()]);
    await engine.stop();
  });
  beforeEach(async () => {
    await test.reset();
    for (const list of [wechat.asked, wechat.nextSends, wechat.taken, sms.taken, sms.nextSends]) list.length = 0;
  });

  interface Sent {
    token: string;
    id: string;
  }
  const signUp = async (body: object = screeningBody()): Promise<Sent> => {
    const token = await test.login();
    const answer = await test.ask(`POST /api/v1/sessions/${SESSION}/registrations`, { token, body });
    return { token, id: answer.json<{ id: string }>().id };
  };
  const onOtherPhone = (phone = OTHER_PHONE) => ({
    ...screeningBody(),
    person: { ...screeningBody().person, phone },
  });
  /** She has a place; whoever signs her up again waits for the union. */
  const hold = async (body: object = onOtherPhone()): Promise<{ hers: Sent; held: Sent }> => ({
    hers: await signUp(),
    held: await signUp(body),
  });
  const subscribe = ({ id, token }: Sent, kinds: TemplateKind[] = ['change'], code = 'worker-1') =>
    test.ask(`POST /api/v1/me/held/${id}/subscriptions`, { token, body: { code, kinds } });
  const clerk = async (line: string, body?: unknown) => {
    const { token } = await member(test, ['clerk'], { organisation: 'main', districts: null });
    return test.ask(line.replace(' ', ' /api/v1/staff'), { token, ...(body === undefined ? {} : { body }) });
  };
  const settle = ({ id }: Sent, decision: 'release' | 'return', seen: string | null) =>
    clerk(`PUT /held/${id}`, { decision, reason: '本人电话核对', seen });
  const moveTo = async (place: string) => {
    const { title, adcode, note, opensAt, closesAt, cancelUntil, startsAt, endsAt, version } = (
      await clerk(`GET /sessions/${SESSION}`)
    ).json();
    const times = { opensAt, closesAt, cancelUntil, startsAt, endsAt };
    const body = { title, place, adcode, note, ...times, seen: version };
    expect((await clerk(`PUT /sessions/${SESSION}`, body)).statusCode).toBe(200);
  };
  const callOff = async () => {
    await clerk(`POST /sessions/${SESSION}/cancel`, { message: '医院停电，改期另行通知。' });
    await runJobs(test.service);
  };
  const sweep = async (after = 0) => {
    test.clock.now += after;
    return sweepDeliveries(test.service);
  };
  const messages = () => wechat.asked.filter(({ path }) => path === '/cgi-bin/message/subscribe/send');
  const phones = () => sms.taken.map(({ phone }) => phone).sort();
  const grants = () => test.service.store.read.selectFrom('wechat_grants').selectAll().execute();
  const notices = (column: 'held_id' | 'registration_id', id: string) =>
    test.service.store.read.selectFrom('notices').selectAll().where(column, '=', id).orderBy('created_at').execute();
  const calls = async () => (await clerk('GET /call-list')).json<CallListWire>().calls;
  const confirmations = async () => (await clerk(`GET /sessions/${SESSION}/confirmations`)).json();

  it('takes a yes to WeChat’s messages, of its own sender alone, and seals whose it is', async () => {
    const { hers, held } = await hold();
    expect((await subscribe({ ...held, token: hers.token })).statusCode).toBe(404);
    expect((await subscribe({ ...held, id: hers.id })).statusCode).toBe(404);
    expect((await subscribe(held, ['change', 'offer'])).json()).toEqual({ kinds: ['change', 'offer'] });
    const asked = await test.ask(`GET /api/v1/me/held/${held.id}/subscriptions`, { token: held.token });
    expect(asked.json()).toEqual({ kinds: ['change', 'offer'] });
    expect(JSON.stringify(await grants())).not.toContain('openid-worker');
  });

  it('tells of what was sent back by WeChat, and by neither SMS nor a call', async () => {
    const { hers, held } = await hold();
    await subscribe(held);
    await settle(held, 'return', hers.id);
    await sweep();
    expect(messages().map(({ body }) => body)).toMatchObject([
      { touser: 'openid-worker', template_id: CHANGE, data: { thing1: { value: messageTexts['held-returned'] } } },
    ]);
    // The yes is used, and nothing more comes of it.
    expect(await grants()).toEqual([]);
    await sweep(6 * HOUR);
    expect([phones(), await calls()]).toEqual([[], []]);
  });

  it('tells of what was let through by WeChat, and what was agreed to goes on with the registration', async () => {
    const { hers, held } = await hold();
    await subscribe(held, ['change', 'offer']);
    // The other account's yes to messages about the place ends with its having it.
    const path = `/api/v1/me/registrations/${hers.id}/subscriptions`;
    await test.ask(`POST ${path}`, { token: hers.token, body: { code: 'other-1', kinds: ['change'] } });
    expect((await settle(held, 'release', hers.id)).statusCode).toBe(204);
    await sweep();
    expect(messages().map(({ body }) => body)).toMatchObject([
      { touser: 'openid-worker', page: `features/registration/pages/ticket/index?id=${hers.id}` },
    ]);
    expect((await test.ask(`GET ${path}`, { token: held.token })).json()).toEqual({ kinds: ['offer'] });
    const again = await test.ask(`POST ${path}`, { token: held.token, body: { code: 'worker-1', kinds: ['change'] } });
    expect(again.json()).toEqual({ kinds: ['change', 'offer'] });
    await moveTo('示例医院二楼');
    await sweep();
    expect(messages()).toHaveLength(2);
  });

  it('tells of another place by SMS to the number that was typed, and is confirmed by the carrier', async () => {
    const { hers, held } = await hold();
    await subscribe(held);
    wechat.nextSends.push(43101);
    await moveTo('示例医院二楼');
    await Promise.all([sweep(), sweep(), sweep()]);
    await sweep();
    expect(phones()).toEqual(['+8619900000001', `+86${OTHER_PHONE}`]);
    expect(sms.taken.map(({ templateId }) => templateId)).toEqual(['1000004', '1000004']);
    expect(smsTexts.changed).not.toMatch(/筛查|核对/);
    for (const taken of sms.taken)
      await test.ask(`POST /api/v1/sms/receipts/${smsOptions('').receiptToken}`, { body: [smsReceipt(taken)] });
    expect(await notices('held_id', held.id)).toMatchObject([{ kind: 'changed', delivered_by: 'sms', told_by: null }]);
    expect(await notices('registration_id', hers.id)).toMatchObject([{ kind: 'changed', delivered_by: 'sms' }]);
    expect(await confirmations()).toMatchObject({ people: 2, sms: 2, unconfirmed: 0 });
    await sweep(6 * HOUR);
    expect([sms.taken.length, await calls()]).toEqual([2, []]);
  });

  it('rings twice at nobody’s number: where a registration has the same one, its own notice is enough', async () => {
    const { hers, held } = await hold(screeningBody());
    await moveTo('示例医院二楼');
    await sweep();
    expect(phones()).toEqual(['+8619900000001']);
    expect(await notices('held_id', held.id)).toMatchObject([{ told_by: hers.id }]);
    expect(await confirmations()).toMatchObject({ people: 1 });
    // Her app on the new phone shows it all the same.
    const { notices: shown } = (await test.ask('GET /api/v1/me/notices', { token: held.token })).json();
    expect(shown).toMatchObject([{ kind: 'changed', registrationId: null, changes: [{ field: 'place' }] }]);
    test.clock.now += MINUTE;
    await callOff();
    await sweep();
    expect(phones()).toEqual(['+8619900000001', '+8619900000001']);
    test.clock.now += 4 * HOUR;
    expect((await calls()).map(({ registrationId }) => registrationId)).toEqual([hers.id]);
  });

  it('tells why of a session that was called off, and is called about where nothing reached her', async () => {
    const { held } = await hold();
    sms.answer = () => 'error:FailedOperation.PhoneNumberInBlacklist';
    await callOff();
    await sweep();
    sms.answer = () => 'ok';
    expect(await notices('held_id', held.id)).toMatchObject([{ kind: 'cancelled', told_by: null }]);
    test.clock.now += 4 * HOUR;
    const call = defined((await calls()).find(({ heldId }) => heldId === held.id));
    expect(call).toMatchObject({
      registrationId: null,
      kind: 'cancelled',
      name: '演＊＊',
      phone: '199****0077',
      unreadable: false,
      reason: '医院停电，改期另行通知。',
    });
    expect((await clerk(`POST /call-list/${call.noticeId}/phone`)).json()).toMatchObject({ phone: OTHER_PHONE });
    const foreign = await member(test, ['clerk'], { organisation: 'main', districts: ['500101'] });
    const line = `POST /api/v1/staff/call-list/${call.noticeId}/calls`;
    expect((await test.ask(line, { token: foreign.token, body: { result: 'reached' } })).statusCode).toBe(404);
    const listed = await clerk(`GET /sessions/${SESSION}/confirmations/unconfirmed`);
    expect(listed.json().people).toMatchObject([{ heldId: null }, { heldId: held.id, registrationId: null }]);
    await clerk(`POST /call-list/${call.noticeId}/calls`, { result: 'reached' });
    expect((await calls()).map(({ heldId }) => heldId)).toEqual([null]);
    expect(await confirmations()).toMatchObject({ people: 2, called: 1, unconfirmed: 1 });
  });

  it('is shown where nobody can read any more for whom it is, and can be sent back', async () => {
    const { hers, held } = await hold();
    const { store } = test.service;
    const damage = store.read.updateTable('held_registrations').set({ sealed: 'AAAA' }).where('id', '=', held.id);
    await store.write([statement(damage, 1)]);
    const cases = (await clerk('GET /held')).json().held;
    expect(cases).toMatchObject([{ id: held.id, name: '', phone: '', unreadable: true }]);
    expect((await settle(held, 'release', hers.id)).statusCode).toBe(404);
    expect((await settle(held, 'return', hers.id)).statusCode).toBe(204);
    expect((await clerk('GET /held')).json()).toEqual({ held: [] });
  });

  it('says nothing more of a change once the sign-up was sent back', async () => {
    const { hers, held } = await hold();
    await moveTo('示例医院二楼');
    await settle(held, 'return', hers.id);
    await sweep();
    expect(phones()).toEqual(['+8619900000001']);
    test.clock.now += 4 * HOUR;
    expect((await calls()).map(({ registrationId }) => registrationId)).toEqual([hers.id]);
  });

  it('tells her who comes besides the account, where a family member signed her up', async () => {
    await signUp();
    const held = await signUp({
      ...onOtherPhone(),
      family: { relation: 'daughter', phone: '19900000021' },
      consents: consents('family', 'family-member'),
    });
    await subscribe(held);
    await moveTo('示例医院二楼');
    await sweep();
    const { url, body } = pushed(PUSH, sentEvent(defined(wechat.taken[0])));
    await test.ask(`POST ${url}`, { body });
    await sweep();
    expect(phones()).toEqual(['+8619900000001', `+86${OTHER_PHONE}`]);
  });

  it('rings at no number that has still to be proved, and tells of the change once it is hers', async () => {
    const { hers, held } = await hold();
    const { store, now } = test.service;
    const set = (fields: object) =>
      store.write([statement(store.read.updateTable('held_registrations').set(fields).where('id', '=', held.id), 1)]);
    await set({ proof_until: now() + 15 * MINUTE, cause: 'proof' });
    await moveTo('示例医院二楼');
    await sweep();
    expect(phones()).toEqual(['+8619900000001']);
    test.clock.now += 4 * HOUR;
    expect((await calls()).map(({ heldId }) => heldId)).toEqual([null]);
    await set({ proved_at: now(), cause: 'claim' });
    await settle(held, 'release', hers.id);
    await sweep();
    expect(phones()).toEqual(['+8619900000001', `+86${OTHER_PHONE}`]);
    expect(await notices('held_id', held.id)).toEqual([]);
  });

  it('is forgotten with the consent, the account, and when it is over: notices, messages and whose WeChat it is', async () => {
    const { held } = await hold();
    await subscribe(held);
    await moveTo('示例医院二楼');
    await test.ask('POST /api/v1/me/consents/health/withdraw', { token: held.token });
    expect([await notices('held_id', held.id), await grants()]).toEqual([[], []]);
    const other = await signUp(onOtherPhone('19900000078'));
    await subscribe(other);
    const taken = (await test.ask('GET /api/v1/me/export', { token: other.token })).json();
    expect(taken.messages).toMatchObject([{ about: other.id, kind: 'change' }]);
    const { ends_at } = await test.service.store.read
      .selectFrom('sessions')
      .select('ends_at')
      .where('id', '=', SESSION)
      .executeTakeFirstOrThrow();
    await sweepData(test.service);
    expect(await grants()).toHaveLength(1);
    test.clock.now = Number(ends_at) + MINUTE;
    await sweepData(test.service);
    expect(await grants()).toEqual([]);
  });
});
