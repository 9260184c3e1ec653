import { sayFigure, sayNumber } from '@yugong/domain/figure';

it.each([
  [7_240_000, '724万'],
  [2_680_000, '268万'],
  [8_805_200, '880.52万'],
  [5523, '5,523'],
  [500, '500'],
  [10_001, '10,001'],
  [1_234_567, '1,234,567'],
  [120_000_000, '1.2亿'],
  [0.5, '0.5'],
])('writes %d as %s', (value, said) => {
  expect(sayNumber(value)).toBe(said);
});

it('keeps the vagueness of the source', () => {
  expect(sayFigure({ value: 2_680_000, unit: '元', qualifier: 'over' })).toBe('268万余元');
  expect(sayFigure({ value: 40, unit: '处', qualifier: 'about' })).toBe('约40处');
  expect(sayFigure({ value: 5, unit: '名', qualifier: 'at-least' })).toBe('至少5名');
});
