/** Whether an answer of the content feed is taken. Pure; whatever is off, the app keeps what it has. */
import * as v from 'valibot';
import { FEED_SCHEMA, type Edition, type FeedWire } from '@yugong/content/feed';
import type { KeptCollection } from '../storage';

/** Kept as JSON; in UTF-8 three times as much, which WeChat's 1 MB a key and 10 MB in all allow for every collection. */
export const MOST_CHARACTERS = 250_000;

export type Taken =
  | { kind: 'newer'; kept: KeptCollection }
  /** The service has what is kept already. */
  | { kind: 'same' }
  /** The service has what is bundled: what was kept is out of date. */
  | { kind: 'bundled' }
  | { kind: 'refused'; why: 'other-collection' | 'other-schema' | 'older' | 'invalid' | 'too-large' };

const refused = (why: Extract<Taken, { kind: 'refused' }>['why']): Taken => ({ kind: 'refused', why });

/** What the phone has of a collection: its bundle, and what it took since. */
export interface Has {
  collection: string;
  bundled: Edition;
  kept: KeptCollection | null;
  /** Of one record: the schema that content is checked with before it ships. */
  record: v.GenericSchema;
}

/**
 * Judges an answer by what the phone has.
 *
 * @example take(answer, { collection: 'news', bundled: editions.news, kept: null, record: NewsRecord })
 * // { kind: 'refused', why: 'older' }
 */
export function take(answer: FeedWire, { collection, bundled, kept, record }: Has): Taken {
  const { schema, version, edition, changed, records, names } = answer;
  if (answer.collection !== collection) return refused('other-collection');
  if (schema !== FEED_SCHEMA) return refused('other-schema');
  if (version === bundled.version) return { kind: 'bundled' };
  if (version === kept?.version) return { kind: 'same' };
  if (!changed) return refused('invalid');
  // Never backwards: a service that was set back has nothing to tell.
  if (edition <= bundled.edition || (kept && edition <= kept.edition)) return refused('older');
  const taken = { schema, version, edition, records, names };
  if (!isSound(taken, record)) return refused('invalid');
  if (JSON.stringify(taken).length > MOST_CHARACTERS) return refused('too-large');
  return { kind: 'newer', kept: taken };
}

/** Is there anything, and does every record pass, each with an id of its own? */
export function isSound({ records }: Pick<KeptCollection, 'records'>, record: v.GenericSchema): boolean {
  const ids = new Set(records.map((one) => (one as { id?: unknown } | null)?.id));
  return records.length > 0 && ids.size === records.length && records.every((one) => v.is(record, one));
}

/** Is what was kept, perhaps by an earlier release of the app, still better than the bundle? */
export const isStillNewer = (kept: KeptCollection, bundled: Edition, record: v.GenericSchema): boolean =>
  kept.schema === FEED_SCHEMA &&
  kept.version !== bundled.version &&
  kept.edition > bundled.edition &&
  isSound(kept, record);
