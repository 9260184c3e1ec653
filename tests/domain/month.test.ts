import { addMonths, monthWeeks, weekdayName } from '@yugong/domain/calendar';
import { defined } from '@yugong/domain/narrow';

describe('monthWeeks', () => {
  it('begins with the Monday at or before the first', () => {
    expect(monthWeeks('2026-02')[0]).toEqual([
      '2026-01-26',
      '2026-01-27',
      '2026-01-28',
      '2026-01-29',
      '2026-01-30',
      '2026-01-31',
      '2026-02-01',
    ]);
  });

  it.each([
    ['2027-02', 4],
    ['2026-10', 5],
    ['2026-08', 6],
    ['2024-02', 5],
  ])('%s touches %d weeks', (month, weeks) => expect(monthWeeks(month)).toHaveLength(weeks));

  it('has every day of fifty years once, in weeks of seven from Monday to Sunday', () => {
    for (let at = 0; at < 600; at++) {
      const month = addMonths('2000-01', at);
      const weeks = monthWeeks(month);
      const [year = 0, number = 0] = month.split('-').map(Number);
      const length = new Date(Date.UTC(year, number, 0)).getUTCDate();
      expect(weeks.flat().filter((day) => day.startsWith(month))).toHaveLength(length);
      for (const week of weeks) {
        expect(week).toHaveLength(7);
        expect(weekdayName(defined(week[0]))).toBe('周一');
        expect(week.some((day) => day.startsWith(month))).toBe(true);
      }
    }
  });
});

it.each([
  ['2026-11', 2, '2027-01'],
  ['2026-01', -1, '2025-12'],
  ['2026-12', 1, '2027-01'],
  ['2026-06', 0, '2026-06'],
  ['2026-03', -15, '2024-12'],
])('addMonths(%s, %d) is %s', (month, count, then) => expect(addMonths(month, count)).toBe(then));
