/**
 * Somebody takes places under invented names: from one account, from one telephone number, from one device, in several
 * processes at once.
 */
import { defined } from '@yugong/domain/narrow';
import { problems } from '@yugong/domain/problem';
import { DAY } from '@yugong/domain/time';
import { sweepData } from '../../server/src/maintenance';
import { member } from './staff/support';
import { eventBody, residentId, screeningBody, startService, type TestService } from './support/service';
import { postgresEngine } from './support/stores';

const secret = `k1:${Buffer.from(Array.from({ length: 32 }, (_, n) => n * 7)).toString('base64')}`;
const postgres = postgresEngine();
beforeAll(() => postgres.start(), 30_000);
afterAll(() => postgres.stop(), 30_000);

const places = {
  sqlite: () => Promise.resolve({}),
  postgres: async () => ({ databaseUrl: (await postgres.place()).at, secret }),
};
const onePhone = (n: number) => {
  const { person, consents } = screeningBody(n);
  return { person: { ...person, phone: '19900000001' }, consents };
};
const register = (session: string) => `POST /api/v1/sessions/${session}/registrations`;
const booked = (answers: { statusCode: number }[]) => answers.filter(({ statusCode }) => statusCode === 201).length;

describe.each(['sqlite', 'postgres'] as const)('%s', (engine) => {
  let test: TestService;
  beforeEach(async () => {
    test = await startService({ config: await places[engine]() });
  });
  afterEach(() => test.close());

  it('gives one login with thirty invented telephone numbers places for three people', async () => {
    const token = await test.login();
    const answers = await Promise.all(
      Array.from({ length: 30 }, (_, n) =>
        test.ask(register(n % 2 ? 'demo-event-badminton' : 'demo-event-lecture'), { token, body: eventBody(n) }),
      ),
    );
    expect(booked(answers)).toBe(3);
    const [no] = answers.filter(({ statusCode }) => statusCode >= 300);
    expect(no?.statusCode).toBe(409);
    expect(no?.json()).toMatchObject({ code: 'people-limit-reached', title: problems['people-limit-reached'].title });
  });

  it('gives one telephone number with invented identity numbers three places, from however many logins', async () => {
    const answers = [];
    for (let n = 0; n < 12; n += 1) {
      const session = `demo-screening-${(n % 2) + 1}`;
      answers.push(await test.ask(register(session), { token: await test.login(), body: onePhone(n) }));
    }
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([...Array(3).fill(201), ...Array(9).fill(202)]);
    // Whoever gives a place back may give it to somebody else; the number says nothing in the database.
    const rows = await test.service.store.read.selectFrom('registrations').selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain('19900000001');
    expect(new Set(rows.map((row) => row.phone_key)).size).toBe(1);
  });

  const onDevice = async (session: string, body: object, headers: Record<string, string>, address?: string) =>
    test.ask(register(session), {
      token: await test.login(),
      body,
      headers,
      ...(address === undefined ? {} : { address }),
    });

  it.each([
    ['its id', { 'x-yugong-device': 'device-of-the-tests-1' }, undefined],
    ['no id, by network and browser', { 'user-agent': 'script/1' }, '203.0.113.9'],
  ])(
    'holds for staff what one device signs up with new logins beyond three people (%s)',
    async (_, headers, address) => {
      const answers = [];
      for (let n = 0; n < 8; n += 1)
        answers.push(await onDevice('demo-event-badminton', eventBody(n), headers, address));
      expect(answers.map(({ statusCode }) => statusCode)).toEqual([201, 201, 201, 202, 202, 202, 409, 409]);
      expect(answers[3]?.json()).toMatchObject({ status: 'held', mine: false, proof: null });
      const rows = JSON.stringify([
        await test.service.store.read.selectFrom('registrations').selectAll().execute(),
        await test.service.store.read.selectFrom('held_registrations').selectAll().execute(),
      ]);
      expect(rows).not.toMatch(/device-of-the-tests|203\.0\.113|script/);
      // Another device in the same network is another one, and staff let through what is in order.
      const other = await onDevice(
        'demo-event-lecture',
        eventBody(20),
        { 'user-agent': 'browser/2' },
        address ?? '203.0.113.9',
      );
      expect(other.statusCode).toBe(201);
      const { token } = await member(test, ['clerk']);
      const { held } = (await test.ask('GET /api/v1/staff/held', { token })).json<{ held: { id: string }[] }>();
      expect(held).toMatchObject([{ cause: 'device', registered: null }, { cause: 'device' }, { cause: 'device' }]);
      const release = { decision: 'release', reason: '同一办公室的平板', seen: null };
      const settled = await test.ask(`PUT /api/v1/staff/held/${held[0]?.id}`, { token, body: release });
      expect(settled.statusCode).toBe(204);
      const { count } = await test.service.store.read
        .selectFrom('registrations')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .where('status', '=', 'booked')
        .executeTakeFirstOrThrow();
      expect(Number(count)).toBe(5);
    },
  );

  it('shows a clerk what belongs together, by hashes, until she has looked at it and said why', async () => {
    const headers = { 'x-yugong-device': 'device-of-the-tests-2' };
    for (let n = 1; n <= 2; n += 1) await onDevice('demo-screening-1', screeningBody(n), headers);
    const born = residentId(3, { born: '19790101' });
    const { person, consents } = screeningBody(3);
    await onDevice('demo-screening-1', { person: { ...person, residentId: born }, consents }, {});
    const { token } = await member(test, ['clerk']);
    const flags = async () => {
      const answer = await test.ask('POST /api/v1/staff/sessions/demo-screening-1/roster', { token, body: {} });
      return answer.json<{ rows: { registrationId: string; flags: string[] }[] }>().rows;
    };
    const [first, second, third] = await flags();
    expect([first?.flags, second?.flags, third?.flags]).toEqual([
      ['same-device', 'near-number'],
      ['same-device', 'near-number'],
      [],
    ]);
    const path = `PUT /api/v1/staff/registrations/${first?.registrationId}/checked`;
    expect((await test.ask(path, { token, body: {} })).statusCode).toBe(422);
    expect((await test.ask(path, { token, body: { reason: '电话核对，是姐妹', seen: first?.flags } })).statusCode).toBe(
      204,
    );
    expect((await flags()).map((row) => row.flags)).toEqual([[], [], []]);
    const audit = await test.service.store.read
      .selectFrom('audit')
      .select('detail')
      .where('action', '=', 'registration.checked')
      .executeTakeFirstOrThrow();
    expect(audit.detail).toContain('电话核对，是姐妹');
    const foreign = await member(test, ['clerk'], { organisation: 'main', districts: ['500101'] });
    const theirs = await test.ask(path, { token: foreign.token, body: { reason: '电话核对', seen: [] } });
    expect(theirs.statusCode).toBe(404);
  });

  it('forgets who held places for whom thirty days after the session', async () => {
    await onDevice('demo-screening-1', onePhone(1), { 'x-yugong-device': 'device-of-the-tests-3' });
    const { read } = test.service.store;
    const keys = () =>
      read
        .selectFrom('registrations')
        .select(['person_key', 'phone_key', 'device_key', 'number_key'])
        .executeTakeFirstOrThrow();
    expect(Object.values(await keys())).not.toContain(null);
    const { ends_at: end } = await read
      .selectFrom('sessions')
      .select('ends_at')
      .where('id', '=', 'demo-screening-1')
      .executeTakeFirstOrThrow();
    test.clock.now = end + 30 * DAY + 1;
    await sweepData(test.service);
    expect(await keys()).toEqual({ person_key: null, phone_key: null, device_key: null, number_key: null });
  });
});

it('counts one number’s people once where several processes sign them up for different sessions at once', async () => {
  const config = await places.postgres();
  const services = await Promise.all([1, 2, 3].map(() => startService({ config })));
  const tokens = await Promise.all(Array.from({ length: 18 }, (_, n) => defined(services[n % 3]).login()));
  const answers = await Promise.all(
    tokens.map((token, n) =>
      defined(services[n % 3]).ask(register(`demo-screening-${(n % 2) + 1}`), { token, body: onePhone(n) }),
    ),
  );
  expect(booked(answers)).toBe(3);
  await Promise.all(services.map((one) => one.close()));
});
