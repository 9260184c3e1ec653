/** Publishing one collection, for tests of what comes of it: phones and other processes see nothing else. */
import type { CollectionName, Dataset } from '@yugong/content/schema';
import { publish, recordsAt, withChanges, type PublicationOutcome, type Publisher } from '../../../server/src/content';

export type PublishOutcome = { done: true; revision: number } | Exclude<PublicationOutcome, { done: true }>;

interface OnePublication {
  collection: CollectionName;
  by: string;
  expected?: number;
  note?: string;
}

interface Kept {
  id: string;
}

/** A collection as a whole, unchecked. */
export const publishCollection = (
  service: Publisher,
  { records, ...one }: OnePublication & { records: unknown },
): Promise<PublishOutcome> => publishOne(service, one, () => records);

/** Puts single records and takes others away; `not-found` where one to take away isn't there. */
export const publishChanges = (
  service: Publisher,
  { put, remove, ...one }: OnePublication & { put: readonly Kept[]; remove: readonly string[] },
): Promise<PublishOutcome> =>
  publishOne(service, one, (current) => {
    const before: readonly Kept[] = current[one.collection];
    const gone = new Set(remove);
    if (before.filter(({ id }) => gone.has(id)).length < gone.size) return null;
    return withChanges(before, put).filter(({ id }) => !gone.has(id));
  });

/** An earlier revision again, as a new one; 0 is what the repository ships. */
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
