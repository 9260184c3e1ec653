import { isSettled, transitionReport, standingOf, type StandingReport } from '@yugong/domain/report';
import { describeReports } from '@yugong/domain/report/words';
import { DAY, HOUR, isoAt } from '@yugong/domain/time';

const now = Date.parse('2026-11-23T22:40:00+08:00');
const report = (
  kind: StandingReport['kind'],
  hoursAgo: number,
  by: string,
  rest: Partial<StandingReport> = {},
): StandingReport => ({
  kind,
  at: now - hoursAgo * HOUR,
  by,
  senderAge: 30 * DAY,
  confirmedAt: null,
  settled: false,
  ...rest,
});
const standing = (...reports: StandingReport[]) => standingOf(reports, now).standing;
const young = { senderAge: DAY - 1 };
const gone = { senderAge: null };

describe('what reports together say', () => {
  it.each([
    ['nothing without any', 'quiet', []],
    ['somebody’s word, of one who found it locked', 'noted', [report('locked', 3, 'a')]],
    ['somebody’s word, of one who found it open', 'noted', [report('open', 3, 'a')]],
    ['trouble, of two hours apart', 'trouble', [report('locked', 5, 'a'), report('moved', 3, 'b')]],
    ['working, of two hours apart', 'working', [report('open', 5, 'a'), report('open', 3, 'b')]],
    ['somebody’s word, of two at the same hour', 'noted', [report('locked', 3, 'a'), report('locked', 1.1, 'b')]],
    ['somebody’s word, of one who says it again', 'noted', [report('locked', 9, 'a'), report('locked', 1, 'a')]],
    ['somebody’s word, of new accounts', 'noted', [report('locked', 9, 'a', young), report('locked', 1, 'b', young)]],
    [
      'somebody’s word, of accounts that are gone',
      'noted',
      [report('locked', 9, 'a', gone), report('closed', 1, 'b', gone)],
    ],
    [
      'somebody’s word, of one who counts and many new',
      'noted',
      [report('locked', 9, 'a'), report('locked', 1, 'b', young)],
    ],
    [
      'trouble, by the union’s word alone',
      'trouble',
      [report('locked', 3, 'a', { ...young, confirmedAt: now - HOUR })],
    ],
    [
      'the union’s word over what was said before it',
      'trouble',
      [report('open', 3, 'b'), report('locked', 4, 'a', { confirmedAt: now - HOUR })],
    ],
    [
      'doubt of the union’s word by who came after',
      'doubtful',
      [report('open', 1, 'b'), report('locked', 4, 'a', { confirmedAt: now - 2 * HOUR })],
    ],
    [
      'doubt, where two who count contradict each other',
      'doubtful',
      [report('open', 3, 'a'), report('locked', 2, 'b')],
    ],
    ['no doubt by new accounts', 'noted', [report('open', 3, 'a'), report('locked', 2, 'b', young)]],
    [
      'the last word of one who saw it both ways',
      'working',
      [report('locked', 3, 'a'), report('open', 2, 'a'), report('open', 6, 'b')],
    ],
    [
      'no contradiction of what is settled',
      'noted',
      [report('locked', 3, 'a', { settled: true }), report('open', 2, 'b')],
    ],
    ['somebody’s word, of what is missing inside', 'noted', [report('no-water', 3, 'a'), report('no-water', 9, 'b')]],
    [
      'no doubt from water missing in an open place',
      'working',
      [report('no-water', 3, 'a'), report('open', 2, 'b'), report('open', 9, 'c')],
    ],
    [
      'somebody’s word, where two found it locked last week',
      'noted',
      [report('locked', 24 * 9, 'a'), report('locked', 24 * 8, 'b')],
    ],
    ['nothing, of a season ago', 'quiet', [report('locked', 24 * 91, 'a')]],
  ] as const)('%s', (_, expected, reports) => {
    expect(standing(...reports)).toBe(expected);
  });

  it('count people, not reports', () => {
    expect(standingOf([report('open', 3, 'a'), report('open', 2, 'a'), report('open', 1, 'b')], now).counted).toEqual([
      { kind: 'open', count: 2, latest: now - HOUR },
    ]);
  });

  it('no state of all stations for one crowd, however many reports it sends at once', () => {
    const crowd = Array.from({ length: 200 }, (_, n) => report('closed', 1, `crowd-${n}`));
    expect(standing(...crowd)).toBe('noted');
  });

  it('tell what nobody looked at for three days, the oldest first, and nothing sooner', () => {
    const unanswered = (...reports: StandingReport[]) => standingOf(reports, now).unanswered;
    expect(unanswered(report('locked', 71, 'a'))).toBeNull();
    expect(unanswered(report('moved', 72, 'b'), report('locked', 100, 'a'))).toEqual({
      kind: 'locked',
      at: now - 100 * HOUR,
    });
    expect(unanswered(report('locked', 100, 'a', { confirmedAt: now }))).toBeNull();
    expect(unanswered(report('locked', 100, 'a', { settled: true }))).toBeNull();
    // Long after a week it is still somebody's word, with its time, for phones that know no more than that.
    expect(standingOf([report('locked', 24 * 20, 'a')], now)).toEqual({
      standing: 'noted',
      counted: [{ kind: 'locked', count: 1, latest: now - 20 * DAY }],
      unanswered: { kind: 'locked', at: now - 20 * DAY },
    });
  });
});

describe('the words of it', () => {
  const said = (kind: StandingReport['kind'], count: number, hoursAgo: number) => ({
    kind,
    count,
    latestAt: isoAt(now - hoursAgo * HOUR),
  });
  it.each([
    ['有人说锁着，20:40', { standing: 'noted', reports: [said('locked', 1, 2)] }],
    ['2 人反馈“锁着进不去”，最近 20:40', { standing: 'trouble', reports: [said('locked', 2, 2)] }],
    [
      '存疑，反馈不一致：有人说开着，20:40',
      { standing: 'doubtful', reports: [said('open', 1, 2), said('locked', 1, 5)] },
    ],
    [
      '3 天前有人说锁着，还没有核实',
      {
        standing: 'noted',
        reports: [said('locked', 1, 80)],
        unanswered: { kind: 'locked', at: isoAt(now - 80 * HOUR) },
      },
    ],
  ] as const)('are %s', (words, { reports, ...rest }) => {
    expect(describeReports({ ...rest, reports: [...reports] }, now)).toBe(words);
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

it('a report says nothing of the station any more once it is mended or turned down', () => {
  expect((['fixed', 'declined', 'received', 'confirmed'] as const).map(isSettled)).toEqual([true, true, false, false]);
});
