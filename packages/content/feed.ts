/**
 * The content feed as it travels: a collection's records with the names that they refer to. The service makes it,
 * the phone takes it (platform/content-feed).
 */
import * as v from 'valibot';
import type { CollectionName, RecordOf } from './schema';
import type { Lookup } from './resolve';

/** Raise it where a field changes its meaning; an app of another number keeps to its bundle. */
export const FEED_SCHEMA = 1;

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

const text = v.string();

/** What the records of a collection refer to, by code and id. */
export const FeedNames = v.object({
  districts: v.record(text, text),
  links: v.record(text, v.object({ collection: text, title: text })),
  /** The days that events take place on, by id: the phone expands no rules. */
  occurrences: v.optional(v.record(text, v.array(v.object({ start: text, end: text })))),
  /** Which union published a record, and on which day; `by` is null where its name isn't known. By id. */
  published: v.optional(v.record(text, v.object({ by: v.nullable(text), on: text }))),
  /** Ids of records that were taken down: they leave the phone's favourites as well. */
  gone: v.optional(v.array(text)),
});
export type FeedNames = v.InferOutput<typeof FeedNames>;

/** The answer of `GET /api/v1/content/{collection}`. */
export const FeedWire = v.object({
  collection: text,
  /** See {@link FEED_SCHEMA}. */
  schema: v.number(),
  /** See {@link Edition}. */
  version: text,
  edition: text,
  /** False where `since` is this version: then there are no records. */
  changed: v.boolean(),
  records: v.array(v.looseObject({ id: text })),
  names: FeedNames,
});
export type FeedWire = v.InferOutput<typeof FeedWire>;

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
