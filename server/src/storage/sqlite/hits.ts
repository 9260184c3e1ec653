/**
 * Counts of recent requests. Only one process may use a data folder, so they need not outlive it: a database in
 * memory, the same table as on PostgreSQL.
 */
import { DatabaseSync } from '@photostructure/sqlite';
import type { Hit } from '../store';

export function openHits(): { count(hit: Hit, now: number): number; close(): void } {
  const db = new DatabaseSync(':memory:');
  db.exec(
    'create table hits (bucket text primary key, ends_at integer not null, count integer not null) without rowid',
  );
  const up = db.prepare(
    `insert into hits values (?, ?, 1) on conflict (bucket) do update set
       count = case when ends_at <= ? then 1 else count + 1 end,
       ends_at = case when ends_at <= ? then excluded.ends_at else ends_at end
     returning count`,
  );
  const old = db.prepare('delete from hits where ends_at <= ?');
  let cleaned = 0;
  return {
    count: ({ bucket, window }, now) => {
      if (now - cleaned > 60_000) {
        old.run(now);
        cleaned = now;
      }
      return (up.get(bucket, now + window, now, now) as { count: number }).count;
    },
    close: () => db.close(),
  };
}
