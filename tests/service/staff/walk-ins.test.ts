/** Who waits and stands at the door: a seat that is free, or one of those who didn't come. On both engines. */
import type { CheckInsWire } from '@yugong/domain/check-in/wire';
import { HOUR, MINUTE } from '@yugong/domain/time';
import { statement } from '../../../server/src/kernel/store';
import { postgresEngine } from '../support/stores';
import { eventBody, startService, type TestService } from '../support/service';
import { engines, member, type TestMember } from './support';

/** Two seats, two people may wait. */
const SESSION = 'demo-event-lecture';
const postgres = postgresEngine();
beforeAll(() => postgres.start(), 30_000);
afterAll(() => postgres.stop(), 30_000);

describe.each(engines)('on %s', (engine) => {
  let test: TestService;
  let nurse: TestMember;
  beforeAll(async () => {
    test = await startService({ config: engine === 'postgres' ? { databaseUrl: (await postgres.place()).at } : {} });
    Object.assign(test.service.limits, { writes: 1e9, logins: 1e9 });
  });
  afterAll(() => test.close());
  beforeEach(async () => {
    await test.reset();
    nurse = await member(test, ['check-in'], { organisation: 'main', districts: ['500103'] });
  });

  const ask = (line: string, body?: unknown, token = nurse.token) =>
    test.ask(line.replace(' ', ' /api/v1/staff'), { token, ...(body === undefined ? {} : { body }) });
  const signUp = async (n: number): Promise<string> => {
    const token = await test.login();
    const answer = await test.ask(`POST /api/v1/sessions/${SESSION}/registrations`, { token, body: eventBody(n) });
    return answer.json<{ id: string }>().id;
  };
  const begins = async (inMs: number): Promise<void> => {
    const { store, now } = test.service;
    const starts_at = now() + inMs;
    const set = { starts_at, ends_at: starts_at + 2 * HOUR, closes_at: starts_at - MINUTE };
    await store.write([statement(store.read.updateTable('sessions').set(set).where('id', '=', SESSION), 1)]);
  };
  const walkIn = (registrationId: string, id = `walk-in-${registrationId.slice(-6)}`) =>
    ask(`POST /sessions/${SESSION}/walk-ins`, { device: '一号门', id, registrationId });
  const comeIn = (registrationId: string) =>
    ask(`POST /sessions/${SESSION}/check-ins`, {
      device: '一号门',
      checkIns: [
        {
          id: `by-name-${registrationId.slice(-6)}`,
          at: new Date(test.clock.now).toISOString(),
          how: 'name',
          registrationId,
        },
      ],
    });
  const session = async () => {
    const { token } = await member(test, ['clerk']);
    return (await ask(`GET /sessions/${SESSION}`, undefined, token)).json<{ capacity: number; held: number }>();
  };

  it('gives no seat before the session while all are taken, and those who came keep theirs afterwards', async () => {
    const [first, , third, fourth] = [await signUp(1), await signUp(2), await signUp(3), await signUp(4)];
    await begins(30 * MINUTE);
    expect((await walkIn(third)).json()).toMatchObject({ code: 'session-full' });
    await begins(-10 * MINUTE);
    await comeIn(first);
    const let_ = await walkIn(third);
    expect(let_.json<CheckInsWire>()).toMatchObject({
      results: [{ outcome: 'checked-in', device: '一号门', name: '演＊＊' }],
      counts: { booked: 1, checkedIn: 2 },
    });
    // The answer was lost: the same again is the same.
    expect((await walkIn(third)).json<CheckInsWire>().results[0]?.outcome).toBe('checked-in');
    expect(await session()).toMatchObject({ capacity: 3, held: 3 });
    // As many as there were seats are inside now, whatever the session's size is by then.
    expect((await walkIn(fourth)).json()).toMatchObject({ code: 'session-full' });
  });

  it('gives a seat that is free without another, to whoever may only check in', async () => {
    const [first, , third] = [await signUp(1), await signUp(2), await signUp(3)];
    const { store } = test.service;
    await begins(30 * MINUTE);
    // One seat was added since, and nobody was promoted into it.
    await store.write([
      statement(store.read.updateTable('sessions').set({ capacity: 3 }).where('id', '=', SESSION), 1),
    ]);
    expect((await walkIn(third)).json<CheckInsWire>().results[0]?.outcome).toBe('checked-in');
    expect(await session()).toMatchObject({ capacity: 3, held: 3 });
    // Who has a seat anyway is checked in; who is of another session is not found.
    expect((await walkIn(first)).json<CheckInsWire>().results[0]?.outcome).toBe('checked-in');
    expect(
      (
        await ask('POST /sessions/demo-event-badminton/walk-ins', {
          device: '一号门',
          id: 'elsewhere-1',
          registrationId: first,
        })
      ).statusCode,
    ).toBe(404);
  });

  it('checks nobody in before the day, at the door or in the roster', async () => {
    const first = await signUp(1);
    const { token } = await member(test, ['clerk']);
    const attend = (to: string, seen = 'booked') => ask(`PUT /registrations/${first}/attendance`, { to, seen }, token);
    expect((await walkIn(first)).json()).toMatchObject({ code: 'check-in-early' });
    expect((await attend('checked-in')).json()).toMatchObject({ code: 'check-in-early' });
    expect((await attend('fulfilled')).json()).toMatchObject({ code: 'check-in-early' });
    await begins(HOUR);
    expect((await attend('checked-in')).json()).toMatchObject({ status: 'checked-in' });
    expect((await attend('booked', 'checked-in')).json()).toMatchObject({ status: 'booked' });
  });
});
