/** Reminders by WeChat, on both engines: once, to whoever said yes and still has the place, and never about another. */
import { buildService } from '../../server/src/app';
import { sweepData } from '../../server/src/maintenance';
import { takePushDay } from '../../server/src/delivery/push-days';
import { sweepReminders } from '../../server/src/reminders/send';
import { formatTime, readTemplates, realWechat } from '../../server/src/wechat';
import { statement } from '../../server/src/kernel/store';
import { reminderAt } from '@yugong/domain/registration/reminder';
import { dayAt } from '@yugong/domain/calendar';
import { instantOf, isoAt, MINUTE } from '@yugong/domain/time';
import { screeningBody, startService, type TestService } from './support/service';
import { postgresEngine, sqliteEngine } from './support/stores';
import { startWechat, type StandIn } from './support/wechat-stand-in';

/** As long as WeChat's are. */
const TEMPLATE = 'tmpl-reminder-example-0001';
const FIRST = 'demo-screening-1';
const SECOND = 'demo-screening-2';

describe.each([sqliteEngine(), postgresEngine()])('$name', (engine) => {
  let wechat: StandIn;
  let test: TestService;
  let token: string;
  let renewal: string;
  const said: string[] = [];
  beforeAll(async () => {
    await engine.start();
    wechat = await startWechat();
    test = await startService({
      config: { databaseUrl: engine.name === 'postgres' ? (await engine.place()).at : null },
      wechat: realWechat({
        appId: 'wx-example',
        secret: 'app-secret',
        url: wechat.url,
        timeout: 1000,
        templates: readTemplates(`reminder ${TEMPLATE} thing1=title,time2=start,thing3=place,name4=organiser`),
      }),
    });
    jest.spyOn(console, 'error').mockImplementation((line: string) => void said.push(line));
  });
  afterAll(async () => {
    jest.restoreAllMocks();
    await test.close();
    await wechat.stop();
    await engine.stop();
  });
  beforeEach(async () => {
    await test.reset();
    wechat.asked.length = 0;
    wechat.nextSends.length = 0;
    said.length = 0;
    await enter();
  });

  const enter = async () =>
    ({ token, renewal } = (await test.ask('POST /api/v1/login/device')).json<{ token: string; renewal: string }>());
  /** A token is good for two hours. */
  const goTo = async (time: number) => {
    test.clock.now = time;
    ({ token } = (await test.ask('POST /api/v1/login/renew', { token: renewal })).json<{ token: string }>());
  };

  const rows = () => test.service.store.read.selectFrom('reminders').selectAll().execute();
  const signUp = async (session = FIRST, serial = 1): Promise<string> =>
    (await test.ask(`POST /api/v1/sessions/${session}/registrations`, { token, body: screeningBody(serial) })).json<{
      id: string;
    }>().id;
  const remind = (id: string, code: string | undefined = 'worker-1') =>
    test.ask(`POST /api/v1/me/registrations/${id}/reminder`, { token, body: { code } });
  const standing = async (id: string) =>
    (await test.ask(`GET /api/v1/me/registrations/${id}`, { token })).json<{ reminder: { state: string } | null }>()
      .reminder;
  const startOf = async (session: string): Promise<number> =>
    Number(
      (
        await test.service.store.read
          .selectFrom('sessions')
          .select('starts_at')
          .where('id', '=', session)
          .executeTakeFirstOrThrow()
      ).starts_at,
    );
  const dayBefore = async (session = FIRST) => goTo(reminderAt(await startOf(session)));
  const sweep = () => sweepReminders(test.service);
  const messages = () => wechat.asked.filter(({ path }) => path === '/cgi-bin/message/subscribe/send');
  const audited = (id: string) =>
    test.service.store.read
      .selectFrom('audit')
      .select(['action', 'detail'])
      .where('subject', '=', id)
      .where('action', 'like', 'reminder.%')
      .execute();

  it('goes out once, at ten on the day before, and forgets whom to', async () => {
    const id = await signUp();
    expect(await standing(id)).toMatchObject({ state: 'offered', template: TEMPLATE });
    expect((await remind(id)).json()).toMatchObject({ state: 'waiting', template: null });
    expect(JSON.stringify(await rows())).not.toContain('openid-worker');
    await dayBefore();
    test.clock.now -= 1;
    expect(await sweep()).toBe(0);
    test.clock.now += 1;
    // As several processes do, all at once.
    await Promise.all([sweep(), sweep(), sweep()]);
    await sweep();
    expect(messages()).toHaveLength(1);
    expect(messages()[0]?.body).toMatchObject({
      touser: 'openid-worker',
      template_id: TEMPLATE,
      page: `features/registration/pages/ticket/index?id=${id}`,
      data: {
        // A screening is nobody's business who looks at a locked phone.
        thing1: { value: '一项预约' },
        time2: { value: expect.stringMatching(/^\d{4}年\d{1,2}月\d{1,2}日 09:00$/) },
        thing3: { value: '请打开查看' },
        name4: { value: '工会' },
      },
    });
    expect(await rows()).toMatchObject([{ state: 'sent', sealed: null, session_id: FIRST }]);
    expect(await standing(id)).toMatchObject({ state: 'sent' });
    expect((await audited(id))[0]).toMatchObject({ action: 'reminder.sent', detail: '{"errcode":0}' });
    expect((await remind(id)).json().code).toBe('no-reminder');
  });

  it('does not go out for a place that was given back, or a session that was called off', async () => {
    const [given, off] = [await signUp(FIRST, 1), await signUp(SECOND, 2)];
    await remind(given);
    await remind(off);
    await test.ask(`DELETE /api/v1/me/registrations/${given}`, { token });
    await test.service.store.write([
      statement(test.service.store.read.updateTable('sessions').set({ state: 'cancelled' }).where('id', '=', SECOND)),
    ]);
    await dayBefore(FIRST);
    await sweep();
    await dayBefore(SECOND);
    await sweep();
    expect(messages()).toEqual([]);
    expect(await standing(given)).toBeNull();
  });

  it('follows the place to another session, and is asked for anew where it had gone out already', async () => {
    const [early, told] = [await signUp(FIRST, 1), await signUp(FIRST, 2)];
    await remind(early);
    await test.ask(`PUT /api/v1/me/registrations/${early}`, { token, body: { sessionId: SECOND } });
    await remind(told);
    await dayBefore(FIRST);
    await sweep();
    expect(messages().map(({ body }) => String(body.page).endsWith(told))).toEqual([true]);
    await test.ask(`PUT /api/v1/me/registrations/${told}`, { token, body: { sessionId: SECOND } });
    expect(await standing(told)).toMatchObject({ state: 'offered' });
    expect((await remind(told)).statusCode).toBe(200);
    await dayBefore(SECOND);
    await sweep();
    // Both are in that session now: one message tells of both.
    expect(messages()).toHaveLength(2);
    expect(messages()[1]?.body).toMatchObject({ data: { time2: { value: formatTime(await startOf(SECOND)) } } });
    expect(await rows()).toMatchObject([{ state: 'sent' }, { state: 'sent' }]);
  });

  describe('where one push a day is all that a person gets', () => {
    const pushNow = async () => {
      const account = (await rows())[0]?.account_id ?? '';
      const push = { accountId: account, day: dayAt(test.clock.now), by: 'another notice' };
      return (await test.service.store.write([takePushDay(test.service, push)])).done;
    };

    it('tells of all places of a day in one message, and leads to all of them', async () => {
      const ids = [await signUp(FIRST, 1), await signUp(FIRST, 2)];
      for (const id of ids) await remind(id);
      await dayBefore();
      await Promise.all([sweep(), sweep()]);
      await sweep();
      expect(messages().map(({ body }) => body)).toMatchObject([
        { page: 'features/registration/pages/mine/index', data: { thing1: { value: '一项预约' } } },
      ]);
      expect((await rows()).map(({ state, sealed }) => [state, sealed])).toEqual([
        ['sent', null],
        ['sent', null],
      ]);
      for (const id of ids) expect((await audited(id))[0]).toMatchObject({ action: 'reminder.sent' });
      // Whatever else would be pushed waits for another day.
      expect(await pushNow()).toBe(false);
    });

    it('asks for the next by its own yes where WeChat has no more of the first', async () => {
      for (const serial of [1, 2]) await remind(await signUp(FIRST, serial));
      wechat.nextSends.push(43101);
      await dayBefore();
      await sweep();
      expect((await rows()).map(({ state }) => state).sort()).toEqual(['failed', 'waiting']);
      await sweep();
      expect((await rows()).map(({ state }) => state).sort()).toEqual(['failed', 'sent']);
    });

    it('comes on the morning of the day itself where the day before had its push, and says so', async () => {
      const id = await signUp();
      await remind(id);
      await dayBefore();
      expect(await pushNow()).toBe(true);
      await sweep();
      expect(messages()).toEqual([]);
      const morning = instantOf(dayAt(await startOf(FIRST)), '08:00');
      expect(await standing(id)).toMatchObject({ state: 'waiting', at: isoAt(morning) });
      await goTo(morning - 1);
      await sweep();
      expect(messages()).toEqual([]);
      await goTo(morning);
      await sweep();
      expect(messages()).toHaveLength(1);
      expect(await standing(id)).toMatchObject({ state: 'sent' });
    });

    it('is promised for that morning where it is asked for after the day’s push', async () => {
      const id = await signUp();
      await remind(id);
      await goTo(reminderAt(await startOf(FIRST)) - 1);
      await pushNow();
      const morning = isoAt(instantOf(dayAt(await startOf(FIRST)), '08:00'));
      expect((await remind(id)).json()).toMatchObject({ state: 'waiting', at: morning });
    });
  });

  it.each([43101, 47003, 40037])('is not tried again after %d', async (errcode) => {
    const id = await signUp();
    await remind(id);
    wechat.nextSends.push(errcode);
    await dayBefore();
    await sweep();
    test.clock.now += 10 * MINUTE;
    await sweep();
    expect(messages()).toHaveLength(1);
    expect(await rows()).toMatchObject([{ state: 'failed', sealed: null, errcode }]);
    expect(await standing(id)).toMatchObject({ state: 'failed' });
    expect((await audited(id))[0]).toMatchObject({ action: 'reminder.failed', detail: `{"errcode":${errcode}}` });
    expect(said).toEqual([JSON.stringify({ reminder: 'failed', errcode })]);
  });

  it.each([-1, 45009, 'silence'] as const)('is tried again after %s, a while later', async (answer) => {
    await remind(await signUp());
    wechat.nextSends.push(answer, answer);
    await dayBefore();
    await sweep();
    await sweep();
    expect(messages()).toHaveLength(1);
    test.clock.now += 2 * MINUTE;
    await sweep();
    test.clock.now += 4 * MINUTE;
    await sweep();
    expect(messages()).toHaveLength(3);
    expect(await rows()).toMatchObject([{ state: 'sent', tries: 3 }]);
  });

  it('is given up at some time, and in any case when the session begins', async () => {
    const [one, other] = [await signUp(FIRST, 1), await signUp(FIRST, 2)];
    await remind(one);
    wechat.nextSends.push(...Array.from({ length: 20 }, () => -1));
    await dayBefore();
    for (let tries = 1; tries <= 10; tries += 1) {
      await sweep();
      test.clock.now += Math.min(2 ** tries, 256) * MINUTE;
    }
    expect(messages()).toHaveLength(8);
    expect(await rows()).toMatchObject([{ state: 'failed', errcode: -1 }]);
    await goTo(reminderAt(await startOf(FIRST)) - 1);
    expect((await remind(other)).statusCode).toBe(200);
    test.clock.now = await startOf(FIRST);
    expect(await sweep()).toBe(0);
    test.clock.now += 1;
    await sweepData(test.service);
    expect(await rows()).toEqual([]);
  });

  it('renews a token that is no longer taken', async () => {
    await remind(await signUp());
    await dayBefore();
    await test.service.wechat.send({
      kind: 'reminder',
      openid: 'openid-other',
      page: '',
      content: { at: formatTime(test.clock.now) },
    });
    wechat.endToken();
    await sweep();
    expect(await rows()).toMatchObject([{ state: 'sent', tries: 1 }]);
  });

  it('is taken up by another process where the one that had it died', async () => {
    await remind(await signUp());
    await dayBefore();
    const { store } = test.service;
    await store.write([
      statement(store.read.updateTable('reminders').set({ tries: 1, not_before: test.clock.now + MINUTE })),
    ]);
    expect(await sweep()).toBe(0);
    test.clock.now += MINUTE;
    expect(await sweep()).toBe(1);
  });

  it('is for who has a place and a day before, and for nobody else’s', async () => {
    const id = await signUp();
    expect((await remind(id, 'wrong-code')).json().code).toBe('wechat-code-invalid');
    expect((await test.ask(`POST /api/v1/me/registrations/${id}/reminder`, { token, body: {} })).json().errors).toEqual(
      [{ pointer: '/code', code: 'required' }],
    );
    const owner = renewal;
    await enter();
    expect((await remind(id)).statusCode).toBe(404);
    renewal = owner;
    await dayBefore();
    expect([await standing(id), (await remind(id)).json().code]).toEqual([null, 'no-reminder']);
    expect(await rows()).toEqual([]);
  });

  it('needs no code behind WeChat’s gateway', async () => {
    const gateway = await buildService(test.service, {}, { gateway: true });
    const headers = { 'x-wx-openid': 'openid-cloud', 'idempotency-key': 'k', 'content-type': 'application/json' };
    const post = (url: string, body: object) => gateway.inject({ method: 'POST', url, headers, payload: body });
    const { id } = (await post(`/api/v1/sessions/${FIRST}/registrations`, screeningBody(3))).json<{ id: string }>();
    expect((await post(`/api/v1/me/registrations/${id}/reminder`, {})).statusCode).toBe(200);
    await dayBefore();
    await sweep();
    expect(messages()[0]?.body).toMatchObject({ touser: 'openid-cloud' });
    await gateway.close();
  });

  it('goes with the account, and with the consent it rests on', async () => {
    await remind(await signUp());
    expect((await test.ask('GET /api/v1/me/export', { token })).json().reminders).toMatchObject([{ state: 'waiting' }]);
    await test.ask('POST /api/v1/me/consents/health/withdraw', { token });
    expect(await rows()).toEqual([]);
    await remind(await signUp());
    expect(await rows()).toHaveLength(1);
    await test.ask('DELETE /api/v1/me', { token });
    expect(await rows()).toEqual([]);
  });
});
