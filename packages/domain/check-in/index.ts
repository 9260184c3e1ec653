/** When people may be checked in, and the number on a ticket that is read out where its code won't scan. */
import { dayAt } from '../calendar';
import { HOUR } from '../time';

/** Check-in begins before the session does: of one that begins soon after midnight, the evening before. */
export const EARLY = 2 * HOUR;

/**
 * Is it one of the session's days, or about to begin?
 *
 * @param at in milliseconds, as the session's times
 * @example isCheckInOpen({ startsAt: Date.parse('2026-11-25T09:00+08:00'), endsAt: Date.parse('2026-11-25T11:00+08:00') },
 *   Date.parse('2026-11-25T07:30+08:00')) // true
 */
export const isCheckInOpen = ({ startsAt, endsAt }: { startsAt: number; endsAt: number }, at: number): boolean =>
  (dayAt(at) >= dayAt(startsAt) || at >= startsAt - EARLY) && dayAt(at) <= dayAt(endsAt - 1);

/** The last eight characters of a registration's id, in Crockford's base 32: `sayReference` shows them as 「8R9S 0T1V」. */
const REFERENCE = /^[0-9A-HJKMNP-TV-Z]{8}$/;

/**
 * A number that was read out and typed, in its one form; null where it is none. Spaces and hyphens don't matter, and
 * what looks alike is understood.
 *
 * @example readReference('8r9s-ot1v') // '8R9S0T1V'
 */
export function readReference(typed: string): string | null {
  const tidy = typed
    .normalize('NFKC')
    .replace(/^\s*编号/, '')
    .replace(/[\s-]/g, '')
    .toUpperCase()
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
  return REFERENCE.test(tidy) ? tidy : null;
}
