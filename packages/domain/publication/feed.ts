/**
 * The content feed as it travels: a collection's records with the names that they refer to. The service makes it,
 * the phone takes it (platform/content-feed).
 */
import * as v from 'valibot';

/** Raise it where a field changes its meaning; an app of another number keeps to its bundle. */
export const FEED_SCHEMA = 1;

/** Collections of which every union publishes its own. */
export const unionCollections = ['cases', 'news', 'events'] as const;

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
  /** Changes exactly when a record does. */
  version: text,
  edition: text,
  /** False where `since` is this version: then there are no records. */
  changed: v.boolean(),
  records: v.array(v.looseObject({ id: text })),
  names: FeedNames,
});
export type FeedWire = v.InferOutput<typeof FeedWire>;
