/**
 * Who published each record last, and which were taken down: the app says of whom a record is, and phones drop what is
 * gone. Stations say themselves who checked them, and there are too many of them for this.
 */
import type { Kysely } from 'kysely';
import type { CollectionName, Dataset } from '@yugong/content/schema';
import { dayAt } from '@yugong/domain/calendar';
import { FIRST_ORGANISATION, UNNAMED_ORGANISATION } from '../kernel/organisation';
import type { PublishedRecordRow, Tables } from '../kernel/schema';
import { statement, type Statement } from '../kernel/store';
import { recordVersion } from './edition';

interface Identified {
  id: string;
  title?: unknown;
  related?: unknown;
}

/** A record that a publication touched. */
interface Touched {
  id: string;
  title: string;
}

/** What became of the records of a collection in one publication, by id. */
export interface RecordFates {
  /** New, or otherwise than they were. */
  published: Touched[];
  /** Taken down. */
  gone: Touched[];
  /** As the repository ships them again: nobody's publication. */
  shipped: string[];
}

const touched = ({ id, title }: Identified): Touched => ({ id, title: typeof title === 'string' ? title : id });

/** A link that was dropped because its record is gone makes nobody the publisher of what linked to it. */
const contentOf = ({ related: _related, ...rest }: Identified): object => rest;

/**
 * Tells what a publication does to single records.
 *
 * @param before as they are served
 * @param after as they would be
 * @param base as the repository ships them
 */
export function recordFates(
  before: readonly Identified[],
  after: readonly Identified[],
  base: readonly Identified[],
): RecordFates {
  const known = new Map(before.map((record) => [record.id, record]));
  const shipped = new Map(base.map((record) => [record.id, record]));
  const next = new Set(after.map(({ id }) => id));
  const fates: RecordFates = { published: [], gone: [], shipped: [] };
  for (const record of after) {
    const old = known.get(record.id);
    if (old && recordVersion(contentOf(old)) === recordVersion(contentOf(record))) continue;
    const own = shipped.get(record.id);
    const isShipped = own !== undefined && recordVersion(contentOf(own)) === recordVersion(contentOf(record));
    if (isShipped) fates.shipped.push(record.id);
    else fates.published.push(touched(record));
  }
  fates.gone = before.filter(({ id }) => !next.has(id)).map(touched);
  return fates;
}

/** Rows of one statement: SQLite takes 32,766 values. */
const ROWS = 1_000;

const chunks = <T>(list: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(list.length / ROWS) }, (_, at) => list.slice(at * ROWS, (at + 1) * ROWS));

/** The rows that say so, in the publication's own transaction. */
export function fateStatements(
  read: Kysely<Tables>,
  collection: CollectionName,
  { published, gone, shipped }: RecordFates,
  by: Pick<PublishedRecordRow, 'at' | 'publication' | 'organisation'>,
): Statement[] {
  if (collection === 'stations') return [];
  const rows = [
    ...published.map(({ id, title }) => ({ collection, record_id: id, title, ...by, gone: 0 })),
    ...gone.map(({ id, title }) => ({ collection, record_id: id, title, ...by, gone: 1 })),
  ];
  return [
    ...chunks(rows).map((some) =>
      statement(
        read
          .insertInto('published_records')
          .values(some)
          .onConflict((on) =>
            on.columns(['collection', 'record_id']).doUpdateSet((eb) => ({
              title: eb.ref('excluded.title'),
              at: eb.ref('excluded.at'),
              publication: eb.ref('excluded.publication'),
              organisation: eb.ref('excluded.organisation'),
              gone: eb.ref('excluded.gone'),
            })),
          ),
      ),
    ),
    ...chunks(shipped).map((ids) =>
      statement(
        read.deleteFrom('published_records').where('collection', '=', collection).where('record_id', 'in', ids),
      ),
    ),
  ];
}

/** What the feed says of a collection's records. */
export interface PublishedBy {
  published: Record<string, { by: string | null; on: string }>;
  gone: string[];
}

/** Of every collection, by name. */
export async function publishedBy(read: Kysely<Tables>): Promise<Map<CollectionName, PublishedBy>> {
  const [rows, organisations] = await Promise.all([
    read.selectFrom('published_records').selectAll().orderBy('record_id').execute(),
    read.selectFrom('organisations').select(['id', 'title']).execute(),
  ]);
  const titles = new Map(organisations.map(({ id, title }) => [id, title === UNNAMED_ORGANISATION ? null : title]));
  const found = new Map<CollectionName, PublishedBy>();
  for (const { collection, record_id, at, organisation, gone } of rows) {
    const own = found.get(collection) ?? { published: {}, gone: [] };
    found.set(collection, own);
    if (gone === 1) own.gone.push(record_id);
    else own.published[record_id] = { by: titles.get(organisation ?? FIRST_ORGANISATION) ?? null, on: dayAt(at) };
  }
  return found;
}

/** Those of a collection's records that are still there. */
export const servedOnly = (all: PublishedBy | undefined, records: Dataset[CollectionName]): PublishedBy => {
  const served = new Set<string>(records.map(({ id }) => id));
  const { published = {}, gone = [] } = all ?? {};
  return {
    published: Object.fromEntries(Object.entries(published).filter(([id]) => served.has(id))),
    gone: gone.filter((id) => !served.has(id)),
  };
};
