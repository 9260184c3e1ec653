/** Overtime, annual leave, wages that were kept back. */
import fc from 'fast-check';
import {
  citeArticles,
  claimedBy,
  leaveDays,
  overtimePay,
  unpaidWages,
  unusedLeave,
  type Overtime,
  type UnusedLeave,
} from '@yugong/domain/labour-law';
import { plain } from './rest';

describe('劳动法 44: overtime', () => {
  const none: Overtime = { monthlyFen: 522_000, workdays: 0, restDays: 0, holidays: 0, paidFen: 0 };
  // 5,220 ÷ 21.75 ÷ 8 is 30 yuan an hour.
  it.each([
    [{ workdays: 100 }, 45_000],
    [{ restDays: 100 }, 60_000],
    [{ holidays: 100 }, 90_000],
    [{ workdays: 5 }, 2_250],
    [{ workdays: 100, restDays: 100, holidays: 100, paidFen: 95_000 }, 100_000],
    [{ workdays: 10, paidFen: 90_000 }, 0],
  ])('%j', (more, fen) => expect(overtimePay({ ...none, ...more }).fen).toBe(fen));

  it('rounds each rate once, not the hour', () => {
    // An hour is 28.7356…; ten hours at 150 % are 431.03, and 431.10 with a rounded hour.
    expect(overtimePay({ ...none, monthlyFen: 500_000, workdays: 100 }).fen).toBe(43_103);
  });

  it('a rest day is worth more than a working day, a holiday more than both, and each tenth counts', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5_000_000 }), fc.integer({ min: 1, max: 4000 }), (monthlyFen, hours) => {
        const of = (key: 'workdays' | 'restDays' | 'holidays', count = hours) =>
          overtimePay({ ...none, monthlyFen, [key]: count }).fen;
        expect(of('restDays')).toBeGreaterThanOrEqual(of('workdays'));
        expect(of('holidays')).toBeGreaterThanOrEqual(of('restDays'));
        expect(Math.abs(of('holidays') - 2 * of('workdays'))).toBeLessThanOrEqual(1);
        expect(of('workdays', hours + 1)).toBeGreaterThanOrEqual(of('workdays'));
      }),
    );
  });
});

describe('条例 3: days of leave', () => {
  it.each([
    [0, 0],
    [1, 5],
    [9, 5],
    [10, 10],
    [19, 10],
    [20, 15],
    [41, 15],
  ])('%s years of work: %s', (years, days) => expect(leaveDays(years)).toBe(days));
});

describe('unused leave', () => {
  const work: UnusedLeave = {
    year: 2025,
    careerYears: 3,
    first: '2022-05-01',
    last: null,
    takenDays: 0,
    monthlyFen: 435_000,
  };
  // 4,350 ÷ 21.75 is 200 yuan a day, of which 200 % are owed beside the normal pay.
  it.each([
    ['a whole year', {}, 5],
    ['some taken', { takenDays: 2 }, 3],
    ['more taken than there was is not asked back', { takenDays: 7 }, 0],
    // 实施办法 12: 73 days are exactly one day of five, 72 none.
    ['left on 14 March', { last: '2025-03-14' }, 1],
    ['left on 13 March', { last: '2025-03-13' }, 0],
    // 实施办法 5: of the 219 days left, 3 whole days.
    ['joined on 27 May', { first: '2025-05-27' }, 3],
    ['joined on 28 May', { first: '2025-05-28' }, 2],
    ['a leap year is no longer than the leave', { year: 2024 }, 5],
    ['left on the last day', { last: '2025-12-31' }, 5],
    ['ten years', { careerYears: 10, last: '2025-06-30' }, 4],
    ['gone before the year', { last: '2024-12-31' }, 0],
    ['in the first year of work', { careerYears: 0 }, 0],
  ])('%s', (_name, more, days) => expect(unusedLeave({ ...work, ...more }, plain).fen).toBe(days * 2 * 20_000));
});

describe('unpaid wages', () => {
  it('adds up what is missing; a month paid too much does not lessen another', () => {
    const { fen, lines } = unpaidWages(
      [
        { month: '2026-01', dueFen: 500_000, paidFen: 0 },
        { month: '2026-02', dueFen: 500_000, paidFen: 520_000 },
        { month: '2026-03', dueFen: 500_050, paidFen: 300_000 },
      ],
      null,
    );
    expect(fen).toBe(700_050);
    expect(lines.map((line) => line.fen)).toEqual([500_000, 0, 200_050, 700_050]);
  });

  describe('agreed under the minimum wage (劳动法 48)', () => {
    const minimum = { fen: 233_000, asOf: '2025-01' };
    const month = { month: '2026-09', dueFen: 190_000, paidFen: 150_000 };

    it('are asked for as agreed, or up to the minimum', () => {
      // 1,900 − 1,500 = 400 by what was agreed; 2,330 − 1,500 = 830 by the law.
      const { fen, other, assumptions } = unpaidWages([month], minimum);
      expect([fen, other?.fen, other?.preselected]).toEqual([40_000, 83_000, false]);
      expect(other?.risk).toContain('没有上满班');
      expect(assumptions.join('')).toContain('2025-01');
    });

    it('leave something to ask for where all that was agreed was paid', () => {
      expect(unpaidWages([{ ...month, paidFen: 190_000 }], minimum)).toMatchObject({ fen: 0, other: { fen: 43_000 } });
    });

    it('are one figure at the minimum itself, where more than it was paid, and before the month it is known of', () => {
      for (const one of [
        { ...month, dueFen: 233_000 },
        { ...month, paidFen: 240_000 },
        { ...month, month: '2024-12' },
        { ...month, dueFen: 0, paidFen: 0 },
      ])
        expect(unpaidWages([one], minimum).other).toBeNull();
      // A month above it counts in both figures as agreed: 400 + 1,000, and 830 + 1,000.
      const both = unpaidWages([month, { month: '2026-08', dueFen: 500_000, paidFen: 400_000 }], minimum);
      expect([both.fen, both.other?.fen]).toEqual([140_000, 183_000]);
    });

    it('go onto the paper with the article and the workings of the figure that was chosen', () => {
      const higher = claimedBy(unpaidWages([month], minimum), 'higher');
      expect(higher.claim).toBe('拖欠、克扣的工资和低于最低工资标准的差额');
      expect(citeArticles(higher.basis)).toContain('《劳动法》第五十条、第四十八条');
      expect(higher.lines[0]?.onPaper).toEqual({
        what: '2026-09',
        how: '约定 1,900 元，低于当地月最低工资标准 2,330 元，按该标准计算，实发 1,500 元，差额',
      });
      const lower = claimedBy(unpaidWages([month], minimum), 'lower');
      expect(citeArticles(lower.basis)).not.toContain('第四十八条');
    });
  });
});
