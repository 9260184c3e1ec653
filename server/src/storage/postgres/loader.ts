import type { Pool } from 'pg';
import { defined } from '@yugong/domain/narrow';
import { MINUTE } from '@yugong/domain/time';
import type { RateHit } from '../../kernel/store';

/** Asks for many things at once: whatever is wanted within one turn of the loop becomes one query. */
export class Loader<K, V> {
  private wanted: { key: K; resolve: (value: V | undefined) => void; reject: (error: unknown) => void }[] = [];

  constructor(private readonly load: (keys: K[]) => Promise<(V | undefined)[]>) {}

  get(key: K): Promise<V | undefined> {
    return new Promise((resolve, reject) => {
      this.wanted.push({ key, resolve, reject });
      if (this.wanted.length === 1) setImmediate(() => void this.flush());
    });
  }

  private async flush(): Promise<void> {
    const { wanted } = this;
    this.wanted = [];
    try {
      const values = await this.load(wanted.map(({ key }) => key));
      for (const [index, { resolve }] of wanted.entries()) resolve(values[index]);
    } catch (error) {
      for (const { reject } of wanted) reject(error);
    }
  }
}

/** Counts of requests within their windows: lost in a crash, and not worth keeping. */
export const HITS_TABLE =
  'create unlogged table if not exists hits (bucket text primary key, ends_at bigint not null, count integer not null)';
// A window that ends two windows from now or later was begun before the clock was put back.
const COUNT = `insert into hits as h select bucket, $3::bigint + window_ms, n
  from unnest($1::text[], $2::bigint[], $4::int[]) as x(bucket, window_ms, n) order by bucket
  on conflict (bucket) do update set
    count = case when h.ends_at <= $3 or h.ends_at > 2 * excluded.ends_at - $3 then excluded.count else h.count + excluded.count end,
    ends_at = case when h.ends_at <= $3 or h.ends_at > 2 * excluded.ends_at - $3 then excluded.ends_at else h.ends_at end
  returning bucket, count`;

export function openHits(pool: Pool, now: () => number): Loader<RateHit, number> {
  let cleaned = 0;
  return new Loader<RateHit, number>(async (hits) => {
    // A statement may touch a row once: equal buckets are added up first. Sorted, so that nobody waits in a circle.
    const counts = new Map<string, { window: number; n: number }>();
    for (const { bucket, window } of hits) {
      counts.set(bucket, { window, n: (counts.get(bucket)?.n ?? 0) + 1 });
    }
    const buckets = [...counts.keys()];
    const of = (bucket: string) => defined(counts.get(bucket));
    const values = [buckets, buckets.map((b) => of(b).window), now(), buckets.map((b) => of(b).n)];
    const { rows } = await pool.query<{ bucket: string; count: number }>({ name: 'hits', text: COUNT, values });
    if (Math.abs(now() - cleaned) > MINUTE) {
      cleaned = now();
      void pool.query('delete from hits where ends_at <= $1', [cleaned]).catch(() => undefined);
    }
    const totals = new Map(rows.map(({ bucket, count }) => [bucket, count]));
    return hits.map(({ bucket }) => totals.get(bucket));
  });
}
