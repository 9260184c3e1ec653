/**
 * What goes into a publication: single records put into a collection, or an earlier revision's again. Nothing published
 * is ever changed or deleted; undoing publishes an earlier revision as a new one.
 */
import type { CollectionName, Dataset } from '@yugong/content/schema';
import type { CollectionChange, Publisher } from './publication';
import { publishedRecords } from './published';

interface Identified {
  id: string;
}

/** A collection with single records put, each in its id's place or at the end. */
export function withChanges(current: readonly Identified[], put: readonly Identified[]): Identified[] {
  const known = new Set(current.map(({ id }) => id));
  const changed = new Map(put.map((record) => [record.id, record]));
  return [...current.map((record) => changed.get(record.id) ?? record), ...put.filter(({ id }) => !known.has(id))];
}

/** Records to put into a collection. */
export interface Put {
  collection: CollectionName;
  records: readonly Identified[];
  seen?: CollectionChange['seen'];
}

/** The change that puts records into a collection as it is now. */
export const putInto = (current: Dataset, { collection, records, ...seen }: Put): CollectionChange => ({
  collection,
  records: withChanges(current[collection], records),
  changed: records.length,
  ...seen,
});

/**
 * The records of an earlier revision, to be published again.
 *
 * @param revision 0 is what the repository ships now
 * @returns null where there is no such revision
 */
export const recordsAt = async (
  { store, content }: Publisher,
  collection: CollectionName,
  revision: number,
): Promise<Dataset[CollectionName] | null> =>
  revision === 0 ? content.base()[collection] : publishedRecords(store.read, collection, revision);
