/**
 * The public holidays that the law fixes by itself (全国年节及纪念日放假办法, article 2), for years whose yearly notice
 * with its adjusted working days isn't in the data.
 *
 * The holidays by the lunar calendar and 清明 are taken from a table, because the phone carries no lunar calendar
 * here; a test holds the table against a library, year by year.
 */
import { addDays, type Day } from '../calendar';

/** Month and day of 春节 (正月初一), 清明, 端午 and 中秋. */
const movableHolidays: Readonly<Record<number, readonly [string, string, string, string]>> = {
  2008: ['02-07', '04-04', '06-08', '09-14'],
  2009: ['01-26', '04-04', '05-28', '10-03'],
  2010: ['02-14', '04-05', '06-16', '09-22'],
  2011: ['02-03', '04-05', '06-06', '09-12'],
  2012: ['01-23', '04-04', '06-23', '09-30'],
  2013: ['02-10', '04-04', '06-12', '09-19'],
  2014: ['01-31', '04-05', '06-02', '09-08'],
  2015: ['02-19', '04-05', '06-20', '09-27'],
  2016: ['02-08', '04-04', '06-09', '09-15'],
  2017: ['01-28', '04-04', '05-30', '10-04'],
  2018: ['02-16', '04-05', '06-18', '09-24'],
  2019: ['02-05', '04-05', '06-07', '09-13'],
  2020: ['01-25', '04-04', '06-25', '10-01'],
  2021: ['02-12', '04-04', '06-14', '09-21'],
  2022: ['02-01', '04-05', '06-03', '09-10'],
  2023: ['01-22', '04-05', '06-22', '09-29'],
  2024: ['02-10', '04-04', '06-10', '09-17'],
  2025: ['01-29', '04-04', '05-31', '10-06'],
  2026: ['02-17', '04-05', '06-19', '09-25'],
  2027: ['02-06', '04-05', '06-09', '09-15'],
  2028: ['01-26', '04-04', '05-28', '10-03'],
  2029: ['02-13', '04-04', '06-16', '09-22'],
  2030: ['02-03', '04-05', '06-05', '09-12'],
  2031: ['01-23', '04-05', '06-24', '10-01'],
  2032: ['02-11', '04-04', '06-12', '09-19'],
  2033: ['01-31', '04-04', '06-01', '09-08'],
  2034: ['02-19', '04-05', '06-20', '09-27'],
  2035: ['02-08', '04-05', '06-10', '09-16'],
  2036: ['01-28', '04-04', '05-30', '10-04'],
  2037: ['02-15', '04-04', '06-18', '09-24'],
  2038: ['02-04', '04-05', '06-07', '09-13'],
  2039: ['01-24', '04-05', '05-27', '10-02'],
  2040: ['02-12', '04-04', '06-14', '09-20'],
};

/** The years for which the fixed holidays are known. */
export const statutoryYears: readonly number[] = Object.keys(movableHolidays).map(Number);

/** A day that the law itself makes a holiday, by the holiday's name as the State Council's notices write it. */
export interface StatutoryHoliday {
  date: Day;
  name: string;
}

/**
 * The statutory holidays of a year, in their order: 13 days since 2025, 11 before. Empty outside the table.
 *
 * Which days of 春节 count has changed twice: from 除夕 to 初二 until 2013 (国务院令第513号), from 初一 to 初三 until 2024
 * (国务院令第644号), from 除夕 to 初三 since 2025 (国务院令第795号), which also added 2 May.
 *
 * @example namedStatutoryHolidays(2027)[1] // { date: '2027-02-05', name: '春节' }, 除夕
 */
export function namedStatutoryHolidays(year: number): StatutoryHoliday[] {
  const movable = movableHolidays[year];
  if (!movable) return [];
  const [newYear, tombs, boats, moon] = movable;
  const [before, after] = year >= 2025 ? [-1, 2] : year >= 2014 ? [0, 2] : [-1, 1];
  const named: [string, string[]][] = [
    ['元旦', ['01-01']],
    ['春节', daysAround(`${year}-${newYear}`, before, after)],
    ['清明', [tombs]],
    ['劳动节', year >= 2025 ? ['05-01', '05-02'] : ['05-01']],
    ['端午', [boats]],
    // Where both fall on one day, it is the first that it is called by.
    ['中秋', [moon]],
    ['国庆节', ['10-01', '10-02', '10-03']],
  ];
  const names = new Map<Day, string>();
  for (const [name, days] of named)
    for (const monthDay of days) {
      const date = `${year}-${monthDay}`;
      if (!names.has(date)) names.set(date, name);
    }
  return [...names].map(([date, name]) => ({ date, name })).sort((a, b) => a.date.localeCompare(b.date));
}

/** The days around one, as months and days. */
const daysAround = (day: Day, before: number, after: number): string[] =>
  Array.from({ length: after - before + 1 }, (_, at) => addDays(day, before + at).slice(5));

/**
 * The dates of {@link namedStatutoryHolidays}.
 *
 * @example statutoryHolidays(2027)[1] // '2027-02-05', 除夕
 */
export const statutoryHolidays = (year: number): Day[] => namedStatutoryHolidays(year).map(({ date }) => date);

/**
 * Is the day one of the statutory holidays, for which work is paid at 300 % (劳动法 44)?
 *
 * @example isStatutoryHoliday('2024-05-02') // false: it became one in 2025
 */
export const isStatutoryHoliday = (day: Day): boolean => statutoryHolidays(Number(day.slice(0, 4))).includes(day);
