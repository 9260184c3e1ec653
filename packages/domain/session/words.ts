/** How a session stands, in Chinese: one wording for the app, the console and the calendar. */
import { sayInstant } from '../agenda';
import { sayDay, type Day } from '../calendar';
import type { SessionStatus } from '../registration/window';
import type { SessionWire } from './wire';

/** A session's state as a label that stands alone, such as a table's cell. */
export const sessionStateLabels: Record<SessionStatus, string> = {
  open: '报名中',
  waitlist: '已满，可候补',
  full: '已满',
  upcoming: '未开始报名',
  closed: '报名已截止',
  past: '已结束',
  cancelled: '已取消',
};

/** The label where a session has seats, but its district's quota of the programme is used up. */
const DISTRICT_FULL = '本区名额已满';

/** The colour that a state is shown in: one can act, one can't, or it depends. */
export type StateColour = 'open' | 'closed' | 'unknown';

const colours: Record<SessionStatus, StateColour> = {
  open: 'open',
  waitlist: 'unknown',
  full: 'closed',
  upcoming: 'unknown',
  closed: 'closed',
  past: 'closed',
  cancelled: 'closed',
};

/** A state in words: the answer first, then what follows from it. */
export interface StateDescription {
  state: StateColour;
  word: string;
  detail: string | null;
}

/**
 * What somebody who signs up now would get, in as few words as a row of a list has room for.
 *
 * @param today decides between 明天 and a date
 * @example summarizeSession(session, '2026-11-23') // { state: 'unknown', text: '已满，可候补（前面 3 人）' }
 */
export function summarizeSession(session: SessionWire, today: Day): { state: StateColour; text: string } {
  return { state: colours[session.state], text: summaryText(session, today) };
}

function summaryText({ state, seatsLeft, waiting, opensAt, districtFull }: SessionWire, today: Day): string {
  if (state === 'open') return `还有 ${seatsLeft} 个名额`;
  if (state === 'waitlist' && waiting > 0) return `${sessionStateLabels.waitlist}（前面 ${waiting} 人）`;
  if (state === 'upcoming') return `${sayDay(opensAt.slice(0, 10), today)}开始报名`;
  return state === 'full' && districtFull ? DISTRICT_FULL : sessionStateLabels[state];
}

/**
 * How a session stands, for its own page.
 *
 * @param forTeams whether a seat is a team's: then teams are counted, not people
 * @example describeSession(session, '2026-11-23', false)
 * // { state: 'open', word: '还有 8 个名额', detail: '共 16 个名额，周六 07:00 截止报名' }
 */
export function describeSession(session: SessionWire, today: Day, forTeams: boolean): StateDescription {
  const { state, seatsLeft, capacity, waiting, opensAt, closesAt, districtFull } = session;
  const describe = (word: string, detail: string | null): StateDescription => ({ state: colours[state], word, detail });
  const [seats, people] = forTeams ? ['队', '队'] : ['个名额', '人'];
  const deadline = `${sayInstant(closesAt, today)} 截止报名`;
  switch (state) {
    case 'open':
      return describe(`还有 ${seatsLeft} ${seats}`, `共 ${capacity} ${seats}，${deadline}`);
    case 'waitlist':
      return describe(sessionStateLabels.waitlist, `${waiting > 0 ? `前面 ${waiting} ${people}，` : ''}${deadline}`);
    case 'full':
      return districtFull
        ? describe(DISTRICT_FULL, '其他区县的场次可能还有名额')
        : describe(sessionStateLabels.full, `候补也已满，共 ${capacity} ${seats}`);
    case 'upcoming':
      return describe(sessionStateLabels.upcoming, `${sayInstant(opensAt, today)} 开始，共 ${capacity} ${seats}`);
    case 'closed':
      return describe(sessionStateLabels.closed, `截止时间：${sayInstant(closesAt, today)}`);
    case 'past':
      return describe(sessionStateLabels.past, null);
    case 'cancelled':
      return describe('这一场已取消', '请不要前往');
  }
}

/** What is allowed in a session's form and seldom meant, by the codes of `sessionWarnings`. */
export const sessionWarningLabels: Record<string, string> = {
  night: '开始时间在夜里，请再核对',
  soon: '距开始不到一天，报名的人可能来不及准备',
  far: '开始时间在一年以后，请核对年份',
  long: '时间超过一天，将按多天的活动报名',
  'after-start': '开始以后仍可报名',
  early: '可自行取消的时间比报名截止早一周以上',
  many: '名额超过 2,000',
};
