/** What people mean by what they type: topics with the words for them, found in a query that is one long sentence. */
import { fold } from './fold';
import { differByOne, findPinyin, soundOf, spellingOf, type Readings } from './pinyin';

/** Words that mean the same to somebody who searches, and what answers them. */
export interface SearchTopic {
  /**
   * Workers' words and the law's, all equal: each finds what is written with another. A star in a word stands for
   * whatever is said in between (`工资*没发`).
   */
  words: readonly string[];
  /** Ids of the entries that answer, best first; they stand before everything else. */
  answers: readonly string[];
}

/** One thing that a query asks for. */
export interface QueryPart {
  /** As typed and folded. */
  typed: string;
  /** The topics that it names; a word may belong to several. */
  topics: readonly PreparedTopic[];
}

/** A topic with its words folded and spelled, once for all queries. */
export interface PreparedTopic {
  topic: SearchTopic;
  /** The halves of the words with a star. */
  gapped: readonly (readonly [before: string, after: string])[];
  words: readonly {
    word: string;
    spelling: readonly (readonly string[])[];
    /** The usual pinyin of the whole word. */
    letters: string;
    /** Its syllables as {@link soundOf} makes them, divided by blanks. */
    sound: string;
  }[];
}

export const prepareTopics = (topics: readonly SearchTopic[], readings: Readings): PreparedTopic[] =>
  topics.map((topic) => ({
    topic,
    gapped: topic.words.filter((word) => word.includes('*')).map(halvesOf),
    words: topic.words
      .filter((word) => word !== '' && !word.includes('*'))
      .map(fold)
      .map((word) => {
        const spelling = spellingOf(word, readings);
        return {
          word,
          spelling,
          letters: spelling.map(([usual]) => usual).join(''),
          sound: soundOf(word, readings).join(' '),
        };
      }),
  }));

function halvesOf(word: string): readonly [string, string] {
  const [before = '', after = ''] = fold(word).split('*');
  return [before, after];
}

/** What a question is asked with, in Mandarin and as in Chongqing. It says nothing about what is looked for. */
const questionWords =
  /咋个办|啷个办|怎么办|咋办|怎么样|怎么|咋个|啷个|咋|如何|哪里有|哪儿有|哪里|哪儿|哪点|哪个|在哪|哪有|什么时候|什么|可以|可不可以|能不能|有没有|是不是|多少钱|多少|好多|几个|请问|我想|我要|想要|想|要|能|给|会|去|附近|最近的|最近|一个|一下|我们|我|你|他|被|老板|公司|单位|[吗呢啊吧嘛哦嘞哈了的得着过不没有是在和跟与]/g;

const isLatin = (word: string): boolean => /^[a-z0-9]+$/.test(word);

/**
 * Cuts a query's word into the topics that it names and what is left between them.
 *
 * @param isWritten whether a text is somewhere in what is searched, so that it isn't taken for a slip
 */
export function queryPartsOf(
  word: string,
  topics: readonly PreparedTopic[],
  readings: Readings,
  isWritten: (text: string) => boolean,
): QueryPart[] {
  const parts = cut(word, topics, readings, isWritten);
  const gapped = isLatin(word) ? [] : topics.filter((topic) => topic.gapped.some((halves) => hasInOrder(word, halves)));
  const apart = gapped.filter((topic) => !parts.some((part) => part.topics.includes(topic)));
  if (apart.length > 0) {
    const named = parts.filter((part) => part.topics.length > 0);
    return [{ typed: word, topics: apart }, ...named];
  }
  if (parts.some((part) => part.topics.length > 0) || isWritten(word)) return parts;
  // 扣我工资 is 扣工资.
  const tight = word.replace(/[我你他她的了个]/g, '');
  const again = tight === word ? [] : cut(tight, topics, readings, isWritten);
  if (again.some((part) => part.topics.length > 0)) return again;
  return parts.length > 0 ? parts : [{ typed: word, topics: [] }];
}

/** How much may be said between two halves of a word. */
const MAX_GAP = 8;

function hasInOrder(text: string, [before, after]: readonly [string, string]): boolean {
  const at = text.indexOf(before);
  if (at < 0) return false;
  const next = text.indexOf(after, at + before.length);
  return next >= 0 && next - at - before.length <= MAX_GAP;
}

function cut(
  word: string,
  topics: readonly PreparedTopic[],
  readings: Readings,
  isWritten: (text: string) => boolean,
): QueryPart[] {
  const parts: QueryPart[] = [];
  let rest = '';
  const endRest = () => {
    const left = rest.replace(questionWords, ' ').split(' ').filter(Boolean);
    parts.push(...left.flatMap((text) => restParts(text, topics, readings, isWritten)));
    rest = '';
  };
  for (let at = 0; at < word.length;) {
    const named = isLatin(word) ? null : longestAt(word, at, topics);
    if (named) {
      endRest();
      parts.push(named);
      at += named.typed.length;
    } else {
      rest += word.charAt(at);
      at += 1;
    }
  }
  endRest();
  // A single character left beside a topic is grammar, not something looked for.
  return parts.some((part) => part.topics.length > 0)
    ? parts.filter((part) => part.topics.length > 0 || part.typed.length > 1)
    : parts;
}

/** The longest topic word that stands at a place of the text. */
function longestAt(text: string, at: number, topics: readonly PreparedTopic[]): QueryPart | null {
  let typed = '';
  let named: PreparedTopic[] = [];
  for (const topic of topics)
    for (const { word } of topic.words) {
      if (word.length < typed.length || !text.startsWith(word, at)) continue;
      if (word.length > typed.length) named = [];
      typed = word;
      if (!named.includes(topic)) named.push(topic);
    }
  return typed === '' ? null : { typed, topics: named };
}

function restParts(
  text: string,
  topics: readonly PreparedTopic[],
  readings: Readings,
  isWritten: (text: string) => boolean,
): QueryPart[] {
  if (isLatin(text)) return [{ typed: text, topics: spelledTopics(text, topics) }];
  const pieces = text.match(/[a-z0-9]+|[^a-z0-9]+/g) ?? [];
  // 沙坪ba: the last syllable is still being typed; of 沙坪b one letter says too little.
  if (pieces.length > 1 && !isWritten(text))
    return pieces
      .filter((piece) => piece.length > 1 || !isLatin(piece))
      .flatMap((piece) => restParts(piece, topics, readings, isWritten));
  if (text.length < 2) return [{ typed: text, topics: [] }];
  const begun = having(topics, ({ word }) => word.startsWith(text));
  return [{ typed: text, topics: begun.length > 0 || isWritten(text) ? begun : meantTopics(text, topics, readings) }];
}

type Word = PreparedTopic['words'][number];

const having = (topics: readonly PreparedTopic[], fits: (word: Word) => boolean): PreparedTopic[] =>
  topics.filter(({ words }) => words.some(fits));

/** Topics with a word that the letters spell, in full, by initials or unfinished; else with one letter wrong. */
function spelledTopics(letters: string, topics: readonly PreparedTopic[]): PreparedTopic[] {
  const written = having(topics, ({ word }) => word === letters);
  if (written.length > 0) return written;
  const whole = having(topics, ({ spelling }) => {
    const range = findPinyin(spelling, letters);
    return range?.[0] === 0 && range[1] === spelling.length;
  });
  if (whole.length > 0) return whole;
  const begun = letters.length < 4 ? [] : having(topics, ({ spelling }) => findPinyin(spelling, letters)?.[0] === 0);
  if (begun.length > 0 || letters.length < 5) return begun;
  const slipped = having(topics, ({ letters: spelled }) => differByOne(letters, spelled));
  if (slipped.length > 0) return slipped;
  // chanjiatianshu: a word with more said after or before it; the longest says most.
  const within = (word: Word) => (word.letters.length >= 5 && letters.includes(word.letters) ? word.letters.length : 0);
  const longest = Math.max(0, ...topics.flatMap(({ words }) => words.map(within)));
  return longest === 0 ? [] : having(topics, (word) => within(word) === longest);
}

/** Topics that share most pairs of characters with a query in which nothing else was understood. */
export function akinTopics(word: string, topics: readonly PreparedTopic[]): PreparedTopic[] {
  const text = word.replace(questionWords, ' ');
  const pairs = [...text].map((_, at) => text.slice(at, at + 2)).filter((pair) => /^[\u4e00-\u9fff]{2}$/.test(pair));
  const shared = topics.map(
    ({ words }) => pairs.filter((pair) => words.some((known) => known.word.includes(pair))).length,
  );
  const most = Math.max(0, ...shared);
  return most === 0 ? [] : topics.filter((_, at) => shared[at] === most);
}

/** Topics with a word that the text sounds like, has in it by sound, or is but for one character. */
function meantTopics(text: string, topics: readonly PreparedTopic[], readings: Readings): PreparedTopic[] {
  const sound = soundOf(text, readings).join(' ');
  const alike = having(topics, (word) => word.sound === sound);
  if (alike.length > 0) return alike;
  const within = having(topics, ({ word, sound: part }) => word.length > 1 && ` ${sound} `.includes(` ${part} `));
  if (within.length > 0 || text.length < 3) return within;
  return having(topics, ({ word }) => word.length > 2 && differByOne(text, word));
}
