/**
 * Decides about a pass or a person without a network: who it is, and whether they may come in. Pure: a roster and the
 * check-ins made on this phone go in, a verdict comes out.
 */
import { dayAt } from '@yugong/domain/calendar';
import { readReference } from '@yugong/domain/check-in';
import type { DoorWire } from '@yugong/domain/check-in/wire';
import { readPass, writePass } from '@yugong/domain/pass';
import type { PendingCheckIn } from './pending-check-in';

export type RosterPerson = DoorWire['people'][number];
type OtherSession = DoorWire['sessions'][number];

export type CheckInVerdict =
  | { kind: 'come-in'; person: RosterPerson }
  | { kind: 'already'; person: RosterPerson; at: string }
  | { kind: 'waiting'; person: RosterPerson }
  | { kind: 'cancelled'; person: RosterPerson }
  /** The pass is for another session, of the same day or of another. */
  | { kind: 'wrong-session' | 'wrong-day'; other: OtherSession }
  | { kind: 'unknown' }
  | { kind: 'no-pass' };

/** A roster with its lookup tables, built once, so that a lookup takes as long for 2,000 people as for 20. */
export interface RosterIndex {
  session: DoorWire['session'];
  byDigest: Map<string, RosterPerson>;
  byId: Map<string, RosterPerson>;
  elsewhere: Map<string, OtherSession>;
  /** When each person was checked in, on whichever phone. */
  checkedIn: Map<string, string>;
}

export function indexRoster(
  { session, people, elsewhere, sessions }: DoorWire,
  entries: readonly PendingCheckIn[],
): RosterIndex {
  const others = new Map(sessions.map((one) => [one.sessionId, one]));
  const rosterIndex: RosterIndex = {
    session,
    byDigest: new Map(),
    byId: new Map(),
    elsewhere: new Map(),
    checkedIn: new Map(),
  };
  for (const person of people) {
    rosterIndex.byId.set(person.registrationId, person);
    rosterIndex.byDigest.set(person.passDigest, person);
    if (person.checkedInAt) rosterIndex.checkedIn.set(person.registrationId, person.checkedInAt);
  }
  for (const { passDigest, sessionId } of elsewhere) {
    const other = others.get(sessionId);
    if (other) rosterIndex.elsewhere.set(passDigest, other);
  }
  for (const { registrationId, at } of entries)
    if (!rosterIndex.checkedIn.has(registrationId)) rosterIndex.checkedIn.set(registrationId, at);
  return rosterIndex;
}

/** Decides whether a person of the roster may come in. */
export function verdictFor(rosterIndex: RosterIndex, person: RosterPerson): CheckInVerdict {
  const at = rosterIndex.checkedIn.get(person.registrationId);
  if (at) return { kind: 'already', person, at };
  if (person.status === 'waitlist') return { kind: 'waiting', person };
  return person.status === 'cancelled' ? { kind: 'cancelled', person } : { kind: 'come-in', person };
}

/** The digest of a scanned or typed code, as the roster has it; null where it isn't a pass. */
export async function passDigestOf(code: string): Promise<string | null> {
  const parts = readPass(code);
  if (!parts) return null;
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(writePass(parts)));
  return btoa(String.fromCharCode(...new Uint8Array(bytes)))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=+$/, '');
}

/** Decides about a scanned or typed code. */
export async function verdictForPass(rosterIndex: RosterIndex, code: string): Promise<CheckInVerdict> {
  const digest = await passDigestOf(code);
  if (digest === null) return { kind: 'no-pass' };
  const person = rosterIndex.byDigest.get(digest);
  if (person) return verdictFor(rosterIndex, person);
  const other = rosterIndex.elsewhere.get(digest);
  if (!other) return { kind: 'unknown' };
  const isSameDay = dayAt(Date.parse(other.startsAt)) === dayAt(Date.parse(rosterIndex.session.startsAt));
  return { kind: isSameDay ? 'wrong-session' : 'wrong-day', other };
}

/**
 * Finds people by the first character of the name (the rest is masked), the end of the phone number, or the number on the
 * ticket, which names one person alone.
 */
export function searchRoster(rosterIndex: RosterIndex, typed: string, limit = 12): RosterPerson[] {
  const reference = readReference(typed);
  const named = [...rosterIndex.byId.values()].filter(
    ({ registrationId }) => reference !== null && registrationId.endsWith(reference),
  );
  if (named.length > 0) return named;
  const [name = '', tail = ''] = [/[^\d\s]+/.exec(typed)?.[0], /\d+/.exec(typed)?.[0]];
  if (name === '' && tail === '') return [];
  // People give their whole name; the roster has its first character.
  const first = ([...name][0] ?? '').toUpperCase();
  const found: RosterPerson[] = [];
  for (const person of rosterIndex.byId.values()) {
    if (!person.name.startsWith(first) || !person.phoneTail.endsWith(tail.slice(-4))) continue;
    found.push(person);
    if (found.length === limit) break;
  }
  return found;
}

/** Counts who has arrived, and who is expected: whoever has a seat, and whoever came in without one. */
export function countCheckedIn({ byId, checkedIn: inside }: RosterIndex): { arrived: number; expected: number } {
  const expected = new Set(inside.keys());
  for (const { registrationId, status } of byId.values())
    if (status !== 'waitlist' && status !== 'cancelled') expected.add(registrationId);
  return { arrived: inside.size, expected: expected.size };
}
