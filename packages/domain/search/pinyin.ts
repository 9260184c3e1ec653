/** Finds typed Latin letters in the pinyin of a text, and reads a mistyped character by its sound. */

/** Half-open range of characters. */
export type MatchRange = readonly [start: number, end: number];

/** Syllable → the characters that are read so. A character with several readings stands under each. */
export type ReadingTable = Readonly<Record<string, string>>;

/** Character → its readings, the usual one first. */
export type Readings = ReadonlyMap<string, readonly string[]>;

/**
 * @example readingsOf({ ceng: '曾层', zeng: '曾增' }).get('曾') // ['ceng', 'zeng']
 */
export function readingsOf(table: ReadingTable): Readings {
  const readings = new Map<string, string[]>();
  for (const [syllable, characters] of Object.entries(table))
    for (const character of characters) {
      const known = readings.get(character);
      if (known) known.push(syllable);
      else readings.set(character, [syllable]);
    }
  return readings;
}

/** The readings of each character of a folded text; a character without one is read as itself. */
export const spellingOf = (folded: string, readings: Readings): (readonly string[])[] =>
  [...folded].map((character) => readings.get(character) ?? [character]);

/**
 * The first run of characters whose pinyin or initials the word spells, or null.
 *
 * Each character gives one of its whole syllables, or a first letter; the last syllable may be unfinished,
 * since people see results while they type. A text's own Latin letters and digits stand for themselves.
 *
 * @param spelling the readings of each character, lower case: `[['gong'], ['yi']]`
 * @example
 * findPinyin([['gong'], ['yi']], 'gy') // [0, 2]
 * findPinyin([['ceng', 'zeng'], ['jia']], 'zengj') // [0, 2]
 */
export function findPinyin(spelling: readonly (readonly string[])[], word: string): MatchRange | null {
  if (!/^[a-z0-9]{2,}$/.test(word)) return null;
  for (let start = 0; start < spelling.length; start++) {
    const end = spell(spelling, start, word);
    if (end !== null) return [start, end];
  }
  return null;
}

/** The end of the spelling of `rest` that begins at `at`; whole syllables are tried before initials. */
function spell(spelling: readonly (readonly string[])[], at: number, rest: string): number | null {
  if (rest === '') return at;
  const syllables = (spelling[at] ?? []).filter((syllable) => /^[a-z0-9]/.test(syllable));
  for (const syllable of syllables) {
    if (!rest.startsWith(syllable)) continue;
    const end = spell(spelling, at + 1, rest.slice(syllable.length));
    if (end !== null) return end;
  }
  if (syllables.some((syllable) => syllable.startsWith(rest))) return at + 1;
  return syllables.some((syllable) => syllable[0] === rest[0]) ? spell(spelling, at + 1, rest.slice(1)) : null;
}

/**
 * Makes syllables equal that many in Chongqing don't tell apart when they type: zh/z, ch/c, sh/s, n/l, ng/n, hu/f.
 *
 * @example loosely('shengzhi') // 'senzi'
 */
export const loosely = (syllables: string): string =>
  syllables
    .replace(/([zcs])h/g, '$1')
    .replace(/ng/g, 'n')
    .replace(/^n/, 'l')
    .replace(/^hu$/, 'fu');

/**
 * How two texts sound: equal for characters that are read alike, or nearly.
 *
 * @returns a syllable a character, for comparing a mistyped word with the word that was meant
 */
export const soundOf = (folded: string, readings: Readings): string[] =>
  [...folded].map((character) => loosely(readings.get(character)?.[0] ?? character));

/**
 * Whether one letter more, less or other makes the two equal.
 *
 * @example differByOne('lianggai', 'liangai') // true
 */
export function differByOne(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  return Math.max(a.length, b.length) - start - end <= 1;
}
