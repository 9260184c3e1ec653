/** Asks the service for newer content and keeps it, a collection at a time, for the whole app. */
import type * as v from 'valibot';
import type { Bundled, CollectionName, RecordOf } from '@yugong/content/bundle';
import { lookupIn, readEdition, type Edition } from '@yugong/content/feed';
import { FeedWire, type FeedNames } from '@yugong/domain/publication/feed';
import editions from '@yugong/content/generated/editions.json';
import { resolveRecord } from '@yugong/content/resolve';
import { MINUTE } from '@yugong/domain/time';
import { useFavourites } from '../favourites';
import { log } from '../log';
import { pageUrl } from '../navigation/url';
import { askService } from '../service';
import { forget, load, save, storedContent, type KeptCollection } from '../storage';
import { acceptFeed, readKept } from './accept';

/** A collection as some page shows it. */
export interface FeedSource<T, C extends CollectionName = CollectionName> {
  collection: C;
  /** Of one record, from `content/schema/…`. */
  record: v.GenericSchema;
  /** What is shown where nothing newer is known. */
  bundled: T;
  /** What is shown of newer records, their names resolved. */
  read: (records: Bundled<C>[], names: FeedNames) => T;
}

/** Keeps the collection's type between a source's parts. */
export const defineSource = <T, C extends CollectionName>(source: FeedSource<T, C>): FeedSource<T> =>
  source as unknown as FeedSource<T>;

const ASK_EVERY_MS = 5 * MINUTE;
const ASK_AGAIN_MS = 30_000;

const kept = new Map<CollectionName, KeptCollection | null>();
const nextAsk = new Map<CollectionName, number>();
const asking = new Map<CollectionName, Promise<void>>();
const listeners = new Set<() => void>();

export function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

const bundledOf = (collection: CollectionName): Edition => readEdition(editions[collection]);

/** What is kept of a collection, read from the phone once; null where the bundle is as good. */
export function keptOf({ collection, record }: FeedSource<unknown>): KeptCollection | null {
  const known = kept.get(collection);
  if (known !== undefined) return known;
  const key = storedContent(collection);
  const found = load(key);
  const readable = found && readKept(found, bundledOf(collection), record);
  if (found && !readable) forget(key);
  kept.set(collection, readable);
  return readable;
}

const values = new WeakMap<FeedSource<unknown>, { of: KeptCollection | null; value: unknown }>();

/** What a source shows now; the same object for as long as that is the same. */
export function valueOf<T>(source: FeedSource<T>): T {
  const of = keptOf(source);
  if (of === null) return source.bundled;
  const made = values.get(source);
  if (made?.of === of) return made.value as T;
  const value = read(source, of);
  values.set(source, { of, value });
  return value;
}

/** The records have passed their schema; what a page then makes of them must not cost it the bundle. */
function read<T>(source: FeedSource<T>, { records, names }: KeptCollection): T {
  try {
    const lookup = lookupIn(names);
    return source.read(
      records.map((record) => resolveRecord(record as RecordOf<CollectionName>, lookup)),
      names,
    );
  } catch {
    log('content', `${source.collection} could not be shown and the bundle is`);
    return source.bundled;
  }
}

/**
 * For what is read as a constant: what was known when the app started. The service is asked meanwhile, and anything
 * newer is there at the next start.
 *
 * @example export const hotlines = openCollection(hotlineSource);
 */
export function openCollection<T>(source: FeedSource<T>): T {
  const value = valueOf(source);
  void refresh(source);
  return value;
}

/** For what is made of a collection outside of drawing: calls back with each value that is newer than the last. */
export function watchCollection<T>(source: FeedSource<T>, changed: (value: T) => void): void {
  let last = valueOf(source);
  subscribe(() => {
    const value = valueOf(source);
    if (value === last) return;
    last = value;
    changed(value);
  });
}

/**
 * Asks the service whether it has anything newer. Never throws, and nobody waits for it: what comes is shown when
 * it has come.
 *
 * @param now whenever it was last asked: the reader pulled the page down
 */
export function refresh(source: FeedSource<unknown>, { now = false } = {}): Promise<void> {
  const { collection } = source;
  const running = asking.get(collection);
  if (running) return running;
  if (!now && Date.now() < (nextAsk.get(collection) ?? 0)) return Promise.resolve();
  const asked = ask(source).finally(() => asking.delete(collection));
  asking.set(collection, asked);
  return asked;
}

async function ask(source: FeedSource<unknown>): Promise<void> {
  const { collection, record } = source;
  const bundled = bundledOf(collection);
  const has = keptOf(source);
  const reply = await askService(FeedWire, {
    path: pageUrl(`/api/v1/content/${collection}`, { since: (has ?? bundled).version }),
  });
  nextAsk.set(collection, Date.now() + (reply.kind === 'answered' ? ASK_EVERY_MS : ASK_AGAIN_MS));
  if (reply.kind !== 'answered') return;
  const taken = acceptFeed(reply.data, { collection, bundled, kept: has, record });
  if (taken.kind === 'refused') log('content', `${collection} was not taken: ${taken.why}`);
  else useFavourites.getState().drop(reply.data.names.gone ?? []);
  if (taken.kind === 'bundled' && has) {
    forget(storedContent(collection));
    show(collection, null);
  }
  if (taken.kind !== 'newer') return;
  // A full phone shows it for as long as the app lives, and the bundle after.
  if (!save(storedContent(collection), taken.kept)) forget(storedContent(collection));
  show(collection, taken.kept);
}

/** Takes what is known of a collection from now on; null is the bundle. In memory: nothing is kept on the phone. */
export function show(collection: CollectionName, now: KeptCollection | null): void {
  kept.set(collection, now);
  for (const listener of [...listeners]) listener();
}
