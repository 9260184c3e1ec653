/**
 * Killed in the middle of a rush, again and again: who was told that they have a place has it, nobody has two,
 * no session is over, and who was told nothing gets the truth by asking again with the same key.
 *
 * `KILLS=20 npx jest --selectProjects service kill` runs the long form.
 */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { statement } from '../../server/src/storage/store';
import { eventBody } from './support/service';
import { run, send, type Running } from './support/process';
import { fill, postgresEngine, programme, sessionRow, sqliteEngine, type Engine } from './support/stores';

const KILLS = Number(process.env.KILLS ?? 1);
const SESSIONS = ['s1', 's2', 's3'];
const CAPACITY = 40;
const WAITLIST = 20;

interface Attempt {
  person: number;
  session: string;
  key: string;
  token: string;
  told: number | null;
  id: string | undefined;
}

async function rush(service: Running, serial: number, killAfter: number): Promise<Attempt[]> {
  const logins = await Promise.all(Array.from({ length: 4 }, () => send(service.url, 'POST /api/v1/login/device')));
  const tokens = logins.map((one) => one?.body.token as string);
  const attempts: Attempt[] = [];
  let answered = 0;
  let next = 0;
  const worker = async (): Promise<void> => {
    for (;;) {
      const n = (next += 1);
      // Half the people try twice, so that doubling is tried as well.
      const person = serial * 1000 + (n % 3 === 0 ? n - 1 : n);
      const attempt: Attempt = {
        person,
        session: SESSIONS[person % 3] as string,
        key: randomBytes(9).toString('hex'),
        token: tokens[person % 4] as string,
        told: null,
        id: undefined,
      };
      attempts.push(attempt);
      const answer = await ask(service, attempt);
      if (answer === null) return;
      answered += 1;
      // In the middle of what the others wait for.
      if (answered === killAfter) service.child.kill('SIGKILL');
    }
  };
  await Promise.all(Array.from({ length: 24 }, worker));
  await service.ended;
  return attempts;
}

async function ask(service: Running, attempt: Attempt) {
  const { session, token, key, person } = attempt;
  const line = `POST /api/v1/sessions/${session}/registrations`;
  const answer = await send(service.url, line, { token, key, body: eventBody(person) });
  if (answer) {
    attempt.told = answer.status;
    attempt.id = answer.body.id as string | undefined;
  }
  return answer;
}

const engines: Engine[] = [sqliteEngine(), postgresEngine()];

describe.each(engines)('$name', (engine) => {
  beforeAll(() => engine.start(), 30_000);
  afterAll(() => engine.stop(), 30_000);

  it(`survives being killed ${KILLS} times`, async () => {
    const place = await engine.place();
    const data = mkdtempSync(path.join(tmpdir(), 'yugong-kill-'));
    const folder = engine.name === 'sqlite' ? place.at : data;
    const env: Record<string, string> = { YUGONG_DATA: folder, YUGONG_DEMO: '0' };
    if (engine.name === 'postgres') env.DATABASE_URL = place.at;
    let store = await place.open();
    const sessions = SESSIONS.map((id) => sessionRow({ id, capacity: CAPACITY, waitlist_size: WAITLIST }));
    await fill(store, [programme()], sessions);
    // The service makes its own keys: those of the tests' store would not be its.
    await store.write([statement(store.read.deleteFrom('audit'))]);
    await store.close();

    const all: Attempt[] = [];
    for (let n = 0; n < KILLS; n += 1) {
      const service = await run(env);
      const attempts = await rush(service, n, 20 + Math.floor(Math.random() * 60));
      all.push(...attempts);
      expect(attempts.some(({ told }) => told === null)).toBe(true);
      const again = await run(env);
      // Whoever heard nothing asks again with the same key.
      const unknown = attempts.filter(({ told }) => told === null);
      await Promise.all(unknown.map((attempt) => ask(again, attempt)));
      const twice = await Promise.all(unknown.map((attempt) => ask(again, { ...attempt })));
      expect(twice.map((one) => one?.body.id)).toEqual(unknown.map(({ id }) => id));
      again.child.kill('SIGTERM');
      expect(await again.ended).toBe(0);
    }

    store = await place.open();
    const rows = await store.read.selectFrom('registrations').selectAll().execute();
    const ids = new Set(rows.map(({ id }) => id));
    const promised = all.filter(({ told }) => told === 201 || told === 202);
    expect(promised.length).toBeGreaterThan(0);
    expect(promised.filter(({ id }) => !ids.has(id as string))).toEqual([]);
    expect(new Set(rows.map(({ active_key }) => active_key)).size).toBe(rows.length);
    // Nothing is there that nobody was told of.
    expect(rows.length).toBe(new Set(promised.map(({ id }) => id)).size);
    for (const session of SESSIONS) {
      const held = rows.filter((row) => row.session_id === session && row.status === 'booked').length;
      const counted = await store.read.selectFrom('sessions').selectAll().where('id', '=', session).executeTakeFirst();
      expect(held).toBeLessThanOrEqual(CAPACITY);
      expect(counted?.held).toBe(held);
    }
    await store.close();
    rmSync(data, { recursive: true, force: true });
  }, 600_000);
});
