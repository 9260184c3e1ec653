import fc from 'fast-check';
import {
  severance,
  severanceAndNotice,
  severanceHalves,
  unlawfulTermination,
  type ServicePeriod,
} from '@yugong/domain/labour-law';
import { corresponding, halvesByTrying, number, text } from './independent';

const yuan = (amount: number): number => amount * 100;
/** Somebody on 5,000 yuan a month, from a year before the given end. */
const work = (first: string, last: string, more: Partial<ServicePeriod> = {}): ServicePeriod => ({
  first,
  last,
  earnings: { totalFen: yuan(60_000), months: 12 },
  minimum: null,
  localAverage: null,
  ...more,
});
const local = (amount: number) => ({ fen: yuan(amount), asOf: '2025' });

describe('劳动合同法 47: years', () => {
  it.each([
    // first day, last day, months of wages
    ['2020-03-02', '2020-03-02', 0.5],
    ['2020-03-01', '2020-08-30', 0.5],
    // Six months to the day are six months: 六个月以上 includes them.
    ['2020-03-01', '2020-08-31', 1],
    ['2025-01-01', '2025-06-30', 1],
    ['2025-01-01', '2025-06-29', 0.5],
    ['2020-01-01', '2022-06-30', 3],
    ['2020-03-01', '2020-09-01', 1],
    ['2020-03-01', '2021-02-28', 1],
    ['2020-03-01', '2021-03-01', 1.5],
    ['2020-03-01', '2021-08-30', 1.5],
    ['2020-03-01', '2021-08-31', 2],
    ['2020-03-01', '2021-09-01', 2],
    ['2020-03-01', '2023-02-28', 3],
    ['2008-01-01', '2025-12-31', 18],
    // No corresponding day: the month's last (民法典 202).
    ['2023-08-31', '2024-02-28', 0.5],
    ['2023-08-31', '2024-02-29', 1],
    ['2024-02-29', '2025-02-28', 1],
    ['2024-02-29', '2025-03-01', 1.5],
  ])('%s to %s is %s months', (first, last, months) => {
    const { fen, other } = severance(work(first, last));
    expect(fen).toBe(yuan(5000) * months);
    expect(other).toBeNull();
  });

  it('agrees with counting step by step, and grows with service', () => {
    const dayAfter = fc.integer({ min: 0, max: 12_000 });
    fc.assert(
      fc.property(fc.integer({ min: number('2008-01-01'), max: number('2026-12-31') }), dayAfter, (start, length) => {
        const [first, last] = [text(start), text(start + length)];
        const halves = severanceHalves(first, last);
        expect(halves).toBe(halvesByTrying(first, last));
        expect(severanceHalves(first, text(start + length + 1))).toBeGreaterThanOrEqual(halves);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('实施条例 27: the month', () => {
  it('is the average of the months worked where they are fewer than twelve', () => {
    const five = severance(work('2024-01-08', '2024-06-07', { earnings: { totalFen: yuan(27_500), months: 5 } }));
    expect(five.fen).toBe(yuan(2750));
    expect(five.lines[0]?.fen).toBe(yuan(5500));
  });

  it('is rounded once: a third of a fen is lost before half a month is taken', () => {
    const { fen } = severance(work('2024-01-08', '2024-03-07', { earnings: { totalFen: 1_000_001, months: 3 } }));
    expect(fen).toBe(166_667);
  });

  it('is not under the minimum wage', () => {
    expect(severance(work('2022-01-01', '2024-12-31', { minimum: local(5000.01) })).fen).toBe(yuan(15_000.03));
    expect(severance(work('2022-01-01', '2024-12-31', { minimum: local(4999) })).fen).toBe(yuan(15_000));
  });

  it('says which local figures it was reckoned without', () => {
    const said = severance(work('2022-01-01', '2024-12-31')).assumptions.join('');
    expect(said).toContain('没填当地最低工资');
    expect(said).toContain('没填当地上年度职工月平均工资');
    const given = severance(work('2022-01-01', '2024-12-31', { minimum: local(2000), localAverage: local(9000) }));
    expect(given.assumptions.join('')).not.toContain('没填');
  });
});

describe('劳动合同法 47 II: the cap', () => {
  const rich = (months: string, average: number | null) =>
    severance(
      work('2009-01-01', months, {
        earnings: { totalFen: yuan(360_000), months: 12 },
        localAverage: average === null ? null : local(average),
      }),
    ).fen;

  it('is met only above three times the average, never at it', () => {
    expect(rich('2024-12-31', 10_000)).toBe(yuan(30_000) * 16);
    expect(rich('2024-12-31', 9_999.99)).toBe(yuan(29_999.97) * 12);
  });

  it('caps the years only together with the wage', () => {
    expect(rich('2018-12-31', 9_000)).toBe(yuan(27_000) * 10);
    expect(rich('2024-12-31', null)).toBe(yuan(30_000) * 16);
  });

  it('never makes more of it', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 100_000, max: 10_000_000 }),
        fc.integer({ min: 100_000, max: 2_000_000 }),
        fc.integer({ min: 0, max: 9000 }),
        (month, average, length) => {
          const given = work('2009-01-01', text(number('2009-01-01') + length), {
            earnings: { totalFen: month, months: 1 },
          });
          const capped = severance({ ...given, localAverage: { fen: average, asOf: '2025' } }).fen;
          const free = severance(given).fen;
          if (month > 3 * average) expect(capped).toBeLessThanOrEqual(free);
          else expect(capped).toBe(free);
          expect(capped).toBeLessThanOrEqual(Math.max(3 * average * 12, free));
        },
      ),
    );
  });
});

describe('before 2008', () => {
  it('gives what is certain, and the most that the older years can add', () => {
    const { fen, other, lines } = severance(work('2005-07-01', '2010-12-31'));
    expect(fen).toBe(yuan(15_000));
    // Two years and a half before 2008, the begun year as a whole one.
    expect(other?.fen).toBe(yuan(15_000 + 15_000));
    expect(other?.because).toContain('2008');
    expect(other?.preselected).toBe(false);
    expect(lines.map(({ what }) => what).join()).toContain('有争议');
  });

  it('gives nothing for them where a contract ran out, for which nothing was due then', () => {
    expect(severance(work('2005-07-01', '2010-12-31', { dueBefore2008: false })).other).toBeNull();
  });

  it('counts them all in 2N, whose years run from the first day of work (实施条例 25)', () => {
    // Five years and six months to the day: six.
    expect(unlawfulTermination(work('2005-07-01', '2010-12-31')).fen).toBe(yuan(5000) * 6 * 2);
    expect(unlawfulTermination(work('2005-07-01', '2010-12-30')).fen).toBe(yuan(5000) * 5.5 * 2);
  });
});

describe('N + 1 and 2N', () => {
  it('adds the previous month’s wage, not the average (实施条例 20)', () => {
    expect(severanceAndNotice(work('2020-03-01', '2020-08-30'), yuan(6200)).fen).toBe(yuan(2500 + 6200));
    const { fen, other, lines } = severanceAndNotice(work('2005-07-01', '2010-12-31'), yuan(6200));
    expect([fen, other?.fen]).toEqual([yuan(15_000 + 6200), yuan(30_000 + 6200)]);
    expect([lines.at(-1)?.fen, other?.steps.at(-1)?.fen]).toEqual([fen, other?.fen]);
  });

  it('2N is twice N, for all service since 2008', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 6500 }),
        fc.integer({ min: 0, max: 6500 }),
        fc.integer({ min: 1, max: 50_000_000 }),
        fc.integer({ min: 1, max: 12 }),
        fc.option(fc.integer({ min: 1, max: 3_000_000 })),
        (start, length, totalFen, months, average) => {
          const first = number('2008-01-01') + start;
          const given = work(text(first), text(first + length), {
            earnings: { totalFen, months },
            localAverage: average === null ? null : { fen: average, asOf: '2025' },
          });
          const [n, twoN] = [severance(given), unlawfulTermination(given)];
          expect(twoN.fen).toBe(2 * n.fen);
        },
      ),
    );
  });
});

it('the second implementation knows months without a corresponding day', () => {
  expect(corresponding('2023-12-31', 2)).toBe('2024-02-29');
  expect(corresponding('2024-02-29', 12)).toBe('2025-02-28');
});
