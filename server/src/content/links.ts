/** Links between records when one of them goes: whatever led to it leads there no more, in every collection. */
import { collectionNames, type CollectionName, type Dataset } from '@yugong/content/schema';
import type { CollectionChange } from './publication';

interface Linked {
  id: string;
  related?: string[];
}

const isLinked = (record: unknown): record is Linked =>
  typeof record === 'object' && record !== null && 'related' in record && Array.isArray(record.related);

/** A record without its links to records that aren't there; without the field where none is left. */
function withoutDead(record: unknown, ids: { has: (id: string) => boolean }): unknown {
  if (!isLinked(record) || record.related === undefined) return record;
  const { related, ...rest } = record;
  const alive = related.filter((id) => ids.has(id));
  if (alive.length === related.length) return record;
  return alive.length > 0 ? { ...record, related: alive } : rest;
}

const idsIn = (records: unknown): string[] =>
  Array.isArray(records)
    ? records.flatMap((one: unknown) =>
        typeof one === 'object' && one !== null && 'id' in one && typeof one.id === 'string' ? [one.id] : [],
      )
    : [];

/**
 * The changes with every link dropped that would lead nowhere, also in collections that the changes leave alone.
 *
 * @param removed ids that the changes take away; links to what never was there stay and are at fault
 */
export function withoutDeadLinks(
  current: Dataset,
  changes: readonly CollectionChange[],
  removed: readonly string[],
): CollectionChange[] {
  if (removed.length === 0) return [...changes];
  const changed = new Map(changes.map((change) => [change.collection, change]));
  const recordsOf = (name: CollectionName): unknown => changed.get(name)?.records ?? current[name];
  const gone = new Set(removed);
  const kept = new Set(collectionNames.flatMap((name) => idsIn(recordsOf(name))));
  // What isn't of the removed ones counts as there: its fault is for the check to name.
  const alive = { has: (id: string): boolean => kept.has(id) || !gone.has(id) };
  return collectionNames.flatMap((collection): CollectionChange[] => {
    const change = changed.get(collection);
    const records = recordsOf(collection);
    if (!Array.isArray(records)) return change ? [change] : [];
    const tidy = records.map((record: unknown) => withoutDead(record, alive));
    const touched = tidy.filter((record, at) => record !== records[at]).length;
    if (change) return [touched > 0 ? { ...change, records: tidy } : change];
    return touched > 0 ? [{ collection, records: tidy, changed: touched }] : [];
  });
}

/**
 * The changes that take one record away, and every link to it.
 *
 * @param seen the record's version when it was looked at
 * @returns null where it isn't there
 */
export function takenDown(
  current: Dataset,
  { collection, id, seen }: { collection: CollectionName; id: string; seen?: string },
): CollectionChange[] | null {
  const records: readonly { id: string }[] = current[collection];
  const left = records.filter((record) => record.id !== id);
  if (left.length === records.length) return null;
  const change = { collection, records: left, changed: 1 };
  return withoutDeadLinks(current, [seen === undefined ? change : { ...change, seen: new Map([[id, seen]]) }], [id]);
}
