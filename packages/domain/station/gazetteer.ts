/**
 * Places to start a search from that are no stations: rail stations, landmarks, streets and towns, packed in columns and
 * found by 汉字, pinyin, initials and aliases.
 *
 * A place here is a centre with a radius, good for sorting by distance; it is never shown as a pin.
 */
import { gcj02, metresBetween, type Gcj02 } from '../geo';
import { fold, queryWords } from '../search';
import { openDigits, packDigits } from './digits';
import { defined, keysOf } from '../narrow';

/** What a place is, with the word that tells two of the same name apart. The order is the packed columns' code. */
export const placeKindLabels = {
  metro: '轨道站',
  railway_station: '火车站',
  airport: '机场',
  airport_terminal: '航站楼',
  bus_station: '汽车站',
  transport: '交通枢纽',
  business_district: '商圈',
  square: '广场',
  landmark: '地标',
  area: '片区',
  scenic: '景点',
  park: '公园',
  bridge: '大桥',
  hospital: '医院',
  university: '学校',
  market: '市场',
  logistics: '物流园',
  industrial: '园区',
  town: '街道或乡镇',
} as const;

export type PlaceKind = keyof typeof placeKindLabels;

export const placeKinds = keysOf(placeKindLabels);

export interface GazetteerPlace {
  name: string;
  aliases: readonly string[];
  kind: PlaceKind;
  /** The district as coded today. */
  adcode: string;
  /** GCJ-02 degrees of the centre. */
  at: Gcj02;
  /** How far off in metres anything called so may be. */
  radius: number;
}

/** The generated file's shape: a line a place in texts, so many characters a place in numbers (see digits.ts). */
export interface GazetteerColumns {
  count: number;
  names: string;
  /** Separated by commas; without those that the name begins with and without 「…站」 of a rail station's own name. */
  aliases: string;
  kinds: string;
  adcodes: string[];
  adcode: string;
  radii: number[];
  radius: string;
  /** Steps of 0.001° from the corner. */
  lng: string;
  lat: string;
  /** Every 汉字 in names and aliases, and beside it its readings separated by `|`, a character each between commas. */
  characters: string;
  readings: string;
}

const CORNER = { lng: 105, lat: 28 } as const;
/** Steps a degree: about 100 m, which is what the sources are rounded to. */
const STEPS = 1000;
const WIDTHS = { axis: 2, code: 1 } as const;

/** @param readingsOf the toneless readings of a 汉字, the usual one first; empty for any other character */
export function packGazetteer(
  places: readonly GazetteerPlace[],
  readingsOf: (character: string) => readonly string[],
): GazetteerColumns {
  const adcodes = [...new Set(places.map(({ adcode }) => adcode))].sort();
  const radii = [...new Set(places.map(({ radius }) => radius))].sort((a, b) => a - b);
  const aliases = places.map(({ name, kind, aliases: all }) =>
    all.filter((alias) => !name.startsWith(alias) && !(kind === 'metro' && alias === `${name}站`)).join(','),
  );
  const characters = [...new Set([...places.map(({ name }) => name), ...aliases].join(''))]
    .filter((character) => readingsOf(character).length > 0)
    .sort();
  const column = (numbers: number[], width: number) => packDigits(numbers, width);
  return {
    count: places.length,
    names: places.map(({ name }) => name).join('\n'),
    aliases: aliases.join('\n'),
    kinds: column(
      places.map(({ kind }) => placeKinds.indexOf(kind)),
      WIDTHS.code,
    ),
    adcodes,
    adcode: column(
      places.map(({ adcode }) => adcodes.indexOf(adcode)),
      WIDTHS.code,
    ),
    radii,
    radius: column(
      places.map(({ radius }) => radii.indexOf(radius)),
      WIDTHS.code,
    ),
    lng: column(
      places.map(({ at }) => Math.round((at.lng - CORNER.lng) * STEPS)),
      WIDTHS.axis,
    ),
    lat: column(
      places.map(({ at }) => Math.round((at.lat - CORNER.lat) * STEPS)),
      WIDTHS.axis,
    ),
    characters: characters.join(''),
    readings: characters.map((character) => readingsOf(character).join('|')).join(','),
  };
}

export interface Gazetteer {
  readonly count: number;
  place(at: number): GazetteerPlace;
  /**
   * Places that every word of the text finds, in name, alias or district, best first.
   *
   * @param districtTitle the district's name, so that 「沙坪坝 三峡广场」 finds too
   */
  search(text: string, districtTitle: (adcode: string) => string | null, limit?: number): GazetteerPlace[];
  /** The centre of a street or town of a district, as the records write it; null where it isn't listed. */
  townOf(adcode: string, street: string): GazetteerPlace | null;
  /** The place whose centre is nearest, which tells in which district a position probably is. */
  nearest(from: Gcj02): GazetteerPlace;
}

/** How well a word fits; smaller is better. */
const FIT = { exact: 0, begins: 1, holds: 2, spelled: 3, spelledBegins: 4, spelledHolds: 5, district: 6 } as const;

/** Opens the generated columns. The texts to search are made when first asked for. */
export function openGazetteer(columns: GazetteerColumns): Gazetteer {
  const names = columns.names.split('\n');
  const aliases = columns.aliases.split('\n').map((line) => (line === '' ? [] : line.split(',')));
  const kinds = openDigits(columns.kinds, WIDTHS.code);
  const adcodes = openDigits(columns.adcode, WIDTHS.code);
  const radii = openDigits(columns.radius, WIDTHS.code);
  const [lng, lat] = [openDigits(columns.lng, WIDTHS.axis), openDigits(columns.lat, WIDTHS.axis)];
  const spellings = columns.readings.split(',').map((some) => some.split('|'));
  const readings = new Map([...columns.characters].map((character, at) => [character, spellings[at] ?? []]));
  const nameAt = (at: number): string => defined(names[at]);
  const aliasesAt = (at: number): readonly string[] => defined(aliases[at]);
  const kindAt = (at: number): PlaceKind => defined(placeKinds[defined(kinds[at])]);
  const adcodeAt = (at: number): string => defined(columns.adcodes[defined(adcodes[at])]);
  const place = (at: number): GazetteerPlace => ({
    name: nameAt(at),
    kind: kindAt(at),
    aliases: aliasesAt(at),
    adcode: adcodeAt(at),
    at: gcj02((CORNER.lng * STEPS + defined(lng[at])) / STEPS, (CORNER.lat * STEPS + defined(lat[at])) / STEPS),
    radius: defined(columns.radii[defined(radii[at])]),
  });
  let texts: { text: string; readings: (readonly string[])[] }[][] | null = null;
  const textsOf = (at: number) => {
    texts ??= names.map((name, one) => {
      const station = kindAt(one) === 'metro' ? [`${name}站`] : [];
      return [name, ...aliasesAt(one), ...station].map((text) => ({
        text: fold(text),
        readings: [...fold(text)].map((character) => readings.get(character) ?? [character]),
      }));
    });
    return defined(texts[at]);
  };
  const fitOf = (at: number, word: string): number | null => {
    let best: number | null = null;
    for (const text of textsOf(at)) {
      const fit = textFit(text.text, word) ?? spelledFit(text.readings, word);
      if (fit !== null && (best === null || fit < best)) best = fit;
    }
    return best;
  };
  // Asked for every station without a position, so it may not look through all names.
  let towns: Map<string, number> | null = null;
  const townsByName = () =>
    new Map(names.flatMap((name, at) => (kindAt(at) === 'town' ? [[`${adcodeAt(at)} ${name}`, at] as const] : [])));
  return {
    count: columns.count,
    place,
    search: (text, districtTitle, limit = 12) => {
      const words = queryWords(text);
      if (words.length === 0) return [];
      const found: { at: number; fit: number }[] = [];
      for (let at = 0; at < columns.count; at++) {
        const district = fold(districtTitle(adcodeAt(at)) ?? '');
        const own = words.map((word) => fitOf(at, word));
        // A district's name alone finds the district, not everything in it.
        if (own.every((fit) => fit === null)) continue;
        const fits = words.map((word, index) => own[index] ?? (district.includes(word) ? FIT.district : null));
        const missed = fits.includes(null);
        if (!missed) found.push({ at, fit: fits.reduce<number>((sum, fit) => sum + (fit ?? 0), 0) });
      }
      return found
        .sort((a, b) => a.fit - b.fit || a.at - b.at)
        .slice(0, limit)
        .map(({ at }) => place(at));
    },
    townOf: (adcode, street) => {
      const at = (towns ??= townsByName()).get(`${adcode} ${street}`);
      return at === undefined ? null : place(at);
    },
    nearest: (from) => {
      let best = place(0);
      let least = metresBetween(from, best.at);
      for (let at = 1; at < columns.count; at++) {
        const one = place(at);
        const metres = metresBetween(from, one.at);
        if (metres < least) [best, least] = [one, metres];
      }
      return best;
    },
  };
}

function textFit(text: string, word: string): number | null {
  if (text === word) return FIT.exact;
  if (text.startsWith(word)) return FIT.begins;
  return text.includes(word) ? FIT.holds : null;
}

function spelledFit(readings: readonly (readonly string[])[], word: string): number | null {
  if (!/^[a-z0-9]{2,}$/.test(word)) return null;
  for (let start = 0; start < readings.length; start++) {
    const end = spelledEnd(readings, start, word);
    if (end === null) continue;
    if (start > 0) return FIT.spelledHolds;
    return end === readings.length ? FIT.spelled : FIT.spelledBegins;
  }
  return null;
}

/** The end of the spelling of `rest` from `at`; each 汉字 gives any of its readings whole, or its first letter. */
function spelledEnd(readings: readonly (readonly string[])[], at: number, rest: string): number | null {
  if (rest === '') return at;
  for (const syllable of readings[at] ?? []) {
    if (!/^[a-z0-9]/.test(syllable)) continue;
    if (rest.startsWith(syllable)) {
      const end = spelledEnd(readings, at + 1, rest.slice(syllable.length));
      if (end !== null) return end;
    }
    // People see results while they type, so the last syllable may be unfinished.
    if (syllable.startsWith(rest)) return at + 1;
    if (syllable[0] === rest[0]) {
      const end = spelledEnd(readings, at + 1, rest.slice(1));
      if (end !== null) return end;
    }
  }
  return null;
}
