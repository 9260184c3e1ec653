import fc from 'fast-check';
import { isRestDay, limitation, nextWorkingDay } from '@yugong/domain/labour-law';
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

  it('move the last day, and the safe one stays', () => {
    const deadline = one('dismissed', { troubles: ['dismissed'], knew: '2025-10-03' });
    expect([deadline.due, deadline.later?.day]).toEqual(['2026-10-03', '2026-10-08']);
  });

  it('of a year that isn’t announced are said to be unknown', () => {
    expect(one('dismissed', { troubles: ['dismissed'], knew: '2026-05-04' }).unknown.join('')).toContain('没有公布');
    expect(one('dismissed', { troubles: ['dismissed'], knew: '2025-05-06' }).unknown.join('')).not.toContain('公布');
  });
});
