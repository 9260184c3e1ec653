/** Who wants to hear of sessions that open: what they wait for, and whether a session is that. */
import type { SessionWire } from '../session/wire';
import { slotTime } from '../screening/schedule';

/** What somebody waits for, where it isn't one session. */
export interface SessionWish {
  kind: SessionWire['kind'];
  /** Null is any programme of the kind. */
  programmeId: string | null;
  /** Null is every district. */
  adcode: string | null;
  evening: boolean;
  weekend: boolean;
}

/** How long a wish stands, in days: whoever still waits then asks once more. */
export const ALERT_DAYS = 180;

/** As many as an account may have at once. */
export const MAX_ALERTS = 20;

/**
 * Is the session at a time that somebody is free? Evenings and weekends are free time that adds up: either will do, and
 * neither means any time.
 */
export function isAtTime(
  session: Pick<SessionWire, 'startsAt' | 'endsAt'>,
  { evening, weekend }: Pick<SessionWish, 'evening' | 'weekend'>,
): boolean {
  if (!evening && !weekend) return true;
  const slot = slotTime(session);
  return (evening && slot.evening) || (weekend && slot.weekend);
}

/**
 * Is the session what somebody waits for? Whether one can sign up for it is another question.
 *
 * @example suits(session, { kind: 'screening', programmeId: null, adcode: '500103', evening: true, weekend: false })
 */
export const suits = (
  session: Pick<SessionWire, 'kind' | 'programmeId' | 'adcode' | 'startsAt' | 'endsAt'>,
  wish: SessionWish,
): boolean =>
  session.kind === wish.kind &&
  (wish.programmeId === null || session.programmeId === wish.programmeId) &&
  (wish.adcode === null || session.adcode === wish.adcode) &&
  isAtTime(session, wish);
