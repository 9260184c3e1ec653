import fc from 'fast-check';
import { doubleWage, doubleWagePeriod, readingBeforehand, type NoContract } from '@yugong/domain/labour-law';
import { defined } from '@yugong/domain/narrow';
import { corresponding, isOff, monthsEnd, number, secondWage, text } from './independent';
import { plain, rest } from './rest';

const month = 500_000;
const work = (more: Partial<NoContract>): NoContract => ({
  first: '2024-03-01',
  signed: null,
  last: null,
  monthlyFen: month,
  claimedOn: '2025-03-01',
  ...more,
});

describe('实施条例 6 and 7: the days', () => {
  it.each([
    // Never signed: the second day after a month to the day before a year, eleven months.
    [{}, { from: '2024-04-01', to: '2025-02-28' }],
    // Signed within the year: to the day before.
    [{ signed: '2024-07-01' }, { from: '2024-04-01', to: '2024-06-30' }],
    // Left before that.
    [
      { last: '2024-05-20', signed: '2024-07-01' },
      { from: '2024-04-01', to: '2024-05-20' },
    ],
    // Within the first month there is none, and on its first day one.
    [{ signed: '2024-04-01' }, null],
    [{ signed: '2024-04-02' }, { from: '2024-04-01', to: '2024-04-01' }],
    [{ last: '2024-03-31' }, null],
    // Begun before the law: its month runs from 1 January 2008 (劳动合同法 97 II).
    [
      { first: '2005-06-01', claimedOn: '2009-06-01' },
      { from: '2008-02-01', to: '2008-12-31' },
    ],
    // Not yet over.
    [{ claimedOn: '2024-06-10' }, { from: '2024-04-01', to: '2024-06-10' }],
  ])('%j', (more, period) => expect(doubleWagePeriod(work(more))).toEqual(period));
});

describe('the amount', () => {
  it('is eleven months at most', () => {
    const { fen, other } = doubleWage(work({ claimedOn: '2025-02-28' }), plain);
    expect(fen).toBe(11 * month);
    expect(other).toBeNull();
  });

  it('counts a part month by its working days, Labour Day and its Saturday too (法释〔2025〕12号 6)', () => {
    // 1–11 May 2024: five days off, then 6–10 and the worked Saturday of 11 May.
    const { fen } = doubleWage(work({ last: '2024-05-11', claimedOn: '2024-06-01' }), rest);
    expect(fen).toBe(month + Math.round((month / 21.75) * 6));
  });

  it('loses a day’s share a day by the cautious reading, and shows the other', () => {
    // Filed 2025-07-01: what is older than 2024-07-01 is gone.
    const { fen, other } = doubleWage(work({ claimedOn: '2025-07-01' }), plain);
    expect(fen).toBe(8 * month);
    expect(other?.fen).toBe(11 * month);
  });

  it('can be asked for whole a year after the end, and after that with the risk said', () => {
    // 28 February 2026 is a Saturday: the year of the last day, and that of the total, end on Monday.
    const last = doubleWage(work({ claimedOn: '2026-03-02' }), plain);
    expect(last).toMatchObject({ fen: 22_989, other: { fen: 11 * month, preselected: false } });
    expect(last.other?.because).toContain('总额');
    const late = doubleWage(work({ claimedOn: '2026-03-03' }), plain);
    expect(late).toMatchObject({ fen: 0, other: { fen: 11 * month, preselected: false } });
    expect(late.other?.because).toContain('都过了一年');
    expect(late.other?.risk).toContain('一分也得不到');
  });

  it('from 1 December 2024, filed on 22 November 2026: 1,793.10 day by day, 71,500 by the total', () => {
    // Of Friday 21 November 2025 the year ends on a Saturday, and the claim is filed on the Sunday after it: in time. From
    // then to 30 November 2025 there are six working days, 6 × 6,500 ÷ 21.75.
    const { fen, other } = doubleWage(
      { first: '2024-12-01', signed: null, last: null, monthlyFen: 650_000, claimedOn: '2026-11-22' },
      rest,
    );
    expect([fen, other?.fen]).toEqual([179_310, 7_150_000]);
    expect(readingBeforehand({ fen, other })).toBeNull();
  });

  it('keeps a day whose year ends on a day off up to the next working day (民法典 203)', () => {
    // From 2025-03-01 the second wage runs from 1 April 2025 to 28 February 2026. The year of Friday 28 November 2025
    // ends on Saturday 28 November 2026, and so on Monday the 30th, the day of the claim: of November's month (the 1st to
    // the 30th) one working day is left, 5,000 ÷ 21.75 = 229.89, and December, January and February are whole.
    const told = { first: '2025-03-01', monthlyFen: 500_000 };
    expect(doubleWage(work({ ...told, claimedOn: '2026-11-30' }), rest).fen).toBe(1_522_989);
    // A day later that year is over.
    expect(doubleWage(work({ ...told, claimedOn: '2026-12-01' }), rest).fen).toBe(1_500_000);
    // The years of 1 to 7 October 2025 end within the National Day's week and so on 8 October 2026; that of 30 September
    // ended on a working day. October to February are five whole months, and on 9 October the first of them no longer.
    expect(doubleWage(work({ ...told, claimedOn: '2026-10-08' }), rest).fen).toBe(2_500_000);
    expect(doubleWage(work({ ...told, claimedOn: '2026-10-09' }), rest).fen).toBeLessThan(2_500_000);
  });

  it('keeps the days whose year a proven demand made begin anew', () => {
    const asked = { on: '2025-03-20', kind: 'asked', proven: true } as const;
    expect(doubleWage(work({ claimedOn: '2026-03-03', interruptions: [asked] }), plain).fen).toBe(11 * month);
    const unproven = { ...asked, proven: false };
    expect(doubleWage(work({ claimedOn: '2026-03-03', interruptions: [unproven] }), plain).fen).toBe(0);
  });

  it('takes the working days of the month whose first days are over a year old, and then the period’s own months', () => {
    // The months of the second wage begin on 1 February 2025 (82 I, 实施条例 7). A promise proven on 10 February 2026
    // (仲裁法 27 II) finds the days up to 9 February 2025 over a year old. So February isn't a whole month any more: it
    // counts by its working days, the 10th to the 28th, fifteen at 6,525 ÷ 21.75 = 300 (法释〔2025〕12号 6); March to
    // December are ten whole months. 15 × 300 + 10 × 6,525 = 69,750. Months counted anew from 10 February would be ten
    // up to 9 December and 16 working days: 70,050, though December has lost no day.
    const told = { first: '2025-01-01', last: '2025-12-31', monthlyFen: 652_500, claimedOn: '2026-11-30' };
    const promised = { on: '2026-02-10', kind: 'promised', proven: true } as const;
    const { fen, other, lines } = doubleWage(work({ ...told, interruptions: [promised] }), rest);
    expect([fen, other?.fen]).toEqual([6_975_000, 7_177_500]);
    expect(lines.at(-1)?.how).toBe('6,525 元 × 10 个月 + 6,525 元 ÷ 21.75 × 15 个工作日');
  });

  it('never gives more for a day less', () => {
    // Each day that lapses takes a working day from its month, or turns a whole month into its working days, which
    // never come to more than the month.
    const told = { first: '2025-01-01', last: '2025-12-31', monthlyFen: 652_500, claimedOn: '2026-11-30' };
    const figures = Array.from({ length: 300 }, (_, at) => {
      const promised = { on: text(number('2026-02-01') + at), kind: 'promised', proven: true } as const;
      return doubleWage(work({ ...told, interruptions: [promised] }), rest).fen;
    });
    expect(figures).toEqual([...figures].sort((a, b) => b - a));
  });

  it('takes each month by its own wage where months were paid differently', () => {
    const { fen } = doubleWage(work({ claimedOn: '2025-02-28', monthsFen: { '2024-05': 700_000 } }), plain);
    expect(fen).toBe(10 * month + 700_000);
  });

  it('never exceeds eleven months where the month has no corresponding day', () => {
    // 31 January: a month is full on 28 February, the second wage begins on 1 March.
    expect(doubleWagePeriod(work({ first: '2025-01-31', claimedOn: '2026-02-01' }))).toEqual({
      from: '2025-03-01',
      to: '2026-01-30',
    });
    expect(doubleWage(work({ first: '2025-01-31', claimedOn: '2026-02-01' }), rest).fen).toBeLessThanOrEqual(
      11 * month,
    );
  });

  it('a year that ends on 28 February is over on the 29th', () => {
    const { fen } = doubleWage(work({ first: '2022-04-01', claimedOn: '2024-02-29' }), plain);
    expect(fen).toBe(month);
  });

  it('says when there is none yet', () => {
    const { fen, lines } = doubleWage(work({ claimedOn: '2024-03-20' }), plain);
    expect(fen).toBe(0);
    expect(lines[0]?.how).toContain('2024-04-01');
  });

  it('agrees with a second implementation, and never exceeds eleven months', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: number('2023-01-01'), max: number('2026-06-30') }),
        fc.integer({ min: 0, max: 800 }),
        fc.integer({ min: 0, max: 800 }),
        fc.integer({ min: 10_000, max: 5_000_000 }),
        (start, worked, waited, monthlyFen) => {
          const [first, last] = [text(start), text(start + worked)];
          const claimedOn = text(start + worked + waited);
          const { fen, other } = doubleWage({ first, last, signed: null, monthlyFen, claimedOn }, rest);
          const from = text(number(monthsEnd(first, 1)) + 1);
          const to = defined([monthsEnd(first, 12), last].sort()[0]);
          const wage = (oldest: string) => secondWage({ from, to }, oldest, monthlyFen, rest.off, rest.worked);
          const whole = wage(from);
          // The oldest day whose year, moved by days off, isn't over on the day of the claim, by trying.
          const yearEnds = (start: number) => {
            let at = number(corresponding(text(start), 12));
            while (isOff(text(at), rest.off, rest.worked)) at++;
            return text(at);
          };
          let oldest = number(from);
          while (text(oldest) <= to && yearEnds(oldest) < claimedOn) oldest++;
          const left = wage(text(oldest));
          expect(fen).toBe(left);
          expect(other?.fen ?? fen).toBe(Math.max(whole, left));
          expect(fen).toBeLessThanOrEqual(11 * monthlyFen);
        },
      ),
      { numRuns: 600 },
    );
  });
});
