/** Puts names to what a record refers to, so that no page needs another's collection. */
import type { Bundled, Link, UnionPublication } from './bundle';
import type { CollectionName, RecordOf } from './schema';

/** Where names are looked up. */
export interface Lookup {
  /** The current name of a district; null where there is none of this code. */
  district: (adcode: string) => string | null;
  /** What a record of any collection is called; null where there is none. */
  link: (id: string) => Link | null;
  /** Which union published it since the app was built; left out where none did. */
  published?: (id: string) => UnionPublication | null;
}

/**
 * A record as the app shows it: its district by name, its links by title.
 *
 * @example resolveRecord({ ...record, adcode: '500103' }, lookup).district // { adcode: '500103', name: '渝中区', now: null }
 */
export function resolveRecord<C extends CollectionName>(
  record: RecordOf<C>,
  { district, link, published }: Lookup,
): Bundled<C> {
  const {
    related = [],
    adcode,
    districtThen,
    ...rest
  } = record as RecordOf<C> & { adcode?: string; related?: string[] };
  const current = adcode ? district(adcode) : null;
  const name = districtThen ?? current;
  const publication = published?.(record.id);
  return {
    ...rest,
    district: name ? { adcode: adcode ?? null, name, now: current === name ? null : current } : null,
    ...(publication ? { publication } : {}),
    links: related.map(link).filter((one) => one !== null),
  } as unknown as Bundled<C>;
}
