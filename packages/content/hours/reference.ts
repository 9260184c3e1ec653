/**
 * The reference evaluation of OpenStreetMap's `opening_hours` (the npm library of that name), and what it says against
 * ours. The library's own table of China's holidays is wrong, so `PH` is written out as the dates of ours.
 */
import OpeningHours from 'opening_hours';
import { dayNumber, dayOf } from '@yugong/domain/opening-hours/days';
import type { HolidayData } from '@yugong/domain/opening-hours';

export type ReferenceState = 'open' | 'closed' | 'unknown';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** The table's days off in the syntax: `2026 Jan 01-2026 Jan 03,…`. */
function holidayDates({ off }: HolidayData): string {
  const say = (day: string): string => {
    const [year, month, date] = day.split('-');
    return `${year} ${MONTHS[Number(month) - 1]} ${date}`;
  };
  return off.map(([, first, count]) => `${say(first)}-${say(dayOf(dayNumber(first) + count - 1))}`).join(',');
}

/**
 * Writes the days of `PH` out. A rule of weekdays and holidays together becomes two of the same hours.
 *
 * @example writeOutHolidays('Mo-Fr,PH 09:00-12:00', table) // 'Mo-Fr 09:00-12:00; 2026 Jan 01-2026 Jan 03 09:00-12:00'
 */
export function writeOutHolidays(written: string, table: HolidayData): string {
  const dates = holidayDates(table);
  return written
    .split(/;\s*/)
    .filter(Boolean)
    .map((rule) => {
      const mixed = /^((?:[\w ,-]*?(?:Mo|Tu|We|Th|Fr|Sa|Su)),PH|PH,((?:Mo|Tu|We|Th|Fr|Sa|Su)[\w,-]*))(\s.*)$/.exec(
        rule,
      );
      if (!mixed) return rule.replace(/\bPH\b/, dates);
      const days = mixed[2] ?? (mixed[1] as string).replace(/,PH$/, '');
      return `${days}${mixed[3]}; ${dates}${mixed[3]}`;
    })
    .join('; ');
}

/** What the library warns of that is none of a clerk's business: past dates are history, the rest is style. */
const IGNORED = new Set(['date_past', 'date_range_past', 'year_past', 'public_holiday', 'strange_24_7', 'combine_rules', 'separator_for_readability', 'default_state', 'additional_rule_separator_not_used_after_time_wrapping_midnight', 'use_multi']); // prettier-ignore

/** Opens the hours in the library. @throws the library's own message where it can't read them */
export function reference(written: string, table: HolidayData) {
  const oh = new OpeningHours(writeOutHolidays(written, table), null, { locale: 'en', mode: 0 } as never);
  return {
    /** Complaints about the hours as written. */
    warnings: new OpeningHours(written, null, { locale: 'en' } as never)
      .getStructuredWarnings()
      .filter(({ type }) => !IGNORED.has(type))
      .map(({ message }) => message),
    /**
     * @param day and `minute` of Chongqing's clock
     * @returns null where this machine's own zone skips that hour
     */
    at(day: number, minute: number): ReferenceState | null {
      const [year = 0, month = 1, date = 1] = dayOf(day).split('-').map(Number);
      const local = new Date(year, month - 1, date, Math.floor(minute / 60), minute % 60);
      if (local.getHours() !== Math.floor(minute / 60) || local.getMinutes() !== minute % 60) return null;
      return oh.getUnknown(local) ? 'unknown' : oh.getState(local) ? 'open' : 'closed';
    },
  };
}
