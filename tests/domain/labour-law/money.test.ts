import fc from 'fast-check';
import { readYuan, sayYuan, share } from '@yugong/domain/labour-law';

describe('reading', () => {
  it.each([
    ['5200', 520_000],
    ['１２，０００.5', 1_200_050],
    ['12,000.05元', 1_200_005],
    ['0.01', 1],
    ['0', 0],
    [' 3 000 块', 300_000],
    ['100000000', 10_000_000_000],
  ])('%s', (typed, fen) => expect(readYuan(typed)).toBe(fen));

  it.each(['', '五千', '-5', '1.234', '1e5', '1.2.3', '5000多', '100000001', '9999999999'])('not %s', (typed) =>
    expect(readYuan(typed)).toBeNull(),
  );

  it('reads back what it says', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000_000_000 }), (fen) => {
        expect(readYuan(sayYuan(fen))).toBe(fen);
      }),
    );
  });
});

it('says thousands, and fen only where there are any', () => {
  expect(sayYuan(1_234_567_890)).toBe('12,345,678.90 元');
  expect(sayYuan(100)).toBe('1 元');
  expect(sayYuan(-250_000)).toBe('-2,500 元');
});

it('rounds half up, exactly, in integers', () => {
  expect(share(1, 1, 2)).toBe(1);
  expect(share(1, 1, 3)).toBe(0);
  expect(share(2, 1, 3)).toBe(1);
  // 0.285 * 100 is 28.499999999999996 in floating point.
  expect(share(285, 1, 10)).toBe(29);
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 1_000_000_000 }),
      fc.integer({ min: 0, max: 5000 }),
      fc.integer({ min: 1, max: 200_000 }),
      (amount, times, by) => {
        const exact = (BigInt(amount) * BigInt(times) * 2n + BigInt(by)) / (2n * BigInt(by));
        expect(BigInt(share(amount, times, by))).toBe(exact);
      },
    ),
  );
});
