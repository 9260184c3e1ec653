/**
 * When the repository's own records last read otherwise than in the release before. A release is no publication, so the
 * service notes how it last saw each record, and compares when a newer release starts on the same database.
 */
import type { CollectionName } from '@yugong/content/schema';
import { statement, type Store } from '../kernel/store';
import { recordVersion } from './edition';

/** That releases changed a record. */
export interface ShippedChange {
  /** How often; it only rises. */
  times: number;
  /** When the service first saw it so, in milliseconds since the epoch. */
  at: number;
}

interface Identified {
  id: string;
}

/** What to look at. */
export interface Shipped<Record extends Identified> {
  collection: CollectionName;
  /** As this release has them. */
  records: readonly Record[];
  /** What of a record counts as a change. */
  seen: (record: Record) => object;
}

/** What each open store was found to have: a process has one release for as long as it runs. */
const found = new WeakMap<Pick<Store, 'read'>, Map<CollectionName, Promise<ReadonlyMap<string, ShippedChange>>>>();

/**
 * The records that a release changed since the service first saw them, by their ids. The first call of a process notes how
 * they read now; of several processes one notes it, and all of them answer alike.
 *
 * @example (await shippedChanges({ store, now }, { collection: 'events', records, seen })).get('event-2026-05-run')
 */
export function shippedChanges<Record extends Identified>(
  writing: { store: Pick<Store, 'read' | 'write'>; now: () => number },
  shipped: Shipped<Record>,
): Promise<ReadonlyMap<string, ShippedChange>> {
  const known = found.get(writing.store) ?? new Map<CollectionName, Promise<ReadonlyMap<string, ShippedChange>>>();
  found.set(writing.store, known);
  const before = known.get(shipped.collection);
  if (before) return before;
  const changes = note(writing, shipped);
  known.set(shipped.collection, changes);
  // What a database that is away made fail is tried again the next time.
  changes.catch(() => known.delete(shipped.collection));
  return changes;
}

async function note<Record extends Identified>(
  { store, now }: { store: Pick<Store, 'read' | 'write'>; now: () => number },
  { collection, records, seen }: Shipped<Record>,
): Promise<ReadonlyMap<string, ShippedChange>> {
  const rows = () =>
    store.read.selectFrom('shipped_records').selectAll().where('collection', '=', collection).execute();
  const before = new Map((await rows()).map((row) => [row.id, row.version]));
  const statements = records.flatMap((record) => {
    const { id } = record;
    const version = recordVersion(seen(record)) ?? '';
    const known = before.get(id);
    if (known === version) return [];
    const row = { collection, id, version, changes: 0, changed_at: null };
    if (known === undefined)
      return [
        statement(
          store.read
            .insertInto('shipped_records')
            .values(row)
            .onConflict((c) => c.doNothing()),
        ),
      ];
    // Whoever comes second finds the new version there, and changes nothing.
    return [
      statement(
        store.read
          .updateTable('shipped_records')
          .set(({ eb }) => ({ version, changes: eb('changes', '+', 1), changed_at: now() }))
          .where('collection', '=', collection)
          .where('id', '=', id)
          .where('version', '=', known),
      ),
    ];
  });
  if (statements.length > 0) await store.write(statements);
  return new Map(
    (await rows())
      .filter(({ changes }) => Number(changes) > 0)
      .map(({ id, changes, changed_at }) => [id, { times: Number(changes), at: Number(changed_at) }]),
  );
}
