/** Between a session on the wire and what is typed about it. */
import type { SessionEdit, SessionInput, StaffSessionWire } from '@yugong/domain/session/staff-wire';
import { toInstant, toLocal } from '../../parts/local-time';

/** Times as the browser's field has them. */
export interface Typed {
  programmeId?: string;
  title?: string;
  place?: string;
  adcode?: string;
  note?: string;
  opensAt?: string;
  closesAt?: string;
  cancelUntil?: string;
  startsAt?: string;
  endsAt?: string;
  capacity?: number;
  waitlistSize?: number;
}

export const timeNames = ['opensAt', 'closesAt', 'cancelUntil', 'startsAt', 'endsAt'] as const;

export function typedOf(session: StaffSessionWire): Typed {
  const { programmeId, title, place, adcode, note, capacity, waitlistSize } = session;
  const times = Object.fromEntries(timeNames.map((name) => [name, toLocal(session[name])]));
  return { programmeId, title, place, adcode, note: note ?? '', capacity, waitlistSize, ...times };
}

/** Null while something that must be there isn't. */
export function inputOf(typed: Typed): SessionInput | null {
  const { programmeId, title, place, adcode, note, capacity, waitlistSize } = typed;
  if (!programmeId || !title || !place || !adcode || capacity === undefined || waitlistSize === undefined) return null;
  if (timeNames.some((name) => !typed[name])) return null;
  const times = Object.fromEntries(timeNames.map((name) => [name, toInstant(typed[name] as string)])) as Record<
    (typeof timeNames)[number],
    string
  >;
  return { programmeId, title, place, adcode, note: note?.trim() || null, capacity, waitlistSize, ...times };
}

/** Without what has a page of its own. */
export function editOf(input: SessionInput): SessionEdit {
  const { title, place, adcode, note, opensAt, closesAt, cancelUntil, startsAt, endsAt } = input;
  return { title, place, adcode, note, opensAt, closesAt, cancelUntil, startsAt, endsAt };
}
