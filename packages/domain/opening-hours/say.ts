/** Hours as a person says them. */
import { sayDay } from '../calendar';
import { dayNumberAt, dayOf, MINUTES_A_DAY, minutesInto } from './days';
import type { HoursState, SpecialDay, UnknownReason, WeekRow } from './types';

const two = (n: number): string => String(n).padStart(2, '0');

/** Minutes of a day as a clock shows them: 540 → 9:00, 1440 → 24:00, 1560 → 次日2:00. */
export const sayMinutes = (minutes: number): string =>
  minutes > MINUTES_A_DAY
    ? `次日${sayMinutes(minutes - MINUTES_A_DAY)}`
    : `${Math.floor(minutes / 60)}:${two(minutes % 60)}`;

/** An instant's time of day, with the day where it is not today's. Midnight is the day before's 24:00. */
export function sayHoursInstant(instant: number, now: number): string {
  const day = dayNumberAt(instant);
  const minutes = Math.round(minutesInto(day, instant));
  const [on, at] = minutes === 0 ? [day - 1, MINUTES_A_DAY] : [day, minutes];
  const today = dayNumberAt(now);
  return on === today ? sayMinutes(at) : `${sayDay(dayOf(on), dayOf(today))} ${sayMinutes(at)}`;
}

const REASONS: Record<UnknownReason, string> = {
  'no-hours': '开放时间未公布',
  'beyond-holidays': '调休安排还没公布，这天开不开不确定',
  'said-unknown': '来源说这个时段不一定开',
  'which-weekday': '调休上班日，几点开不确定',
};

/**
 * The state in a line: 开着，22:00 关 / 关着，明天 9:00 开 / 开放时间未公布.
 *
 * @param now the instant that the reader is at, which days are counted from
 */
export function sayState(state: HoursState, now: number): string {
  if (state.state === 'unknown') return REASONS[state.reason];
  if (state.state === 'open')
    return state.until === null ? '开着，24 小时' : `开着，${sayHoursInstant(state.until, now)} 关`;
  return state.opensAt === null ? '关着' : `关着，${sayOpening(state.opensAt, now)} 开`;
}

/** An opening at midnight is that day's 0:00, not the day before's 24:00. */
function sayOpening(instant: number, now: number): string {
  const day = dayNumberAt(instant);
  if (Math.round(minutesInto(day, instant)) !== 0) return sayHoursInstant(instant, now);
  return `${sayDay(dayOf(day), dayOf(dayNumberAt(now)))} 0:00`;
}

/** Why a day's hours may be others: 国庆节放假 / 国庆节调休上班. */
export const saySpecial = ({ kind, name }: SpecialDay): string =>
  kind === 'holiday' ? `${name}放假` : `${name}调休上班`;

/** A row of the week: 9:00–12:00，14:00–18:00 / 24 小时 / 不开 / 不确定. */
export function sayRow({ stretches }: Pick<WeekRow, 'stretches'>): string {
  if (stretches.length === 0) return '不开';
  return stretches
    .map(({ from, to, state }) => {
      const isWhole = from === 0 && to === MINUTES_A_DAY;
      const span = isWhole ? (state === 'open' ? '24 小时' : '') : `${sayMinutes(from)}–${sayMinutes(to)}`;
      return state === 'unknown' ? `${span}不确定` : span;
    })
    .join('，');
}
