/** Counts of recent requests. Only one process may use a data folder, so they are nobody else's and need not outlive it. */
import { MINUTE } from '@yugong/domain/time';
import type { Hit } from '../store';

interface Bucket {
  endsAt: number;
  count: number;
}

/** How long a window that is over may lie about. */
const CLEAN_EVERY = MINUTE;

/** @returns counts a hit, and says how many there have been in its window */
export function countHits(): (hit: Hit, now: number) => number {
  const buckets = new Map<string, Bucket>();
  let cleaned = 0;
  return ({ bucket, window }, now) => {
    if (now - cleaned > CLEAN_EVERY) {
      for (const [name, { endsAt }] of buckets) if (endsAt <= now) buckets.delete(name);
      cleaned = now;
    }
    const known = buckets.get(bucket);
    if (known && known.endsAt > now) return (known.count += 1);
    buckets.set(bucket, { endsAt: now + window, count: 1 });
    return 1;
  };
}
