/** How a session stands, in words. A place of a programme of teams is a team's. */
import { sayInstant } from '../agenda';
import { sayDay, type Day } from '../calendar';
import type { SessionWire } from '../session/wire';

/** How a session stands, in as few words as a line has room for; empty where it is over. */
export function sayPlaces({ state, seatsLeft, opensAt, districtFull }: SessionWire, today: Day): string {
  switch (state) {
    case 'open':
      return `余 ${seatsLeft} 个名额`;
    case 'waitlist':
      return '满了，可候补';
    case 'full':
      return districtFull ? '本区名额满了' : '报满了';
    case 'upcoming':
      return `${sayDay(opensAt.slice(0, 10), today)}开始报名`;
    case 'closed':
      return '报名截止';
    case 'past':
      return '';
    case 'cancelled':
      return '取消了';
  }
}

export interface Standing {
  state: 'open' | 'closed' | 'unknown';
  word: string;
  detail: string | null;
}

/**
 * How a session stands, for its own page: the answer, then what follows from it.
 *
 * @param teams is a place a team's?
 * @example sayStanding(session, '2026-11-23', false)
 * // { state: 'open', word: '还有 8 个名额', detail: '共 16 个，周六 07:00 截止报名' }
 */
export function sayStanding(session: SessionWire, today: Day, teams: boolean): Standing {
  const { state, seatsLeft, capacity, waiting, opensAt, closesAt } = session;
  const [one, whom] = teams ? ['队', '队'] : ['个名额', '人'];
  const until = `${sayInstant(closesAt, today)} 截止报名`;
  const waited = waiting > 0 ? `前面有 ${waiting} ${whom}在等，` : '';
  switch (state) {
    case 'open':
      return { state: 'open', word: `还有 ${seatsLeft} ${one}`, detail: `共 ${capacity} ${one}，${until}` };
    case 'waitlist':
      return { state: 'unknown', word: '满了，可以排候补', detail: `${waited}${until}` };
    case 'full':
      if (session.districtFull) return { state: 'closed', word: '本区名额满了', detail: '这个项目在本区的名额用完了' };
      return { state: 'closed', word: '报满了', detail: `候补也满了，共 ${capacity} ${one}` };
    case 'upcoming':
      return {
        state: 'unknown',
        word: '还没开始报名',
        detail: `${sayInstant(opensAt, today)} 开始，共 ${capacity} ${one}`,
      };
    case 'closed':
      return { state: 'closed', word: '报名截止了', detail: `${sayInstant(closesAt, today)} 截止的` };
    case 'past':
      return { state: 'closed', word: '已经结束', detail: null };
    case 'cancelled':
      return { state: 'closed', word: '这一场取消了', detail: '不用去了' };
  }
}
