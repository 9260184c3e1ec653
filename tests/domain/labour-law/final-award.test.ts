/** 仲裁法 47 (一): up to twelve months of the local minimum wage an award is final for the employer, item by item. */
import { finality, noticeWage, sayFinality, severance, severanceAndNotice } from '@yugong/domain/labour-law';

const first = { fen: 233_000, asOf: '2025-01' };
const second = { fen: 220_000, asOf: '2025-01' };

describe('an award', () => {
  it.each([
    [2_796_000, [first], 'final'],
    [2_796_001, [first], 'open'],
    [7_150_000, [first, second], 'open'],
    [2_640_000, [first, second], 'final'],
    [2_640_001, [first, second], 'either'],
    [1, [], 'unknown'],
  ] as const)('of %d fen is, by these minimum wages, %#', (fen, minimumWages, expected) =>
    expect(finality(fen, minimumWages)).toBe(expected),
  );

  it('that isn’t final is said with its limit, the date of the figure and what it costs in time', () => {
    const said = sayFinality(7_150_000, [first]);
    expect(said).toContain('超过 27,960 元');
    expect(said).toContain('2025-01');
    expect(said).toContain('单位收到 15 天内可以起诉');
  });

  it('that is final leaves the worker the suit (48), and the employer the application to set it aside (49)', () => {
    expect(sayFinality(100_000, [first])).toMatch(/单位不能起诉，只能 30 天内申请撤销；你不服，15 天内仍可以起诉/);
  });

  it('of severance and a month in lieu of notice is two items, each measured by itself', () => {
    const work = {
      first: '2023-11-01',
      last: '2026-10-31',
      earnings: { totalFen: 12 * 800_000, months: 12 },
      minimum: null,
      localAverage: null,
    };
    // 3 × 8,000 and 8,000: 32,000 together is above the limit, and neither of the two is.
    const [severed, notice] = [severance(work).fen, noticeWage(800_000).fen];
    expect([severed, notice, severanceAndNotice(work, 800_000).fen]).toEqual([2_400_000, 800_000, 3_200_000]);
    expect([severed, notice].map((fen) => finality(fen, [first]))).toEqual(['final', 'final']);
    // A month's wage above the limit is open by itself, and leaves the severance final.
    expect(finality(noticeWage(2_800_000).fen, [first])).toBe('open');
  });

  it('is said without a figure where no minimum wage is known', () => {
    expect(sayFinality(100_000, [])).toMatch(/最低月工资 12 个月/);
  });
});
