import fc from 'fast-check';
import {
  daysLeft,
  isRestDay,
  leastLeft,
  limitation,
  nearness,
  nextWorkingDay,
  rightsClock,
  type ClockFacts,
  type Deadline,
} from '../../../src/domain/labour-law';
import { limitationByWalking, number, text } from './independent';
import { plain, rest } from './rest';

const nothing: ClockFacts = {
  today: '2026-06-01',
  troubles: [],
  started: null,
  ended: null,
  knew: null,
  signed: null,
  interruptions: [],
  suspensions: [],
  injury: null,
  filed: null,
  accepted: null,
  award: null,
};
const clock = (facts: Partial<ClockFacts>): Deadline[] => rightsClock({ ...nothing, ...facts }, rest);
const one = (id: string, facts: Partial<ClockFacts>): Deadline => {
  const found = clock(facts).find((deadline) => deadline.id === id);
  if (!found) throw new Error(`no ${id}`);
  return found;
};

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

describe('工伤保险条例 17', () => {
  const injury = { on: '2026-01-30', excluded: [], applied: null, decided: null };
  it('thirty days for the employer, a year for the worker', () => {
    expect(one('injury-employer', { injury }).due).toBe('2026-03-01');
    expect(one('injury-worker', { injury }).due).toBe('2027-01-30');
  });

  it('asking the employer does not begin it anew', () => {
    const interruptions = [{ on: '2026-05-01', kind: 'asked', proven: true } as const];
    const deadline = one('injury-worker', { injury, interruptions });
    expect([deadline.due, deadline.restarts]).toEqual(['2027-01-30', []]);
  });

  it('the time of a suit over the labour relation doesn’t count (法释〔2014〕9号 7)', () => {
    const excluded = [{ from: '2026-03-01', to: '2026-06-09' }];
    expect(one('injury-worker', { injury: { ...injury, excluded } }).due).toBe('2027-05-10');
  });

  it('sixty days to decide, until it is decided (工伤保险条例 20)', () => {
    const applied = { injury: { ...injury, applied: '2026-03-02' } };
    expect(one('injury-decision', applied)).toMatchObject({ due: '2026-05-01', whose: 'office' });
    expect(one('injury-decision', applied).later?.day).toBe('2026-05-06');
    const over = clock({ injury: { ...applied.injury, decided: '2026-04-01' } });
    expect(over.some(({ id }) => id === 'injury-decision')).toBe(false);
  });

  it('after the decision: sixty days, or six months', () => {
    const decided = { injury: { ...injury, decided: '2026-08-31' } };
    expect(one('injury-review', decided).due).toBe('2026-10-30');
    expect(one('injury-suit', decided).due).toBe('2027-02-28');
  });
});

describe('the procedure', () => {
  it('five days to accept, forty-five to decide, sixty at most', () => {
    // The Wednesday after Labour Day; the worked Saturday of 9 May is one of the five days.
    const acceptance = one('acceptance', { filed: '2026-05-06' });
    expect([acceptance.due, acceptance.later?.day]).toEqual(['2026-05-11', '2026-05-12']);
    const award = one('award', { filed: '2026-05-06', accepted: '2026-05-11' });
    expect([award.due, award.later?.day]).toEqual(['2026-06-25', '2026-07-10']);
  });

  it('fifteen days to sue, which nothing begins anew', () => {
    const deadline = one('sue', { award: { received: '2026-09-16', final: false } });
    expect([deadline.due, deadline.later?.day, deadline.restarts]).toEqual(['2026-10-01', '2026-10-08', []]);
  });

  it('a final award can be attacked by the employer for thirty', () => {
    const final = { award: { received: '2026-06-01', final: true } };
    expect(one('revoke', final).due).toBe('2026-07-01');
    expect(clock({ award: { received: '2026-06-01', final: false } }).map(({ id }) => id)).not.toContain('revoke');
  });

  it('once filed, the year for filing is over with', () => {
    expect(clock({ troubles: ['wages'], ended: '2026-02-10', filed: '2026-05-06' }).map(({ id }) => id)).not.toContain(
      'wages',
    );
  });
});

describe('no written contract', () => {
  it('begins to lapse a year after the first share, and is gone a year after the last', () => {
    const deadline = one('no-contract', { troubles: ['no-contract'], started: '2025-08-01' });
    expect([deadline.due, deadline.later?.day]).toEqual(['2026-09-01', '2027-07-31']);
  });

  it('isn’t there in the first month', () => {
    expect(
      one('no-contract', { troubles: ['no-contract'], started: '2025-08-01', signed: '2025-08-20' }).due,
    ).toBeNull();
  });
});

describe('the list', () => {
  it('has the nearest first, then what is gone, then what has no date', () => {
    const deadlines = clock({
      troubles: ['wages', 'dismissed'],
      knew: '2025-07-01',
      injury: { on: '2025-05-20', excluded: [], applied: null, decided: null },
    });
    expect(deadlines.map(({ id }) => id)).toEqual([
      'dismissed',
      'injury-worker',
      'injury-employer',
      'wages',
      'inspection',
    ]);
  });

  it('tells the union of the nearest of what the worker has to do', () => {
    const facts = { ...nothing, troubles: ['dismissed'] as const, knew: '2025-06-05' };
    expect(leastLeft(rightsClock(facts, plain), facts.today)).toBe(4);
    expect(leastLeft(clock({ troubles: ['wages'] }), '2026-06-01')).toBeNull();
  });

  it.each([
    [null, 'none'],
    [-1, 'gone'],
    [0, 'urgent'],
    [6, 'urgent'],
    [7, 'soon'],
    [30, 'soon'],
    [31, 'far'],
  ])('%s days left is %s', (left, near) => expect(nearness(left)).toBe(near));

  it('every deadline has an article, and a date or the reason why not', () => {
    const deadlines = clock({
      troubles: ['wages', 'dismissed', 'no-contract', 'overtime', 'leave', 'insurance', 'platform', 'deductions'],
      injury: { on: '2026-01-30', excluded: [], applied: null, decided: '2026-05-05' },
      award: { received: '2026-05-20', final: true },
    });
    expect(deadlines.length).toBeGreaterThan(12);
    for (const deadline of deadlines) {
      expect(deadline.articles.length).toBeGreaterThan(0);
      expect((deadline.due === null) === (deadline.noDate !== null)).toBe(true);
      expect(deadline.due === null || deadline.steps.length > 0).toBe(true);
      expect(daysLeft(deadline, '2026-06-01') === null).toBe(deadline.due === null);
    }
  });
});
