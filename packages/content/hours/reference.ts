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

/** Weekdays and `PH` in one list, before or behind each other, and what follows. */
const MIXED_DAYS =
  /^(?:([\w ,[\]-]*?(?:Mo|Tu|We|Th|Fr|Sa|Su)(?:\[[\d,-]+\])?),PH|PH,((?:Mo|Tu|We|Th|Fr|Sa|Su)[\w,[\]-]*))(\s.*)$/;

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
      const mixed = MIXED_DAYS.exec(rule);
      if (!mixed) return rule.replace(/\bPH\b/, dates);
      const [, beforeHolidays, behindHolidays, hours = ''] = mixed;
      return `${beforeHolidays ?? behindHolidays}${hours}; ${dates}${hours}`;
    })
    .join('; ');
}

/** What the library warns of that is none of a clerk's business: past dates are history, the rest is style. */
const IGNORED = new Set([
  'date_past',
  'date_range_past',
  'year_past',
  'public_holiday',
  'strange_24_7',
  'combine_rules',
  'separator_for_readability',
  'no_colon_after',
  'default_state',
  'additional_rule_separator_not_used_after_time_wrapping_midnight',
  'use_multi',
]);

/** The library's warnings in a clerk's words; those not named here are ambiguities of the syntax. */
const WARNINGS: { [type: string]: string } = {
  without_minutes: '时间没有写分钟',
  hour_min_separator: '小时和分钟之间要用冒号',
  adding_0: '小时要写两位数',
  vague: '写得太含糊',
  empty_comment: '引号里没有说明',
  nothing_useful: '没有写出哪天几点',
};

/** Opens the hours in the library. @throws the library's own message where it can't read them */
export function reference(written: string, table: HolidayData) {
  const oh = new OpeningHours(writeOutHolidays(written, table), null, { locale: 'en', mode: 0 } as never);
  return {
    /** Complaints about the hours as written, in Chinese. */
    warnings: new OpeningHours(written, null, { locale: 'en' } as never)
      .getStructuredWarnings()
      .filter(({ type }) => !IGNORED.has(type))
      .map(({ type }) => WARNINGS[type] ?? '写法有歧义'),
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
