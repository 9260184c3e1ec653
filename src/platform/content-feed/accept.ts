/** Whether an answer of the content feed is taken. Pure; whatever is off, the app keeps what it has. */
import type * as v from 'valibot';
import { type Edition } from '@yugong/content/feed';
import { FEED_SCHEMA, type FeedWire } from '@yugong/domain/publication/feed';
import { readTolerantly } from '@yugong/domain/wire/tolerant';
import { log } from '../log';
import type { KeptCollection } from '../storage';

/** Kept as JSON; in UTF-8 three times as much, which WeChat's 1 MB a key and 10 MB in all allow for every collection. */
export const MAX_CHARACTERS_KEPT = 250_000;

export type FeedDecision =
  | { kind: 'newer'; kept: KeptCollection }
  /** The service has what is kept already. */
  | { kind: 'same' }
  /** The service has what is bundled: what was kept is out of date. */
  | { kind: 'bundled' }
  | { kind: 'refused'; why: 'other-collection' | 'other-schema' | 'older' | 'invalid' | 'too-large' };

const refused = (why: Extract<FeedDecision, { kind: 'refused' }>['why']): FeedDecision => ({ kind: 'refused', why });

/** What the phone has of a collection: its bundle, and what it took since. */
export interface KnownContent {
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
export function acceptFeed(answer: FeedWire, { collection, bundled, kept, record }: KnownContent): FeedDecision {
  const { schema, version, edition, changed, records, names } = answer;
  if (answer.collection !== collection) return refused('other-collection');
  if (schema !== FEED_SCHEMA) return refused('other-schema');
  if (version === bundled.version) return { kind: 'bundled' };
  if (version === kept?.version) return { kind: 'same' };
  if (!changed) return refused('invalid');
  // Never backwards: a service that was set back has nothing to tell.
  if (edition <= bundled.edition || (kept && edition <= kept.edition)) return refused('older');
  const sound = soundRecords(records, record);
  if (sound.length === 0) return refused('invalid');
  const taken = { schema, version, edition, records: sound, names };
  if (JSON.stringify(taken).length > MAX_CHARACTERS_KEPT) return refused('too-large');
  return { kind: 'newer', kept: taken };
}

const idOf = (record: unknown): unknown =>
  typeof record === 'object' && record !== null && 'id' in record ? record.id : undefined;

/**
 * The records that this release can read, as it reads them: one of a newer release that it can't make sense of is left
 * out and counted, and the others are shown.
 *
 * @returns none where two have one id, or where fewer than half can be read
 */
function soundRecords(records: readonly unknown[], record: v.GenericSchema): unknown[] {
  const ids = new Set(records.map(idOf));
  if (ids.size !== records.length) return [];
  const sound = records.flatMap((one) => {
    const read = readTolerantly(record, one);
    return read.success ? [read.output] : [];
  });
  const dropped = records.length - sound.length;
  if (dropped > 0) log('content', `left out ${dropped} of ${records.length} records`);
  // Where most of it can't be read, it isn't tomorrow's content but something broken.
  return dropped * 2 > records.length ? [] : sound;
}

/**
 * What was kept, perhaps by an earlier release of the app, as this release reads it.
 *
 * @returns null where the bundle is as good, or where nothing of it can be read any more
 */
export function readKept(kept: KeptCollection, bundled: Edition, record: v.GenericSchema): KeptCollection | null {
  const isNewer = kept.schema === FEED_SCHEMA && kept.version !== bundled.version && kept.edition > bundled.edition;
  const records = isNewer ? soundRecords(kept.records, record) : [];
  return records.length > 0 ? { ...kept, records } : null;
}
