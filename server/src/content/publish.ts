/**
 * Publishing without a release: a collection's next revision is checked with all the others and written whole.
 * Nothing published is ever changed or deleted; undoing publishes an earlier revision again.
 */
import type { Fault } from '../../../src/content/check';
import type { CollectionName, Dataset } from '../../../src/content/schema';
import { statement, type Store } from '../storage/store';
import { versionOf } from './edition';
import { faultsOf } from './faults';
import { publishedRecords } from './published';
import type { ContentSource } from './source';

/** What a phone can keep of a collection, in characters; see platform/content-feed. Stations are asked for by page. */
export const MOST_CHARACTERS = 200_000;
const MOST_OF_STATIONS = 40_000_000;

export type PublishOutcome =
  | { done: true; revision: number; version: string }
  /** `stale`: somebody published meanwhile; `same`: nothing would change; `too-large`: for phones to keep. */
  | { done: false; code: 'stale' | 'same' | 'too-large' | 'not-found' }
  | { done: false; code: 'invalid'; faults: Fault[] };

/** Of the service, what publishing needs. */
export interface Publisher {
  store: Store;
  content: ContentSource;
  now: () => number;
}

export interface Publication {
  collection: CollectionName;
  /** Who does it, as the audit names them: an id, never a name. */
  by: string;
  /** The revision that the editor looked at; 0 is the repository's. Left out: whatever is current. */
  expected?: number;
  /** What the change is about, for the history; nothing personal. */
  note?: string | null;
}

/**
 * Publishes a collection as a whole. Phones show it the next time they ask, other processes within a second.
 *
 * @param records unchecked: they are checked here, with the whole dataset, as `npm run content -- check` does
 * @example
 * const outcome = await publishCollection(service, { collection: 'news', records, by: 'staff-7', expected: 3 });
 * if (!outcome.done && outcome.code === 'invalid') show(outcome.faults);
 */
export async function publishCollection(
  service: Publisher,
  { records, ...publication }: Publication & { records: unknown },
): Promise<PublishOutcome> {
  await service.content.refresh({ now: true });
  return write(service, publication, records, null);
}

/**
 * Puts single records, each in its id's place or at the end, and takes others away; see {@link publishCollection}.
 *
 * @example await publishChanges(service, { collection: 'news', put: [record], remove: [], by: 'staff-7' });
 */
export async function publishChanges(
  service: Publisher,
  { put, remove, ...publication }: Publication & { put: readonly { id: string }[]; remove: readonly string[] },
): Promise<PublishOutcome> {
  await service.content.refresh({ now: true });
  const current: readonly { id: string }[] = service.content.dataset()[publication.collection];
  const known = new Set(current.map(({ id }) => id));
  if (remove.some((id) => !known.has(id))) return { done: false, code: 'not-found' };
  const changed = new Map(put.map((record) => [record.id, record]));
  const gone = new Set(remove);
  const records = [
    ...current.filter(({ id }) => !gone.has(id)).map((record) => changed.get(record.id) ?? record),
    ...put.filter(({ id }) => !known.has(id)),
  ];
  return write(service, publication, records, null);
}

/**
 * Undoes: publishes an earlier revision again, as a new one.
 *
 * @param revision 0 is what the repository ships now
 */
export async function republish(
  service: Publisher,
  { revision, ...publication }: Publication & { revision: number },
): Promise<PublishOutcome> {
  await service.content.refresh({ now: true });
  const { collection } = publication;
  const records =
    revision === 0
      ? service.content.base()[collection]
      : await publishedRecords(service.store.read, collection, revision);
  return records ? write(service, publication, records, revision) : { done: false, code: 'not-found' };
}

async function write(
  { store, content, now }: Publisher,
  { collection, by, expected, note = null }: Publication,
  records: unknown,
  undoes: number | null,
): Promise<PublishOutcome> {
  const current = content.collection(collection);
  if (!current) return { done: false, code: 'not-found' };
  if (expected !== undefined && expected !== current.revision) return { done: false, code: 'stale' };
  const faults = faultsOf({ ...content.dataset(), [collection]: records });
  const checked = records as Dataset[CollectionName];
  // A collection of nothing is more likely a mistake than news, and phones don't take it.
  if (faults.length === 0 && checked.length === 0)
    faults.push({ collection, index: -1, id: null, path: [], message: '至少要有一条记录' });
  if (faults.length > 0) return { done: false, code: 'invalid', faults };
  const text = JSON.stringify(checked);
  if (text.length > (collection === 'stations' ? MOST_OF_STATIONS : MOST_CHARACTERS))
    return { done: false, code: 'too-large' };
  const version = versionOf(checked);
  if (version === current.version) return { done: false, code: 'same' };
  const revision = current.revision + 1;
  // Editions are ordered by their instant, whatever the clock did since.
  const at = Math.max(now(), (Date.parse(current.edition) || 0) + 1);
  const row = {
    collection,
    revision,
    at,
    by_whom: by,
    version,
    note,
    undoes,
    record_count: checked.length,
    records: text,
  };
  const insert = store.read
    .insertInto('content_versions')
    .values(row)
    .onConflict((on) => on.doNothing());
  const detail = { revision, version, undoes };
  const entry = { actor: `staff:${by}`, action: 'content.published', subject: collection, detail };
  const written = await store.write([statement(insert, 1)], [entry]);
  await content.refresh({ now: true });
  return written.done ? { done: true, revision, version } : { done: false, code: 'stale' };
}
