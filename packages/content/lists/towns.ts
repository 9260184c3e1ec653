/** Districts by the towns in them: a union's list names 龙水镇 and leaves out that it is 大足's. */
import towns from '../gazetteer/towns.json';
import type { NamedDistrict } from './districts';

/** The districts that have a town of the name: 34 names stand in several. */
const districtsByTown = new Map<string, Set<string>>();
for (const { name, adcode } of towns) districtsByTown.set(name, (districtsByTown.get(name) ?? new Set()).add(adcode));

/** Longest first, so that 大龙水镇 is not read as 龙水镇. */
const names = [...districtsByTown.keys()].filter((name) => name.length >= 3).sort((a, b) => b.length - a.length);

const NOWHERE: ReadonlySet<string> = new Set();

/** The codes of the districts with the town that a text names; empty where it names none. */
export function districtsWithTown(text: string): ReadonlySet<string> {
  const plain = text.normalize('NFKC').replace(/\s/g, '');
  const name = names.find((one) => plain.includes(one));
  return name === undefined ? NOWHERE : (districtsByTown.get(name) ?? NOWHERE);
}

/**
 * The district of the town that a text names; null where it names none, or one that several districts have.
 *
 * @example districtOfTown()('龙水镇五金大道1号') // { adcode: '500111' }
 */
export function districtOfTown(): (text: string) => NamedDistrict | null {
  const known = new Map<string, NamedDistrict | null>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const [adcode, ...others] = districtsWithTown(text);
    const district = adcode !== undefined && others.length === 0 ? { adcode } : null;
    known.set(text, district);
    return district;
  };
}

/**
 * The one district that has every town of a list, 兴隆镇 and all; null where there is none, or more than one.
 *
 * @param rows the texts of each row that may name a town
 */
export function districtOfAllTowns(rows: readonly (readonly string[])[]): string | null {
  const named = rows.flatMap(
    (texts) => texts.map((text) => districtsWithTown(text)).find(({ size }) => size > 0) ?? [],
  );
  const [first = NOWHERE, ...further] = named;
  const [only, ...others] = [...first].filter((adcode) => further.every((one) => one.has(adcode)));
  return only !== undefined && others.length === 0 ? only : null;
}
