import fc from 'fast-check';
import { addDays } from '@yugong/domain/calendar';
import { cycleDay, cycleDays, nextDue, readCycle, slotTime, type CycleRule } from '@yugong/domain/screening';

const rule: CycleRule = { avoidBefore: 0, avoidDuring: true, avoidAfter: 3, periodDays: 7, text: '干净 3 天后' };
const cycle = { last: '2026-11-10', length: 28 };

describe('readCycle', () => {
  it.each([
    ['two dates', '2026-10-13', '2026-11-10', { length: 28 }],
    ['one missing', null, '2026-11-10', { fault: 'missing' }],
    ['the wrong way round', '2026-11-10', '2026-10-13', { fault: 'order' }],
    ['twice the same', '2026-11-10', '2026-11-10', { fault: 'order' }],
    ['not yet', '2026-11-10', '2026-11-24', { fault: 'future' }],
    ['too close', '2026-11-01', '2026-11-10', { fault: 'length' }],
    ['too far apart', '2026-08-01', '2026-11-10', { fault: 'length' }],
  ])('%s', (_, before, last, expected) => expect(readCycle({ before, last }, '2026-11-23')).toEqual(expected));
});

describe('cycleDay', () => {
  it.each([
    ['the first day', '2026-11-10', 'avoid'],
    ['the last day the clinic counts', '2026-11-16', 'avoid'],
    ['the third day after', '2026-11-19', 'avoid'],
    ['the fourth day after', '2026-11-20', 'fine'],
    ['two days before the next one is due', '2026-12-06', 'maybe'],
    ['three days before the next one is due', '2026-12-05', 'fine'],
    ['the day the next one is due', '2026-12-08', 'avoid'],
    ['a day that is too far to say', '2027-03-15', 'far'],
  ])('%s', (_, day, expected) => expect(cycleDay(rule, cycle, day)).toBe(expected));

  it('heeds days before the period where a clinic asks for it, and only those where the period itself is no matter', () => {
    const other = { ...rule, avoidBefore: 2, avoidDuring: false, avoidAfter: 0 };
    const days = cycleDays(other, cycle, '2026-12-04', 6);
    expect(days).toMatchObject({ '2026-12-06': 'avoid', '2026-12-07': 'avoid', '2026-12-08': 'maybe' });
    expect(cycleDay(other, cycle, '2026-11-10')).toBe('fine');
  });

  it('never calls a day fine that a period one day late or early would make one to avoid', () => {
    fc.assert(
      fc.property(fc.integer({ min: 21, max: 40 }), fc.integer({ min: 14, max: 110 }), (length, ahead) => {
        const day = addDays(cycle.last, ahead);
        if (cycleDay(rule, { ...cycle, length }, day) !== 'fine') return;
        for (const other of [length - 1, length + 1])
          expect(cycleDay(rule, { ...cycle, length: other }, day)).not.toBe('avoid');
      }),
    );
  });
});

describe('nextDue', () => {
  it('counts by months, and leaves open what the source leaves open', () => {
    const intervals = [
      { of: '宫颈', months: 36 },
      { of: '乳腺', months: null },
    ];
    expect(nextDue({ intervals }, '2024-02-29')).toEqual([
      { of: '宫颈', day: '2027-02-28' },
      { of: '乳腺', day: null },
    ]);
    expect(nextDue({ intervals: null }, '2024-02-29')).toBeNull();
  });
});

describe('slotTime', () => {
  it.each([
    ['2026-11-28T09:00:00+08:00', '2026-11-28', '09:00', true, false],
    ['2026-11-27T17:00:00+08:00', '2026-11-27', '17:00', false, true],
    ['2026-11-29T17:30:00.000Z', '2026-11-30', '01:30', false, false],
  ])('%s', (startsAt, day, starts, weekend, evening) =>
    expect(slotTime({ startsAt, endsAt: startsAt })).toMatchObject({ day, starts, weekend, evening }),
  );
});
