/**
 * A rush of everything that changes a place (signing up, giving back, moving, taking an offer) that ends in a kill, and
 * what must be true afterwards: nothing that was told is undone, nothing is doubled, counters and notices fit the rows.
 */
import { randomBytes } from 'node:crypto';
import type { RegistrationRow } from '../../../server/src/kernel/schema';
import { statement, type Store } from '../../../server/src/kernel/store';
import { sendTo, type ProcessAnswer, type Running } from '../../service/support/process';
import { eventBody } from '../../service/support/service';
import { fill, programme, sessionRow } from '../../service/support/stores';

const CAPACITY = 6;
const WAITLIST = 40;
const AT_ONCE = 20;
/** In one programme free places are offered, in the other those who wait move up at once. */
const PROGRAMMES = ['offering', 'promoting'] as const;
const SESSIONS = ['a', 'b', 'c'] as const;

type What = 'sign-up' | 'cancel' | 'move' | 'accept';

/** One request, which is sent again with the same key where nobody knows what became of it. */
interface Step {
  what: What;
  line: string;
  token: string;
  key: string;
  body?: unknown;
  /** Where a move goes, or whose offer is taken. */
  session: string;
  /** Of the registration; what a sign-up is answered with. */
  id?: string;
  /** Status of the last answer; null where there was none. */
  status: number | null;
}

const idOf = (round: number, programmeId: string, session: string): string => `round${round}-${programmeId}-${session}`;

/** Fresh sessions for every round. */
export async function prepareMixedRounds(store: Store, rounds: number): Promise<void> {
  const sessions = Array.from({ length: rounds }, (_, round) =>
    PROGRAMMES.flatMap((programmeId) =>
      SESSIONS.map((session) =>
        sessionRow({
          id: idOf(round, programmeId, session),
          programme_id: programmeId,
          capacity: CAPACITY,
          waitlist_size: WAITLIST,
        }),
      ),
    ),
  );
  const programmes = PROGRAMMES.map((id) =>
    programme({ id, people_limit: null, offer_minutes: id === 'offering' ? 600 : null }),
  );
  await fill(store, programmes, sessions.flat());
  // The service makes its own keys: those of the tests' store would not be its.
  await store.write([statement(store.read.deleteFrom('audit'))]);
}

/** @returns the answer, where it says what became of it; a 503 may have come after the commit */
async function send(service: Running, step: Step): Promise<ProcessAnswer | null> {
  const { line, token, key, body } = step;
  const answer = await sendTo(service.url, line, { token, key, ...(body === undefined ? {} : { body }) });
  if (!answer || answer.status >= 500) return null;
  step.status = answer.status;
  if (step.what === 'sign-up' && typeof answer.body.id === 'string') step.id = answer.body.id;
  return answer;
}

/** Does all of it from many sides until `kill`, which is called in the middle, has cut everybody off. */
export async function mixedRush(service: Running, round: number, kill: () => void): Promise<Step[]> {
  const logins = await Promise.all(Array.from({ length: 4 }, () => sendTo(service.url, 'POST /api/v1/login/device')));
  const tokens = logins.map((one) => String(one?.body.token));
  const killAfter = 60 + Math.floor(Math.random() * 120);
  const steps: Step[] = [];
  let answered = 0;
  let next = 0;
  const take = async (step: Omit<Step, 'key' | 'status'>): Promise<{ step: Step; answer: ProcessAnswer | null }> => {
    const whole: Step = { ...step, key: randomBytes(9).toString('hex'), status: null };
    steps.push(whole);
    const answer = await send(service, whole);
    if (answer) {
      answered += 1;
      if (answered === killAfter) kill();
    }
    return { step: whole, answer };
  };
  const worker = async (): Promise<void> => {
    for (;;) {
      const n = (next += 1);
      const programmeId = PROGRAMMES[n % 2] ?? 'offering';
      const from = SESSIONS[n % 3] ?? 'a';
      const to = SESSIONS[(n + 1) % 3] ?? 'b';
      const token = tokens[n % 4] ?? '';
      const session = idOf(round, programmeId, from);
      const signedUp = await take({
        what: 'sign-up',
        line: `POST /api/v1/sessions/${session}/registrations`,
        token,
        body: eventBody(round * 10_000 + n),
        session,
      });
      if (!signedUp.answer) return;
      const { id } = signedUp.step;
      if (id === undefined) continue;
      const own = `/api/v1/me/registrations/${id}`;
      // Half give their place back, so that there is something to offer; others move, or take what they are offered.
      let one: Omit<Step, 'key' | 'status'> | null = null;
      if (n % 4 < 2) one = { what: 'cancel', line: `DELETE ${own}`, token, session, id };
      else if (n % 4 === 2) {
        const target = idOf(round, programmeId, to);
        one = { what: 'move', line: `PUT ${own}`, token, body: { sessionId: target }, session: target, id };
      } else {
        const now = await sendTo(service.url, `GET ${own}`, { token });
        if (!now) return;
        if (now.body.offerUntil !== null)
          one = { what: 'accept', line: `PUT ${own}`, token, body: { sessionId: session }, session, id };
      }
      if (one && !(await take(one)).answer) return;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return steps;
}

/**
 * Whoever heard nothing asks again with the same key, twice: what was done is told as done both times. A refusal isn't
 * kept with its key, since nothing was done: when a seat became free meanwhile, the same request gets it.
 */
export async function convergeMixed(service: Running, steps: Step[]): Promise<void> {
  const unknown = steps.filter(({ status }) => status === null);
  expect(unknown.length).toBeGreaterThan(0);
  await Promise.all(unknown.map((step) => send(service, step)));
  expect(unknown.filter(({ status }) => status === null)).toEqual([]);
  const done = unknown.filter(({ status }) => status !== null && status < 300);
  const again = await Promise.all(done.map((step) => send(service, { ...step })));
  expect(again.map((one) => one?.status)).toEqual(done.map(({ status }) => status));
}

const isOffer = (row: RegistrationRow): boolean => row.status === 'waitlist' && row.offer_until !== null;

export async function verifyMixed(store: Store, steps: Step[]): Promise<void> {
  const rows = new Map(
    (await store.read.selectFrom('registrations').selectAll().execute()).map((row) => [row.id, row]),
  );
  const told = (what: What) => steps.filter((step) => step.what === what && step.status !== null && step.status < 300);
  for (const what of ['sign-up', 'cancel', 'move'] as const) expect([what, told(what).length]).not.toEqual([what, 0]);

  // Whoever was told of a place has it, and nobody else has one; what was given back is, what was moved is there.
  const promised = new Set(told('sign-up').flatMap(({ id }) => (id === undefined ? [] : [id])));
  expect([...promised].filter((id) => !rows.has(id))).toEqual([]);
  expect(rows.size).toBe(promised.size);
  for (const { id = '' } of told('cancel')) expect(rows.get(id)?.status).toBe('cancelled');
  const ended = new Set([...told('cancel'), ...told('move'), ...told('accept')].map(({ id }) => id));
  for (const [id, row] of rows) if (!ended.has(id)) expect([id, row.status]).not.toEqual([id, 'cancelled']);
  for (const { id = '', session } of [...told('move'), ...told('accept')])
    expect(rows.get(id)).toMatchObject({ session_id: session, status: 'booked' });

  // Seats and queues are what the rows say, and never more than there are.
  const active = [...rows.values()].filter(({ status }) => status !== 'cancelled');
  expect(new Set(active.map((row) => row.active_key)).size).toBe(active.length);
  for (const session of await store.read.selectFrom('sessions').selectAll().execute()) {
    const here = active.filter((row) => row.session_id === session.id);
    const held = here.filter((row) => row.status === 'booked' || isOffer(row)).length;
    expect([session.id, session.held, session.waiting]).toEqual([session.id, held, here.length - held]);
    expect(held).toBeLessThanOrEqual(session.capacity);
    // Nobody waits while there is a seat.
    if (held < session.capacity) expect([session.id, session.waiting]).toEqual([session.id, 0]);
  }

  // Whoever moved up or has an offer was told so once, and nobody else.
  const notices = await store.read.selectFrom('notices').selectAll().execute();
  const keys = notices.map((one) => `${one.registration_id} ${one.kind} ${one.session_id}`);
  expect(keys.length).toBeGreaterThan(0);
  expect(new Set(keys).size).toBe(keys.length);
  for (const row of active.filter(isOffer))
    expect(notices.filter((one) => one.registration_id === row.id && one.kind === 'offered')).toHaveLength(1);
  expect(notices.filter(({ registration_id }) => !rows.has(registration_id ?? ''))).toEqual([]);
}
