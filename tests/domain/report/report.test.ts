import { transitionReport, standingOf, type StandingReport } from '@yugong/domain/report';
import { HOUR } from '@yugong/domain/time';

const now = Date.parse('2026-11-23T22:40:00+08:00');
const report = (kind: StandingReport['kind'], hoursAgo: number, by: string, settled = false): StandingReport => ({
  kind,
  at: now - hoursAgo * HOUR,
  by,
  settled,
});
const standing = (...reports: StandingReport[]) => standingOf(reports, now).standing;

describe('what reports together say', () => {
  it.each([
    ['nothing without any', 'quiet', []],
    ['working where people found it open', 'working', [report('open', 3, 'a')]],
    ['trouble where it was locked', 'trouble', [report('locked', 3, 'a'), report('moved', 2, 'b')]],
    ['doubtful where two contradict each other', 'doubtful', [report('open', 3, 'a'), report('locked', 2, 'b')]],
    ['the last word of one who saw it both ways', 'working', [report('locked', 3, 'a'), report('open', 2, 'a')]],
    ['no contradiction of what is no longer fresh', 'working', [report('locked', 24 * 8, 'a'), report('open', 2, 'b')]],
    ['no contradiction of what is settled', 'working', [report('locked', 3, 'a', true), report('open', 2, 'b')]],
    ['noted where it is about something else', 'noted', [report('no-water', 3, 'a')]],
    ['no doubt from water missing in an open place', 'working', [report('no-water', 3, 'a'), report('open', 2, 'b')]],
  ] as const)('%s', (_, expected, reports) => {
    expect(standing(...reports)).toBe(expected);
  });

  it('count people, not reports', () => {
    expect(standingOf([report('open', 3, 'a'), report('open', 2, 'a'), report('open', 1, 'b')], now).counted).toEqual([
      { kind: 'open', count: 2, latest: now - HOUR },
    ]);
  });
});

describe('what becomes of a report', () => {
  it('goes from received to an end, and may be opened again', () => {
    expect(transitionReport('received', 'fixed', null)).toEqual({ ok: true, state: 'fixed', reply: null });
    expect(transitionReport('fixed', 'confirmed', null)).toMatchObject({ ok: true });
    expect(transitionReport('fixed', 'received', null)).toEqual({ ok: false, code: 'wrong-state' });
  });
  it('needs a word to its sender to be declined', () => {
    expect(transitionReport('received', 'declined', '  ')).toEqual({ ok: false, code: 'reply-missing' });
    expect(transitionReport('received', 'declined', ' 我们去看过，开着 ')).toMatchObject({ reply: '我们去看过，开着' });
  });
});
