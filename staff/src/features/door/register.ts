/**
 * The door's judgement, without a network: who this is, whether they may come in, and what was done here already.
 * Pure: a roster and the check-ins made on this phone in, a verdict out.
 */
import { dayAt } from '@yugong/domain/calendar';
import { readPass, writePass } from '@yugong/domain/pass';
import type { DoorWire } from '@yugong/domain/check-in/wire';
import type { Entry } from './entry';

export type Guest = DoorWire['people'][number];
type Other = DoorWire['sessions'][number];

export type Verdict =
  | { kind: 'come-in'; guest: Guest }
  | { kind: 'already'; guest: Guest; at: string }
  | { kind: 'waiting'; guest: Guest }
  | { kind: 'cancelled'; guest: Guest }
  /** Another session of the same day, or of another day. */
  | { kind: 'wrong-session' | 'wrong-day'; other: Other }
  | { kind: 'unknown' }
  | { kind: 'no-pass' };

/** A roster with its ways in, made once: a lookup is then the same at 20 people as at 2,000. */
export interface Desk {
  session: DoorWire['session'];
  byDigest: Map<string, Guest>;
  byId: Map<string, Guest>;
  elsewhere: Map<string, Other>;
  /** When each was let in, whoever did it. */
  inside: Map<string, string>;
}

export function openDesk({ session, people, elsewhere, sessions }: DoorWire, entries: readonly Entry[]): Desk {
  const others = new Map(sessions.map((one) => [one.sessionId, one]));
  const desk: Desk = { session, byDigest: new Map(), byId: new Map(), elsewhere: new Map(), inside: new Map() };
  for (const guest of people) {
    desk.byId.set(guest.registrationId, guest);
    desk.byDigest.set(guest.passDigest, guest);
    if (guest.checkedInAt) desk.inside.set(guest.registrationId, guest.checkedInAt);
  }
  for (const { passDigest, sessionId } of elsewhere) {
    const other = others.get(sessionId);
    if (other) desk.elsewhere.set(passDigest, other);
  }
  for (const { registrationId, at } of entries)
    if (!desk.inside.has(registrationId)) desk.inside.set(registrationId, at);
  return desk;
}

/** May this person of the roster come in? */
export function judge(desk: Desk, guest: Guest): Verdict {
  const at = desk.inside.get(guest.registrationId);
  if (at) return { kind: 'already', guest, at };
  if (guest.status === 'waitlist') return { kind: 'waiting', guest };
  return guest.status === 'cancelled' ? { kind: 'cancelled', guest } : { kind: 'come-in', guest };
}

/** The digest of a scanned or typed code, as the roster has it; null where it is no pass at all. */
export async function digestOf(code: string): Promise<string | null> {
  const parts = readPass(code);
  if (!parts) return null;
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(writePass(parts)));
  return btoa(String.fromCharCode(...new Uint8Array(bytes)))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=+$/, '');
}

/** What to do about a scanned code. */
export async function judgeCode(desk: Desk, code: string): Promise<Verdict> {
  const digest = await digestOf(code);
  if (digest === null) return { kind: 'no-pass' };
  const guest = desk.byDigest.get(digest);
  if (guest) return judge(desk, guest);
  const other = desk.elsewhere.get(digest);
  if (!other) return { kind: 'unknown' };
  const isSameDay = dayAt(Date.parse(other.startsAt)) === dayAt(Date.parse(desk.session.startsAt));
  return { kind: isSameDay ? 'wrong-session' : 'wrong-day', other };
}

/** By the beginning of the name (the rest is masked) or the end of the phone number; the first so many. */
export function findGuests(desk: Desk, typed: string, limit = 12): Guest[] {
  const [name = '', tail = ''] = [/[^\d\s]+/.exec(typed)?.[0], /\d+/.exec(typed)?.[0]];
  if (name === '' && tail === '') return [];
  // Somebody says her whole name; the list has its first character.
  const first = [...name][0] ?? '';
  const found: Guest[] = [];
  for (const guest of desk.byId.values()) {
    if (!guest.name.startsWith(first) || !guest.phoneTail.endsWith(tail.slice(-4))) continue;
    found.push(guest);
    if (found.length === limit) break;
  }
  return found;
}

/** How many have come, of how many with a place. */
export function countInside({ byId, inside }: Desk): { came: number; expected: number } {
  let expected = 0;
  for (const { status } of byId.values()) if (status !== 'waitlist' && status !== 'cancelled') expected += 1;
  return { came: inside.size, expected };
}
