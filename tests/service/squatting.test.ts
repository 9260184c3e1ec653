/**
 * Somebody who knows a woman's number: what he learns of her, and what he gets of hers. The attacker's own client on both
 * engines; then the desk, which settles it.
 */
import type { NoticeListWire } from '@yugong/domain/notice/wire';
import { handedOverReason } from '@yugong/domain/notice/words';
import { DAY, HOUR } from '@yugong/domain/time';
import { sweepData } from '../../server/src/maintenance';
import { statement } from '../../server/src/kernel/store';
import { runJobs } from '../../server/src/staff/jobs/runner';
import { member } from './staff/support';
import { screeningBody, startService, type TestService } from './support/service';
import { postgresEngine } from './support/stores';

const postgres = postgresEngine();
beforeAll(() => postgres.start(), 30_000);
afterAll(() => postgres.stop(), 30_000);

const SESSION = 'demo-screening-1';
const HER = 1;

describe.each(['sqlite', 'postgres'] as const)('on %s', (engine) => {
  let test: TestService;
  let hers: string;
  let stranger: string;
  beforeAll(async () => {
    test = await startService({ config: engine === 'postgres' ? { databaseUrl: (await postgres.place()).at } : {} });
  });
  afterAll(() => test.close());
  beforeEach(async () => {
    await test.reset();
    [hers, stranger] = [await test.login(), await test.login()];
  });

  const signUp = (token: string, serial: number, session = SESSION) =>
    test.ask(`POST /api/v1/sessions/${session}/registrations`, { token, body: screeningBody(serial) });
  const mine = async (token: string) =>
    (await test.ask('GET /api/v1/me/registrations', { token })).json<{
      registrations: { id: string; status: string; person: { name: string } | null }[];
      held: { id: string; state: string; reason: string | null }[];
    }>();
  const change = (fields: object) =>
    test.service.store.write([
      statement(test.service.store.read.updateTable('sessions').set(fields).where('id', '=', SESSION)),
    ]);
  const noticesOf = async (token: string) =>
    (await test.ask('GET /api/v1/me/notices', { token })).json<NoticeListWire>().notices;
  const comparable = (answer: { statusCode: number; body: string }) => [
    answer.statusCode,
    answer.body.replace(/"requestId":"[^"]*"/, ''),
  ];

  it('answers in a full and in a closed session alike, whether she is in it or not', async () => {
    await signUp(hers, HER);
    const { held } = await test.service.store.read
      .selectFrom('sessions')
      .select('held')
      .where('id', '=', SESSION)
      .executeTakeFirstOrThrow();
    await change({ capacity: held, waitlist_size: 0 });
    const full = [await signUp(stranger, HER), await signUp(stranger, 2)].map(comparable);
    expect(full[0]).toEqual(full[1]);
    expect(full[0]?.[0]).toBe(409);
    await change({ capacity: 30, closes_at: test.clock.now - 1 });
    const closed = [await signUp(stranger, HER), await signUp(stranger, 2)].map(comparable);
    expect(closed[0]).toEqual(closed[1]);
    // She herself still reads that she has it.
    expect((await signUp(hers, HER)).statusCode).toBe(200);
    expect((await mine(stranger)).held).toEqual([]);
  });

  it('holds what a stranger sends for her, and tells him nothing of her place', async () => {
    const own = (await signUp(hers, HER)).json<{ id: string; createdAt: string }>();
    test.clock.now += HOUR;
    const answer = await signUp(stranger, HER);
    expect([answer.statusCode, answer.json()]).toMatchObject([202, { status: 'held', mine: false, ahead: 0 }]);
    expect(answer.body).not.toContain(own.id);
    expect(answer.body).not.toContain(own.createdAt);
    // Sent again it is the same one, under another key too.
    expect((await signUp(stranger, HER)).json()).toEqual(answer.json());
    expect(await mine(stranger)).toMatchObject({ registrations: [], held: [{ state: 'held', reason: null }] });
    expect((await mine(hers)).registrations).toMatchObject([{ id: own.id, status: 'booked' }]);
  });

  it('says to no stranger that she has used up the programme’s limit in another session', async () => {
    const { read } = test.service.store;
    await test.service.store.write([statement(read.updateTable('programmes').set({ limit_per_person: 1 }))]);
    await signUp(hers, HER, 'demo-screening-2');
    expect((await signUp(stranger, HER)).json()).toMatchObject({ status: 'held', mine: false });
    expect((await signUp(hers, HER)).json().code).toBe('limit-reached');
    await test.service.store.write([statement(read.updateTable('programmes').set({ people_limit: null }))]);
    await new Promise((resolve) => setTimeout(resolve, 1100));
    expect((await signUp(hers, HER)).json().code).toBe('limit-reached');
    expect((await signUp(stranger, HER)).json()).toMatchObject({ status: 'held', mine: false });
  });

  describe('who signs her up elsewhere and moves there', () => {
    const move = (token: string, id: string) =>
      test.ask(`PUT /api/v1/me/registrations/${id}`, { token, body: { sessionId: SESSION } });
    const ids: { hers: string; anothers: string } = { hers: '', anothers: '' };
    beforeEach(async () => {
      const { read } = test.service.store;
      await test.service.store.write([statement(read.updateTable('programmes').set({ limit_per_person: 2 }))]);
      // What a programme asks for is remembered for a second.
      await new Promise((resolve) => setTimeout(resolve, 1100));
      await signUp(hers, HER);
      ids.hers = (await signUp(stranger, HER, 'demo-screening-2')).json<{ id: string }>().id;
      ids.anothers = (await signUp(stranger, 2, 'demo-screening-2')).json<{ id: string }>().id;
    });

    it.each([
      ['full', { capacity: 1, waitlist_size: 0, held: 1 }],
      ['closed', { closes_at: 1 }],
    ])('reads the same of a %s session, whether she is in it or not', async (_, fields) => {
      await change(fields);
      const [of, other] = [await move(stranger, ids.hers), await move(stranger, ids.anothers)].map(comparable);
      expect(of).toEqual(other);
      expect(of?.[0]).toBe(409);
      expect((await mine(stranger)).held).toEqual([]);
    });

    it('waits for the desk where there is a seat, and stays where it is', async () => {
      const answer = await move(stranger, ids.hers);
      expect([answer.statusCode, answer.json()]).toMatchObject([409, { code: 'move-held' }]);
      expect(await mine(stranger)).toMatchObject({ held: [{ state: 'held', reason: null }] });
      expect((await mine(stranger)).registrations).toHaveLength(2);
      const { token } = await member(test, ['clerk']);
      expect((await test.ask('GET /api/v1/staff/held', { token })).json()).toMatchObject({
        held: [{ sessionId: SESSION, registered: { status: 'booked' } }],
      });
      expect((await move(stranger, ids.anothers)).statusCode).toBe(200);
    });
  });

  describe('who fills her telephone number with invented people', () => {
    const onHerPhone = (token: string, serial: number, session = SESSION) => {
      const { person, consents } = screeningBody(serial);
      const { phone } = screeningBody(HER).person;
      const body = { person: { ...person, phone }, consents };
      return test.ask(`POST /api/v1/sessions/${session}/registrations`, { token, body });
    };
    const another = async (serial: number, session?: string) => onHerPhone(await test.login(), serial, session);

    it('is answered as for her own person: held for the desk, in a full and a closed session 409', async () => {
      await signUp(hers, HER);
      for (const serial of [11, 12]) expect((await another(serial)).statusCode).toBe(201);
      const third = await onHerPhone(stranger, 13);
      expect(third.statusCode).toBe(202);
      const person = await signUp(await test.login(), HER);
      const shape = (answer: { json: () => object }) =>
        Object.entries(answer.json()).map(([name, value]) => [
          name,
          ['id', 'createdAt', 'updatedAt'].includes(name) || value,
        ]);
      expect(shape(third)).toEqual(shape(person));
      await change({ closes_at: test.clock.now - 1 });
      expect(comparable(await another(14))).toEqual(comparable(await signUp(await test.login(), 2)));
      await change({ closes_at: test.clock.now + HOUR, capacity: 3, waitlist_size: 0 });
      expect(comparable(await another(14))).toEqual(comparable(await signUp(await test.login(), 2)));
    });

    it('learns in another session too nothing of who is among the number’s people', async () => {
      await signUp(hers, HER);
      for (const serial of [11, 12]) await another(serial);
      const OTHER = 'demo-screening-2';
      const [of, unknown] = [await another(HER, OTHER), await another(13, OTHER)];
      expect([of.statusCode, unknown.statusCode]).toEqual([202, 202]);
      expect([of.json().status, unknown.json().status]).toEqual(['held', 'held']);
      // She herself goes on with her own account.
      expect((await signUp(hers, HER, OTHER)).json().code).not.toBe('people-limit-reached');
    });

    it('keeps her out of nothing: staff see why she waits, and give her the place', async () => {
      for (const serial of [11, 12, 13]) expect((await another(serial)).statusCode).toBe(201);
      const asked = await signUp(hers, HER);
      expect([asked.statusCode, asked.json().status]).toEqual([202, 'held']);
      const { token } = await member(test, ['clerk']);
      const { held } = (await test.ask('GET /api/v1/staff/held', { token })).json<{ held: { id: string }[] }>();
      expect(held).toMatchObject([{ cause: 'phone', registered: null }]);
      const body = { decision: 'release', reason: '本人带身份证来核对', seen: null };
      expect((await test.ask(`PUT /api/v1/staff/held/${held[0]?.id}`, { token, body })).statusCode).toBe(204);
      expect((await mine(hers)).registrations).toMatchObject([{ status: 'booked' }]);
    });
  });

  it('lets one account try so with three people and no more', async () => {
    for (let n = 1; n <= 4; n += 1) await signUp(await test.login(), n);
    const answers = [];
    for (let n = 1; n <= 4; n += 1) answers.push((await signUp(stranger, n)).json());
    expect(answers.slice(0, 3)).toMatchObject([{ status: 'held' }, { status: 'held' }, { status: 'held' }]);
    expect(answers[3]).toMatchObject({ code: 'people-limit-reached' });
  });

  describe('at the desk', () => {
    const desk = async (scope?: Parameters<typeof member>[2]) => {
      const { token } = await member(test, ['clerk'], scope);
      return (line: string, body?: unknown) =>
        test.ask(line.replace(' ', ' /api/v1/staff'), { token, ...(body === undefined ? {} : { body }) });
    };

    it('shows both sides masked, names the number only for a reason, and only to whoever has the session', async () => {
      await signUp(stranger, HER);
      await signUp(hers, HER);
      const clerk = await desk();
      const { held } = (await clerk('GET /held')).json<{ held: { id: string }[] }>();
      expect(held).toMatchObject([
        { sessionId: SESSION, name: '演＊＊', phone: '199****0001', registered: { name: '演＊＊', status: 'booked' } },
      ]);
      const id = held[0]?.id ?? '';
      expect((await clerk(`POST /held/${id}/reveal`, {})).statusCode).toBe(422);
      expect((await clerk(`POST /held/${id}/reveal`, { reason: 'call' })).json()).toEqual({
        name: '演示人',
        phone: '19900000001',
        contactPhone: null,
      });
      const foreign = await desk({ organisation: 'main', districts: ['500101'] });
      expect((await foreign('GET /held')).json()).toEqual({ held: [] });
      expect((await foreign(`POST /held/${id}/reveal`, { reason: 'call' })).statusCode).toBe(404);
      const decision = { decision: 'release', reason: '电话核对', seen: null };
      expect((await foreign(`PUT /held/${id}`, decision)).statusCode).toBe(404);
    });

    it('gives her the place that a squatter took, who then has nothing of it', async () => {
      const squatted = (await signUp(stranger, HER)).json<{ id: string }>();
      const asked = (await signUp(hers, HER)).json<{ id: string }>();
      const clerk = await desk();
      expect((await clerk(`PUT /held/${asked.id}`, { decision: 'release', seen: squatted.id })).statusCode).toBe(422);
      const decision = { decision: 'release', reason: '本人带身份证来核对', seen: squatted.id };
      expect((await clerk(`PUT /held/${asked.id}`, decision)).statusCode).toBe(204);
      expect(await mine(hers)).toMatchObject({
        registrations: [{ id: squatted.id, status: 'booked', person: { name: '演示人' } }],
        held: [],
      });
      expect((await mine(stranger)).registrations).toEqual([]);
      // Both sides are told, and of what the registration was before only whose it is now.
      expect(await noticesOf(hers)).toMatchObject([
        { kind: 'held-released', registrationId: squatted.id, sessionId: SESSION, reason: null },
      ]);
      expect(await noticesOf(stranger)).toMatchObject([
        { kind: 'cancelled', registrationId: null, sessionId: SESSION, reason: handedOverReason },
      ]);
      expect((await test.ask(`GET /api/v1/me/registrations/${squatted.id}/pass`, { token: hers })).statusCode).toBe(
        200,
      );
      const cancel = `DELETE /api/v1/me/registrations/${squatted.id}`;
      expect((await test.ask(cancel, { token: stranger })).statusCode).toBe(404);
      const audit = await test.service.store.read
        .selectFrom('audit')
        .select(['action', 'detail'])
        .where('action', '=', 'registration.released')
        .where('subject', '=', asked.id)
        .execute();
      expect(audit).toHaveLength(1);
      expect(audit[0]?.detail).toContain('本人带身份证来核对');
      expect((await clerk(`PUT /held/${asked.id}`, decision)).statusCode).toBe(404);
    });

    it('sends a stranger away with the reason, and everything stays hers', async () => {
      const own = (await signUp(hers, HER)).json<{ id: string }>();
      const asked = (await signUp(stranger, HER)).json<{ id: string }>();
      const clerk = await desk();
      await clerk(`PUT /held/${asked.id}`, { decision: 'return', reason: '本人说没有换手机', seen: own.id });
      expect(await mine(stranger)).toMatchObject({
        registrations: [],
        held: [{ state: 'returned', reason: '本人说没有换手机' }],
      });
      expect((await mine(hers)).registrations).toMatchObject([{ id: own.id, status: 'booked' }]);
      expect((await clerk('GET /held')).json()).toEqual({ held: [] });
      expect(await noticesOf(stranger)).toMatchObject([
        { kind: 'held-returned', registrationId: null, sessionId: SESSION },
      ]);
      expect(await noticesOf(hers)).toEqual([]);
    });

    it('is waited for by nobody once the session is called off, and who waited is told why', async () => {
      await signUp(hers, HER);
      await signUp(stranger, HER);
      const clerk = await desk();
      await clerk(`POST /sessions/${SESSION}/cancel`, { message: '医院停电，改期另行通知。' });
      await runJobs(test.service);
      expect((await clerk('GET /held')).json()).toEqual({ held: [] });
      expect((await mine(stranger)).held).toMatchObject([{ state: 'returned', reason: '医院停电，改期另行通知。' }]);
      for (const token of [hers, stranger])
        expect(await noticesOf(token)).toMatchObject([{ kind: 'cancelled', reason: '医院停电，改期另行通知。' }]);
      // A run that begins anew after a dead one tells nobody twice.
      await test.service.store.write([
        statement(test.service.store.read.updateTable('staff_jobs').set({ state: 'queued', tries: 0, claim: null })),
      ]);
      await runJobs(test.service);
      expect(await noticesOf(stranger)).toHaveLength(1);
    });

    it('signs her up anew where the squatter gave the place back meanwhile', async () => {
      const squatted = (await signUp(stranger, HER)).json<{ id: string }>();
      const asked = (await signUp(hers, HER)).json<{ id: string }>();
      await test.ask(`DELETE /api/v1/me/registrations/${squatted.id}`, { token: stranger });
      const clerk = await desk();
      expect((await clerk('GET /held')).json()).toMatchObject({ held: [{ registered: null }] });
      await clerk(`PUT /held/${asked.id}`, { decision: 'release', reason: '本人电话核对', seen: null });
      expect((await mine(hers)).registrations).toMatchObject([{ status: 'booked', person: { name: '演示人' } }]);
      const [registration] = (await mine(hers)).registrations;
      expect(await noticesOf(hers)).toMatchObject([{ kind: 'held-released', registrationId: registration?.id }]);
    });
  });

  it('takes it along, destroys it with the account or the consent, and forgets it thirty days after the session', async () => {
    await signUp(hers, HER);
    const rows = () => test.service.store.read.selectFrom('held_registrations').selectAll().execute();
    await signUp(stranger, HER);
    expect(JSON.stringify(await rows())).not.toMatch(/演示人|19900000001/);
    const exported = (await test.ask('GET /api/v1/me/export', { token: stranger })).json();
    expect(exported.held).toMatchObject([{ state: 'held', person: { name: '演示人' } }]);
    await test.ask('POST /api/v1/me/consents/health/withdraw', { token: stranger });
    expect(await rows()).toEqual([]);
    await signUp(await test.login(), HER);
    const { ends_at: end } = await test.service.store.read
      .selectFrom('sessions')
      .select('ends_at')
      .where('id', '=', SESSION)
      .executeTakeFirstOrThrow();
    test.clock.now = Number(end) + 30 * DAY + 1;
    await sweepData(test.service);
    expect(await rows()).toEqual([]);
  });
});
