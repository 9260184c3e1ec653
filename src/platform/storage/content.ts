/** What is kept of the content feed: all of it to be had again. */
import * as v from 'valibot';
import { FeedNames } from '@yugong/domain/publication/feed';
import type { StoredKey } from './schema';

/** A collection as the service had it; its records are checked by who shows them. */
const KeptCollection = v.object({
  /** The form of the feed it came in. */
  schema: v.number(),
  version: v.string(),
  edition: v.string(),
  records: v.array(v.unknown()),
  names: FeedNames,
});
export type KeptCollection = v.InferOutput<typeof KeptCollection>;

const CONTENT = 'content-';

/** The content that is newer than the bundle, a key a collection: may go whenever something else needs the room. */
export const storedContent = (collection: string): StoredKey<KeptCollection | null> => ({
  key: CONTENT + collection,
  version: 1,
  schema: v.nullable(KeptCollection),
  initial: null,
  migrate: {},
});

/** Stations that the service has otherwise than the bundle, and of where; each record is checked by who shows it. */
const KeptStations = v.object({
  version: v.string(),
  edition: v.string(),
  /** All there are, or only those of these areas: `500103`, or a box `106.4,29.4,106.7,29.7`. */
  whole: v.boolean(),
  areas: v.array(v.string()),
  records: v.array(v.unknown()),
});
export type KeptStations = v.InferOutput<typeof KeptStations>;

export const storedStations: StoredKey<KeptStations | null> = {
  key: `${CONTENT}station-areas`,
  version: 1,
  schema: v.nullable(KeptStations),
  initial: null,
  migrate: {},
};

/** May this key go so that another can be kept? */
export const isExpendable = (key: string): boolean => key.startsWith(CONTENT);
