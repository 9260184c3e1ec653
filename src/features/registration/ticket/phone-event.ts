/** A place as a date in the phone's own calendar. */
import { MINUTE, HOUR } from '@yugong/domain/time';
import type { Ticket } from './tickets';
import type { PhoneEvent } from '@/platform/phone-calendar';

/** The evening before a morning's session. */
const EVENING_MS = 15 * HOUR;

/**
 * Rings fifteen hours before, or two where that is over. The title of a screening says no more than a glance over the
 * shoulder may read.
 */
export function phoneEventOf({ registration, session, programme }: Ticket, now: number): PhoneEvent {
  const startsAt = Date.parse(session.startsAt);
  return {
    uid: `registration-${registration.id}`,
    title: programme?.kind === 'event' ? session.title : '工会预约',
    startsAt,
    endsAt: Date.parse(session.endsAt),
    place: session.place,
    notes: '详情在渝工随行“我的报名”里。',
    alarmMinutesBefore: startsAt - now > EVENING_MS ? EVENING_MS / MINUTE : 120,
  };
}
