/**
 * Logins as they were last read, since every request asks for one. No other process writes to the file, so what is
 * remembered is right until something here changes or deletes: then all of it is forgotten.
 */
import type { LoginLookup, Statement, RateHit } from '../../kernel/store';
import { MINUTE } from '@yugong/domain/time';

/** What a morning's rush brings at once; beyond it all are read anew. */
const MAX_REMEMBERED_LOGINS = 5000;

export class LoginCache {
  private readonly known = new Map<string, LoginLookup>();

  constructor(private readonly read: (id: string) => LoginLookup | undefined) {}

  get(id: string): LoginLookup | undefined {
    const before = this.known.get(id);
    if (before) return before;
    const found = this.read(id);
    if (this.known.size >= MAX_REMEMBERED_LOGINS) this.known.clear();
    if (found) this.known.set(id, found);
    return found;
  }

  /** To be told of every write, when it is done and before anybody hears that it is. */
  written(statements: readonly Statement[]): void {
    // A new row changes nothing of those that were read.
    if (!statements.every(({ sql }) => /^\s*insert\b/i.test(sql))) this.known.clear();
  }
}

interface Bucket {
  endsAt: number;
  count: number;
}

/** How long a window that is over may lie about. */
const CLEAN_EVERY = MINUTE;

/** @returns counts a hit, and says how many there have been in its window */
export function hitCounter(): (hit: RateHit, now: number) => number {
  const buckets = new Map<string, Bucket>();
  let cleaned = 0;
  return ({ bucket, window }, now) => {
    if (Math.abs(now - cleaned) > CLEAN_EVERY) {
      for (const [name, { endsAt }] of buckets) if (endsAt <= now) buckets.delete(name);
      cleaned = now;
    }
    const known = buckets.get(bucket);
    // A window that ends later than any can was begun before the clock was put back.
    if (known && known.endsAt > now && known.endsAt <= now + 2 * window) return (known.count += 1);
    buckets.set(bucket, { endsAt: now + window, count: 1 });
    return 1;
  };
}
