/** How a registration stands, and what happened to it, for the person whose it is. */
import { describeChange, describeHeld, describeRegistration } from '@yugong/domain/registration/words';

const NOW = '2026-11-23T10:00:00+08:00';
const clock = { now: Date.parse(NOW), today: '2026-11-23' };
const [earlier, later] = ['2026-11-23T09:59:00+08:00', '2026-11-23T18:00:00+08:00'];
const coming = { state: 'open', endsAt: later } as const;
const over = { state: 'open', endsAt: NOW } as const;
const calledOff = { state: 'cancelled', endsAt: later } as const;
const none = { ahead: 0, offerUntil: null };

describe('a registration stands', () => {
  type Given = Parameters<typeof describeRegistration>;
  it.each<[string, Given[0], Given[1], string, string, string | null]>([
    ['booked', { status: 'booked', ...none }, coming, 'open', '报名成功', null],
    ['booked, once the session has ended', { status: 'booked', ...none }, over, 'closed', '这一场已结束', null],
    [
      'third in the queue',
      { status: 'waitlist', ahead: 2, offerUntil: null },
      coming,
      'unknown',
      '候补第 3 位',
      '有人取消就会轮到你',
    ],
    [
      'first in the queue again, after places were taken away',
      { status: 'waitlist', ...none, displaced: true },
      coming,
      'unknown',
      '名额减少，候补第 1 位',
      '有空出的名额会直接给你，不需要确认',
    ],
    [
      'in the queue to the end',
      { status: 'waitlist', ahead: 2, offerUntil: null },
      over,
      'closed',
      '这一场已结束',
      '候补未轮到',
    ],
    [
      'offered a place until the evening',
      { status: 'waitlist', ahead: 0, offerUntil: later },
      coming,
      'unknown',
      '有名额了，请确认',
      '请在 今天 18:00 前确认',
    ],
    [
      'offered a place whose time begins when it is read',
      { status: 'waitlist', ahead: 0, offerUntil: later, offerBegun: false },
      coming,
      'unknown',
      '有名额了，请确认',
      '名额为你保留，看到后请尽快确认',
    ],
    [
      'offered a place that was never read, once the session has ended',
      { status: 'waitlist', ahead: 0, offerUntil: earlier, offerBegun: false },
      over,
      'closed',
      '确认已超时',
      '名额已给下一位',
    ],
    [
      'offered a place whose time is over this minute',
      { status: 'waitlist', ahead: 0, offerUntil: NOW },
      coming,
      'closed',
      '确认已超时',
      '名额已给下一位',
    ],
    ['checked in', { status: 'checked-in', ...none }, coming, 'open', '已签到', null],
    ['done', { status: 'fulfilled', ...none }, over, 'open', '已完成', null],
    ['missed', { status: 'noshow', ...none }, over, 'closed', '未到场', null],
    ['cancelled', { status: 'cancelled', ...none }, coming, 'closed', '已取消', null],
    [
      'as only a later version knows',
      { status: 'unknown', ...none },
      coming,
      'unknown',
      '状态有更新',
      '请更新到新版本后查看',
    ],
  ])('%s', (_, registration, session, state, word, detail) => {
    expect(describeRegistration(registration, session, clock)).toEqual({ state, word, detail });
  });

  it.each(['booked', 'waitlist', 'cancelled'] as const)('as called off with its session, where it was %s', (status) => {
    expect(describeRegistration({ status, ...none }, calledOff, clock)).toEqual({
      state: 'closed',
      word: '这一场已取消',
      detail: '请不要前往，可以改到其他场次',
    });
  });

  it.each([
    ['checked-in', '已签到'],
    ['noshow', '未到场'],
  ] as const)('as it was, %s, where the session was called off after that', (status, word) => {
    expect(describeRegistration({ status, ...none }, calledOff, clock).word).toBe(word);
  });
});

describe('a sign-up that is held stands', () => {
  type Held = Parameters<typeof describeHeld>[0];
  const proofBy = (until: string): Held['proof'] => ({ until, ways: ['sms'], phone: '199****0000' });
  it.each<[string, Held, string, string, string | null]>([
    [
      'before the union',
      { state: 'held', reason: null, session: coming },
      'unknown',
      '待工会核对',
      '请保持电话畅通，核对后才算报名成功',
    ],
    [
      'returned, with the reason',
      { state: 'returned', reason: '号码打不通', session: coming },
      'closed',
      '未通过核对',
      '号码打不通',
    ],
    [
      'before its number is proved',
      { state: 'held', reason: null, session: coming, proof: proofBy(later) },
      'unknown',
      '待验证手机号',
      '请在 今天 18:00 前验证',
    ],
    [
      'too late to prove the number, at that very minute',
      { state: 'held', reason: null, session: coming, proof: proofBy(NOW) },
      'closed',
      '验证已超时',
      '名额没有保留，可以重新报名',
    ],
    [
      'called off with its session, however far it was',
      { state: 'returned', reason: '号码打不通', session: calledOff, proof: proofBy(later) },
      'closed',
      '这一场已取消',
      '可以报名其他场次',
    ],
  ])('%s', (_, held, state, word, detail) => {
    expect(describeHeld(held, clock)).toEqual({ state, word, detail });
  });
});

describe('the history says', () => {
  type Change = Parameters<typeof describeChange>[0];
  const change = (what: Change['what'], by: Change['by'], status: Change['status'] = 'booked'): Change => ({
    at: NOW,
    what,
    by,
    status,
  });
  it.each<[Change, string]>([
    [change('booked', 'me'), '报名成功'],
    [change('booked', 'union'), '工会代为报名，报名成功'],
    [change('waitlist', 'me', 'waitlist'), '名额已满，进入候补'],
    [change('promoted', 'service'), '候补轮到，报名成功'],
    [change('promoted', 'union'), '工会安排名额，报名成功'],
    [change('offered', 'service', 'waitlist'), '有名额了，等待确认'],
    [change('offer-expired', 'service', 'waitlist'), '确认超时，名额已给下一位'],
    [change('moved', 'me'), '改了场次'],
    [change('moved', 'union'), '工会改了场次'],
    [change('cancelled', 'me', 'cancelled'), '本人已取消'],
    [change('cancelled', 'union', 'cancelled'), '工会已取消'],
    [change('cancelled', 'service', 'cancelled'), '撤回同意，报名已取消'],
    [change('attended', 'union', 'booked'), '签到已撤销'],
    [change('attended', 'union', 'checked-in'), '已签到'],
    [change('attended', 'union', 'fulfilled'), '已完成'],
    [change('attended', 'union', 'noshow'), '登记为未到场'],
    [change('attended', 'union', 'unknown'), '有变动'],
    [change('displaced', 'union', 'waitlist'), '名额减少，被移出，排在候补最前'],
    [change('passed-on', 'union', 'waitlist'), '没有联系上，名额先给了下一位'],
    [change('corrected', 'union'), '工会更正了报名信息'],
  ])('%j as %s', (entry, words) => {
    expect(describeChange(entry)).toBe(words);
  });
});
