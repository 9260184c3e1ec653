/** What the union has published, as it stands in the database: every revision whole, none ever changed. */
import type { Kysely } from 'kysely';
import type { CollectionName, Dataset } from '@yugong/content/schema';
import type { Tables } from '../kernel/schema';

type Read = Kysely<Tables>;

export interface Published {
  collection: CollectionName;
  revision: number;
  /** When, in milliseconds since the epoch. */
  at: number;
  records: Dataset[CollectionName];
}

/** The latest revision of each collection that was ever published. */
export const latestRevisions = (read: Read): Promise<{ collection: CollectionName; revision: number }[]> =>
  read
    .selectFrom('content_versions')
    .select(({ fn }) => ['collection', fn.max<number>('revision').as('revision')])
    .groupBy('collection')
    .orderBy('collection')
    .execute();

/** The records of revisions, as they were published. */
export async function latestPublished(
  read: Read,
  revisions: readonly { collection: CollectionName; revision: number }[],
): Promise<Published[]> {
  const found = await Promise.all(
    revisions.map(({ collection, revision }) => publishedRow(read, collection, revision)),
  );
  return found.filter((one) => one !== null);
}

async function publishedRow(read: Read, collection: CollectionName, revision: number): Promise<Published | null> {
  const row = await read
    .selectFrom('content_versions')
    .select(['at', 'records'])
    .where('collection', '=', collection)
    .where('revision', '=', revision)
    .executeTakeFirst();
  return row ? { collection, revision, at: row.at, records: JSON.parse(row.records) as Published['records'] } : null;
}

/** The records of a revision as they are stored, as JSON; null where there is none. */
export const publishedText = async (read: Read, collection: CollectionName, revision: number): Promise<string | null> =>
  (
    await read
      .selectFrom('content_versions')
      .select('records')
      .where('collection', '=', collection)
      .where('revision', '=', revision)
      .executeTakeFirst()
  )?.records ?? null;

/** The records of a revision; null where there is none. Revision 0 is the repository's and not here. */
export const publishedRecords = async (
  read: Read,
  collection: CollectionName,
  revision: number,
): Promise<Published['records'] | null> => (await publishedRow(read, collection, revision))?.records ?? null;

/** Who published what when, newest first, without the records. */
export const publishedHistory = (read: Read, collection: CollectionName) =>
  read
    .selectFrom('content_versions')
    .select(['revision', 'at', 'by_whom', 'version', 'note', 'record_count', 'undoes'])
    .where('collection', '=', collection)
    .orderBy('revision', 'desc')
    .execute();

/** The number of the latest publication; 0 where there was none. */
export async function lastPublication(read: Read): Promise<number> {
  const row = await read
    .selectFrom('content_publications')
    .select(({ fn }) => fn.max<number | null>('version').as('last'))
    .executeTakeFirst();
  return Number(row?.last ?? 0);
}
