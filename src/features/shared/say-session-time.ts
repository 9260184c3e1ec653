/** A session's time in words, the same wherever it is listed. */
import { sayInstant } from '@yugong/domain/agenda';
import { dayAt, timeAt, type Day } from '@yugong/domain/calendar';
import type { SessionWire } from '@yugong/domain/session/wire';

/**
 * When a session takes place.
 *
 * @example saySessionTime(session, '2026-11-23') // '本周四 09:00—11:30'
 */
export function saySessionTime({ startsAt, endsAt }: Pick<SessionWire, 'startsAt' | 'endsAt'>, today: Day): string {
  const [start, end] = [dayAt(Date.parse(startsAt)), dayAt(Date.parse(endsAt))];
  const until = start === end ? timeAt(Date.parse(endsAt)) : sayInstant(endsAt, today);
  return `${sayInstant(startsAt, today)}—${until}`;
}
