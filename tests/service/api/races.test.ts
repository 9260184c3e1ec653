/** Many phones at once, through the API, on both engines. */
import { defined } from '@yugong/domain/narrow';
import { postgresEngine } from '../support/stores';
import { eventBody, screeningBody, startService, type TestService } from '../support/service';

const postgres = postgresEngine();
beforeAll(() => postgres.start(), 30_000);
afterAll(() => postgres.stop(), 30_000);

describe.each(['sqlite', 'postgres'])('on %s', (engine) => {
  let test: TestService;
  beforeAll(async () => {
    const config = engine === 'postgres' ? { databaseUrl: (await postgres.place()).at } : {};
    test = await startService({ config });
  });
  beforeEach(() => test.reset());
  afterAll(() => test.close());

  const phones = (count: number) => Promise.all(Array.from({ length: count }, () => test.login()));
  const signUp = (session: string, body: unknown, token: string, key?: string) =>
    test.ask(`POST /api/v1/sessions/${session}/registrations`, { token, body, ...(key ? { key } : {}) });
  const rows = async (session: string) =>
    test.service.store.read
      .selectFrom('registrations')
      .select(['id', 'status', 'place'])
      .where('session_id', '=', session)
      .orderBy('place')
      .execute();
  const counts = (answers: { statusCode: number }[]) =>
    answers.reduce<Record<number, number>>((sum, { statusCode: s }) => ({ ...sum, [s]: (sum[s] ?? 0) + 1 }), {});

  it('keeps one place of 32 phones that sign the same person up at once', async () => {
    const answers = await Promise.all(
      (await phones(32)).map((one) => signUp('demo-screening-1', screeningBody(), one)),
    );
    // The other accounts are told that the union settles it, and have no place.
    expect(counts(answers)).toEqual({ 201: 1, 202: 31 });
    expect(await rows('demo-screening-1')).toHaveLength(1);
  });

  it('makes one place of 32 tries with one key, and answers each the same', async () => {
    const [token = ''] = await phones(1);
    const answers = await Promise.all(
      Array.from({ length: 32 }, () => signUp('demo-screening-1', screeningBody(), token, 'one-key')),
    );
    expect(counts(answers)).toEqual({ 201: 32 });
    expect(new Set(answers.map(({ body }) => body)).size).toBe(1);
    expect(await rows('demo-screening-1')).toHaveLength(1);
  });

  it('gives the hot last seats to as many as there are, then lines up, then refuses', async () => {
    const tokens = await phones(32);
    const answers = await Promise.all(tokens.map((one, n) => signUp('demo-event-lecture', eventBody(n), one)));
    const all = await rows('demo-event-lecture');
    const session = await test.service.store.read
      .selectFrom('sessions')
      .selectAll()
      .where('id', '=', 'demo-event-lecture')
      .executeTakeFirstOrThrow();
    expect(counts(answers)).toEqual({
      201: session.capacity,
      202: session.waitlist_size,
      409: 32 - session.capacity - session.waitlist_size,
    });
    expect([session.held, session.waiting]).toEqual([session.capacity, session.waitlist_size]);
    expect(all.filter(({ status }) => status === 'booked')).toHaveLength(session.capacity);
  });

  it('passes a place that is given back to who waits, whoever else asks for it at that moment', async () => {
    const tokens = await phones(16);
    const first = await Promise.all(
      tokens.slice(0, 3).map((one, n) => signUp('demo-event-lecture', eventBody(n), one)),
    );
    const waiting = first.find(({ statusCode }) => statusCode === 202)?.json<{ id: string }>().id;
    const booked = first.findIndex(({ statusCode }) => statusCode === 201);
    const { id } = defined(first[booked]?.json<{ id: string }>());
    expect(waiting).toBeDefined();
    await Promise.all([
      test.ask(`DELETE /api/v1/me/registrations/${id}`, { token: defined(tokens[booked]) }),
      ...tokens.slice(3).map((one, n) => signUp('demo-event-lecture', eventBody(100 + n), one)),
    ]);
    const all = await rows('demo-event-lecture');
    const session = await test.service.store.read
      .selectFrom('sessions')
      .select(['held', 'capacity'])
      .where('id', '=', 'demo-event-lecture')
      .executeTakeFirstOrThrow();
    // Booked, or offered where the programme gives people time to say yes.
    expect(session.held).toBe(session.capacity);
    const late = all.filter((one) => one.status === 'booked').map((one) => one.id);
    expect(first.map((one) => one.json<{ id: string }>().id)).toEqual(expect.arrayContaining(late));
  });
});
