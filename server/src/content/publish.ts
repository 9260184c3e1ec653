/**
 * Publishing one collection without a release. Nothing published is ever changed or deleted; undoing publishes an
 * earlier revision again. What is in several collections at once is a {@link publish publication} of its own.
 */
import type { CollectionName, Dataset } from '../../../src/content/schema';
import { publish, type Change, type PublicationOutcome, type Publisher } from './publication';
import { publishedRecords } from './published';

export type PublishOutcome = { done: true; revision: number } | Exclude<PublicationOutcome, { done: true }>;

/** One collection's; see {@link publish}. */
export interface OnePublication {
  collection: CollectionName;
  by: string;
  expected?: number;
  note?: string;
}

interface Kept {
  id: string;
}

/**
 * A collection with single records put, each in its id's place or at the end, and others taken away.
 *
 * @returns null where one to take away isn't there
 */
export function withChanges(
  current: readonly Kept[],
  { put, remove = [] }: { put: readonly Kept[]; remove?: readonly string[] },
): Kept[] | null {
  const known = new Set(current.map(({ id }) => id));
  if (remove.some((id) => !known.has(id))) return null;
  const changed = new Map(put.map((record) => [record.id, record]));
  const gone = new Set(remove);
  return [
    ...current.filter(({ id }) => !gone.has(id)).map((record) => changed.get(record.id) ?? record),
    ...put.filter(({ id }) => !known.has(id)),
  ];
}

/** The change that puts records into a collection as it is now. */
export const putInto = (current: Dataset, collection: CollectionName, put: readonly Kept[]): Change => ({
  collection,
  records: withChanges(current[collection], { put }),
  changed: put.length,
});

/**
 * Publishes a collection as a whole.
 *
 * @param records unchecked: they are checked here, with the whole dataset, as `npm run content -- check` does
 * @example
 * const outcome = await publishCollection(service, { collection: 'news', records, by: 'staff-7', expected: 3 });
 * if (!outcome.done && outcome.code === 'invalid') show(outcome.faults);
 */
export const publishCollection = (
  service: Publisher,
  { records, ...one }: OnePublication & { records: unknown },
): Promise<PublishOutcome> => publishOne(service, one, () => records);

/**
 * Puts single records and takes others away; see {@link withChanges}.
 *
 * @example await publishChanges(service, { collection: 'news', put: [record], remove: [], by: 'staff-7' });
 */
export const publishChanges = (
  service: Publisher,
  { put, remove, ...one }: OnePublication & { put: readonly Kept[]; remove: readonly string[] },
): Promise<PublishOutcome> =>
  publishOne(service, one, (current) => withChanges(current[one.collection], { put, remove }));

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

/** Undoes: publishes an earlier revision again, as a new one; see {@link recordsAt}. */
export async function republish(
  service: Publisher,
  { revision, ...one }: OnePublication & { revision: number },
): Promise<PublishOutcome> {
  const records = await recordsAt(service, one.collection, revision);
  return publishOne(service, one, () => records, revision);
}

async function publishOne(
  service: Publisher,
  { collection, by, expected, note = '' }: OnePublication,
  recordsOf: (current: Dataset) => unknown,
  undoes?: number,
): Promise<PublishOutcome> {
  const outcome = await publish(service, {
    by,
    note,
    plan: (current) => {
      const records = recordsOf(current);
      const changed = Array.isArray(records) ? records.length : 0;
      const more = { ...(expected === undefined ? {} : { expected }), ...(undoes === undefined ? {} : { undoes }) };
      return records === null ? null : [{ collection, records, changed, ...more }];
    },
  });
  return outcome.done ? { done: true, revision: outcome.parts[0]?.to ?? 0 } : outcome;
}
