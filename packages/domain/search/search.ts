/** Search over everything: substring in Chinese, pinyin and initials in titles, several words at once. */
import { fold, queryWords } from './fold';
import { findPinyin, type MatchRange } from './pinyin';

/** What is searched of one record. */
export interface SearchEntry<Kind extends string = string> {
  kind: Kind;
  id: string;
  title: string;
  /** A line under the title: district, date. */
  detail: string;
  /** Other words people use for it; found, never shown. */
  keywords: string;
  /** The record's own sentences, for substring hits and the snippet. */
  text: string;
  /** Pinyin of `title`, a syllable a character. */
  pinyin: readonly string[];
  /** `YYYY[-MM[-DD]]`; of equal hits the newer comes first. */
  date: string;
}

/** One record found, with what to highlight. */
export interface SearchHit<Kind extends string = string> {
  entry: SearchEntry<Kind>;
  titleRanges: MatchRange[];
  /** A piece of the text around the first hit in it; null when the title or keywords alone matched. */
  snippet: { text: string; ranges: MatchRange[] } | null;
}

const SNIPPET_BEFORE = 12;
const SNIPPET_LENGTH = 56;
/** A hit's weight by where it is; the sum over the words orders the list. */
const WEIGHT = { title: 8, pinyin: 6, keywords: 4, text: 1 } as const;

/**
 * Records in which every word of the query is found, best first.
 *
 * @example search(entries, '沙坪坝 驿站').map((hit) => hit.entry.title)
 */
export function search<Kind extends string>(entries: readonly SearchEntry<Kind>[], query: string): SearchHit<Kind>[] {
  const words = queryWords(query);
  if (words.length === 0) return [];
  return entries
    .map((entry) => match(entry, words))
    .filter((found) => found !== null)
    .sort((a, b) => b.score - a.score || b.hit.entry.date.localeCompare(a.hit.entry.date))
    .map((found) => found.hit);
}

function match<Kind extends string>(
  entry: SearchEntry<Kind>,
  words: string[],
): { hit: SearchHit<Kind>; score: number } | null {
  const title = fold(entry.title);
  const text = fold(entry.text);
  const titleRanges: MatchRange[] = [];
  let score = 0;
  for (const word of words) {
    const inTitle = rangesOf(title, word);
    const spelled = inTitle.length > 0 ? null : findPinyin(entry.pinyin, word);
    titleRanges.push(...inTitle, ...(spelled ? [spelled] : []));
    if (inTitle.length > 0) score += WEIGHT.title;
    else if (spelled) score += WEIGHT.pinyin;
    else if (fold(`${entry.keywords} ${entry.detail}`).includes(word)) score += WEIGHT.keywords;
    else if (text.includes(word)) score += WEIGHT.text;
    else return null;
  }
  return { hit: { entry, titleRanges: merge(titleRanges), snippet: snippetOf(entry.text, text, words) }, score };
}

function rangesOf(text: string, word: string): MatchRange[] {
  const ranges: MatchRange[] = [];
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length))
    ranges.push([at, at + word.length]);
  return ranges;
}

/** Sorted, without overlaps. */
function merge(ranges: MatchRange[]): MatchRange[] {
  const merged: MatchRange[] = [];
  for (const range of [...ranges].sort((a, b) => a[0] - b[0])) {
    const last = merged[merged.length - 1];
    if (last && range[0] <= last[1]) merged[merged.length - 1] = [last[0], Math.max(last[1], range[1])];
    else merged.push(range);
  }
  return merged;
}

function snippetOf(original: string, folded: string, words: string[]): SearchHit['snippet'] {
  const places = words.map((word) => folded.indexOf(word)).filter((at) => at >= 0);
  if (places.length === 0) return null;
  const start = Math.max(0, Math.min(...places) - SNIPPET_BEFORE);
  const end = Math.min(original.length, start + SNIPPET_LENGTH);
  const lead = start > 0 ? '…' : '';
  const text = `${lead}${original.slice(start, end)}${end < original.length ? '…' : ''}`;
  return { text, ranges: merge(words.flatMap((word) => rangesOf(fold(text), word))) };
}

/** A text cut at its highlights, in order, for drawing. */
export function pieces(text: string, ranges: readonly MatchRange[]): { text: string; hit: boolean }[] {
  const cut: { text: string; hit: boolean }[] = [];
  let at = 0;
  for (const [start, end] of ranges) {
    if (start > at) cut.push({ text: text.slice(at, start), hit: false });
    cut.push({ text: text.slice(start, end), hit: true });
    at = end;
  }
  if (at < text.length) cut.push({ text: text.slice(at), hit: false });
  return cut;
}
