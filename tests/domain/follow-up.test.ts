/** The figures of what comes after a screening, with small groups hidden. */
import { followUpOf } from '@yugong/domain/screening-outcome/follow-up';
import type { RecallOutcome } from '@yugong/domain/screening-outcome/wire';

const AT = '2026-11-30T10:00:00.000+08:00';
const people = (count: number, { told = true, ended }: { told?: boolean; ended?: RecallOutcome | 'open' } = {}) =>
  Array.from({ length: count }, () => ({
    notifiedAt: told ? AT : null,
    recalledAt: ended === undefined ? null : AT,
    recall: { by: null, contacts: [], outcome: ended === undefined || ended === 'open' ? null : ended },
  }));
const counts = ({ cells }: { cells: readonly { count: number | null }[] }) => cells.map(({ count }) => count);

it('counts who was told, who was asked to come again, and how that ended', () => {
  const all = [
    ...people(60),
    ...people(10, { told: false }),
    ...people(12, { ended: 'came' }),
    ...people(6, { ended: 'declined' }),
    ...people(5, { ended: 'unreachable' }),
    ...people(7, { ended: 'open' }),
  ];
  const { told, recalled, recalls, shares } = followUpOf(all);
  expect([counts(told), told.total]).toEqual([[90, 10], 100]);
  expect([counts(recalled), recalled.total]).toEqual([[30, 70], 100]);
  expect([counts(recalls), recalls.total]).toEqual([[12, 6, 5, 7], 30]);
  expect(shares).toEqual({ told: 0.9, recalled: 0.3, cameAgain: 0.4 });
});

it('says nothing of how many were asked to come again where that would tell of a few of them', () => {
  // Four came again and two didn't want to: the six of them stand in no other figure either.
  const few = followUpOf([...people(94), ...people(4, { ended: 'came' }), ...people(2, { ended: 'declined' })]);
  expect([counts(few.recalled), counts(few.recalls), few.recalls.total]).toEqual([
    [null, null],
    [null, null, 0, 0],
    null,
  ]);
  expect(few.recalled.total).toBe(100);
  expect(few.shares).toEqual({ told: 1, recalled: null, cameAgain: null });
  // Two of forty-two weren't asked: forty, had by adding up how it ended, would tell of the two.
  const most = followUpOf([...people(2), ...people(20, { ended: 'came' }), ...people(20, { ended: 'open' })]);
  expect([counts(most.recalled), counts(most.recalls), most.recalls.total]).toEqual([
    [null, null],
    [null, 0, 0, null],
    null,
  ]);
});

it('hides how many came from both splits of them where one of the two has to', () => {
  const { told, recalled } = followUpOf(people(3, { told: false }));
  expect([told.total, recalled.total, counts(told), counts(recalled)]).toEqual([null, null, [0, null], [0, null]]);
});

it('is nothing at all of nobody', () => {
  const { told, recalls, shares } = followUpOf([]);
  expect([told.total, recalls.total, shares]).toEqual([0, 0, { told: null, recalled: null, cameAgain: null }]);
});
