/** Puts names to what a record refers to, so that no page needs another's collection. */
import type { Bundled, Link } from './bundle';
import type { CollectionName, RecordOf } from './schema';

/** Where names are looked up. */
export interface Lookup {
  /** The current name of a district; null where there is none of this code. */
  district: (adcode: string) => string | null;
  /** What a record of any collection is called; null where there is none. */
  link: (id: string) => Link | null;
}

/**
 * A record as the app shows it: its district by name, its links by title.
 *
 * @example resolveRecord({ ...record, adcode: '500103' }, lookup).district // { adcode: '500103', name: '渝中区', now: null }
 */
export function resolveRecord<C extends CollectionName>(record: RecordOf<C>, { district, link }: Lookup): Bundled<C> {
  const {
    related = [],
    adcode,
    districtThen,
    ...rest
  } = record as RecordOf<C> & { adcode?: string; related?: string[] };
  const current = adcode ? district(adcode) : null;
  const name = districtThen ?? current;
  return {
    ...rest,
    district: name ? { adcode: adcode ?? null, name, now: current === name ? null : current } : null,
    links: related.map(link).filter((one) => one !== null),
  } as unknown as Bundled<C>;
}
