/** A daughter signs up her mother: on both engines, from the two consents to who is told. */
import { instantOf, HOUR, isoAt } from '@yugong/domain/time';
import { addDays, dayAt } from '@yugong/domain/calendar';
import type { CallListWire } from '@yugong/domain/notice/staff-wire';
import { sweepDeliveries } from '../../server/src/delivery/engine';
import { statement } from '../../server/src/kernel/store';
import { tencentSms } from '../../server/src/sms/tencent';
import { noticeRow } from '../../server/src/storage/rows';
import { consents, residentId, screeningBody, startService, type TestService } from './support/service';
import { smsOptions, smsReceipt, startSms, type SmsStandIn } from './support/sms-stand-in';
import { postgresEngine, sqliteEngine } from './support/stores';
import { member } from './staff/support';

const SESSION = 'demo-screening-1';
const LINE = `POST /api/v1/sessions/${SESSION}/registrations`;
const OWN = '19900000001';
const HERS = '19900000003';

/** @param phone the mother's number: the daughter's, where she has none */
const motherBody = (phone = HERS) => ({
  person: { name: '母演示', phone, residentId: residentId(9, { born: '19630305' }) },
  family: { relation: 'daughter', phone: OWN },
  consents: consents('family', 'family-member'),
});

describe.each([sqliteEngine(), postgresEngine()])('$name', (engine) => {
  let sms: SmsStandIn;
  let test: TestService;
  let token: string;
  beforeAll(async () => {
    await engine.start();
    sms = await startSms();
    test = await startService({
      config: { databaseUrl: engine.name === 'postgres' ? (await engine.place()).at : null },
      sms: tencentSms(smsOptions(sms.url), 500),
    });
    sms.now = () => test.clock.now;
    Object.assign(test.service.limits, { writes: 1e9 });
  });
  afterAll(async () => {
    await test.close();
    await sms.stop();
    await engine.stop();
  });
  beforeEach(async () => {
    await test.reset();
    sms.taken.length = 0;
    token = await test.login();
  });

  const signUp = (body: unknown, key?: string) => test.ask(LINE, { token, body, ...(key ? { key } : {}) });
  const idOf = async (body: unknown): Promise<string> => (await signUp(body)).json<{ id: string }>().id;
  const own = async (line: string) => (await test.ask(line, { token })).json();
  const clerk = async () => (await member(test, ['clerk'], { organisation: 'main', districts: null })).token;
  const staff = async (line: string, body?: unknown) =>
    (
      await test.ask(line.replace(' ', ' /api/v1/staff'), {
        token: await clerk(),
        ...(body === undefined ? {} : { body }),
      })
    ).json();
  const roster = async () => (await staff(`POST /sessions/${SESSION}/roster`, {})).rows;

  it('has a place for each, and the pass carries the mother’s initials and who signed up', async () => {
    expect((await signUp(screeningBody(1))).statusCode).toBe(201);
    const answer = await signUp(motherBody(), 'mother-and-daughter');
    expect(answer.statusCode).toBe(201);
    expect((await signUp(motherBody(), 'mother-and-daughter')).json()).toEqual(answer.json());
    expect((await signUp(motherBody())).statusCode).toBe(200);
    const { id } = answer.json();
    expect(await own(`GET /api/v1/me/registrations/${id}/pass`)).toMatchObject({
      initials: '母＊＊',
      signedUpBy: 'daughter',
    });
    expect(await own(`GET /api/v1/me/registrations/${id}`)).toMatchObject({
      person: { name: '母演示', phone: '199****0003' },
      family: { relation: 'daughter', phone: '199****0001' },
      consents: [{ purpose: 'family' }, { purpose: 'family-member' }],
    });
    const { registrations } = await own('GET /api/v1/me/registrations');
    expect(registrations.map(({ family }: { family: unknown }) => family !== null).sort()).toEqual([false, true]);
  });

  it('judges the mother, not the daughter, and takes nothing without both consents', async () => {
    const body = motherBody();
    const old = { ...body, person: { ...body.person, residentId: residentId(9, { born: '19380305' }) } };
    expect((await signUp(old)).json().errors).toEqual([{ pointer: '/person/residentId', code: 'age' }]);
    for (const given of [consents('family'), consents('family-member'), consents('registration', 'health')])
      expect((await signUp({ ...body, consents: given })).statusCode).toBe(403);
    expect((await signUp({ ...body, family: { relation: 'daughter' } })).json().errors).toEqual([
      { pointer: '/family/phone', code: 'required' },
    ]);
  });

  it('refuses it where the programme doesn’t take it, and offers it where it does', async () => {
    const event = { ...motherBody(), person: { name: '母演示', phone: HERS } };
    const answer = await test.ask('POST /api/v1/sessions/demo-event-badminton/registrations', { token, body: event });
    expect([answer.statusCode, answer.json().errors]).toEqual([422, [{ pointer: '/family', code: 'unknown' }]]);
    const { programmes } = await own('GET /api/v1/programmes');
    const offered = programmes.map(({ id, family }: { id: string; family: { consents: object[] } | null }) => [
      id,
      family?.consents.length ?? 0,
    ]);
    expect(offered).toEqual([
      ['demo-event', 0],
      ['demo-screening', 2],
      ['demo-team', 0],
    ]);
  });

  it('shows staff who signed up, and keeps it when her name is corrected', async () => {
    const id = await idOf(motherBody());
    const { personVersion: seen } = (await roster())[0];
    await staff(`PUT /registrations/${id}/person`, { person: { name: '母正名' }, seen });
    expect(await roster()).toMatchObject([{ name: '母＊＊', family: { relation: 'daughter', phone: '199****0001' } }]);
    const { session } = await own(`GET /api/v1/me/registrations/${id}`);
    test.clock.now = Date.parse(session.startsAt) - HOUR;
    const door = await member(test, ['check-in'], { organisation: 'main', districts: null });
    const list = (await test.ask(`GET /api/v1/staff/sessions/${SESSION}/door`, { token: door.token })).json();
    expect(list.people).toMatchObject([{ name: '母＊＊', phoneTail: '0003', signedUpBy: 'daughter' }]);
  });

  it('shows staff who settle a held sign-up who signed up for whom, and the numbers of both once revealed', async () => {
    const first = await test.login();
    await test.ask(LINE, { token: first, body: { ...screeningBody(9), person: motherBody().person } });
    expect((await signUp(motherBody())).json()).toMatchObject({ status: 'held' });
    const { held } = await staff('GET /held');
    expect(held).toMatchObject([
      {
        name: '母＊＊',
        phone: '199****0003',
        family: { relation: 'daughter', phone: '199****0001' },
        registered: { name: '母＊＊', family: null },
      },
    ]);
    expect(await staff(`POST /held/${held[0].id}/reveal`, { reason: 'call' })).toEqual({
      name: '母演示',
      phone: HERS,
      contactPhone: OWN,
    });
  });

  it('goes along whole when taken, and ends with either consent', async () => {
    const id = await idOf(motherBody());
    const { registrations } = await own('GET /api/v1/me/export');
    expect(registrations).toMatchObject([{ person: { name: '母演示' }, family: { relation: 'daughter', phone: OWN } }]);
    await test.ask('POST /api/v1/me/consents/family-member/withdraw', { token });
    const row = await test.service.store.read
      .selectFrom('registrations')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    expect([row.status, row.sealed]).toEqual(['cancelled', null]);
    const again = await idOf(motherBody());
    await test.ask('DELETE /api/v1/me', { token });
    const left = await test.service.store.read
      .selectFrom('registrations')
      .selectAll()
      .where('id', '=', again)
      .executeTakeFirstOrThrow();
    expect([left.account_id, left.sealed, left.consents]).toEqual(['', null, '[]']);
  });

  describe('when the session moves', () => {
    /** Its time or place is another: the notice that the console writes of it. */
    const moved = async (body: unknown): Promise<string> => {
      const id = await idOf(body);
      const { account_id } = await test.service.store.read
        .selectFrom('registrations')
        .select('account_id')
        .where('id', '=', id)
        .executeTakeFirstOrThrow();
      const about = { registration_id: id, session_id: SESSION };
      const row = noticeRow('changed', account_id, test.clock.now, about);
      await test.service.store.write([statement(test.service.store.read.insertInto('notices').values(row))]);
      return row.id;
    };
    const readInApp = (notice: string) => test.ask('POST /api/v1/me/notices/read', { token, body: { ids: [notice] } });
    const sweep = async (after = 0) => {
      test.clock.now += after;
      await sweepDeliveries(test.service);
    };
    const calls = async () => (await staff('GET /call-list')).calls as CallListWire['calls'];
    const confirmed = () => staff(`GET /sessions/${SESSION}/confirmations`);

    it('tells the mother by SMS though the daughter has read of it, and counts her by the receipt alone', async () => {
      const notice = await moved(motherBody());
      await readInApp(notice);
      await sweep();
      expect(sms.taken).toMatchObject([{ phone: `+86${HERS}` }]);
      expect(await confirmed()).toMatchObject({ people: 1, read: 0, sms: 0, unconfirmed: 1 });
      const [taken] = sms.taken;
      if (!taken) throw new Error('no SMS');
      await test.ask(`POST /api/v1/sms/receipts/${smsOptions('').receiptToken}`, { body: [smsReceipt(taken)] });
      expect(await confirmed()).toMatchObject({ people: 1, read: 0, sms: 1, unconfirmed: 0 });
      expect(await staff(`GET /sessions/${SESSION}/confirmations/sms`)).toMatchObject({
        people: [{ name: '母＊＊', contact: { relation: 'daughter' }, confirmedAt: isoAt(test.clock.now) }],
      });
      await sweep(HOUR);
      expect(sms.taken).toHaveLength(1);
      await sweep(2 * HOUR);
      expect(await calls()).toEqual([]);
    });

    it('has the mother called, and the daughter second, where nobody proved to have told her', async () => {
      const notice = await moved(motherBody());
      await readInApp(notice);
      test.clock.now = instantOf(addDays(dayAt(test.clock.now), 1), '10:00');
      expect(await calls()).toMatchObject([
        {
          noticeId: notice,
          name: '母＊＊',
          phone: '199****0003',
          contact: { relation: 'daughter', phone: '199****0001' },
        },
      ]);
      expect(await staff(`POST /call-list/${notice}/phone`)).toEqual({ phone: HERS, contactPhone: OWN });
      await staff(`POST /call-list/${notice}/calls`, { result: 'reached' });
      expect(await calls()).toEqual([]);
      expect(await confirmed()).toMatchObject({ people: 1, called: 1, unconfirmed: 0 });
    });

    it('is told once by the daughter’s reading where the mother has no telephone', async () => {
      const notice = await moved(motherBody(OWN));
      await readInApp(notice);
      await sweep();
      expect(sms.taken).toEqual([]);
      expect(await confirmed()).toMatchObject({ people: 1, read: 1, unconfirmed: 0 });
      await sweep(3 * HOUR);
      expect(await calls()).toEqual([]);
    });

    it('begins to tell her besides once staff write down a telephone of her own', async () => {
      const notice = await moved(motherBody(OWN));
      await readInApp(notice);
      const { registrationId, personVersion: seen } = (await roster())[0];
      await staff(`PUT /registrations/${registrationId}/person`, { person: { phone: HERS }, seen });
      expect(await confirmed()).toMatchObject({ read: 0, unconfirmed: 1 });
      await sweep();
      expect(sms.taken).toMatchObject([{ phone: `+86${HERS}` }]);
    });
  });
});
