/** Editions of collections, and looking things up in what came with a feed's records. */
import type { FeedNames } from '@yugong/domain/publication/feed';
import type { CollectionName, RecordOf } from './schema';
import type { Lookup } from './resolve';

/** Which state of a collection one has. */
export interface Edition {
  /** Changes exactly when a record does. */
  version: string;
  /**
   * Orders editions as text: the newest date in the records as they ship, or the instant at which a union published
   * them, `2026-02-10` or `2026-02-10T12:00:00.000Z`.
   */
  edition: string;
}

/** An edition as the app bundles it: fifteen of them are in the mini-program's main package. @example 'oFz2… 2026-02-10' */
export const packEdition = ({ version, edition }: Edition): string => `${version} ${edition}`;

/** The edition that {@link packEdition} packed. */
export function readEdition(packed: string): Edition {
  const blank = packed.indexOf(' ');
  return { version: packed.slice(0, blank), edition: packed.slice(blank + 1) };
}

export const noNames: FeedNames = { districts: {}, links: {} };

/** Looks up in what came with the records. */
export const lookupIn = ({ districts, links, published = {} }: FeedNames): Lookup => ({
  published: (id) => published[id] ?? null,
  district: (adcode) => districts[adcode] ?? null,
  link: (id) => {
    const link = links[id];
    return link ? { id, collection: link.collection as CollectionName, title: link.title } : null;
  },
});

/**
 * The newest date that records carry: of when a collection is that nobody published since.
 *
 * @returns '' for none
 */
export function editionOf(records: readonly RecordOf<CollectionName>[]): string {
  const dates = records.flatMap(({ publishedAt, asOf, verifiedAt }) => [publishedAt, asOf, verifiedAt]);
  return dates.reduce<string>((newest, date) => (date !== undefined && date > newest ? date : newest), '');
}
