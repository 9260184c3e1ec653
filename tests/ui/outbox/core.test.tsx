import { DAY } from '@yugong/domain/time';
import type { OutboxItem } from '@/platform/outbox';
import { backoff, due, LONGEST_WAIT_MS, next, untilDue, type Outbox, type OutboxEvent } from '@/platform/outbox/core';

const item = (progress: OutboxItem['progress'], attempts = 0, key = 'a'): OutboxItem => ({
  key,
  kind: 'sign-up',
  title: '报名',
  method: 'POST',
  path: '/p',
  body: { name: '张三' },
  createdAt: 0,
  attempts,
  progress,
});
const waiting = (until = 0, attempts = 0) => item({ state: 'waiting', until }, attempts);
const sending = (stopping = false) => item({ state: 'sending', stopping }, 1);
const after = (outbox: Outbox, ...events: OutboxEvent[]) => events.reduce(next, outbox);
const unanswered: OutboxEvent = { type: 'unanswered', key: 'a', now: 1000, random: 0, retryAfterMs: null };

describe('next', () => {
  it('takes the same key once', () => {
    expect(after([waiting()], { type: 'put', item: waiting(5) })).toEqual([waiting()]);
  });

  it('counts an attempt when it goes out, and only then', () => {
    expect(after([waiting()], { type: 'sent', key: 'a' })).toEqual([sending()]);
    expect(after([waiting()], { type: 'hurried', now: 0 }, { type: 'restored', now: 0 })[0]?.attempts).toBe(0);
  });

  it('is a success only by an acknowledgement, and then forgets what was written', () => {
    const [done] = after([sending()], { type: 'acknowledged', key: 'a', status: 201, answer: { id: 1 }, now: 7 });
    expect(done?.progress).toEqual({ state: 'done', at: 7, status: 201, answer: { id: 1 } });
    expect(done?.body).toBeNull();
    for (const event of [
      unanswered,
      { type: 'refused', key: 'a', refusal: { code: 'c', title: 't', errors: [] } },
    ] satisfies OutboxEvent[])
      expect(after([sending()], event)[0]?.progress.state).not.toBe('done');
  });

  it('keeps what was written when the service refuses it', () => {
    const [refused] = after([sending()], {
      type: 'refused',
      key: 'a',
      refusal: { code: 'full', title: '满了', errors: [] },
    });
    expect(refused).toMatchObject({ body: { name: '张三' }, progress: { state: 'refused', title: '满了' } });
  });

  it('waits at least as long as the service asks for', () => {
    expect(after([sending()], unanswered)[0]?.progress).toEqual({ state: 'waiting', until: 2000 });
    expect(after([sending()], { ...unanswered, retryAfterMs: 60_000 })[0]?.progress).toMatchObject({ until: 61_000 });
  });

  it('lets go at once of what never went out', () => {
    expect(after([waiting()], { type: 'cancelled', key: 'a' })).toEqual([]);
  });

  it('says of what may have arrived that it was stopped, and forgets what was written', () => {
    const [stopped] = after([waiting(0, 1)], { type: 'cancelled', key: 'a' });
    expect(stopped).toMatchObject({ body: null, progress: { state: 'stopped' } });
  });

  it.each<[string, OutboxEvent, string | undefined]>([
    ['arrives after all', { type: 'acknowledged', key: 'a', status: 201, answer: null, now: 0 }, 'done'],
    ['gets no answer', unanswered, 'stopped'],
    ['is refused', { type: 'refused', key: 'a', refusal: { code: 'c', title: 't', errors: [] } }, undefined],
    ['is cut off by a killed app', { type: 'restored', now: 0 }, 'stopped'],
  ])('tells the truth when something cancelled on its way %s', (_what, event, state) => {
    const cancelled = after([sending()], { type: 'cancelled', key: 'a' });
    expect(cancelled).toEqual([sending(true)]);
    expect(after(cancelled, event)[0]?.progress.state).toBe(state);
  });

  it('sends again what was on its way when the app was killed', () => {
    expect(after([sending()], { type: 'restored', now: 9 })[0]?.progress).toEqual({ state: 'waiting', until: 9 });
  });

  it('is dismissed only when it is settled', () => {
    const dismissed: OutboxEvent = { type: 'dismissed', key: 'a' };
    expect(after([waiting(), sending()], dismissed)).toHaveLength(2);
    expect(
      after([item({ state: 'done', at: 0, status: 201, answer: null }), item({ state: 'stopped' })], dismissed),
    ).toEqual([]);
  });

  it('drops what was done a week ago', () => {
    const done = item({ state: 'done', at: 0, status: 201, answer: null });
    expect(after([done], { type: 'restored', now: 6 * DAY })).toHaveLength(1);
    expect(after([done], { type: 'restored', now: 8 * DAY })).toHaveLength(0);
  });

  it('does not change what it was given', () => {
    const before = Object.freeze([Object.freeze(waiting())]);
    next(before, { type: 'sent', key: 'a' });
    expect(before).toEqual([waiting()]);
  });
});

describe('backoff', () => {
  it('doubles to a quarter of an hour and no further', () => {
    expect([1, 2, 3, 4].map((attempts) => backoff(attempts, 1))).toEqual([2000, 4000, 8000, 16_000]);
    expect(backoff(40, 1)).toBe(LONGEST_WAIT_MS);
  });

  it('waits between half and all of the step, by chance', () =>
    expect([backoff(3, 0), backoff(3, 0.5)]).toEqual([4000, 6000]));
});

describe('due', () => {
  it('is the first whose wait is over', () => {
    expect(due([waiting(50), sending()], 49)).toBeUndefined();
    expect(due([sending(), waiting(50)], 50)).toEqual(waiting(50));
    expect(untilDue([waiting(50), waiting(20), sending()], 5)).toBe(15);
    expect(untilDue([sending()], 5)).toBeNull();
  });

  it('does not wait for years when the clock was set back', () => {
    expect(due([waiting(Date.UTC(2030, 0))], Date.UTC(2026, 0))).toBeDefined();
  });
});
