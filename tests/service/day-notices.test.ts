/** The day before a session, and the day its preparation begins, each is told once; on both engines. */
import { addDays, dayAt } from '@yugong/domain/calendar';
import { HOUR, instantOf } from '@yugong/domain/time';
import { sweepDayNotices } from '../../server/src/services/day-notices';
import { statement } from '../../server/src/kernel/store';
import type { SessionRow } from '../../server/src/kernel/schema';
import { eventBody, screeningBody, startService, type TestService } from './support/service';
import { engines } from './staff/support';
import { postgresEngine } from './support/stores';

/** In three days at nine; its preparation begins three days before, its second step 24 hours before. */
const SCREENING = 'demo-screening-1';
/** In five days at two in the afternoon. */
const SECOND = 'demo-screening-2';
const EVENT = 'demo-event-lecture';
const postgres = postgresEngine();
beforeAll(() => postgres.start(), 30_000);
afterAll(() => postgres.stop(), 30_000);

describe.each(engines)('on %s', (engine) => {
  let test: TestService;
  let first: number;
  beforeAll(async () => {
    test = await startService({ config: engine === 'postgres' ? { databaseUrl: (await postgres.place()).at } : {} });
  });
  afterAll(() => test.close());
  beforeEach(async () => {
    await test.reset();
    first = test.clock.now;
  });

  const signUp = async (session: string, serial: number) => {
    const token = await test.login();
    const body = session === EVENT ? eventBody(serial) : screeningBody(serial);
    const { id } = (await test.ask(`POST /api/v1/sessions/${session}/registrations`, { token, body })).json();
    return { token, id: id as string };
  };
  const at = (inDays: number, time: string) => (test.clock.now = instantOf(addDays(dayAt(first), inDays), time));
  const sweep = () => sweepDayNotices(test.service);
  const written = () =>
    test.service.store.read
      .selectFrom('notices')
      .select(['id', 'kind', 'registration_id', 'session_id'])
      .orderBy('created_at')
      .execute();
  const update = (id: string, columns: Partial<SessionRow>) => {
    const { read, write } = test.service.store;
    return write([statement(read.updateTable('sessions').set(columns).where('id', '=', id))]);
  };

  it('says at ten on the day before that the session is tomorrow, once, to who has a place', async () => {
    const [one, , waiting] = [await signUp(EVENT, 1), await signUp(EVENT, 2), await signUp(EVENT, 3)];
    at(7, '09:59');
    expect(await sweep()).toBe(0);
    at(7, '10:00');
    const counts = await Promise.all([sweep(), sweep(), sweep()]);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(2);
    test.clock.now += HOUR;
    expect(await sweep()).toBe(0);
    const rows = await written();
    expect(rows.map(({ kind, session_id }) => [kind, session_id])).toEqual([
      ['day-before', EVENT],
      ['day-before', EVENT],
    ]);
    expect(rows.map(({ registration_id }) => registration_id)).toContain(one.id);
    expect(rows.map(({ registration_id }) => registration_id)).not.toContain(waiting.id);
    // An id that the app can send back as read.
    for (const { id } of rows) expect(id).toMatch(/^[A-Za-z0-9][A-Za-z0-9-]{0,63}$/);
  });

  it('says in the morning of the first day that preparation begins, and not again for its later steps', async () => {
    await signUp(SECOND, 1);
    at(2, '07:59');
    expect(await sweep()).toBe(0);
    at(2, '08:00');
    expect(await sweep()).toBe(1);
    at(3, '12:00');
    expect(await sweep()).toBe(0);
    at(4, '12:00');
    expect(await sweep()).toBe(1);
    expect((await written()).map(({ kind }) => kind)).toEqual(['preparation-starts', 'day-before']);
  });

  it('is silent in quiet hours, about sessions called off, and to who came only later', async () => {
    await signUp(SECOND, 1);
    at(4, '21:00');
    expect(await sweep()).toBe(0);
    at(4, '12:00');
    await update(SECOND, { state: 'cancelled' });
    expect(await sweep()).toBe(0);
    test.clock.now = first;
    await signUp(SCREENING, 2);
    // Whoever signs up at noon of the day before knows that it is tomorrow.
    at(2, '12:00');
    await signUp(SCREENING, 3);
    expect(await sweep()).toBe(1);
  });

  it('says it anew where the session was moved to another day', async () => {
    await signUp(EVENT, 1);
    at(7, '10:00');
    expect(await sweep()).toBe(1);
    await update(EVENT, {
      starts_at: instantOf(addDays(dayAt(first), 20), '14:30'),
      ends_at: instantOf(addDays(dayAt(first), 20), '16:30'),
    });
    expect(await sweep()).toBe(0);
    at(19, '10:00');
    expect(await sweep()).toBe(1);
  });
});
