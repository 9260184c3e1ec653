/** How a station stands and how far it is, in words. What nobody knows is said to be unknown, never open. */
import { sayHoursInstant, sayState as sayHours, type HoursState } from '@yugong/domain/opening-hours';
import {
  anyoneLabels,
  MAX_MINUTES_SAID,
  minutesToSay,
  waySpan,
  type StationRow,
  type Verification,
  type Way,
  type WaySpan,
} from '@yugong/domain/station';
import { travelMinutes, type TravelMode } from '@yugong/domain/geo';
import { sayDate } from '@yugong/domain/calendar';
import { MINUTE } from '@yugong/domain/time';
import type { State } from '@/ui/state-line';

/** A state as its line shows it. */
export interface StationStatus {
  state: State;
  word: string;
  detail: string | null;
}

/** Who arrives with less time than this before closing is told so. */
const SHORT_STAY_MINUTES = 30;

const stateLabels: Record<HoursState['state'], string> = {
  open: '开放中',
  closed: '未开放',
  unknown: '开放时间不详',
};

/** How it stands now; what the domain's own line says after its comma is the detail. */
export function sayNow(state: HoursState, now: number): StationStatus {
  const line = sayHours(state, now);
  // That nobody published any is what the label says already.
  const why = state.state === 'unknown' && state.reason !== 'no-hours' ? line : null;
  const detail = state.state === 'unknown' ? why : (line.split('，')[1] ?? null);
  return { state: state.state, word: stateLabels[state.state], detail };
}

/** A station's hours with how recent they are. */
interface DatedHours {
  now: HoursState;
  arrival: HoursState;
  toldOn: string | null;
  hoursAreCurrent: boolean;
}

/**
 * What somebody finds who leaves now; as it stands now where the way is unknown or too long to say in minutes. Hours
 * older than a year never make it open: it should be, and the date is said.
 *
 * @param minutes the way, or null
 */
export function sayArrival(at: DatedHours, minutes: number | null, now: number): StationStatus {
  const said = arrivalByHours(at, minutes, now);
  if (said.state !== 'open' || at.hoursAreCurrent) return said;
  return {
    state: 'unknown',
    word: at.now.state === 'open' ? '应该开着' : '到达时应该开着',
    detail: at.toldOn === null ? '来源没有写日期' : `${sayDate(at.toldOn, '')}的消息`,
  };
}

function arrivalByHours(at: DatedHours, minutes: number | null, now: number): StationStatus {
  const { arrival } = at;
  if (minutes === null) return sayNow(at.now, now);
  if (arrival.state === 'unknown') return sayNow(arrival, now);
  if (arrival.state === 'closed') {
    // Open now and closed by then is what sends people on a wasted way.
    if (at.now.state !== 'open') return sayNow(arrival, now);
    const closes = at.now.until === null ? '' : `${sayHoursInstant(at.now.until, now)} 关门，`;
    return { state: 'closed', word: '到达前已关门', detail: `${closes}路上约 ${minutes} 分钟` };
  }
  if (at.now.state === 'closed' && at.now.opensAt !== null)
    return { state: 'open', word: '到达时开放', detail: `${sayHoursInstant(at.now.opensAt, now)} 开门` };
  const { until } = arrival;
  if (until === null) return { state: 'open', word: '到达时仍开放', detail: '24 小时' };
  const left = Math.floor((until - now) / MINUTE) - minutes;
  const stay = left < SHORT_STAY_MINUTES ? `，到达后可停留 ${left} 分钟` : '';
  return { state: 'open', word: '到达时仍开放', detail: `${sayHoursInstant(until, now)} 关门${stay}` };
}

/** 350 米, 1.2 公里, 23 公里: no more exact than a line through the air deserves. */
function sayMetres(metres: number): string {
  if (metres < 1000) return `${Math.max(10, Math.round(metres / 10) * 10)} 米`;
  return metres < 10_000 ? `${(metres / 1000).toFixed(1)} 公里` : `${Math.round(metres / 1000)} 公里`;
}

/** Below this a span is said in half kilometres, from there on in whole ones. */
const WHOLE_FROM_METRES = 5000;

/** 2–3 公里, 1.5 公里以内: rounded outwards, so that the truth stays inside. */
function saySpan({ least, most }: WaySpan): string {
  const step = most < WHOLE_FROM_METRES ? 500 : 1000;
  const from = (Math.floor(least / step) * step) / 1000;
  const to = (Math.ceil(most / step) * step) / 1000;
  return from === 0 ? `${to} 公里以内` : `${from}–${to} 公里`;
}

/**
 * How far it is: 1.2 公里; 约 2–3 公里 where the station's street or the place measured from is known only roughly.
 *
 * @param startAbout how far off in metres the place may be that it is measured from
 */
export function sayWay(way: Way, startAbout: number): string {
  const span = waySpan(way, startAbout);
  return span === null ? `${way.about === null ? '' : '约 '}${sayMetres(way.metres)}` : `约 ${saySpan(span)}`;
}

/**
 * How long it takes: 25 分钟, 1 小时 10 分; 10–25 分钟 where the distance is a span. Null where only that may be said.
 *
 * @param startAbout as of {@link sayWay}
 */
export function sayWayTime(way: Way, travel: TravelMode, startAbout: number): string | null {
  const span = waySpan(way, startAbout);
  const minutes = minutesToSay(way, travel);
  if (minutes === null || span === null) return minutes === null ? null : sayTravelTime(minutes);
  const most = travelMinutes(span.most, travel);
  return most > MAX_MINUTES_SAID ? null : `${travelMinutes(span.least, travel)}–${most} 分钟`;
}

/** 约在石桥铺街道，误差 2.5 公里左右: of a station that has no position but its street's centre. */
export const sayRoughly = (street: string, about: number): string => `约在${street}，误差 ${sayReach(about)}左右`;

/** 1.5 公里, 5 公里: a round distance without a needless decimal. */
export const sayReach = (metres: number): string =>
  metres < 1000 ? `${metres} 米` : `${Number((metres / 1000).toFixed(1))} 公里`;

/** 25 分钟, 1 小时 10 分. */
function sayTravelTime(minutes: number): string {
  if (minutes < 60) return `${minutes} 分钟`;
  const rest = minutes % 60;
  return `${Math.floor(minutes / 60)} 小时${rest > 0 ? ` ${rest} 分` : ''}`;
}

/** The name of a means of travel before its minutes. */
export const travelWords: Record<TravelMode, string> = { walk: '步行', ride: '骑车' };

/** Where it is, as a list says it. */
export const sayWhere = ({ district, street, address, precision, floor }: StationRow): string =>
  [district, address ?? street].filter(Boolean).join(' ') +
  (precision === 'area' ? '一带' : '') +
  (floor === null ? '' : ` ${floor}`);

/** Whether anybody may come in, where it is known: a list doesn't repeat what no source says. */
export const sayAnyone = ({ anyoneMayEnter }: StationRow): string | null =>
  anyoneMayEnter === 'unknown' ? null : anyoneLabels[anyoneMayEnter];

/** Who checked it and when; what has not been checked is said so. */
export function sayVerification(verification: Verification): { fresh: boolean; text: string } {
  if (verification.state === 'unverified') return { fresh: false, text: '工会尚未核实' };
  const { on, by, state } = verification;
  const who = by ?? '工会';
  return state === 'verified'
    ? { fresh: true, text: `${who} ${sayDate(on, '')}核实` }
    : { fresh: false, text: `${who}上次核实于 ${sayDate(on, '')}，已超过一年` };
}
