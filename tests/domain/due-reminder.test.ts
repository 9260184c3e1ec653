/** When somebody is due for screening again, and when they are told of it. */
import { dueAgain, firstTold, nextStepAt, TIMES_TOLD } from '@yugong/domain/due-reminder';
import { DAY } from '@yugong/domain/time';

const interval = (months: number | null) => ({ of: '筛查', months });

describe('somebody is due again', () => {
  it('after the shortest interval that is known, to the day', () => {
    const rules = { intervals: [interval(60), interval(36), interval(null)] };
    expect(dueAgain(rules, '2026-11-26')).toEqual({ day: '2029-11-26', months: 36 });
    expect(dueAgain({ intervals: [interval(1)] }, '2026-01-31')).toEqual({ day: '2026-02-28', months: 1 });
  });

  it.each([
    ['no rules', null],
    ['no intervals', { intervals: null }],
    ['an interval that is left open', { intervals: [interval(null)] }],
  ])('on no day that anybody knows, with %s', (_, rules) => {
    expect(dueAgain(rules, '2026-11-26')).toBeNull();
  });
});

it('is told on the morning of the day, once more a month later, and is forgotten after the second time', () => {
  const first = firstTold('2029-11-26');
  expect(new Date(first).toISOString()).toBe('2029-11-26T01:00:00.000Z');
  expect(TIMES_TOLD).toBe(2);
  expect(nextStepAt(0, first)).toBe(first + 30 * DAY);
  expect(nextStepAt(1, first)).toBe(first + 90 * DAY);
});
