/** Short ways to ask the engine, and a source of random sequences. */
import { HOUR } from '@yugong/domain/time';
import { defined } from '@yugong/domain/narrow';
import {
  holdsSeat,
  type Adjust,
  type Admit,
  type Attend,
  type Cancel,
  type Command,
  type Correct,
  type Deliver,
  type Move,
  type Outcome,
  type Register,
  type SettleOffer,
} from '@yugong/domain/registration';
import { World, session } from './world';

let serial = 0;
/** A new idempotency key or id. */
export const fresh = (kind: string): string => `${kind}${(serial += 1)}`;

export const registerCommand = (person: string, sessionId = 's1', fields: Partial<Register> = {}): Register => ({
  type: 'register',
  key: fresh('k'),
  fingerprint: `${sessionId}|${person}`,
  registrationId: fresh('r'),
  sessionId,
  accountId: `a-${person}`,
  activeKey: `${sessionId}|${person}`,
  limitKey: person,
  phoneKey: null,
  ...fields,
});

const about = (person: string, registrationId: string, sessionId: string) => ({
  key: fresh('k'),
  fingerprint: 'f',
  registrationId,
  sessionId,
  accountId: `a-${person}`,
  by: 'owner' as const,
});

export const cancelCommand = (person: string, id: string, sessionId = 's1', fields: Partial<Cancel> = {}): Cancel => ({
  type: 'cancel',
  ...about(person, id, sessionId),
  ...fields,
});

export const moveCommand = (
  person: string,
  id: string,
  from: string,
  to: string,
  fields: Partial<Move> = {},
): Move => ({
  type: 'move',
  ...about(person, id, from),
  toSessionId: to,
  toActiveKey: `${to}|${person}`,
  ...fields,
});

export const attendCommand = (person: string, id: string, to: Attend['to'], sessionId = 's1'): Attend => ({
  type: 'attend',
  ...about(person, id, sessionId),
  by: 'staff',
  to,
});

const byStaff = (person: string, registrationId: string, sessionId: string) => ({
  ...about(person, registrationId, sessionId),
  by: 'staff' as const,
  staff: 'clerk',
});

/** The offer was confirmed to have reached the person. */
export const deliverCommand = (person: string, id: string, sessionId = 's1'): Deliver => ({
  type: 'deliver',
  ...about(person, id, sessionId),
  by: 'service',
  key: null,
});

export const settleCommand = (
  person: string,
  id: string,
  decision: SettleOffer['decision'],
  sessionId = 's1',
): SettleOffer => ({ type: 'settle-offer', ...byStaff(person, id, sessionId), decision });

export const admitCommand = (person: string, id: string, fields: Partial<Admit> = {}): Admit => ({
  type: 'admit',
  ...byStaff(person, id, 's1'),
  as: 'booked',
  addSeat: false,
  ...fields,
});

/** Changes a session's size; `displace` names who loses a seat. */
export const adjustCommand = (capacity: number, displace: string[] = [], sessionId = 's1'): Adjust => ({
  type: 'adjust',
  key: fresh('k'),
  fingerprint: '',
  sessionId,
  capacity,
  waitlistSize: 5,
  displace,
  staff: 'clerk',
});

/** Says that the registration is for somebody else than it was made for. */
export const correctCommand = (person: string, id: string, to: string, fields: Partial<Correct> = {}): Correct => {
  const sessionId = fields.sessionId ?? 's1';
  return {
    type: 'correct',
    ...byStaff(person, id, sessionId),
    toActiveKey: `${sessionId}|${to}`,
    limitKey: to,
    phoneKey: null,
    sealed: `sealed-${to}`,
    ownPhone: false,
    before: `sealed-${person}`,
    ...fields,
  };
};

export const idOf = (outcome: Outcome | undefined): string =>
  outcome && 'registrationId' in outcome ? outcome.registrationId : '';

/** Mulberry32: small, fast, seeded. */
export function random(seed: number): () => number {
  let a = seed;
  return () => {
    a = (a + 0x6d2b79f5) | 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A small crowded world: few places, few people, so that everything collides. */
export function crowdedWorld(seed: number): World {
  const next = random(seed);
  return new World(
    ['s1', 's2', 's3'].map((id, index) =>
      session({
        id,
        programmeId: index < 2 ? 'p1' : 'p2',
        capacity: 1 + Math.floor(next() * 3),
        waitlistSize: Math.floor(next() * 4),
        closesAt: 36 * HOUR,
        cancelUntil: 40 * HOUR,
        startsAt: 48 * HOUR,
        endsAt: 60 * HOUR,
        // One rule for a programme; p2 keeps places for those who are offered them.
        rules: {
          limitPerPerson: index < 2 ? 1 + (seed % 2) : null,
          offerMinutes: index < 2 && seed % 3 ? null : seed % 2 ? 5 : 180,
          peopleLimit: 2,
        },
      }),
    ),
  );
}

/** One command at random; now and then one that was asked before, or about a row seen too long ago. */
export function randomCommand(world: World, next: () => number, asked: Command[]): Command {
  const pick = <T>(list: T[]): T => defined(list[Math.floor(next() * list.length)]);
  if (asked.length > 0 && next() < 0.05) return pick(asked);
  const person = `person${Math.floor(next() * 8)}`;
  const sessionId = pick(['s1', 's2', 's3']);
  const rows = [...world.of('s1'), ...world.of('s2'), ...world.of('s3')];
  const dice = next();
  const limitKey = `${sessionId === 's3' ? 'p2' : 'p1'}|${person}`;
  if (rows.length === 0 || dice < 0.45) return registerCommand(person, sessionId, { limitKey });
  const row = pick(rows);
  const whom = next() < 0.95 ? row.accountId.slice(2) : person;
  if (dice < 0.65) return cancelCommand(whom, row.id, next() < 0.97 ? row.sessionId : sessionId);
  const own = row.accountId.slice(2);
  if (dice < 0.78) return moveCommand(own, row.id, row.sessionId, sessionId, {});
  if (dice < 0.8) {
    const programme = row.sessionId === 's3' ? 'p2' : 'p1';
    return correctCommand(own, row.id, person, { sessionId: row.sessionId, limitKey: `${programme}|${person}` });
  }
  if (dice < 0.82)
    return admitCommand(own, row.id, {
      sessionId: row.sessionId,
      as: next() < 0.5 ? 'booked' : 'offered',
      addSeat: next() < 0.3,
    });
  if (dice < 0.86) return deliverCommand(own, pick(rows).id, row.sessionId);
  if (dice < 0.88) return settleCommand(own, row.id, next() < 0.3 ? 'wait' : 'next', row.sessionId);
  if (dice < 0.91)
    return attendCommand(whom, row.id, pick(['booked', 'checked-in', 'fulfilled', 'noshow']), row.sessionId);
  if (dice < 0.95) return { type: 'expire', key: null, fingerprint: '', sessionId };
  const { waitlistSize, held, state } = defined(world.sessions.get(sessionId));
  if (dice > 0.999) return { type: 'call-off', key: fresh('k'), fingerprint: '', sessionId };
  if (dice > 0.98 && held > 1 && state === 'open') {
    // Mostly those who came last, as the service names them; now and then somebody who left meanwhile.
    const last = world
      .of(sessionId)
      .filter(holdsSeat)
      .sort((a, b) => b.queueNumber - a.queueNumber);
    const count = 1 + Math.floor(next() * (held - 1));
    const displace = last.slice(0, count).map(({ id }) => id);
    if (next() < 0.1) displace[0] = pick(rows).id;
    return {
      type: 'adjust',
      key: fresh('k'),
      fingerprint: '',
      sessionId,
      capacity: held - count,
      waitlistSize,
      displace,
    };
  }
  const capacity = 1 + Math.floor(next() * 4);
  return { type: 'adjust', key: fresh('k'), fingerprint: '', sessionId, capacity, waitlistSize };
}
