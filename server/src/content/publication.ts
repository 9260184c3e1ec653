/**
 * A publication: what is published at once, in one collection or several, with its line of the history. It is
 * checked with the whole dataset, and written in one transaction: all of it is there, or none.
 */
import type { Fault } from '@yugong/content/check';
import type { CollectionName, Dataset } from '@yugong/content/schema';
import { statement, type AuditEntry, type Statement, type Store } from '../kernel/store';
import { recordVersion, versionOf } from './edition';
import { publicationFaults } from './faults';
import { lastPublication } from './published';
import type { ContentVersionRow } from '../kernel/schema';
import type { ContentSource } from '../kernel/content-source';
import { fateStatements, recordFates } from './published-records';

/** What a phone can keep of a collection, in characters; see platform/content-feed. Stations are asked for by page. */
const MAX_CHARACTERS = 200_000;
const MAX_STATION_CHARACTERS = 40_000_000;
/** Each time somebody else was quicker; so many in a row are no coincidence. */
const MAX_ATTEMPTS = 5;

/** Of the service, what publishing needs. */
export interface Publisher {
  store: Store;
  content: ContentSource;
  now: () => number;
}

/** A collection's next revision. */
export interface CollectionChange {
  collection: CollectionName;
  /** All of the collection's; unchecked, they are checked here. */
  records: unknown;
  /** How many of them are new or other than they were, for the history. */
  changed: number;
  /** The revision that the editor looked at; 0 is the repository's. Left out: whatever is current. */
  expected?: number;
  /** By id, the version of each record that the editor looked at; null where it was none. Left out: any. */
  seen?: ReadonlyMap<string, string | null>;
  /** The revision that is published again. */
  undoes?: number;
}

/** What became of a collection. */
export interface PublishedPart {
  collection: CollectionName;
  from: number;
  to: number;
  changed: number;
}

export type PublicationOutcome =
  | { done: true; publication: number; parts: PublishedPart[] }
  /** `stale`: somebody published meanwhile; `same`: nothing would change; `too-large`: for phones to keep. */
  | { done: false; code: 'stale' | 'same' | 'too-large' | 'not-found' }
  /** Somebody changed these records since they were looked at. */
  | { done: false; code: 'overtaken'; ids: string[] }
  | { done: false; code: 'invalid'; faults: Fault[] };

export interface Publication {
  /** What is to change, given what is published now; null where something it needs isn't there. */
  plan: (current: Dataset) => CollectionChange[] | null;
  /** Who does it, as the audit names them: an id, never a name. */
  by: string;
  /** What the change is about, for the history; nothing personal. */
  note: string;
  /** The union for which they do it; left out for the first one. */
  organisation?: string;
  /** The publication that is taken back by this one. */
  undoes?: number;
  /** What belongs to it and is there exactly when it is. */
  beside?: (publication: number) => { statements: Statement[]; audit?: AuditEntry[] };
}

/**
 * Publishes, and every process serves it within a second. Where somebody else publishes at the same moment, it is
 * checked again with theirs.
 *
 * @throws StorageFailure where nothing was published
 * @example
 * const plan = () => [{ collection: 'news', records, changed: 1 }, { collection: 'events', records: others, changed: 2 }];
 * const outcome = await publish(service, { plan, by: 'staff-7', note: '第 3 期' });
 */
export async function publish(service: Publisher, publication: Publication): Promise<PublicationOutcome> {
  const { store, content } = service;
  for (let tries = 0; tries < MAX_ATTEMPTS; tries += 1) {
    await content.refresh({ now: true });
    const changes = publication.plan(content.dataset());
    if (!changes) return { done: false, code: 'not-found' };
    const rows = rowsOf(service, publication, changes);
    if ('code' in rows) return rows;
    const number = (await lastPublication(store.read)) + 1;
    const { statements, own, audit, parts } = publicationWrite(service, publication, { number, changes, rows });
    const result = await store.write(statements, audit);
    if (result.done) {
      await content.refresh({ now: true });
      return { done: true, publication: number, parts };
    }
    // Not a revision that somebody else took, so what it hangs on is no longer as it was.
    if (result.at >= own) break;
  }
  return { done: false, code: 'stale' };
}

/** Records that are no longer as the editor saw them. */
function overtaken(
  current: Dataset,
  { collection, seen = new Map<string, string | null>() }: CollectionChange,
): string[] {
  const records = new Map(current[collection].map((record) => [record.id, record]));
  return [...seen].filter(([id, version]) => recordVersion(records.get(id)) !== version).map(([id]) => id);
}

/** The revisions to write; those that change nothing are none. */
function rowsOf(
  { content, now }: Publisher,
  { by, note, undoes }: Publication,
  changes: readonly CollectionChange[],
): ContentVersionRow[] | Exclude<PublicationOutcome, { done: true }> {
  const isStale = ({ collection, expected }: CollectionChange): boolean =>
    expected !== undefined && expected !== content.collection(collection)?.revision;
  if (changes.some(isStale)) return { done: false, code: 'stale' };
  const ids = changes.flatMap((change) => overtaken(content.dataset(), change));
  if (ids.length > 0) return { done: false, code: 'overtaken', ids };
  const next = Object.fromEntries(changes.map(({ collection, records }) => [collection, records]));
  const current = content.dataset();
  const faults = publicationFaults({ ...current, ...next }, current, now());
  // A collection of nothing is more likely a mistake than news, and phones don't take it.
  if (faults.length === 0)
    for (const { collection, records } of changes)
      if ((records as unknown[]).length === 0)
        faults.push({ collection, index: -1, id: null, path: [], message: '至少要有一条记录' });
  if (faults.length > 0) return { done: false, code: 'invalid', faults };
  const rows = changes.flatMap(({ collection, records, undoes: again = null }): ContentVersionRow[] => {
    const current = content.collection(collection);
    const version = versionOf(records as Dataset[CollectionName]);
    if (!current || version === current.version) return [];
    // Editions are ordered by their instant, whatever the clock did since.
    const at = Math.max(now(), (Date.parse(current.edition) || 0) + 1);
    const record_count = (records as unknown[]).length;
    const text = JSON.stringify(records);
    return [
      {
        collection,
        revision: current.revision + 1,
        at,
        by_whom: by,
        version,
        note,
        undoes: again,
        record_count,
        records: text,
      },
    ];
  });
  const isTooLarge = ({ collection, records }: ContentVersionRow): boolean =>
    records.length > (collection === 'stations' ? MAX_STATION_CHARACTERS : MAX_CHARACTERS);
  if (rows.some(isTooLarge)) return { done: false, code: 'too-large' };
  return rows.length > 0 || undoes !== undefined ? rows : { done: false, code: 'same' };
}

/** All of it as one transaction. `own` is where the statements begin that others' publications don't upset. */
function publicationWrite(
  { store: { read }, content, now }: Publisher,
  { by, organisation, note, undoes, beside }: Publication,
  {
    number,
    changes,
    rows,
  }: { number: number; changes: readonly CollectionChange[]; rows: readonly ContentVersionRow[] },
) {
  const changedIn = new Map(changes.map(({ collection, changed }) => [collection, changed]));
  const parts = rows.map(({ collection, revision }): PublishedPart => ({
    collection,
    from: revision - 1,
    to: revision,
    changed: changedIn.get(collection) ?? 0,
  }));
  const publicationRow = {
    version: number,
    at: now(),
    by_whom: by,
    note,
    parts: JSON.stringify(parts),
    undone_by: null,
  };
  const insert = (table: 'content_publications' | 'content_versions', row: object): Statement =>
    statement(
      read
        .insertInto(table)
        .values(row as never)
        .onConflict((on) => on.doNothing()),
      1,
    );
  const publishing = [
    insert('content_publications', publicationRow),
    ...rows.map((row) => insert('content_versions', row)),
  ];
  const undone = read
    .updateTable('content_publications')
    .set({ undone_by: number })
    .where('version', '=', undoes ?? 0);
  const more = beside?.(number) ?? { statements: [] };
  const whose = { at: now(), publication: number, organisation: organisation ?? null };
  const fates = rows.flatMap(({ collection, records }) => {
    const next: { id: string }[] = JSON.parse(records);
    const served = content.dataset()[collection];
    return fateStatements(read, collection, recordFates(served, next, content.base()[collection]), whose);
  });
  const actor = `staff:${by}`;
  const entries = rows.map(({ collection, revision, version, undoes: again }) => ({
    actor,
    action: 'content.published',
    subject: collection,
    detail: { revision, version, undoes: again },
  }));
  const action = undoes === undefined ? 'content.version' : 'content.undone';
  return {
    parts,
    own: publishing.length,
    statements: [
      ...publishing,
      ...(undoes === undefined ? [] : [statement(undone.where('undone_by', 'is', null), 1)]),
      ...fates,
      ...more.statements,
    ],
    audit: [
      ...entries,
      { actor, action, subject: String(number), detail: { undoes: undoes ?? null } },
      ...(more.audit ?? []),
    ],
  };
}
