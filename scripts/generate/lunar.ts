/** Takes the lunar calendar and the solar terms from chinese-days (MIT), packed for the main package. */
import chineseDays from 'chinese-days';
import { addDays } from '@yugong/domain/calendar';
import type { LunarTable } from '@yugong/domain/lunar';
import { defined } from '@yugong/domain/narrow';

type TermName = Parameters<typeof chineseDays.getSolarTermDate>[2];

/** The library's names of the terms, from 小寒 on, two a month. */
const TERMS = (
  'lesser_cold greater_cold the_beginning_of_spring rain_water the_waking_of_insects the_spring_equinox ' +
  'pure_brightness grain_rain the_beginning_of_summer lesser_fullness_of_grain grain_in_beard the_summer_solstice ' +
  'lesser_heat greater_heat the_beginning_of_autumn the_end_of_heat white_dew the_autumn_equinox code_dew ' +
  'frost_descent the_beginning_of_winter lesser_snow greater_snow the_winter_solstice'
).split(' ') as TermName[];

/** The day of the month; the library formats in the machine's own zone, and shifts it by a day west of Greenwich. */
function dayOfTerm(year: number, at: number): number {
  const text = chineseDays.getSolarTermDate(year, Math.floor(at / 2) + 1, defined(TERMS[at]));
  const west = new Date(`${text}T00:00:00Z`).getTimezoneOffset() > 0;
  return Number((west ? addDays(text, 1) : text).slice(8));
}

/**
 * Lunar months and solar terms of whole years.
 *
 * @example lunarTable(2024, 2029).months[0] // 1130: the eleventh month, 30 days, which 2024-01-01 is in
 */
export function lunarTable(from: number, to: number): LunarTable {
  const lunar = (day: string) => chineseDays.getLunarDate(day);
  let first = `${from}-01-01`;
  while (lunar(first).lunarDay !== 1) first = addDays(first, -1);
  const months: number[] = [];
  for (let day = first; day <= `${to}-12-31`;) {
    const { lunarMon, isLeap } = lunar(day);
    const length = lunar(addDays(day, 29)).lunarDay === 1 ? 29 : 30;
    months.push((isLeap ? -1 : 1) * (lunarMon * 100 + length));
    day = addDays(day, length);
  }
  const years = Array.from({ length: to - from + 1 }, (_, at) => from + at);
  const terms = Object.fromEntries(years.map((year) => [year, TERMS.map((_, at) => dayOfTerm(year, at))]));
  return { first, months, terms };
}
