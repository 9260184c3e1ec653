/** Where to look when no position is known or wanted: a district, a street or a landmark chosen by hand. */
import type { Gcj02 } from '../geo';
import { gcj02 } from '../geo';
import { placeKindLabels, type Gazetteer } from './gazetteer';
import { fold, queryWords } from '../search';
import type { StationIndex } from './index-of';

/**
 * A place to start from. `at` is where distances are measured from: of a landmark its own position, of a district and
 * a street null, for they are areas to list and no points to measure from.
 */
export interface StartingPlace {
  type: 'district' | 'street' | 'landmark';
  title: string;
  /** What tells two of the same name apart: the district. */
  detail: string;
  adcode: string | null;
  street: string | null;
  at: Gcj02 | null;
  /** How far off in metres `at` may be; null for a position measured. */
  about: number | null;
  /** How many stations are listed there. */
  count: number;
}

/** Every district, those with stations first; of equals in the order given. */
export function districtPlaces(index: StationIndex): StartingPlace[] {
  const counts = countBy(index, (at) => index.cells.adcode(at));
  return index.districts
    .map(({ adcode, title }) => place({ type: 'district', title, adcode, count: counts.get(adcode) ?? 0 }))
    .sort((a, b) => b.count - a.count);
}

/** The streets of a district that stations name, most stations first. */
export function streetPlaces(index: StationIndex, adcode: string | null): StartingPlace[] {
  const key = (at: number): string | null => {
    const street = index.cells.street(at);
    const code = index.cells.adcode(at);
    return street === null || (adcode !== null && code !== adcode) ? null : `${code ?? ''} ${street}`;
  };
  return [...countBy(index, key)]
    .map(([name, count]) => {
      const [code = '', street = ''] = name.split(' ');
      const detail = index.districtTitle(code) ?? '';
      return place({ type: 'street', title: street, detail, adcode: code || null, street, count });
    })
    .sort((a, b) => b.count - a.count);
}

/**
 * Places whose name holds the words typed: districts (former names too), streets that stations name, then
 * landmarks, rail stations and towns of the gazetteer (pinyin and initials too), and stations with a position.
 */
export function suggestPlaces(
  index: StationIndex,
  text: string,
  gazetteer: Gazetteer | null = null,
  limit = 12,
): StartingPlace[] {
  const words = queryWords(text);
  if (words.length === 0) return [];
  const has = (...names: (string | null)[]): boolean => words.every((word) => fold(names.join(' ')).includes(word));
  const districts = districtPlaces(index).filter(({ title, adcode }) =>
    has(title, ...(index.districts.find((one) => one.adcode === adcode)?.formerNames ?? [])),
  );
  const streets = streetPlaces(index, null).filter(({ title, detail }) => has(title, detail));
  const known = gazetteer
    ?.search(text, index.districtTitle, limit)
    .map(({ name, kind, adcode, at, radius }): StartingPlace =>
      place({
        type: 'landmark',
        title: name,
        detail: [placeKindLabels[kind], index.districtTitle(adcode)].filter(Boolean).join(' · '),
        adcode,
        at,
        about: radius,
        count: 0,
      }),
    );
  // A street that stations name is listed as such; the same street of the gazetteer would be a second button for it.
  const named = new Set(streets.map(({ title, adcode }) => `${adcode} ${title}`));
  const others = (known ?? []).filter(({ title, adcode }) => !named.has(`${adcode} ${title}`));
  return [...districts, ...streets, ...others, ...landmarks(index, has, limit)].slice(0, limit);
}

function landmarks(index: StationIndex, has: (...names: (string | null)[]) => boolean, limit: number) {
  const { cells } = index;
  const found: StartingPlace[] = [];
  for (let at = 0; at < index.count && found.length < limit; at++) {
    const [title, address] = [cells.title(at), cells.address(at)];
    const position = cells.position(at);
    if (!position || !has(title, address)) continue;
    const adcode = cells.adcode(at);
    const detail = [index.districtTitle(adcode), address].filter(Boolean).join(' · ');
    found.push(
      place({
        type: 'landmark',
        title,
        detail,
        adcode,
        at: gcj02(position.lng, position.lat),
        count: 1,
      }),
    );
  }
  return found;
}

const place = (some: Partial<StartingPlace> & Pick<StartingPlace, 'type' | 'title' | 'count'>): StartingPlace => ({
  detail: '',
  adcode: null,
  street: null,
  at: null,
  about: null,
  ...some,
});

function countBy(index: StationIndex, key: (at: number) => string | null): Map<string, number> {
  const counts = new Map<string, number>();
  for (let at = 0; at < index.count; at++) {
    const one = key(at);
    if (one !== null) counts.set(one, (counts.get(one) ?? 0) + 1);
  }
  return counts;
}
