/** Notices on their way to whom they concern, on both engines: once on a channel, and confirmed by proof alone. */
import { instantOf, HOUR, MINUTE, DAY } from '@yugong/domain/time';
import { addDays, dayAt } from '@yugong/domain/calendar';
import { afterWakingTime, type TemplateKind } from '@yugong/domain/notice';
import type { NoticeKind } from '@yugong/domain/notice/wire';
import type { CallListWire, CallWire } from '@yugong/domain/notice/staff-wire';
import { describeAttempt, messageTexts, reminderTexts, smsTexts, tellsOfHealth } from '@yugong/domain/notice/words';
import { readConfig } from '../../server/src/config';
import { messageOf } from '../../server/src/delivery/content';
import { sweepDeliveries } from '../../server/src/delivery/engine';
import { smsUsage } from '../../server/src/delivery/usage';
import { statement } from '../../server/src/kernel/store';
import { moveStationReport } from '../../server/src/stations/reports';
import { sweepDueReminders } from '../../server/src/services/due-reminders';
import { sweepSessionAlerts } from '../../server/src/services/session-alerts';
import { sweepDayNotices } from '../../server/src/services/day-notices';
import { sweepData } from '../../server/src/maintenance';
import { tencentSms } from '../../server/src/sms/tencent';
import { noticeRow } from '../../server/src/storage/rows';
import { formatTime, readTemplates, realWechat } from '../../server/src/wechat';
import { pushed, sentEvent, startWechat, type StandIn } from './support/wechat-stand-in';
import { smsOptions, smsReceipt, startSms, type SmsStandIn } from './support/sms-stand-in';
import { eventBody, screeningBody, startService, type TestService } from './support/service';
import { postgresEngine, sqliteEngine } from './support/stores';
import { member } from './staff/support';

const SESSION = 'demo-event-lecture';
const CHANGE = 'tmpl-change-example-00001';
const OFFER = 'tmpl-offer-example-000001';
const REPLY = 'tmpl-reply-example-000001';
const REMINDER = 'tmpl-reminder-example-0001';
const PUSH = { token: 'PushToken1', aesKey: 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG', appId: 'wx-example' };
const TABLE = `change ${CHANGE} thing1=what,time2=start
offer ${OFFER} thing1=what,time2=deadline
reply ${REPLY} thing1=what,time2=at long-term
reminder ${REMINDER} thing1=what,time2=start long-term`;

describe.each([sqliteEngine(), postgresEngine()])('$name', (engine) => {
  let wechat: StandIn;
  let sms: SmsStandIn;
  let test: TestService;
  const printed: string[] = [];
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
      sms: tencentSms(smsOptions(sms.url, { hour: 2, day: 3 }), 500),
    });
    sms.now = () => test.clock.now;
    Object.assign(test.service.limits, { writes: 1e9 });
    jest.spyOn(console, 'error').mockImplementation((line: string) => void printed.push(line));
  });
  afterAll(async () => {
    jest.restoreAllMocks();
    await test.close();
    await Promise.all([wechat.stop(), sms.stop()]);
    await engine.stop();
  });
  beforeEach(async () => {
    await test.reset();
    for (const list of [wechat.asked, wechat.nextSends, wechat.taken, sms.taken, sms.nextSends, printed])
      list.length = 0;
    sms.tellsRecords = true;
  });

  interface Person {
    token: string;
    id: string;
    account: string;
  }
  const signUp = async (serial = 1): Promise<Person> => {
    const token = await test.login();
    const answer = await test.ask(`POST /api/v1/sessions/${SESSION}/registrations`, { token, body: eventBody(serial) });
    const { id } = answer.json<{ id: string }>();
    const { account_id } = await test.service.store.read
      .selectFrom('registrations')
      .select('account_id')
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    return { token, id, account: account_id };
  };
  const subscribe = ({ id, token }: Person, kinds: TemplateKind[] = ['change'], code = 'worker-1') =>
    test.ask(`POST /api/v1/me/registrations/${id}/subscriptions`, { token, body: { code, kinds } });
  /** Something happens to her registration, as the engine or the console writes it. */
  const happens = async (kind: NoticeKind, { id, account }: Person): Promise<string> => {
    const about = kind === 'report-answer' ? {} : { registration_id: id, session_id: SESSION };
    const row = noticeRow(kind, account, test.clock.now, about);
    await test.service.store.write([statement(test.service.store.read.insertInto('notices').values(row))]);
    return row.id;
  };
  const sweep = async (after = 0) => {
    test.clock.now += after;
    return sweepDeliveries(test.service);
  };
  const notice = (id: string) =>
    test.service.store.read.selectFrom('notices').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
  const offersOf = ({ id }: Person) =>
    test.service.store.read
      .selectFrom('notices')
      .select('id')
      .where('registration_id', '=', id)
      .where('kind', '=', 'offered')
      .execute();
  const rows = () => test.service.store.read.selectFrom('deliveries').selectAll().orderBy('channel', 'desc').execute();
  const grants = () => test.service.store.read.selectFrom('wechat_grants').selectAll().execute();
  const messages = () => wechat.asked.filter(({ path }) => path === '/cgi-bin/message/subscribe/send');
  const push = (event: object, of: Partial<typeof PUSH> = {}) => {
    const { url, body } = pushed({ ...PUSH, ...of }, event);
    return test.ask(`POST ${url}`, { body });
  };
  const receipts = (body: object[], token = smsOptions('').receiptToken) =>
    test.ask(`POST /api/v1/sms/receipts/${token}`, { body });
  const first = <T>(list: readonly T[]): T => {
    const [one] = list;
    if (one === undefined) throw new Error('nothing there');
    return one;
  };
  const callList = async (): Promise<CallWire[]> => {
    const { token } = await member(test, ['clerk'], { organisation: 'main', districts: null });
    return (await test.ask('GET /api/v1/staff/call-list', { token })).json<CallListWire>().calls;
  };
  const toCall = async (): Promise<string[]> => (await callList()).map(({ noticeId }) => noticeId);

  it('goes by WeChat, and is confirmed by WeChat’s own word and not before', async () => {
    const person = await signUp();
    expect((await subscribe(person)).json()).toEqual({ kinds: ['change'] });
    expect(JSON.stringify(await grants())).not.toContain('openid-worker');
    const id = await happens('changed', person);
    await Promise.all([sweep(), sweep(), sweep()]);
    expect(messages()).toHaveLength(1);
    expect(messages()[0]?.body).toMatchObject({
      touser: 'openid-worker',
      template_id: CHANGE,
      page: `features/registration/pages/ticket/index?id=${person.id}`,
      data: { thing1: { value: messageTexts.changed } },
    });
    // The yes was good for one, and the openid goes with it.
    expect(await grants()).toEqual([]);
    expect(await rows()).toMatchObject([{ state: 'accepted', provider_id: wechat.taken[0]?.messageId }]);
    expect(await notice(id)).toMatchObject({ delivered_at: null });
    const event = sentEvent(first(wechat.taken));
    expect((await push(event)).body).toBe('success');
    await push(event);
    expect(await notice(id)).toMatchObject({ delivered_by: 'wechat', deliver_at: null });
    await sweep(2 * HOUR);
    expect([sms.taken, await toCall()]).toEqual([[], []]);
  });

  it('believes nobody else: forged, for another mini-program, of another person or message', async () => {
    const person = await signUp();
    await subscribe(person);
    const id = await happens('changed', person);
    await sweep();
    const taken = first(wechat.taken);
    expect((await push(sentEvent(taken), { token: 'Guessed123' })).statusCode).toBe(401);
    expect((await push(sentEvent(taken), { aesKey: 'z'.repeat(42) + 'A' })).statusCode).toBe(401);
    expect((await push(sentEvent(taken), { appId: 'wx-other' })).statusCode).toBe(401);
    await push(sentEvent({ ...taken, openid: 'openid-other' }));
    await push(sentEvent({ ...taken, messageId: `${taken.messageId.slice(0, -1)}9` }));
    const plain = { Event: 'subscribe_msg_sent_event', FromUserName: taken.openid };
    expect(
      (await test.ask('POST /api/v1/wechat/push?timestamp=1&nonce=2&msg_signature=3', { body: plain })).statusCode,
    ).toBe(422);
    expect(await notice(id)).toMatchObject({ delivered_at: null });
    expect((await test.ask('GET /api/v1/wechat/push?timestamp=1&nonce=2&signature=3&echostr=4')).statusCode).toBe(401);
  });

  it.each([43101, 20004, 47003])('goes by SMS at once after WeChat’s %d', async (errcode) => {
    const person = await signUp();
    await subscribe(person);
    wechat.nextSends.push(errcode);
    const id = await happens('moved', person);
    await sweep();
    expect(sms.taken).toMatchObject([{ phone: '+8619900000001', templateId: '1000003', state: 3 }]);
    expect(await grants()).toEqual([]);
    const taken = first(sms.taken);
    expect((await receipts([smsReceipt(taken)], 'guessed-token')).statusCode).toBe(404);
    await receipts([{ ...smsReceipt(taken), mobile: '19900000009' }]);
    expect((await receipts([{ ...smsReceipt(taken), sid: '2640:1' }])).json()).toMatchObject({ result: 1 });
    expect(await notice(id)).toMatchObject({ delivered_at: null });
    expect((await receipts([smsReceipt(taken), smsReceipt(taken)])).json()).toEqual({ result: 0, errmsg: 'OK' });
    await receipts([smsReceipt(taken, false)]);
    expect(await notice(id)).toMatchObject({ delivered_by: 'sms' });
    expect(printed.join()).not.toMatch(/1990000|openid/);
  });

  it('says of an offer until when to answer, though its hold begins only with the delivery', async () => {
    const [leaving, , waiting] = [await signUp(1), await signUp(2), await signUp(3)];
    await subscribe(waiting, ['offer']);
    await test.ask(`DELETE /api/v1/me/registrations/${leaving.id}`, { token: leaving.token });
    const sentAt = test.clock.now;
    await sweep();
    expect(messages().map(({ body }) => body)).toMatchObject([
      { template_id: OFFER, data: { time2: { value: formatTime(afterWakingTime(sentAt, 120 * MINUTE)) } } },
    ]);
    test.clock.now += MINUTE;
    await push(sentEvent(first(wechat.taken)));
    const { deadline } = await notice(first(await offersOf(waiting)).id);
    // Nobody is told a later end than there is.
    expect(Number(deadline)).toBe(afterWakingTime(sentAt + MINUTE, 120 * MINUTE));
  });

  it('is not sent again by WeChat where the answer was lost, and counts the receipt that comes all the same', async () => {
    const person = await signUp();
    await subscribe(person);
    wechat.nextSends.push('lost');
    const id = await happens('changed', person);
    await sweep();
    await sweep(2 * MINUTE);
    expect(messages()).toHaveLength(1);
    expect(sms.taken).toEqual([]);
    await push(sentEvent(first(wechat.taken)));
    expect(await notice(id)).toMatchObject({ delivered_by: 'wechat' });
  });

  it('goes by SMS where WeChat’s receipt is missing for five minutes, or says that it did not arrive', async () => {
    const [silent, blocked] = [await signUp(1), await signUp(2)];
    await subscribe(silent);
    await happens('changed', silent);
    await sweep();
    await sweep(5 * MINUTE - 1);
    expect(sms.taken).toEqual([]);
    await sweep(2 * MINUTE);
    await sweep(2 * MINUTE);
    expect(sms.taken).toHaveLength(1);
    await subscribe(blocked, ['change'], 'other-1');
    await happens('changed', blocked);
    await sweep();
    await push(sentEvent(wechat.taken[1] ?? first(wechat.taken), 'failed:user block'));
    await sweep();
    expect(sms.taken).toHaveLength(2);
  });

  it('asks what became of an SMS whose answer was lost, and sends no second one that was taken', async () => {
    sms.nextSends.push('lost');
    const id = await happens('cancelled', await signUp());
    const { store } = test.service;
    await store.write([statement(store.read.updateTable('registrations').set({ status: 'cancelled' }))]);
    await sweep();
    expect(await rows()).toMatchObject([{ state: 'unknown' }]);
    await sweep(2 * MINUTE);
    expect(await rows()).toMatchObject([{ state: 'accepted', provider_id: first(sms.taken).serial }]);
    first(sms.taken).state = 2;
    await sweep(2 * MINUTE);
    expect(await notice(id)).toMatchObject({ delivered_by: 'sms' });
    expect(sms.taken).toHaveLength(1);
  });

  it('sends one again that the provider never took, and none while the provider says nothing', async () => {
    sms.nextSends.push('silence');
    sms.tellsRecords = false;
    const id = await happens('changed', await signUp());
    await sweep();
    await sweep(3 * MINUTE);
    expect(sms.taken).toEqual([]);
    sms.tellsRecords = true;
    await sweep(2 * MINUTE);
    await sweep(1);
    expect(sms.taken).toHaveLength(1);
    expect(await rows()).toMatchObject([{ state: 'accepted', tries: 2 }]);
    expect(await notice(id)).toMatchObject({ delivered_at: null });
    // What was never taken is not counted.
    expect(await smsUsage(test.service)).toMatchObject({ day: { sent: 1 } });
  });

  it('leaves two lost answers to one number to the call list where a record could be of either', async () => {
    const person = await signUp();
    sms.nextSends.push('silence', 'lost');
    await happens('promoted', person);
    const older = await happens('moved', person);
    await sweep();
    test.clock.now += 1000;
    const newer = await happens('changed', person);
    await sweep();
    for (let tries = 0; tries < 10; tries += 1) await sweep(2 * MINUTE);
    expect(sms.taken.map(({ reference }) => reference)).toEqual([newer]);
    expect((await notice(older)).delivered_at).toBeNull();
    await sweep(2 * HOUR);
    expect(await toCall()).toEqual([newer]);
  });

  it.each([
    'number:FailedOperation.PhoneNumberInBlacklist',
    'number:InvalidParameterValue.IncorrectPhoneNumber',
  ] as const)('ends on the call list after %s', async (answer) => {
    sms.nextSends.push(answer);
    const id = await happens('changed', await signUp());
    await sweep();
    expect(await rows()).toMatchObject([{ state: 'refused', reason: answer.replace('number:', '') }]);
    expect(await toCall()).toEqual([]);
    await sweep(2 * HOUR);
    expect([sms.taken, await toCall()]).toEqual([[], [id]]);
  });

  it.each(['number:LimitExceeded.PhoneNumberThirtySecondLimit', 'error:RequestLimitExceeded'] as const)(
    'tries again a while after %s',
    async (answer) => {
      sms.nextSends.push(answer, answer);
      await happens('changed', await signUp());
      await sweep();
      await sweep(1);
      expect(await rows()).toMatchObject([{ state: 'later', tries: 1 }]);
      await sweep(MINUTE);
      await sweep(2 * MINUTE);
      expect(sms.taken).toHaveLength(1);
    },
  );

  it('keeps to the ceilings of an hour and a day, and counts what was taken', async () => {
    const people = await Promise.all([1, 2, 3, 4].map((serial) => signUp(serial)));
    for (const person of people.slice(0, 3)) await happens('moved', person);
    await Promise.all([sweep(), sweep()]);
    expect(sms.taken).toHaveLength(2);
    await sweep(HOUR);
    expect(sms.taken).toHaveLength(3);
    const { token } = await member(test, ['clerk'], { organisation: 'main', districts: null });
    expect((await test.ask('GET /api/v1/staff/sms-usage', { token })).json()).toEqual({
      sms: { hour: { sent: 1, ceiling: 2 }, day: { sent: 3, ceiling: 3 }, month: { sent: 3, segments: 3 } },
    });
    await happens('moved', first(people.slice(3)));
    await sweep(HOUR);
    expect(sms.taken).toHaveLength(3);
  });

  it('settles what a process left that died between handing over and the answer', async () => {
    const person = await signUp();
    await subscribe(person);
    const id = await happens('changed', person);
    const { store } = test.service;
    const dead = { notice_id: id, account_id: person.account, reason: null, push_day: null, tries: 1 };
    const at = test.clock.now;
    const row = { ...dead, channel: 'wechat' as const, state: 'sending' as const, recipient: 'x', provider_id: null };
    await store.write([
      statement(store.read.insertInto('deliveries').values({ ...row, sent_at: at, updated_at: at })),
      statement(store.read.updateTable('notices').set({ deliver_at: at + MINUTE })),
    ]);
    expect(await sweep()).toBe(0);
    await sweep(MINUTE);
    expect(await rows()).toMatchObject([{ state: 'unknown' }]);
    await sweep(5 * MINUTE);
    expect([messages(), sms.taken.length]).toEqual([[], 1]);
  });

  it('says on the call list which channels were tried, and why each did not reach her', async () => {
    const attempts = async () => {
      await sweep(2 * HOUR);
      return (await callList()).map((call) => call.attempts.map(describeAttempt));
    };
    const unsubscribed = await signUp(1);
    await subscribe(unsubscribed);
    wechat.nextSends.push(43101);
    const returned = await happens('changed', unsubscribed);
    await sweep();
    await receipts([smsReceipt(first(sms.taken), false)]);
    expect(await attempts()).toEqual([['微信：没有订阅', '短信：运营商退回']]);
    const seen = test.service.store.read.updateTable('notices').set({ read_at: 1 }).where('id', '=', returned);
    await test.service.store.write([statement(seen)]);
    const blocking = await signUp(2);
    await subscribe(blocking);
    sms.nextSends.push('number:FailedOperation.PhoneNumberInBlacklist');
    await happens('moved', blocking);
    await sweep();
    await push(sentEvent(first(wechat.taken), 'failed:user block'));
    await sweep();
    expect(await attempts()).toEqual([['微信：已拒收', '短信：号码已退订']]);
  });

  it('rings nowhere from 21:00 to 8:00', async () => {
    const person = await signUp();
    await subscribe(person);
    test.clock.now = instantOf(dayAt(test.clock.now), '21:00');
    await happens('changed', person);
    await sweep();
    await sweep(5 * HOUR);
    expect(messages()).toEqual([]);
    test.clock.now = instantOf(dayAt(test.clock.now), '08:00');
    await sweep();
    expect(messages()).toHaveLength(1);
  });

  it('brings one push a day beside the urgent ones, by WeChat alone, and nobody is called about it', async () => {
    const person = await signUp();
    await subscribe(person, ['offer']);
    await subscribe(person, ['offer']);
    const [one, other] = [await happens('promoted', person), await happens('promoted', person)];
    await Promise.all([sweep(), sweep()]);
    expect(messages()).toHaveLength(1);
    await happens('report-answer', person);
    await sweep(3 * HOUR);
    expect([messages().length, sms.taken, await toCall()]).toEqual([1, [], []]);
    test.clock.now = instantOf(addDays(dayAt(test.clock.now), 1), '08:00');
    await sweep();
    expect(messages()).toHaveLength(2);
    expect([(await notice(one)).delivered_at, (await notice(other)).delivered_at]).toEqual([null, null]);
  });

  it('says by WeChat that there is a message, without its words and never with her last yes', async () => {
    const person = await signUp();
    await subscribe(person);
    await happens('message', person);
    await sweep();
    expect(messages()).toEqual([]);
    expect((await grants()).map(({ remaining }) => remaining)).toEqual([1]);
    // With a second yes one is left for what decides whether she sets out in vain.
    await subscribe(person);
    await happens('message', person);
    await sweep();
    expect(messages().map(({ body }) => body)).toMatchObject([{ data: { thing1: { value: messageTexts.message } } }]);
    expect((await grants()).map(({ remaining }) => remaining)).toEqual([1]);
    await sweep(10 * MINUTE);
    await sweep(3 * HOUR);
    expect([(await rows()).map(({ channel }) => channel), sms.taken, await toCall()]).toEqual([['wechat'], [], []]);
  });

  it('brings what a day brings by WeChat alone, once a day, in its day, and never over the reminder', async () => {
    const [asked, silent] = [await signUp(1), await signUp(2)];
    await subscribe(asked, ['reminder']);
    const { read, write } = test.service.store;
    const { starts_at } = await read
      .selectFrom('sessions')
      .select('starts_at')
      .where('id', '=', SESSION)
      .executeTakeFirstOrThrow();
    const before = addDays(dayAt(Number(starts_at)), -1);
    test.clock.now = instantOf(before, '10:00');
    expect(await sweepDayNotices(test.service)).toBe(2);
    await sweep();
    await sweep(HOUR);
    // The reminder that she asked for is the same message: it is sent by its own sweep.
    expect([messages(), sms.taken]).toEqual([[], []]);
    await write([
      statement(read.deleteFrom('reminders')),
      statement(read.updateTable('notices').set({ deliver_at: 0 })),
    ]);
    await sweep();
    expect(messages().map(({ body }) => body)).toMatchObject([
      { template_id: REMINDER, data: { thing1: { value: messageTexts['day-before'] } } },
    ]);
    await happens('preparation-starts', asked);
    await sweep(HOUR);
    test.clock.now = instantOf(addDays(before, 1), '08:00');
    await sweep();
    // Preparation that began yesterday is no news any more.
    expect([messages().length, sms.taken, await toCall()]).toEqual([1, [], []]);
    expect((await rows()).map(({ account_id }) => account_id)).not.toContain(silent.account);
  });

  describe('where it is about no registration', () => {
    const agreeTo = async (token: string, path: string, kind: TemplateKind) =>
      test.ask(`POST /api/v1/me/${path}/subscriptions`, { token, body: { code: 'worker-1', kinds: [kind] } });
    const stranger = async (path: string) => (await agreeTo(await test.login(), path, 'reply')).statusCode;

    it('tells who reported a station of the answer, by whichever of the reports has a yes', async () => {
      const token = await test.login();
      const station = first(test.service.content.dataset().stations).id;
      const report = async (kind: string) =>
        (await test.ask(`POST /api/v1/stations/${station}/reports`, { token, body: { kind } })).json<{ id: string }>()
          .id;
      const [one, other] = [await report('locked'), await report('no-water')];
      expect(await stranger(`reports/${one}`)).toBe(404);
      expect((await agreeTo(token, `reports/${one}`, 'reply')).json()).toEqual({ kinds: ['reply'] });
      const answer = { id: other, to: 'fixed' as const, reply: '已送水', staff: 'clerk' };
      expect(await moveStationReport(test.service, answer)).toMatchObject({ done: true });
      await sweep();
      expect(messages().map(({ body }) => body)).toMatchObject([
        {
          touser: 'openid-worker',
          template_id: REPLY,
          page: 'features/registration/pages/notices/index',
          data: { thing1: { value: messageTexts['report-answer'] } },
        },
      ]);
      // The first report may still be answered; once it is, the openid has no use.
      await sweepData(test.service);
      expect(await grants()).toMatchObject([{ subject_id: one }]);
      await moveStationReport(test.service, { ...answer, id: one });
      test.clock.now += 4 * DAY;
      await sweepData(test.service);
      expect(await grants()).toEqual([]);
    });

    it('tells who waits for a session that one can sign up, though the alert is gone by then', async () => {
      const token = await test.login();
      const body = { sessionId: 'demo-screening-3' };
      const { id } = (await test.ask('POST /api/v1/me/session-alerts', { token, body })).json<{ id: string }>();
      await agreeTo(token, `session-alerts/${id}`, 'reminder');
      test.clock.now = instantOf(addDays(dayAt(test.clock.now), 2), '09:00');
      expect(await sweepSessionAlerts(test.service)).toBe(1);
      await sweepData(test.service);
      await sweep();
      expect(messages().map(({ body: sent }) => sent)).toMatchObject([
        {
          template_id: REMINDER,
          data: {
            thing1: { value: messageTexts['sign-up-opens'] },
            time2: { value: expect.stringMatching(/^\d{4}年\d{1,2}月\d{1,2}日 09:00$/) },
          },
        },
      ]);
      await push(sentEvent(first(wechat.taken)));
      await sweepData(test.service);
      expect(await grants()).toEqual([]);
    });

    it('tells her that she is due again, and forgets her openid with the date', async () => {
      const token = await test.login();
      const account = first(await test.service.store.read.selectFrom('accounts').select('id').execute()).id;
      const { read, write } = test.service.store;
      const row = { id: 'due1', account_id: account, day: '2027-01-01', months: 12, told: 0, consents: '[]' };
      const at = test.clock.now;
      await write([statement(read.insertInto('due_reminders').values({ ...row, next_at: at, created_at: at }))]);
      expect(await stranger('due-reminders/due1')).toBe(404);
      await agreeTo(token, 'due-reminders/due1', 'reminder');
      expect(await sweepDueReminders(test.service)).toBe(1);
      await sweep();
      expect(messages().map(({ body }) => body)).toMatchObject([
        {
          template_id: REMINDER,
          data: { thing1: { value: messageTexts['due-again'] }, time2: { value: formatTime(test.clock.now) } },
        },
      ]);
      expect(await grants()).toHaveLength(1);
      await test.ask('DELETE /api/v1/me/due-reminders/due1', { token });
      expect(await grants()).toEqual([]);
    });
  });

  it('tells nobody of what is read, over, answered, or another by now', async () => {
    const [reader, twice, gone] = [await signUp(1), await signUp(2), await signUp(3)];
    const id = await happens('changed', reader);
    await test.ask('POST /api/v1/me/notices/read', { token: reader.token, body: { ids: [id] } });
    await happens('changed', gone);
    await test.ask(`DELETE /api/v1/me/registrations/${gone.id}`, { token: gone.token });
    await happens('changed', twice);
    test.clock.now += 1;
    const last = await happens('moved', twice);
    test.clock.now += 1;
    await happens('offered', twice);
    await sweep();
    expect(sms.taken.map(({ reference }) => reference)).toEqual([]);
    await test.service.store.write([
      statement(test.service.store.read.deleteFrom('notices').where('kind', '=', 'offered')),
      statement(test.service.store.read.updateTable('notices').set({ deliver_at: 0 }).where('id', '=', last)),
    ]);
    await sweep();
    expect(sms.taken.map(({ reference }) => reference)).toEqual([last]);
  });

  it('brings an offer though the session changed after it, which says nothing of the seat', async () => {
    const [leaving, , waiting] = [await signUp(1), await signUp(2), await signUp(3)];
    await test.ask(`DELETE /api/v1/me/registrations/${leaving.id}`, { token: leaving.token });
    test.clock.now += 1;
    const changed = await happens('changed', waiting);
    await sweep();
    expect(sms.taken.map(({ reference }) => reference).sort()).toEqual(
      [changed, (await offersOf(waiting))[0]?.id].sort(),
    );
  });

  it('forgets the openid when there is nothing more to come, and everything with the account', async () => {
    const [kept, dropped] = [await signUp(1), await signUp(2)];
    await subscribe(kept, ['change', 'offer']);
    await subscribe(dropped, ['change'], 'other-1');
    await push({
      FromUserName: 'openid-other',
      Event: 'subscribe_msg_change_event',
      List: [{ TemplateId: CHANGE, SubscribeStatusString: 'reject' }],
    });
    expect((await grants()).map(({ subject_id }) => subject_id)).toEqual([kept.id, kept.id]);
    await happens('changed', kept);
    await sweep();
    expect((await test.ask('GET /api/v1/me/export', { token: kept.token })).json()).toMatchObject({
      deliveries: [{ channel: 'wechat', state: 'accepted' }],
      messages: [{ about: kept.id, kind: 'offer' }],
    });
    await test.ask('DELETE /api/v1/me', { token: kept.token });
    expect([await rows(), await grants()]).toEqual([[], []]);
    const later = await signUp(3);
    await subscribe(later);
    test.clock.now += 60 * DAY;
    await sweepData(test.service);
    expect(await grants()).toEqual([]);
  });
});

describe('the words of messages', () => {
  it('tell of nobody’s health, whatever the session is called', () => {
    const { tomorrow, today } = reminderTexts;
    const texts = [messageTexts, tomorrow, today].flatMap((ones) => Object.values(ones));
    expect([...texts, ...Object.values(smsTexts)].filter(tellsOfHealth)).toEqual([]);
    expect(texts.filter((text) => [...text].length > 20)).toEqual([]);
    const notice = { created_at: 0, deadline: null, registration_id: 'r1' };
    const said = (['screening', 'event'] as const).flatMap((kind) =>
      (['offered', 'changed', 'legal-aid-answer'] as const).flatMap((about) => {
        const session = { kind, title: '两癌筛查', place: '某某妇幼保健院', organiser: '某某医院工会', starts_at: 0 };
        return Object.values(messageOf({ ...notice, kind: about }, session, { now: 0 }).content);
      }),
    );
    expect(said.length).toBeGreaterThan(20);
    expect(said.filter(tellsOfHealth)).toEqual([]);
    const event = {
      kind: 'event' as const,
      title: '羽毛球赛',
      place: '劳动人民文化宫',
      organiser: '市总工会',
      starts_at: 0,
    };
    expect(messageOf({ ...notice, kind: 'changed' }, event, { now: 0 }).content).toMatchObject({ title: '羽毛球赛' });
    expect(screeningBody(1).consents).toHaveLength(2);
  });
});

describe('the operator’s settings', () => {
  const keys = { YUGONG_WX_APPID: 'wx', YUGONG_WX_SECRET: 's' };
  const sms = {
    YUGONG_SMS_SECRET_ID: 'AKIDexample0000000000',
    YUGONG_SMS_SECRET_KEY: 'examplesecretkey00000',
    YUGONG_SMS_APP: '1400000001',
    YUGONG_SMS_SIGNATURE: '演示工会',
    YUGONG_SMS_TEMPLATES: 'offered 1001;displaced 1002;moved 1003;changed 1004;cancelled 1005',
    YUGONG_SMS_RECEIPT_TOKEN: 'x'.repeat(32),
    YUGONG_SMS_HOURLY: '100',
    YUGONG_SMS_DAILY: '500',
  };

  it('are read where they are right', () => {
    expect(readConfig({ ...keys, ...sms, YUGONG_WX_TEMPLATES: `# ours\n${TABLE}` })).toMatchObject({
      wechat: { templates: { reply: { id: REPLY, longTerm: true, fields: { thing1: 'what', time2: 'at' } } } },
      sms: { templates: { changed: '1004' }, ceilings: { hour: 100, day: 500 } },
    });
    expect(readConfig(keys)).toMatchObject({ wechat: { templates: {}, push: null }, sms: null });
  });

  it.each([
    [`change ${CHANGE} thing1=what\nofer ${OFFER} thing1=what`, /第 2 行.*ofer.*change、offer、reminder、reply/],
    [`change ${CHANGE} thing1=what\nchange ${OFFER} thing1=what`, /第 2 行.*写了两次/],
    ['change short thing1=what', /第 1 行.*模板 ID/],
    [`change ${CHANGE}`, /第 1 行.*没有写字段/],
    [`change ${CHANGE} thing1=titel`, /第 1 行.*thing1=titel.*what、title/],
    [`change ${CHANGE} number1=what`, /没有“number1”/],
    [`change ${CHANGE} thing1=deadline`, /what、title、start/],
    [`change ${CHANGE} thing1=start`, /放不下 start.*time、date/],
    [`change ${CHANGE} thing1=what longterm`, /long-term/],
  ])('refuse the templates %j with the line and what is expected', (table, said) => {
    expect(() => readConfig({ ...keys, YUGONG_WX_TEMPLATES: table })).toThrow(said);
  });

  it.each([
    [{ ...keys, YUGONG_WX_PUSH_TOKEN: 'Token123', YUGONG_WX_PUSH_AES_KEY: 'a'.repeat(42) }, /42 个字符.*43/],
    [{ ...keys, YUGONG_WX_PUSH_AES_KEY: 'a'.repeat(43) }, /YUGONG_WX_PUSH_TOKEN.*3 到 32/],
    [{ ...keys, YUGONG_WX_REMINDER: 'x' }, /YUGONG_WX_TEMPLATES/],
    [{ ...sms, YUGONG_SMS_SIGNATURE: '' }, /YUGONG_SMS_SIGNATURE 没有写.*签名/],
    [{ ...sms, YUGONG_SMS_APP: '14' }, /YUGONG_SMS_APP 不对.*10 位/],
    [{ ...sms, YUGONG_SMS_RECEIPT_TOKEN: 'short' }, /YUGONG_SMS_RECEIPT_TOKEN 不对.*32/],
    [{ ...sms, YUGONG_SMS_HOURLY: '0' }, /YUGONG_SMS_HOURLY.*正整数/],
    [{ ...sms, YUGONG_SMS_TEMPLATES: 'offered 1001\nmoved abc' }, /第 2 行“moved abc”.*数字/],
    [{ ...sms, YUGONG_SMS_TEMPLATES: 'offered 1001' }, /少了 displaced/],
  ])('refuse %j', (env, said) => {
    expect(() => readConfig(env)).toThrow(said);
  });
});
