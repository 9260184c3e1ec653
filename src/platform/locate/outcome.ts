/** What comes of asking where the phone is. Every way it can go is a value: no caller forgets the refusal. */
import { chongqing, isInside, type Gcj02 } from '@yugong/domain/geo';

export type LocateOutcome =
  /** `about` is how far off it may be in metres. */
  | { kind: 'found'; at: Gcj02; about: number }
  /** The reader said no, now or before. */
  | { kind: 'denied' }
  /** The phone keeps its place from the app that this runs in, whatever the reader says to it. */
  | { kind: 'phone-denied' }
  | { kind: 'timeout' }
  /** Location is switched off, or the phone or the browser has none to give. */
  | { kind: 'unavailable' }
  /** Found, and too far away for anything here to be near. */
  | { kind: 'outside' };

/** Longer than this nobody stands in the rain for it: the place chosen by hand is a tap away. */
export const PATIENCE_MS = 8000;

/** A place found becomes an outcome: one outside Chongqing is no place to search from. */
export const placed = (at: Gcj02, about: number): LocateOutcome =>
  isInside(at, chongqing) ? { kind: 'found', at, about } : { kind: 'outside' };

/** The outcome, or a timeout when it takes too long; an answer that comes later is dropped. */
export function withinTime(ms: number, asked: Promise<LocateOutcome>): Promise<LocateOutcome> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve({ kind: 'timeout' }), ms);
    void asked.then((outcome) => {
      clearTimeout(timer);
      resolve(outcome);
    });
  });
}
