/**
 * When records last read otherwise than before, from the revisions of their collection: nothing published is ever changed
 * or lost, so the answer is the same in every process and after every start.
 */
import type { CollectionName } from '@yugong/content/schema';
import type { Store } from '../kernel/store';
import { recordVersion } from './edition';
import { publishedRecords } from './published';

/** The publication in which something about a record became another. */
export interface LastChange {
  /** The collection's revision, which only rises. */
  revision: number;
  /** When it was published, in milliseconds since the epoch. */
  at: number;
}

interface Identified {
  id: string;
}

/** What to look at. */
export interface Watched<Record extends Identified> {
  collection: CollectionName;
  /** As the repository ships them: what the first publication is compared with. */
  base: readonly Record[];
  /** The revision that is served; a later one is not looked at yet. */
  upTo: number;
  /** What of a record counts as a change. */
  seen: (record: Identified) => object;
}

interface Walk {
  revision: number;
  versions: Map<string, string | null>;
  changes: Map<string, LastChange>;
}

/** How far each open store's revisions were read; what is published later is added to it. */
const walks = new WeakMap<Pick<Store, 'read'>, Map<CollectionName, Walk>>();

const versionsOf = (records: readonly Identified[], seen: (record: Identified) => object) =>
  new Map(records.map((record) => [record.id, recordVersion(seen(record))]));

/**
 * The last change of each record, by its id; nothing for those that read as the repository shipped them, since a release
 * is no publication. A record that was taken down and comes back has changed. One revision is read at a time, so that no
 * other request waits for more than one of them.
 */
export async function lastChanges<Record extends Identified>(
  store: Pick<Store, 'read'>,
  { collection, base, upTo, seen }: Watched<Record>,
): Promise<ReadonlyMap<string, LastChange>> {
  const known = walks.get(store) ?? new Map<CollectionName, Walk>();
  walks.set(store, known);
  const before = known.get(collection);
  const walk: Walk =
    before && before.revision <= upTo
      ? { ...before, changes: new Map(before.changes) }
      : { revision: 0, versions: versionsOf(base, seen), changes: new Map() };
  const later = await store.read
    .selectFrom('content_versions')
    .select(['revision', 'at'])
    .where('collection', '=', collection)
    .where('revision', '>', walk.revision)
    .where('revision', '<=', upTo)
    .orderBy('revision')
    .execute();
  for (const { revision, at } of later) {
    const versions = versionsOf((await publishedRecords(store.read, collection, revision)) ?? [], seen);
    for (const [id, version] of versions)
      if (walk.versions.get(id) !== version) walk.changes.set(id, { revision, at: Number(at) });
    Object.assign(walk, { revision, versions });
  }
  known.set(collection, walk);
  return walk.changes;
}
