/** A rush on a few places that ends in a kill, and what must be true afterwards. */
import { randomBytes } from 'node:crypto';
import { defined } from '@yugong/domain/narrow';
import { statement, type Store } from '../../../server/src/kernel/store';
import { sendTo, type ProcessAnswer, type Running } from '../../service/support/process';
import { eventBody } from '../../service/support/service';
import { fill, programme, sessionRow } from '../../service/support/stores';

const PER_ROUND = 3;
const CAPACITY = 60;
const WAITLIST = 30;
const AT_ONCE = 24;

export interface Attempt {
  person: number;
  session: string;
  key: string;
  token: string;
  /** Status of the last answer; null where nobody knows what happened. */
  told: number | null;
  id: string | undefined;
}

const sessionsOf = (round: number): string[] => Array.from({ length: PER_ROUND }, (_, n) => `round${round}-${n}`);

/** Fresh places for every round, so that there is something to lose in each. */
export async function prepareRounds(store: Store, rounds: number): Promise<void> {
  const ids = Array.from({ length: rounds }, (_, round) => sessionsOf(round)).flat();
  const rows = ids.map((id) => sessionRow({ id, capacity: CAPACITY, waitlist_size: WAITLIST }));
  await fill(store, [programme({ people_limit: null })], rows);
  // The service makes its own keys: those of the tests' store would not be its.
  await store.write([statement(store.read.deleteFrom('audit'))]);
}

/** An answer that says what became of the place; a 503 may have come after the commit. */
const isTold = (answer: ProcessAnswer | null): answer is ProcessAnswer => answer !== null && answer.status < 500;

/** Asks, or asks again with the same key. */
export async function askRush(service: Running, attempt: Attempt): Promise<ProcessAnswer | null> {
  const { session, token, key, person } = attempt;
  const line = `POST /api/v1/sessions/${session}/registrations`;
  const answer = await sendTo(service.url, line, { token, key, body: eventBody(person) });
  if (isTold(answer)) Object.assign(attempt, { told: answer.status, id: answer.body.id });
  return isTold(answer) ? answer : null;
}

/** Signs people up from many sides until `kill`, which is called in the middle, has cut all of them off. */
export async function rush(service: Running, round: number, kill: () => void): Promise<Attempt[]> {
  const logins = await Promise.all(Array.from({ length: 4 }, () => sendTo(service.url, 'POST /api/v1/login/device')));
  const tokens = logins.map((one) => one?.body.token as string);
  const killAfter = 20 + Math.floor(Math.random() * 100);
  const attempts: Attempt[] = [];
  let answered = 0;
  let next = 0;
  const worker = async (): Promise<void> => {
    for (;;) {
      const n = (next += 1);
      // A third of the people try twice, so that doubling is tried as well.
      const person = round * 10_000 + (n % 3 === 0 ? n - 1 : n);
      const attempt: Attempt = {
        person,
        session: defined(sessionsOf(round)[person % PER_ROUND]),
        key: randomBytes(9).toString('hex'),
        token: defined(tokens[person % 4]),
        told: null,
        id: undefined,
      };
      attempts.push(attempt);
      if ((await askRush(service, attempt)) === null) return;
      answered += 1;
      // In the middle of what the others wait for.
      if (answered === killAfter) kill();
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return attempts;
}

/** Whoever heard nothing asks again with the same key, twice: both times the same is true. */
export async function converge(service: Running, attempts: Attempt[]): Promise<void> {
  const unknown = attempts.filter(({ told }) => told === null);
  expect(unknown.length).toBeGreaterThan(0);
  await Promise.all(unknown.map((attempt) => askRush(service, attempt)));
  const twice = await Promise.all(unknown.map((attempt) => askRush(service, { ...attempt })));
  expect(twice.map((one) => one?.body.id)).toEqual(unknown.map(({ id }) => id));
  expect(unknown.filter(({ told }) => told === null)).toEqual([]);
}

/** Every acknowledged place is there, nobody has two, nothing is there that nobody was told of, no session is over. */
export async function verifyRush(store: Store, attempts: Attempt[]): Promise<void> {
  const rows = await store.read.selectFrom('registrations').selectAll().execute();
  const ids = new Set(rows.map(({ id }) => id));
  const promised = attempts.filter(({ told }) => told === 201 || told === 202);
  expect(promised.length).toBeGreaterThan(0);
  expect(promised.filter(({ id }) => !ids.has(defined(id)))).toEqual([]);
  expect(rows.length).toBe(new Set(promised.map(({ id }) => id)).size);
  expect(new Set(rows.map(({ active_key }) => active_key)).size).toBe(rows.length);
  for (const session of await store.read.selectFrom('sessions').selectAll().execute()) {
    const here = rows.filter((row) => row.session_id === session.id);
    const held = here.filter(({ status }) => status === 'booked').length;
    expect(held).toBeLessThanOrEqual(session.capacity);
    expect([session.held, session.waiting]).toEqual([held, here.length - held]);
  }
}
