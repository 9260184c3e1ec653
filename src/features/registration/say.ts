/** Registrations in words. */
import type { Day } from '@yugong/domain/calendar';
import type { RegistrationWire } from '@yugong/domain/registration/wire';
import type { SessionWire } from '@yugong/domain/session/wire';
import { sayInstant } from '../shared/say-session';

/**
 * A registration's number as it is read out at the door: the last eight characters of its id, which are by chance.
 *
 * @example sayReference('01JD7Q9Z3K4M5N6P7Q8R9S0T1V') // '8R9S 0T1V'
 */
export const sayReference = (id: string): string => `${id.slice(-8, -4)} ${id.slice(-4)}`.toUpperCase();

/** Has the time come for nothing to be changed any more? */
export const isOver = ({ endsAt }: Pick<SessionWire, 'endsAt'>, now: number): boolean => Date.parse(endsAt) <= now;

/** How a registration stands, the answer first. `tone` is a state's colour. */
export function sayStanding(
  registration: RegistrationWire,
  session: Pick<SessionWire, 'state' | 'endsAt'>,
  { now, today }: { now: number; today: Day },
): { word: string; detail: string | null; state: 'open' | 'closed' | 'unknown' } {
  const { status, ahead, offerUntil } = registration;
  // Calling a session off ends its registrations too: then the session's end is what there is to say.
  if (session.state === 'cancelled' && (status === 'booked' || status === 'waitlist' || status === 'cancelled'))
    return { word: '这一场取消了', detail: '不用去了，可以改到别的场次', state: 'closed' };
  switch (status) {
    case 'booked':
      return isOver(session, now)
        ? { word: '这一场已经结束', detail: null, state: 'closed' }
        : { word: '报上了', detail: null, state: 'open' };
    case 'waitlist':
      if (offerUntil !== null)
        return Date.parse(offerUntil) > now
          ? { word: '有名额了', detail: `${sayInstant(offerUntil, today)} 前确认才算数`, state: 'unknown' }
          : { word: '名额过了确认时间', detail: '已经给了下一位', state: 'closed' };
      return isOver(session, now)
        ? { word: '这一场已经结束', detail: '没有排到', state: 'closed' }
        : { word: `候补第 ${ahead + 1} 位`, detail: '还没有名额，有人取消就会轮到你', state: 'unknown' };
    case 'checked-in':
      return { word: '已到场', detail: null, state: 'open' };
    case 'fulfilled':
      return { word: '已完成', detail: null, state: 'open' };
    case 'noshow':
      return { word: '没有到场', detail: null, state: 'closed' };
    case 'cancelled':
      return { word: '已取消', detail: null, state: 'closed' };
  }
}

/** A cancelled registration, or one whose session is over, is history. */
export const isHistory = (
  { status }: Pick<RegistrationWire, 'status'>,
  session: Pick<SessionWire, 'endsAt'>,
  now: number,
): boolean => status === 'cancelled' || isOver(session, now);
