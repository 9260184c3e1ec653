/** Single records: published, taken down, brought back, and whole publications taken back. Nobody touches another union's. */
import type { EditedRecordsWire, RecordHistoryWire, RecordPublishedWire } from '@yugong/domain/publication/staff-wire';
import type { UndoneWire, VersionWire } from '@yugong/domain/publication/wire';
import { dayAt } from '@yugong/domain/calendar';
import { defined } from '@yugong/domain/narrow';
import { isoAt } from '@yugong/domain/time';
import type { Dataset } from '@yugong/content/schema';
import { ApiProblem } from '../../kernel/problem';
import { mapInTurns } from '../../kernel/turns';
import {
  publish,
  recordHistory,
  recordIn,
  recordsAt,
  recordVersion,
  takenDown,
  changesBetween,
  undoneRecord,
  undoneRecords,
  type ChangedRecord,
  withoutDeadLinks,
  type UndoDecision,
  type Part,
  type Publication,
  type Put,
  type UndoneRecord,
} from '../../content';
import { differences } from '../content/differences';
import type { ScopedContext } from '../context';
import { publicationAnswer, faultsWith, faultWire, publishedFor, publisher, publishPuts } from './content';
import { colleagueName, namesOf, staffMembersOf } from './members';
import { pictureFaults, withStoredPictures } from './pictures';
import { takeDownTimes } from './plans';
import { storeOf } from './scoped';

type Collection = Put['collection'];
type Known = { id: string } & Record<string, unknown>;

const servedIn = ({ tools }: ScopedContext, collection: Collection): readonly { id: string; title: string }[] =>
  tools.content.dataset()[collection];

/** A record as it is served now, with its fields by name. */
export const currentRecord = (context: ScopedContext, collection: Collection, id: string) =>
  servedIn(context, collection).find((record) => record.id === id) ?? null;

/** A collection's records with what an editor of the asker's union may do with them. */
export async function editedRecords(context: ScopedContext, collection: Collection): Promise<EditedRecordsWire> {
  const isOwn = await context.scoped.owns(collection);
  const expires = await takeDownTimes(context, collection);
  const published = context.tools.content.collection(collection)?.names().published ?? {};
  const gone = await storeOf(context.scoped)
    .read.selectFrom('published_records')
    .select(['record_id', 'title', 'at'])
    .where('collection', '=', collection)
    .where('gone', '=', 1)
    .orderBy('at', 'desc')
    .limit(200)
    .execute();
  return {
    gone: gone
      .filter(({ record_id }) => isOwn(record_id))
      .map(({ record_id, title, at }) => ({ id: record_id, title, on: dayAt(at) })),
    records: servedIn(context, collection).map((record) => ({
      version: recordVersion(record) ?? '',
      record,
      own: isOwn(record.id),
      published: published[record.id] ?? null,
      expiresAt: expires.get(record.id) ?? null,
    })),
  };
}

/**
 * Publishes one record put in by hand, or says what publishing it would change.
 *
 * @param seen the version that its editor looked at, null where it was new; undefined where a whole year is put
 * whatever was there
 */
export async function publishRecord(
  context: ScopedContext,
  {
    collection,
    record,
    seen,
    preview,
    note,
    beside,
  }: {
    collection: Collection;
    record: { id: string };
    seen?: string | null;
    preview: boolean;
    note: string;
    beside?: NonNullable<Publication['beside']>;
  },
): Promise<RecordPublishedWire> {
  const before = currentRecord(context, collection, record.id);
  const changes = differences(before ?? { id: record.id }, record);
  const put = { collection, records: [record], ...(seen === undefined ? {} : { seen: new Map([[record.id, seen]]) }) };
  if (!preview) return { ...(await publishPuts(context, [put], note, beside)), changes };
  const faults = [...faultsWith(context, [put]).map(faultWire), ...(await pictureFaults(context, [put]))];
  return { done: faults.length === 0, version: null, faults, changes };
}

/** @throws `not-found` where a record is another union's: it can't be told from none */
export async function mustOwn({ scoped }: ScopedContext, collection: Collection, id: string): Promise<void> {
  if (!(await scoped.owns(collection))(id)) throw new ApiProblem('not-found');
}

/** Takes a record down with every link to it, at once. Phones drop it with the next look, from favourites as well. */
export async function takeDownRecord(
  context: ScopedContext,
  {
    collection,
    id,
    seen,
    beside,
  }: { collection: Collection; id: string; seen?: string; beside?: NonNullable<Publication['beside']> },
): Promise<RecordPublishedWire> {
  await mustOwn(context, collection, id);
  const record = currentRecord(context, collection, id);
  if (!record) throw new ApiProblem('not-found');
  const outcome = await publish(publisher(context), {
    ...publishedFor(context),
    plan: (current) => takenDown(current, { collection, id, ...(seen === undefined ? {} : { seen }) }),
    note: `下架“${record.title}”`,
    ...(beside ? { beside } : {}),
  });
  return { ...publicationAnswer(outcome), changes: [] };
}

const titleOf = (record: Known | null): string | null =>
  record === null ? null : typeof record['title'] === 'string' ? record['title'] : record.id;

/** Every version that a record had, newest first, each against the one before. */
export async function historyOfRecord(
  context: ScopedContext,
  collection: Collection,
  id: string,
): Promise<RecordHistoryWire> {
  const revisions = await recordHistory(publisher(context), collection, id);
  const current = currentRecord(context, collection, id);
  // What the demo invented is in no revision until somebody publishes it.
  if (revisions.length === 0 && !current) throw new ApiProblem('not-found');
  const names = new Map((await staffMembersOf(context)).map((one) => [one.id, one.name]));
  const version = recordVersion(current);
  // How another union works is its own business; what it published isn't.
  const isOwn = (await context.scoped.owns(collection))(id);
  return {
    version,
    revisions: revisions.map(({ revision, at, by, note, record }, index) => ({
      revision,
      at: at === null ? null : isoAt(at),
      by: by === null || !isOwn ? null : (names.get(by) ?? '其他同事'),
      note: note === '' || !isOwn ? null : note,
      title: titleOf(record),
      changes: record === null ? [] : differences(revisions[index + 1]?.record ?? { id }, record),
      restorable: record !== null && recordVersion(record) !== version,
    })),
  };
}

/** Publishes an earlier version of a record again, whatever came after; without links to what is gone since. */
export async function restoreRecord(
  context: ScopedContext,
  {
    collection,
    id,
    revision,
    seen,
    preview,
  }: { collection: Collection; id: string; revision: number; seen: string | null; preview: boolean },
): Promise<RecordPublishedWire> {
  await mustOwn(context, collection, id);
  const found = await recordIn(publisher(context), { collection, id, revision });
  if (!found) throw new ApiProblem('not-found');
  const record = await withStoredPictures(context, collection, found);
  const ids = new Set(Object.values(context.tools.content.dataset()).flatMap((all) => all.map((one) => one.id)));
  const { related, ...rest } = record;
  const alive = Array.isArray(related) ? related.filter((link): link is string => ids.has(link)) : [];
  const put = alive.length > 0 ? { ...rest, id, related: alive } : { ...rest, id };
  return publishRecord(context, {
    collection,
    record: put,
    seen,
    preview,
    note: `恢复“${titleOf(record) ?? id}”的旧版本`,
  });
}

/**
 * What taking a publication back would change now, by collection. The revisions are compared by a thread of their own,
 * and only the records that the publication changed come back.
 *
 * @returns null where a revision isn't there
 */
async function touchedBy(
  context: ScopedContext,
  parts: readonly Part[],
  decisions: Readonly<Record<string, UndoDecision>> = {},
): Promise<{ collection: Collection; touched: UndoneRecord[] }[] | null> {
  const found: { collection: Collection; touched: UndoneRecord[] }[] = [];
  for (const { collection, from, to } of parts) {
    const changes = await changesBetween(publisher(context), { collection, from, to }, context.scoped.staffId);
    if (!changes) return null;
    const served: readonly Known[] = context.tools.content.dataset()[collection];
    const now = new Map(served.map((record) => [record.id, record]));
    // Of both, so that a record which the publication left alone still counts as left alone.
    const stored = async (record: Known | null) => record && (await withStoredPictures(context, collection, record));
    const left: ChangedRecord[] = [];
    for (const { id, before, after } of changes)
      left.push({ id, before: await stored(before), after: await stored(after) });
    const touched = await mapInTurns(left, (one) => undoneRecord(one, now.get(one.id), decisions[one.id]));
    found.push({ collection, touched: touched.filter((one) => one !== null) });
  }
  return found;
}

/** Versions of a list at most: years of a union's publications. */
const MAX_VERSIONS = 200;

/**
 * The published versions, newest first, each with whether taking it back would change something now.
 *
 * @param isAsked which of them; left out: all that the asker's union published
 */
export async function versionsOf(
  context: ScopedContext,
  isAsked: (version: { by_whom: string; note: string; parts: readonly Part[] }) => boolean = () => true,
): Promise<VersionWire[]> {
  const found = await context.scoped
    .publications()
    .selectAll()
    .orderBy('version', 'desc')
    .limit(MAX_VERSIONS)
    .execute();
  const names = await namesOf(context);
  const rows = found.map((row) => ({ ...row, parts: readParts(row) })).filter(isAsked);
  const versions: VersionWire[] = [];
  for (const { version, at, by_whom, parts, undone_by, note } of rows) {
    versions.push({
      version,
      publishedAt: isoAt(at),
      by: colleagueName(names, by_whom),
      changed: Object.fromEntries(parts.map(({ collection, changed }) => [collection, changed])),
      undoneBy: undone_by,
      undoable: undone_by === null && (await changesSomething(context, parts)),
      note,
    });
  }
  return versions;
}

const readParts = ({ parts }: { parts: string }): Part[] => JSON.parse(parts);

async function changesSomething(context: ScopedContext, parts: readonly Part[]): Promise<boolean> {
  try {
    const touched = await touchedBy(context, parts);
    return touched?.some((part) => part.touched.length > 0) ?? false;
  } catch (error) {
    // A list is no reason to wait for others' lists: the preview says it then.
    if (error instanceof ApiProblem) return true;
    throw error;
  }
}

interface UndonePart {
  collection: Collection;
  records: Known[];
  touched: UndoneRecord[];
  from: number;
  /** Nothing of the collection was published since. */
  isExact: boolean;
}

/** What publishing it again takes: each collection whole, as it would be, of whatever is served by then. */
async function undonePartsOf(
  context: ScopedContext,
  parts: readonly Part[],
  decisions: Readonly<Record<string, UndoDecision>>,
): Promise<(dataset: Dataset) => UndonePart[]> {
  const { content } = context.tools;
  const revisions = await Promise.all(
    parts.map(async ({ collection, from, to }) => {
      const before: readonly Known[] | null = await recordsAt(publisher(context), collection, from);
      const after: readonly Known[] | null = await recordsAt(publisher(context), collection, to);
      if (!before || !after) throw new ApiProblem('not-found');
      const [left, made] = await Promise.all(
        [before, after].map((records) =>
          Promise.all(records.map((record) => withStoredPictures(context, collection, record))),
        ),
      );
      return { collection, from, to, before: defined(left), after: defined(made) };
    }),
  );
  return (dataset) =>
    revisions.map(({ collection, from, to, before, after }) => ({
      collection,
      from,
      isExact: content.collection(collection)?.revision === to,
      ...undoneRecords({ before, after, now: dataset[collection] }, decisions),
    }));
}

/**
 * Takes a publication back, whatever was published since: what nobody touched goes back, and where somebody changed the
 * same since, nothing is done before it is decided.
 */
export async function undoVersion(
  context: ScopedContext,
  version: number,
  { preview, decisions }: { preview: boolean; decisions: Readonly<Record<string, UndoDecision>> },
): Promise<UndoneWire> {
  const row = await context.scoped.publications().selectAll().where('version', '=', version).executeTakeFirst();
  if (!row) throw new ApiProblem('not-found');
  if (row.undone_by !== null) throw new ApiProblem('stale');
  const parts = readParts(row);
  const looked = await touchedBy(context, parts, decisions);
  if (!looked) throw new ApiProblem('not-found');
  const touched = looked.flatMap(({ collection, touched: some }) => some.map((one) => ({ collection, ...one })));
  const changes = touched.map(({ collection, id, now, then, conflicts }) => ({
    collection,
    record: id,
    title: titleOf(then ?? now) ?? id,
    effect: then === null ? ('leaves' as const) : now === null ? ('back' as const) : ('edited' as const),
    changes: then && now ? differences(now, then) : [],
    conflicts,
  }));
  const isOpen = touched.some(({ id, conflicts }) => conflicts.length > 0 && decisions[id] === undefined);
  if (preview || isOpen) return { done: false, version: null, faults: [], changes };
  const removed = touched.filter(({ then }) => then === null).map(({ id }) => id);
  const undone = await undonePartsOf(context, parts, decisions);
  const outcome = await publish(publisher(context), {
    ...publishedFor(context),
    plan: (current) =>
      withoutDeadLinks(
        current,
        undone(current).map(({ collection, records, from, isExact }) => ({
          collection,
          records,
          changed: looked.find((part) => part.collection === collection)?.touched.length ?? 0,
          seen: new Map(
            touched.filter((one) => one.collection === collection).map(({ id, now }) => [id, recordVersion(now)]),
          ),
          ...(isExact ? { undoes: from } : {}),
        })),
        removed,
      ),
    note: `撤回第 ${version} 版`,
    undoes: version,
  });
  return { ...publicationAnswer(outcome), changes };
}
