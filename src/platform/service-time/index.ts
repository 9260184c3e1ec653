/**
 * The service's time. Sign-ups open and close by it, so countdowns and decisions must not follow a phone whose clock is
 * a day off. Every answer of the service says what time it is there.
 */
import { useDidShow } from '@tarojs/taro';
import { useEffect, useState } from 'react';
import { create } from 'zustand';
import { dayAt, type Day } from '@yugong/domain/calendar';
import { MINUTE, HOUR } from '@yugong/domain/time';

/** A smaller difference is the network's, or nobody's business. */
const SAME_MS = MINUTE;
/** An answer that took longer says too little about when it was written. */
const SLOW_MS = 10_000;
const TICK_MS = 30_000;

const store = create<{ ahead: number }>(() => ({ ahead: 0 }));

/**
 * How far the service's clock is ahead of the phone's, in milliseconds; null where an answer doesn't tell.
 *
 * @param header the answer's `Date`, exact to a second
 * @param asked when it was asked and when answered, by the phone's clock
 * @example aheadBy('Tue, 10 Feb 2026 04:00:00 GMT', Date.UTC(2026, 1, 9, 4), Date.UTC(2026, 1, 9, 4)) // 86400500
 */
export function aheadBy(header: string | undefined, asked: number, answered: number): number | null {
  const there = Date.parse(header ?? '');
  const took = answered - asked;
  if (Number.isNaN(there) || took < 0 || took > SLOW_MS) return null;
  const ahead = there + 500 - (asked + answered) / 2;
  return Math.abs(ahead) < SAME_MS ? 0 : ahead;
}

/** Takes note of an answer's time. */
export function hearTime(header: string | undefined, asked: number, answered: number): void {
  const ahead = aheadBy(header, asked, answered);
  const known = store.getState().ahead;
  if (ahead !== null && Math.abs(ahead - known) >= SAME_MS) store.setState({ ahead });
}

/** Now, in milliseconds since the epoch, as the service would say; the phone's own time until it has said anything. */
export const serviceNow = (): number => Date.now() + store.getState().ahead;

/** The same for pages: looked at again every half minute, when the page is shown, and when the service says so. */
export function useServiceNow(): { now: number; today: Day } {
  const ahead = store((state) => state.ahead);
  const [phone, setPhone] = useState(() => Date.now());
  useDidShow(() => setPhone(Date.now()));
  useEffect(() => {
    const timer = setInterval(() => setPhone(Date.now()), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  const now = phone + ahead;
  return { now, today: dayAt(now) };
}

/** Is the phone's clock off by so much that its owner should hear of it? Whole hours, positive where it is behind. */
export const useClockOff = (): number => store(({ ahead }) => Math.round(ahead / HOUR));
