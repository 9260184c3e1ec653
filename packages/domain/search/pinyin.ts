/**
 * Finds a typed Latin word in the pinyin of a title. The syllables are made at content-build time,
 * one a character, so a hit is a range of characters.
 */

/** Half-open range of characters. */
export type MatchRange = readonly [start: number, end: number];

/**
 * The first run of characters whose pinyin or initials the word spells, or null.
 *
 * Each character gives its whole syllable, or its first letter; the last syllable may be unfinished,
 * since people see results while they type. A title's own Latin letters and digits stand for themselves.
 *
 * @param syllables one entry a character, lower case: `['gong', 'yi']`
 * @example
 * findPinyin(['gong', 'yi'], 'gy') // [0, 2]
 * findPinyin(['gong', 'yi'], 'gongy') // [0, 2]
 */
export function findPinyin(syllables: readonly string[], word: string): MatchRange | null {
  if (!/^[a-z0-9]{2,}$/.test(word)) return null;
  for (let start = 0; start < syllables.length; start++) {
    const end = spell(syllables, start, word);
    if (end !== null) return [start, end];
  }
  return null;
}

/** The end of the spelling of `rest` that begins at `at`; whole syllables are tried before initials. */
function spell(syllables: readonly string[], at: number, rest: string): number | null {
  if (rest === '') return at;
  const syllable = syllables[at];
  if (!syllable || !/^[a-z0-9]/.test(syllable)) return null;
  if (rest.startsWith(syllable)) {
    const end = spell(syllables, at + 1, rest.slice(syllable.length));
    if (end !== null) return end;
  }
  if (syllable.startsWith(rest)) return at + 1;
  return syllable[0] === rest[0] ? spell(syllables, at + 1, rest.slice(1)) : null;
}
