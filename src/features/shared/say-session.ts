/** Sessions in words, the same wherever they are listed. */
import { dayAt, sayDay, timeAt, type Day } from '@yugong/domain/calendar';
import type { SessionWire } from '@yugong/domain/session/wire';

/** An instant as people say it: 本周四 09:30. @param instant ISO 8601 */
export function sayInstant(instant: string, today: Day): string {
  const at = Date.parse(instant);
  return `${sayDay(dayAt(at), today)} ${timeAt(at)}`;
}

/** When a session is: 本周四 09:00—11:30. */
export function sayWhen({ startsAt, endsAt }: Pick<SessionWire, 'startsAt' | 'endsAt'>, today: Day): string {
  const [start, end] = [dayAt(Date.parse(startsAt)), dayAt(Date.parse(endsAt))];
  const until = start === end ? timeAt(Date.parse(endsAt)) : sayInstant(endsAt, today);
  return `${sayInstant(startsAt, today)}—${until}`;
}

/** What somebody who signs up now would get, first; `tone` is a state's colour. */
export function saySeats(session: SessionWire, today: Day): { text: string; tone: 'open' | 'closed' | 'unknown' } {
  switch (session.state) {
    case 'open':
      return { text: `还有 ${session.seatsLeft} 个名额`, tone: 'open' };
    case 'waitlist':
      return { text: `满了，可以排候补（前面 ${session.waiting} 人）`, tone: 'unknown' };
    case 'upcoming':
      return { text: `${sayInstant(session.opensAt, today)} 开始报名`, tone: 'closed' };
    case 'full':
      return { text: session.districtFull ? '本区名额已满' : '满了', tone: 'closed' };
    case 'closed':
      return { text: '报名截止了', tone: 'closed' };
    case 'cancelled':
      return { text: '取消了', tone: 'closed' };
    case 'past':
      return { text: '已经结束', tone: 'closed' };
  }
}
