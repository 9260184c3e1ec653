/** Search over everything: topics in workers' words, text in Chinese, pinyin and initials, several words at once. */
import { fold, queryWords } from './fold';
import {
  findPinyin,
  readingsOf,
  soundOf,
  spellingOf,
  type MatchRange,
  type Readings,
  type ReadingTable,
} from './pinyin';
import {
  akinTopics,
  placeNamed,
  queryPartsOf,
  prepareTopics,
  type PreparedTopic,
  type QueryPart,
  type SearchTopic,
} from './topic';

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
  /** `YYYY[-MM[-DD]]`; of equal hits the newer comes first. */
  date: string;
}

/** One record found, with what to highlight. */
export interface SearchHit<Kind extends string = string> {
  entry: SearchEntry<Kind>;
  titleRanges: MatchRange[];
  /** A piece of the text around the first hit in it; null when the title or keywords alone matched. */
  snippet: { text: string; ranges: MatchRange[] } | null;
  /** Whether a topic of the query names this record as its answer. */
  isAnswer: boolean;
  /** The place in this district that the query names; null of every other record. */
  place: string | null;
}

/** What a search knows besides the entries. */
export interface Lexicon<Kind extends string = string> {
  topics: readonly SearchTopic[];
  readings: ReadingTable;
  /** Names of places, divided by blanks, under the id of the entry that stands for their district. */
  places?: Readonly<Record<string, string>>;
  /** What answers a place together with its district. */
  nearPlaces?: string;
  /** Leads to a person: stands beside what is only guessed. */
  person?: string;
  /** Added to an entry's score by its kind, so that what can be done stands before what can be read. */
  kindWeight?: Partial<Record<Kind, number>>;
}

interface PreparedEntry<Kind extends string> {
  entry: SearchEntry<Kind>;
  title: string;
  /** The title without blanks and punctuation, as a query is compared with it. */
  bareTitle: string;
  spelling: readonly (readonly string[])[];
  sound: readonly string[];
  keywords: string;
  text: string;
  weight: number;
}

/** Entries folded and spelled once, for all that is typed. */
export interface PreparedSearch<Kind extends string = string> {
  entries: readonly PreparedEntry<Kind>[];
  topics: readonly PreparedTopic[];
  readings: Readings;
  /** Names no word; its one answer comes second. */
  person: PreparedTopic;
}

const SNIPPET_BEFORE = 12;
const SNIPPET_LENGTH = 56;
/** More are not handed on: a page that draws hundreds of rows stops a cheap phone. */
export const MAX_HITS = 60;

/** A part's weight by where it is found; the sum over the parts orders the list. */
const WEIGHT = {
  answer: 40,
  answerStep: 3,
  // Beside a subject its place says little: 电厂上班受伤 asks about an injury.
  place: 12,
  exactTitle: 40,
  everyPart: 28,
  queryInTitle: 14,
  title: 12,
  spelled: 9,
  synonymInTitle: 8,
  keywords: 6,
  synonymInKeywords: 5,
  nearlyInTitle: 4,
  text: 2,
  synonymInText: 1,
} as const;

/** Prepares what {@link search} looks through. */
export function prepareSearch<Kind extends string>(
  entries: readonly SearchEntry<Kind>[],
  { topics, readings: table, places = {}, nearPlaces = '', person = '', kindWeight = {} }: Lexicon<Kind>,
): PreparedSearch<Kind> {
  const readings = readingsOf(table);
  const placeTopics = Object.entries(places).map(([district, names]) => ({
    words: names.split(' '),
    answers: [district, nearPlaces],
  }));
  return {
    readings,
    person: { topic: { words: [], answers: ['', person] }, isPlace: false, patterns: [], words: [] },
    topics: [...prepareTopics(topics, readings), ...prepareTopics(placeTopics, readings, true)],
    entries: entries.map((entry) => {
      const title = fold(entry.title);
      return {
        entry,
        title,
        bareTitle: queryWords(title).join(''),
        spelling: spellingOf(title, readings),
        sound: soundOf(title, readings),
        keywords: fold(`${entry.keywords} ${entry.detail}`),
        text: fold(entry.text),
        weight: kindWeight[entry.kind] ?? 0,
      };
    }),
  };
}

/**
 * Records in which every part of the query is found and the answers to any of its parts, best first; at most
 * {@link MAX_HITS}. A part that is written nowhere is left out where the rest of the query names a topic. Where nothing
 * is understood, topics whose words share characters with the query stand in.
 *
 * @example search(prepared, '沙坪坝 驿站').map((hit) => hit.entry.title)
 */
export function search<Kind extends string>(prepared: PreparedSearch<Kind>, query: string): SearchHit<Kind>[] {
  const words = queryWords(query);
  if (words.length === 0) return [];
  const understood = findParts(prepared, queryParts(prepared, words), words);
  const { parts, found } =
    understood.found.length > 0 ? understood : findParts(prepared, guess(prepared, words), words);
  const typed = parts.map((part) => part.typed);
  const marked = [
    ...new Set([...typed, ...parts.flatMap((part) => part.topics.filter(({ isPlace }) => !isPlace).flatMap(wordsOf))]),
  ];
  return found.map(({ one, isAnswer }) => ({
    entry: one.entry,
    titleRanges: titleRangesOf(one, typed, marked),
    snippet: snippetOf(one.entry.text, one.text, marked),
    isAnswer,
    place: placeIn(parts, one.entry.id, prepared.readings),
  }));
}

/** What is akin to a query in which nothing was understood, and a person; nothing where that is far-fetched. */
function guess<Kind extends string>({ topics, person }: PreparedSearch<Kind>, words: readonly string[]): QueryPart[] {
  const akin = akinTopics(words.join(''), topics);
  return [{ typed: words.join(''), topics: akin.length > 0 ? [...akin, person] : [] }];
}

/** The place of the query that a district's entry answers. */
function placeIn(parts: readonly QueryPart[], id: string, readings: Readings): string | null {
  for (const { typed, topics } of parts)
    for (const topic of topics)
      if (topic.isPlace && topic.topic.answers[0] === id) return placeNamed(topic, typed, readings);
  return null;
}

function findParts<Kind extends string>(
  prepared: PreparedSearch<Kind>,
  all: readonly QueryPart[],
  words: readonly string[],
) {
  const namesTopic = all.some((part) => part.topics.length > 0);
  const parts = all.filter(
    (part) => !namesTopic || part.topics.length > 0 || prepared.entries.some((one) => scoreOf(one, part, prepared) > 0),
  );
  const found = prepared.entries
    .map((one) => match(one, parts, words.join(''), prepared))
    .filter((one) => one !== null)
    .sort((a, b) => b.score - a.score || b.entry.date.localeCompare(a.entry.date))
    .slice(0, MAX_HITS);
  return { parts, found };
}

const wordsOf = ({ words }: PreparedTopic): string[] => words.map(({ word }) => word);

/** Pinyin with a blank after each syllable is one word where that is a topic's or stands in a title. */
function queryParts<Kind extends string>(prepared: PreparedSearch<Kind>, words: readonly string[]): QueryPart[] {
  const { entries, topics, readings } = prepared;
  const isWritten = (text: string) => entries.some((one) => isIn(one, text));
  const cut = (word: string) => queryPartsOf(word, topics, readings, isWritten);
  const letters = words.join('');
  if (words.length > 1 && /^[a-z]+$/.test(letters)) {
    const joined = cut(letters);
    if (joined.some((part) => part.topics.length > 0)) return joined;
    if (entries.some((one) => findPinyin(one.spelling, letters))) return joined;
  }
  return words.flatMap(cut);
}

const isIn = <Kind extends string>(one: PreparedEntry<Kind>, text: string): boolean =>
  one.title.includes(text) || one.keywords.includes(text) || one.text.includes(text);

function match<Kind extends string>(
  one: PreparedEntry<Kind>,
  parts: readonly QueryPart[],
  whole: string,
  prepared: PreparedSearch<Kind>,
): { one: PreparedEntry<Kind>; entry: SearchEntry<Kind>; score: number; isAnswer: boolean } | null {
  const scores = parts.map((part) => scoreOf(one, part, prepared));
  const inTitle = whole.length > 1 && one.bareTitle.includes(whole);
  const full = inTitle || (scores.length > 0 && scores.every((score) => score > 0));
  const isAnswer = parts.some(({ topics }) => topics.some(({ topic }) => topic.answers.includes(one.entry.id)));
  if (!full && !isAnswer) return null;
  const score =
    scores.reduce((sum, next) => sum + next, one.weight) +
    (full && parts.length > 1 ? WEIGHT.everyPart : 0) +
    (inTitle ? WEIGHT.queryInTitle : 0) +
    (one.bareTitle === whole ? WEIGHT.exactTitle : 0);
  return { one, entry: one.entry, score, isAnswer };
}

function titleRangesOf<Kind extends string>(
  one: PreparedEntry<Kind>,
  typed: readonly string[],
  marked: readonly string[],
): MatchRange[] {
  const spelled = typed.map((word) => findPinyin(one.spelling, word)).filter((range) => range !== null);
  return merge([...marked.flatMap((word) => rangesOf(one.title, word)), ...spelled]);
}

/** How well a part is found in an entry; 0 where it isn't. */
function scoreOf<Kind extends string>(
  one: PreparedEntry<Kind>,
  { typed, topics }: QueryPart,
  { readings }: PreparedSearch<Kind>,
): number {
  const found = [0];
  for (const { topic, isPlace, words } of topics) {
    const at = topic.answers.indexOf(one.entry.id);
    if (at >= 0) found.push((isPlace ? WEIGHT.place : WEIGHT.answer) - at * WEIGHT.answerStep);
    if (!isPlace) found.push(synonymScore(one, words));
  }
  const best = Math.max(...found);
  if (one.title.includes(typed)) return best + WEIGHT.title;
  if (findPinyin(one.spelling, typed)) return best + WEIGHT.spelled;
  if (one.keywords.includes(typed)) return best + WEIGHT.keywords;
  if (one.text.includes(typed)) return best + WEIGHT.text;
  return best > 0 || topics.length > 0 ? best : nearly(one, typed, readings);
}

/** What each topic's words come to in each entry: found once, for all that is typed after. */
const synonymScores = new WeakMap<PreparedTopic['words'], WeakMap<object, number>>();

function synonymScore<Kind extends string>(one: PreparedEntry<Kind>, words: PreparedTopic['words']): number {
  const scores = synonymScores.get(words) ?? new WeakMap<object, number>();
  synonymScores.set(words, scores);
  const known = scores.get(one);
  if (known !== undefined) return known;
  const isWithin = (text: string) => words.some(({ word }) => text.includes(word));
  const score = isWithin(one.title)
    ? WEIGHT.synonymInTitle
    : isWithin(one.keywords)
      ? WEIGHT.synonymInKeywords
      : isWithin(one.text)
        ? WEIGHT.synonymInText
        : 0;
  scores.set(one, score);
  return score;
}

/** A text of three or more characters of which one is wrong, or that only sounds like what is written. */
function nearly<Kind extends string>(one: PreparedEntry<Kind>, typed: string, readings: Readings): number {
  if (typed.length < 2 || /^[a-z0-9]+$/.test(typed)) return 0;
  const sound = soundOf(typed, readings);
  for (let start = 0; start + typed.length <= one.title.length; start++) {
    const alike = sound.every((syllable, at) => syllable === one.sound[start + at]);
    const same = [...typed].filter((character, at) => character === one.title[start + at]).length;
    if (alike || (typed.length > 2 && same >= typed.length - 1)) return WEIGHT.nearlyInTitle;
  }
  return 0;
}

function rangesOf(text: string, word: string): MatchRange[] {
  const ranges: MatchRange[] = [];
  if (word === '') return ranges;
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
  const shown = fold(text);
  return { text, ranges: merge(words.flatMap((word) => rangesOf(shown, word))) };
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
