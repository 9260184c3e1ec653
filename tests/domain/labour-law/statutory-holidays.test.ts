import { isStatutoryHoliday, statutoryHolidays, statutoryYears } from '@yugong/domain/holiday';
import { overtimeKind } from '@yugong/domain/labour-law';
import { isFixedHoliday, number, text } from './independent';
import { rest } from './rest';

describe('全国年节及纪念日放假办法 2', () => {
  it('agrees with a lunar calendar on every day of every year of the table', () => {
    expect([statutoryYears[0], statutoryYears.at(-1)]).toEqual([2008, 2040]);
    for (const year of statutoryYears) {
      const days = [];
      for (let at = number(`${year}-01-01`); at <= number(`${year}-12-31`); at++)
        if (isFixedHoliday(text(at))) days.push(text(at));
      expect(statutoryHolidays(year)).toEqual(days);
    }
  });

  it.each([
    [2013, 11],
    [2024, 11],
    [2025, 13],
    [2027, 13],
    // 中秋 is a day of 国庆.
    [2028, 12],
  ])('has in %s %s days', (year, count) => expect(statutoryHolidays(year)).toHaveLength(count));

  it('is empty outside the table', () => expect(isStatutoryHoliday('2007-10-01')).toBe(false));
});

describe('overtime by its day', () => {
  it.each([
    // 2 May and New Year's Eve became statutory holidays in 2025.
    ['2024-05-02', 'restDays'],
    ['2025-05-02', 'holidays'],
    ['2024-02-09', 'workdays'],
    ['2026-02-16', 'holidays'],
    // Moved into the holiday by the notice: a rest day.
    ['2026-10-05', 'restDays'],
    ['2026-10-10', 'workdays'],
    ['2026-06-06', 'restDays'],
    // No notice yet.
    ['2027-02-05', 'holidays'],
  ])('%s is paid as one of the %s', (day, kind) => expect(overtimeKind(rest, day)).toBe(kind));
});
