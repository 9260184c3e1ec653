/**
 * A programme that asks for a proof of the telephone number, on both engines: the attacker's own client over a real
 * socket, codes through the vendor's client against a stand-in, and time that runs out.
 */
import { randomBytes } from 'node:crypto';
import { defined } from '@yugong/domain/narrow';
import { PROOF_TIME } from '@yugong/domain/registration';
import { DAY, HOUR, MINUTE } from '@yugong/domain/time';
import { portOf } from '../../scripts/lib/port';
import { statement } from '../../server/src/kernel/store';
import { sweepData, sweepOffers } from '../../server/src/maintenance';
import { tencentSms } from '../../server/src/sms/tencent';
import { noWechat } from '../../server/src/wechat';
import { member } from './staff/support';
import { screeningBody, startService, type TestService } from './support/service';
import { smsOptions, smsReceipt, startSms, type SmsStandIn, type TakenSms } from './support/sms-stand-in';
import { postgresEngine, sqliteEngine } from './support/stores';

const SESSION = 'demo-screening-1';

interface Held {
  id: string;
  status: string;
  mine: boolean;
  proof: { until: string; ways: string[]; phone: string } | null;
}

describe.each([sqliteEngine(), postgresEngine()])('on $name', (engine) => {
  let sms: SmsStandIn;
  let test: TestService;
  let origin: string;
  beforeAll(async () => {
    await engine.start();
    sms = await startSms();
    test = await startService({
      config: { databaseUrl: engine.name === 'postgres' ? (await engine.place()).at : null },
      sms: tencentSms(smsOptions(sms.url, { hour: 200, day: 400 }), 500),
      wechat: {
        ...noWechat,
        offersPhone: true,
        phone: (code) => Promise.resolve(code === 'hers' ? screeningBody(1).person.phone : '19911112222'),
      },
    });
    Object.assign(test.service.limits, { writes: 1e9, logins: 1e9 });
    await test.app.listen({ host: '127.0.0.1', port: 0 });
    origin = `http://127.0.0.1:${portOf(test.app.server)}`;
  }, 60_000);
  afterAll(async () => {
    await test.close();
    await sms.stop();
    await engine.stop();
  }, 30_000);
  beforeEach(async () => {
    await test.reset();
    // What is counted within an hour is counted anew.
    test.clock.now += DAY * (1 + (serial += 1) * 2);
    await test.service.store.write([
      statement(test.service.store.read.deleteFrom('sessions')),
      statement(test.service.store.read.deleteFrom('programmes')),
    ]);
    const { seedDemo } = await import('../../server/src/demo/seed');
    await seedDemo(test.service.store, test.clock.now);
    sms.taken.length = 0;
    sms.nextSends.length = 0;
    await programmes({ proof: 1 });
  });
  let serial = 0;

  const programmes = async (fields: { proof?: number; people_limit?: number | null }) => {
    await test.service.store.write([statement(test.service.store.read.updateTable('programmes').set(fields))]);
    // What a programme asks for is remembered for a second.
    await new Promise((resolve) => setTimeout(resolve, 1050));
  };

  /** The attacker's own client: nothing of the app's. */
  const send = async (line: string, token: string | null, body?: unknown, headers: Record<string, string> = {}) => {
    const [method = '', path = ''] = line.split(' ');
    const answer = await fetch(origin + path, {
      method,
      headers: {
        'content-type': 'application/json',
        ...(token === null ? {} : { authorization: `Bearer ${token}` }),
        ...(method === 'GET' ? {} : { 'idempotency-key': randomBytes(9).toString('hex') }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    return { status: answer.status, json: (text === '' ? {} : JSON.parse(text)) as Record<string, unknown> & Held };
  };
  const login = async () => String((await send('POST /api/v1/login/device', null)).json.token);
  const register = (token: string, body: object, session = SESSION, headers = {}) =>
    send(`POST /api/v1/sessions/${session}/registrations`, token, body, headers);
  const askCode = (token: string, id: string) => send(`POST /api/v1/me/held/${id}/code`, token);
  const prove = (token: string, id: string, proof: object) => send(`PUT /api/v1/me/held/${id}/proof`, token, proof);
  const lastCode = (): string => defined(defined(sms.taken.at(-1)).parameters[0]);
  const wrong = (code: string): string => String((Number(code) + 1) % 1_000_000).padStart(6, '0');
  const seatsHeld = async () => {
    const { read } = test.service.store;
    return read.selectFrom('sessions').select(['held', 'waiting']).where('id', '=', SESSION).executeTakeFirstOrThrow();
  };
  const mine = async (token: string) =>
    (await send('GET /api/v1/me/registrations', token)).json as unknown as {
      registrations: { id: string; status: string }[];
      held: Held[];
    };

  it('books a place for a code from the phone, and for nothing before', async () => {
    const token = await login();
    const { status, json: held } = await register(token, screeningBody(1));
    expect([status, held]).toMatchObject([
      202,
      { status: 'held', mine: false, proof: { ways: ['sms', 'wechat'], phone: '199****0001' } },
    ]);
    expect(await seatsHeld()).toMatchObject({ held: 1 });
    expect(await mine(token)).toMatchObject({ registrations: [], held: [{ id: held.id, proof: held.proof }] });
    expect((await askCode(token, held.id)).status).toBe(200);
    expect(sms.taken).toMatchObject(
      [{ phone: '+8619900000001', templateId: '1000006', parameters: [/^\d{6}$/, '10'] }].map((one) => ({
        ...one,
        parameters: [expect.stringMatching(/^\d{6}$/), '10'],
      })),
    );
    const code = lastCode();
    expect((await prove(token, held.id, { code: wrong(code) })).json.code).toBe('code-wrong');
    const rows = JSON.stringify(await test.service.store.read.selectFrom('phone_codes').selectAll().execute());
    expect(rows).not.toContain(code);
    expect(rows).not.toContain('19900000001');
    expect((await prove(token, held.id, { code })).json).toMatchObject({ status: 'booked', mine: true });
    expect(await mine(token)).toMatchObject({ registrations: [{ status: 'booked' }], held: [] });
    expect(await test.service.store.read.selectFrom('phone_codes').selectAll().execute()).toEqual([]);
    expect((await register(token, screeningBody(1))).status).toBe(200);
    // It is paid for like any other.
    const usage = await test.service.store.read.selectFrom('sms_usage').selectAll().execute();
    expect(usage.map(({ sent, segments }) => [Number(sent), Number(segments)])).toEqual([
      [1, 1],
      [1, 1],
      [1, 1],
    ]);
  });

  describe('a carrier’s receipt of a code', () => {
    const receipts = (body: object[]) => send(`POST /api/v1/sms/receipts/${smsOptions('').receiptToken}`, null, body);
    const known = { result: 0, errmsg: 'OK' };
    async function codeSent(answer: 'ok' | 'lost' = 'ok'): Promise<{ token: string; taken: TakenSms }> {
      const token = await login();
      const { json: held } = await register(token, screeningBody(1));
      sms.nextSends.push(answer);
      await askCode(token, held.id);
      return { token, taken: defined(sms.taken.at(-1)) };
    }

    it('is recognised, however often it comes and whatever it says', async () => {
      const { taken } = await codeSent();
      for (const arrived of [true, true, false])
        expect((await receipts([smsReceipt(taken, arrived)])).json).toEqual(known);
      expect((await receipts([smsReceipt({ ...taken, serial: '2640:1' })])).json).toMatchObject({ result: 1 });
      expect((await receipts([smsReceipt({ ...taken, phone: '+8619912345678' })])).json).toMatchObject({ result: 1 });
    });

    it('is recognised where the answer to the send was lost, and after the number was proved', async () => {
      const { token, taken } = await codeSent('lost');
      const { held } = await mine(token);
      expect((await prove(token, defined(held[0]).id, { code: lastCode() })).json).toMatchObject({ status: 'booked' });
      expect((await receipts([smsReceipt(taken)])).json).toEqual(known);
      expect((await receipts([smsReceipt(taken)])).json).toEqual(known);
      // One message was sent: another number of the carrier's is of none.
      expect((await receipts([smsReceipt({ ...taken, serial: '2640:1' })])).json).toMatchObject({ result: 1 });
    });

    it('leaves nothing of a message that the carrier didn’t take, of a deleted account, and after a week', async () => {
      const rows = async () => (await test.service.store.read.selectFrom('code_messages').selectAll().execute()).length;
      const token = await login();
      const { json: held } = await register(token, screeningBody(2));
      sms.nextSends.push('number:FailedOperation.PhoneNumberInBlacklist');
      expect((await askCode(token, held.id)).json.code).toBe('code-not-sent');
      expect(await rows()).toBe(0);
      const { token: hers } = await codeSent();
      expect(await rows()).toBe(1);
      await send('DELETE /api/v1/me', hers);
      expect(await rows()).toBe(0);
      await register(await login(), screeningBody(3));
      await codeSent();
      test.clock.now += 7 * DAY + 1;
      await sweepData(test.service);
      expect(await rows()).toBe(0);
    });
  });

  it('answers a proof whose answer was lost like the first time', async () => {
    const token = await login();
    const { json: held } = await register(token, screeningBody(1));
    await askCode(token, held.id);
    const key = { 'idempotency-key': 'the-same-key' };
    const path = `PUT /api/v1/me/held/${held.id}/proof`;
    const proof = { code: lastCode() };
    const first = await send(path, token, proof, key);
    expect([first.status, await send(path, token, proof, key)]).toEqual([200, first]);
  });

  it('takes WeChat’s word for the number that was typed, and for no other', async () => {
    const token = await login();
    const { json: held } = await register(token, screeningBody(1));
    expect((await prove(token, held.id, { wechatCode: 'another' })).json.code).toBe('phone-differs');
    expect((await prove(token, held.id, { wechatCode: 'hers' })).json).toMatchObject({ status: 'booked' });
  });

  it('gives the place to the waiting list after fifteen minutes, and tells nobody who proved nothing', async () => {
    const { read } = test.service.store;
    await test.service.store.write([
      statement(read.updateTable('sessions').set({ capacity: 1, waitlist_size: 5 }).where('id', '=', SESSION)),
    ]);
    const squatter = await login();
    const { json: held } = await register(squatter, screeningBody(1));
    const waiting = await login();
    const { json: second } = await register(waiting, screeningBody(2));
    expect(second.proof).toEqual({ ...held.proof, phone: '199****0002' });
    await askCode(waiting, second.id);
    expect((await prove(waiting, second.id, { code: lastCode() })).json).toMatchObject({ status: 'waitlist' });
    test.clock.now += PROOF_TIME;
    await sweepOffers(test.service);
    expect((await mine(waiting)).registrations).toMatchObject([{ status: 'booked' }]);
    expect(await seatsHeld()).toMatchObject({ held: 1, waiting: 0 });
    expect((await prove(squatter, held.id, { code: '000000' })).json.code).toBe('proof-expired');
    expect((await askCode(squatter, held.id)).json.code).toBe('proof-expired');
    const notices = await read.selectFrom('notices').select(['kind']).execute();
    expect(notices).toEqual([{ kind: 'promoted' }]);
    // Signing up again begins anew; a day later nothing is left of it.
    expect((await register(squatter, screeningBody(1))).json.proof?.until).not.toBe(held.proof?.until);
    test.clock.now += DAY + HOUR;
    await sweepData(test.service);
    expect(await read.selectFrom('held_registrations').selectAll().execute()).toEqual([]);
  });

  it('answers a stranger and herself alike, and gives the place to whoever has her phone', async () => {
    const [hers, stranger] = [await login(), await login()];
    const { json: own } = await register(hers, screeningBody(1));
    const { json: claim } = await register(stranger, screeningBody(1));
    const shape = ({ id, ...rest }: Held) => ({ ...rest, id: id.length });
    expect(shape(claim)).toEqual(shape(own));
    expect(await mine(stranger)).toMatchObject({ registrations: [], held: [{ proof: own.proof }] });
    await askCode(stranger, claim.id);
    // The code is on her phone: the stranger can only guess.
    expect((await prove(stranger, claim.id, { code: wrong(lastCode()) })).json.code).toBe('code-wrong');
    test.clock.now += 2 * MINUTE;
    await askCode(hers, own.id);
    await prove(hers, own.id, { code: lastCode() });
    // The same woman on a new phone: the number is proved, so the place goes with her.
    const fresh = await login();
    const { json: again } = await register(fresh, screeningBody(1));
    test.clock.now += 2 * MINUTE;
    await askCode(fresh, again.id);
    expect((await prove(fresh, again.id, { code: lastCode() })).json).toMatchObject({ status: 'booked', mine: true });
    expect((await mine(hers)).registrations).toEqual([]);
    expect((await mine(fresh)).registrations).toMatchObject([{ status: 'booked' }]);
    expect(await seatsHeld()).toMatchObject({ held: 1 });
  });

  it('leaves it to staff where the phone is proved and the place has another', async () => {
    const hers = await login();
    const { json: own } = await register(hers, screeningBody(1));
    await askCode(hers, own.id);
    await prove(hers, own.id, { code: lastCode() });
    const stranger = await login();
    const { person, consents } = screeningBody(1);
    const { json: claim } = await register(stranger, { person: { ...person, phone: '19900000077' }, consents });
    await askCode(stranger, claim.id);
    const answer = await prove(stranger, claim.id, { code: lastCode() });
    expect([answer.status, answer.json]).toMatchObject([202, { status: 'held', proof: null, mine: false }]);
    expect((await mine(hers)).registrations).toMatchObject([{ status: 'booked' }]);
    const { token } = await member(test, ['clerk']);
    const { held } = (await test.ask('GET /api/v1/staff/held', { token })).json<{ held: object[] }>();
    expect(held).toMatchObject([{ cause: 'claim', phone: '199****0077', registered: { status: 'booked' } }]);
  });

  it('counts tries and codes by number, account and device, however many logins ask', async () => {
    const token = await login();
    const { json: held } = await register(token, screeningBody(1));
    await askCode(token, held.id);
    expect((await askCode(token, held.id)).json.code).toBe('codes-too-many');
    const code = lastCode();
    const answers = await Promise.all(
      Array.from({ length: 9 }, (_, n) => prove(token, held.id, { code: wrong(String(Number(code) + n)).slice(-6) })),
    );
    expect(answers.map(({ json }) => json.code).filter((one) => one === 'code-wrong')).toHaveLength(5);
    expect((await prove(token, held.id, { code })).json.code).toBe('code-expired');
    // The number gets three an hour, from whomever.
    const sent = [];
    for (let n = 0; n < 5; n += 1) {
      test.clock.now += MINUTE;
      const other = await login();
      sent.push((await askCode(other, (await register(other, screeningBody(1))).json.id)).status);
    }
    expect(sent).toEqual([200, 200, 429, 429, 429]);
    expect(sms.taken).toHaveLength(3);
  });

  it('says that a code was not sent, forgets it, and takes it off the bill', async () => {
    const token = await login();
    const { json: held } = await register(token, screeningBody(1));
    sms.nextSends.push('number:LimitExceeded.PhoneNumberThirtySecondLimit');
    expect((await askCode(token, held.id)).json).toMatchObject({ status: 503, code: 'code-not-sent' });
    expect((await askCode(token, held.id)).status).toBe(200);
    const usage = await test.service.store.read.selectFrom('sms_usage').select('sent').execute();
    expect(usage.map(({ sent }) => Number(sent))).toEqual([1, 1, 1]);
  });

  it('gives 45 invented identity numbers on one phone, and 30 invented phones, no place at all', async () => {
    const token = await login();
    const answers = [];
    for (let n = 1; n <= 45; n += 1) {
      const { person, consents } = screeningBody(n);
      answers.push(await register(await login(), { person: { ...person, phone: '19900000001' }, consents }));
    }
    for (let n = 101; n <= 130; n += 1) answers.push(await register(token, screeningBody(n)));
    // What is kept for a proof is no more than what one may hold.
    expect(await seatsHeld()).toMatchObject({ held: 6 });
    expect(answers.map(({ status }) => status)).toEqual([...Array(48).fill(202), ...Array(27).fill(409)]);
    // Whether a seat is kept or the number has too many people: before the proof both are told the same.
    expect(new Set(answers.slice(0, 45).map(({ json }) => `${json.status} ${json.proof?.phone}`)).size).toBe(1);
    test.clock.now += PROOF_TIME;
    await sweepOffers(test.service);
    expect(await seatsHeld()).toMatchObject({ held: 0, waiting: 0 });
  });
});

it('lets no programme ask for a proof where the operator has no way to it, and says so', async () => {
  const test = await startService();
  const { token } = await member(test, ['administrator', 'clerk']);
  const { programmes } = (await test.ask('GET /api/v1/staff/programmes', { token })).json<{
    programmes: ({ id: string; proofPossible: boolean } & Record<string, unknown>)[];
  }>();
  const one = defined(programmes.find(({ id }) => id === 'demo-event'));
  expect(one.proofPossible).toBe(false);
  const pick = ['organisation', 'adcode', 'kind', 'title', 'summary', 'organiser', 'limitPerPerson', 'offerMinutes'];
  const more = ['fields', 'sex', 'age', 'team', 'rules'];
  const body = {
    ...Object.fromEntries([...pick, ...more].map((name) => [name, one[name]])),
    consents: ['registration'],
    proof: true,
    seen: 1,
  };
  const answer = await test.ask('PUT /api/v1/staff/programmes/demo-event', { token, body });
  expect([answer.statusCode, answer.json()]).toMatchObject([
    422,
    { errors: [{ pointer: '/proof', code: 'proof-impossible' }] },
  ]);
  // The operator's configuration went away later: nobody gets a place that nobody can prove.
  const { read } = test.service.store;
  await test.service.store.write([statement(read.updateTable('programmes').set({ proof: 1 }))]);
  const path = `POST /api/v1/sessions/${SESSION}/registrations`;
  const refused = await test.ask(path, { token: await test.login(), body: screeningBody(1) });
  expect(refused.json()).toMatchObject({ status: 503, code: 'proof-unavailable' });
  await test.close();
});
