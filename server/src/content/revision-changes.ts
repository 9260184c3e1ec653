/**
 * What a publication changed in a collection, found by a thread of its own and kept: revisions never change, and of
 * stations each is too long to be read on the thread that serves everybody.
 */
import type { CollectionName } from '@yugong/content/schema';
import { WorkerPool } from '../kernel/worker-pool';
import type { Publisher } from './publication';
import { publishedText } from './published';

export type KnownRecord = { id: string } & Record<string, unknown>;

/** A record that a publication made otherwise; null where it wasn't there, or isn't any more. */
export interface ChangedRecord {
  id: string;
  before: KnownRecord | null;
  after: KnownRecord | null;
}

/** The records of two revisions, as JSON. */
export interface RevisionTexts {
  before: string;
  after: string;
}

const pool = new WorkerPool<RevisionTexts, ChangedRecord[]>({
  thread: { folder: __dirname, name: 'revision-worker' },
  threads: 1,
  limits: { maxOldGenerationSizeMb: 512 },
  // Lists of versions ask for one after the other, in as many tabs as somebody has open.
  perPerson: 12,
  queue: 60,
  timeout: 20_000,
});

/** Publications whose changes are kept, and how many records one may have changed for that: an import has thousands. */
const MAX_KEPT = 400;
const MAX_RECORDS_KEPT = 50;

const kept = new WeakMap<Publisher['content'], Map<string, ChangedRecord[]>>();

/** A revision's records as JSON; 0 is what the repository ships. Null where there is no such revision. */
const textAt = async (
  { store, content }: Publisher,
  collection: CollectionName,
  revision: number,
): Promise<string | null> =>
  revision === 0 ? JSON.stringify(content.base()[collection]) : publishedText(store.read, collection, revision);

/**
 * The records that a publication changed in a collection, those that it found first.
 *
 * @param person who asks, for whose limit it counts
 * @returns null where one of the revisions isn't there
 * @throws ApiProblem `too-many-requests`, `busy`
 */
export async function changesBetween(
  publisher: Publisher,
  { collection, from, to }: { collection: CollectionName; from: number; to: number },
  person: string,
): Promise<ChangedRecord[] | null> {
  const known = kept.get(publisher.content) ?? new Map<string, ChangedRecord[]>();
  kept.set(publisher.content, known);
  const key = `${collection} ${from} ${to}`;
  const found = known.get(key);
  if (found) return found;
  const before = await textAt(publisher, collection, from);
  const after = await textAt(publisher, collection, to);
  if (before === null || after === null) return null;
  const changes = await pool.run(person, { before, after });
  if (changes.length <= MAX_RECORDS_KEPT) known.set(key, changes);
  for (const oldest of known.keys()) {
    if (known.size <= MAX_KEPT) break;
    known.delete(oldest);
  }
  return changes;
}
