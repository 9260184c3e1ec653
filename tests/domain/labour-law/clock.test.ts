import fc from 'fast-check';
import { daysLeft, isRestDay, lastDay, leastLeft, limitation, nextWorkingDay } from '@yugong/domain/labour-law';
import { clock, one } from './clock-facts';
import { limitationByWalking, number, text } from './independent';
import { rest } from './rest';

describe('仲裁法 27: a year', () => {
  it.each([
    ['2025-03-15', '2026-03-15'],
    ['2024-02-29', '2025-02-28'],
    ['2025-12-31', '2026-12-31'],
  ])('from %s to %s', (start, due) => expect(limitation(start, [], []).due).toBe(due));

  it('begins anew with each interruption in time, the last day included', () => {
    const asked = (on: string) => ({ on, kind: 'asked' as const, proven: true });
    expect(limitation('2025-03-15', [asked('2026-03-15')], []).due).toBe('2027-03-15');
    const late = limitation('2025-03-15', [asked('2026-03-16')], []);
    expect([late.due, late.tooLate.length]).toEqual(['2026-03-15', 1]);
    // In any order, one after the other.
    expect(limitation('2025-03-15', [asked('2027-01-01'), asked('2026-03-01')], []).due).toBe('2028-01-01');
  });

  it('stops while it is impossible to file, and overlapping obstacles stop it once', () => {
    expect(limitation('2025-03-15', [], [{ from: '2025-06-01', to: '2025-06-11' }]).due).toBe('2026-03-25');
    const two = [
      { from: '2025-06-01', to: '2025-06-11' },
      { from: '2025-06-05', to: '2025-06-16' },
    ];
    expect(limitation('2025-03-15', [], two).due).toBe('2026-03-30');
    expect(limitation('2025-03-15', [], [{ from: '2026-03-16', to: '2026-05-01' }]).due).toBe('2026-03-15');
  });

  it('says that nobody knows while the obstacle lasts', () => {
    const deadline = one('dismissed', {
      troubles: ['dismissed'],
      knew: '2026-01-05',
      suspensions: [{ from: '2026-05-01', to: null }],
    });
    expect(deadline.unknown.join('')).toContain('还在');
    // As if it were gone today, 1 June 2026: the 31 days since 1 May don't count.
    expect([deadline.unmoved, deadline.due]).toEqual(['2027-02-05', '2027-02-09']);
  });

  it('agrees with walking it day by day', () => {
    const day = fc.integer({ min: number('2023-01-01'), max: number('2027-12-31') }).map(text);
    const stop = fc.tuple(day, fc.integer({ min: 0, max: 200 })).map(([from, length]) => ({
      from,
      to: text(number(from) + length),
    }));
    fc.assert(
      fc.property(day, fc.array(day, { maxLength: 5 }), fc.array(stop, { maxLength: 4 }), (start, asked, stops) => {
        const interruptions = asked.map((on) => ({ on, kind: 'asked' as const, proven: true }));
        expect(limitation(start, interruptions, stops).due).toBe(limitationByWalking(start, asked, stops));
      }),
      { numRuns: 800 },
    );
  });
});

describe('wages', () => {
  it('are not limited while the work lasts, and for a year after it', () => {
    expect(one('wages', { troubles: ['wages'] })).toMatchObject({ due: null });
    expect(one('wages', { troubles: ['wages'] }).noDate).toContain('没有期限');
    // Left, and the day skipped: that isn't work that goes on.
    const left = one('wages', { troubles: ['wages'], left: true });
    expect([left.due, left.noDate]).toEqual([null, expect.not.stringContaining('没有期限')]);
    expect(one('wages', { troubles: ['wages'], ended: '2026-02-10', knew: '2024-01-01' }).due).toBe('2027-02-10');
  });

  it('overtime and deductions are wages', () => {
    const deadlines = clock({ troubles: ['overtime', 'deductions'], ended: '2026-02-10' });
    expect(deadlines.filter(({ due }) => due === '2027-02-10')).toHaveLength(2);
  });

  it('what was asked before the end changes nothing', () => {
    const asked = { on: '2025-12-01', kind: 'asked', proven: true } as const;
    expect(one('wages', { troubles: ['wages'], ended: '2026-02-10', interruptions: [asked] }).due).toBe('2027-02-10');
  });
});

describe('what can’t be proven', () => {
  const told = { on: '2026-03-01', kind: 'asked', proven: false } as const;
  it('does not move the safe date, and is shown as the later one', () => {
    const deadline = one('dismissed', { troubles: ['dismissed'], knew: '2025-07-01', interruptions: [told] });
    expect(deadline.due).toBe('2026-07-01');
    expect(deadline.later?.day).toBe('2027-03-01');
  });

  it('of a procedure the year runs from its beginning, and by the other reading from its end', () => {
    const complained = { on: '2026-02-02', kind: 'complained', proven: true, until: '2026-04-07' } as const;
    const deadline = one('dismissed', { troubles: ['dismissed'], knew: '2025-07-01', interruptions: [complained] });
    expect([deadline.due, deadline.later?.day]).toEqual(['2027-02-02', '2027-04-07']);
  });
});

describe('days off', () => {
  it.each([
    // A Saturday that is worked, a Saturday that isn't, the week of National Day.
    ['2026-10-10', false, '2026-10-10'],
    ['2026-10-17', true, '2026-10-19'],
    ['2026-10-01', true, '2026-10-08'],
    ['2026-02-14', false, '2026-02-14'],
  ])('%s', (day, off, next) => {
    expect(isRestDay(rest, day)).toBe(off);
    expect(nextWorkingDay(rest, day)).toBe(next);
  });

  it('move the last day, which is said where the date stands', () => {
    const deadline = one('dismissed', { troubles: ['dismissed'], knew: '2025-10-03' });
    expect([deadline.due, deadline.unmoved]).toEqual(['2026-10-08', '2026-10-03']);
    expect(deadline.caveat).toContain('2026年10月3日放假，顺延到 2026年10月8日');
  });

  it('keep a deadline alive until the first working day after them', () => {
    const facts = { today: '2026-10-03', award: { received: '2026-09-16', final: false } };
    const [deadline] = clock(facts).filter(({ id }) => id === 'sue');
    expect(deadline && daysLeft(deadline, '2026-10-03')).toBe(5);
    expect(leastLeft(clock(facts), '2026-10-03')).toBe(5);
  });

  it('of a year that isn’t announced are those that the law fixes, and that is said', () => {
    const holiday = one('dismissed', { troubles: ['dismissed'], knew: '2026-02-05' });
    // 5 to 8 February 2027 are New Year's Eve and the first three days of 春节, Friday to Monday.
    expect([holiday.unmoved, holiday.due]).toEqual(['2027-02-05', '2027-02-09']);
    expect(holiday.caveat).toContain('2027年的调休安排还没公布');
    expect(holiday.caveat).toContain('2027年2月5日');
    expect(one('dismissed', { troubles: ['dismissed'], knew: '2025-05-06' }).caveat).toBeNull();
    // Before the data begins nothing is waited for.
    expect(lastDay(rest, '2020-10-01', '2026-06-01').caveat).toContain('2020年的调休安排没有收录');
  });

  it('of a year that isn’t announced leave a weekend the last day, and alive until Monday', () => {
    // 15 May 2027 is a Saturday, which a notice may yet make a working day.
    const facts = { troubles: ['dismissed'] as const, knew: '2026-05-15' };
    expect(one('dismissed', facts).due).toBe('2027-05-15');
    expect(one('dismissed', facts).caveat).toContain('2027年5月17日');
    expect(one('dismissed', { ...facts, today: '2027-05-16' }).due).toBe('2027-05-17');
  });
});
