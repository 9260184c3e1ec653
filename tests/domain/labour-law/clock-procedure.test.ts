import { daysLeft, leastLeft, nearness, rightsClock } from '@yugong/domain/labour-law';
import { clock, nothing, one } from './clock-facts';
import { plain } from './rest';

describe('工伤保险条例 17', () => {
  const injury = { on: '2026-01-30', excluded: [], applied: null, decided: null };
  it('thirty days for the employer, a year for the worker', () => {
    // Thirty days end on a Sunday.
    expect(one('injury-employer', { injury })).toMatchObject({ unmoved: '2026-03-01', due: '2026-03-02' });
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
    expect(one('injury-decision', applied)).toMatchObject({
      unmoved: '2026-05-01',
      due: '2026-05-06',
      whose: 'office',
    });
    // A plain case is decided within fifteen days, by the same article.
    expect(one('injury-decision', applied).unknown.join('')).toContain('事实清楚、责任明确的，15 天内就要决定');
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
    expect([deadline.unmoved, deadline.due, deadline.later, deadline.restarts]).toEqual([
      '2026-10-01',
      '2026-10-08',
      null,
      [],
    ]);
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

  it('is not hurried once all of it has lapsed by either reading', () => {
    const today = '2026-06-01';
    const facts = { today, troubles: ['no-contract'] as const, started: '2024-01-08' };
    expect(one('no-contract', facts)).toMatchObject({
      due: '2026-01-07',
      caveat: expect.stringMatching(/两种算法都过了一年/),
    });
    expect(one('no-contract', { ...facts, started: '2024-08-01' }).caveat).toMatch(/一天一天过期，今天就办/);
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
      const { title, steps, restarts, pauses, unknown, noDate, caveat } = deadline;
      expect([title, ...steps, ...restarts, ...pauses, ...unknown, noDate, caveat]).not.toContain('');
      expect(daysLeft(deadline, '2026-06-01') === null).toBe(deadline.due === null);
    }
  });
});
