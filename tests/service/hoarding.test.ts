/** Somebody takes places under invented names: from one account, from one telephone number, in several processes at once. */
import { defined } from '@yugong/domain/narrow';
import { problems } from '@yugong/domain/problem';
import { DAY } from '@yugong/domain/time';
import { sweepData } from '../../server/src/maintenance';
import { eventBody, screeningBody, startService, type TestService } from './support/service';
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
const booked = (answers: { statusCode: number }[]) => answers.filter(({ statusCode }) => statusCode < 300).length;

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
    expect(booked(answers)).toBe(3);
    // Whoever gives a place back may give it to somebody else; the number says nothing in the database.
    const rows = await test.service.store.read.selectFrom('registrations').selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain('19900000001');
    expect(new Set(rows.map((row) => row.phone_key)).size).toBe(1);
  });

  it('forgets who held places for whom thirty days after the session', async () => {
    await test.ask(register('demo-screening-1'), { token: await test.login(), body: onePhone(1) });
    const { read } = test.service.store;
    const keys = () => read.selectFrom('registrations').select(['person_key', 'phone_key']).executeTakeFirstOrThrow();
    expect((await keys()).phone_key).not.toBeNull();
    const { ends_at: end } = await read
      .selectFrom('sessions')
      .select('ends_at')
      .where('id', '=', 'demo-screening-1')
      .executeTakeFirstOrThrow();
    test.clock.now = end + 30 * DAY + 1;
    await sweepData(test.service);
    expect(await keys()).toEqual({ person_key: null, phone_key: null });
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
