/**
 * The door's judgement, without a network: who this is, whether they may come in, and what was done here already.
 * Pure: a roster and the check-ins made on this phone in, a verdict out.
 */
import { dayAt } from '@yugong/domain/calendar';
import type { DoorWire } from '@yugong/domain/check-in/wire';
import { readPass, writePass } from '@yugong/domain/pass';
import type { PendingCheckIn } from './pending-check-in';

export type RosterPerson = DoorWire['people'][number];
type OtherSession = DoorWire['sessions'][number];

export type CheckInVerdict =
  | { kind: 'come-in'; guest: RosterPerson }
  | { kind: 'already'; guest: RosterPerson; at: string }
  | { kind: 'waiting'; guest: RosterPerson }
  | { kind: 'cancelled'; guest: RosterPerson }
  /** Another session of the same day, or of another day. */
  | { kind: 'wrong-session' | 'wrong-day'; other: OtherSession }
  | { kind: 'unknown' }
  | { kind: 'no-pass' };

/** A roster with its ways in, made once: a lookup is then the same at 20 people as at 2,000. */
export interface RosterIndex {
  session: DoorWire['session'];
  byDigest: Map<string, RosterPerson>;
  byId: Map<string, RosterPerson>;
  elsewhere: Map<string, OtherSession>;
  /** When each was let in, whoever did it. */
  checkedIn: Map<string, string>;
}

export function indexRoster(
  { session, people, elsewhere, sessions }: DoorWire,
  entries: readonly PendingCheckIn[],
): RosterIndex {
  const others = new Map(sessions.map((one) => [one.sessionId, one]));
  const desk: RosterIndex = {
    session,
    byDigest: new Map(),
    byId: new Map(),
    elsewhere: new Map(),
    checkedIn: new Map(),
  };
  for (const guest of people) {
    desk.byId.set(guest.registrationId, guest);
    desk.byDigest.set(guest.passDigest, guest);
    if (guest.checkedInAt) desk.checkedIn.set(guest.registrationId, guest.checkedInAt);
  }
  for (const { passDigest, sessionId } of elsewhere) {
    const other = others.get(sessionId);
    if (other) desk.elsewhere.set(passDigest, other);
  }
  for (const { registrationId, at } of entries)
    if (!desk.checkedIn.has(registrationId)) desk.checkedIn.set(registrationId, at);
  return desk;
}

/** May this person of the roster come in? */
export function verdictFor(desk: RosterIndex, guest: RosterPerson): CheckInVerdict {
  const at = desk.checkedIn.get(guest.registrationId);
  if (at) return { kind: 'already', guest, at };
  if (guest.status === 'waitlist') return { kind: 'waiting', guest };
  return guest.status === 'cancelled' ? { kind: 'cancelled', guest } : { kind: 'come-in', guest };
}

/** The digest of a scanned or typed code, as the roster has it; null where it is no pass at all. */
export async function passDigestOf(code: string): Promise<string | null> {
  const parts = readPass(code);
  if (!parts) return null;
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(writePass(parts)));
  return btoa(String.fromCharCode(...new Uint8Array(bytes)))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=+$/, '');
}

/** What to do about a scanned code. */
export async function verdictForPass(desk: RosterIndex, code: string): Promise<CheckInVerdict> {
  const digest = await passDigestOf(code);
  if (digest === null) return { kind: 'no-pass' };
  const guest = desk.byDigest.get(digest);
  if (guest) return verdictFor(desk, guest);
  const other = desk.elsewhere.get(digest);
  if (!other) return { kind: 'unknown' };
  const isSameDay = dayAt(Date.parse(other.startsAt)) === dayAt(Date.parse(desk.session.startsAt));
  return { kind: isSameDay ? 'wrong-session' : 'wrong-day', other };
}

/** By the beginning of the name (the rest is masked) or the end of the phone number; the first so many. */
export function findPeople(desk: RosterIndex, typed: string, limit = 12): RosterPerson[] {
  const [name = '', tail = ''] = [/[^\d\s]+/.exec(typed)?.[0], /\d+/.exec(typed)?.[0]];
  if (name === '' && tail === '') return [];
  // Somebody says her whole name; the list has its first character.
  const first = [...name][0] ?? '';
  const found: RosterPerson[] = [];
  for (const guest of desk.byId.values()) {
    if (!guest.name.startsWith(first) || !guest.phoneTail.endsWith(tail.slice(-4))) continue;
    found.push(guest);
    if (found.length === limit) break;
  }
  return found;
}

/** How many have come, of how many with a place. */
export function countCheckedIn({ byId, checkedIn: inside }: RosterIndex): { came: number; expected: number } {
  let expected = 0;
  for (const { status } of byId.values()) if (status !== 'waitlist' && status !== 'cancelled') expected += 1;
  return { came: inside.size, expected };
}
