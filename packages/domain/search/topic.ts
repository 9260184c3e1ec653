/** What people mean by what they type: topics with the words for them, found in a query that is one long sentence. */
import { fold } from './fold';
import { differByOne, findPinyin, soundOf, spellingOf, type Readings } from './pinyin';

/** Words that mean the same to somebody who searches, and what answers them. */
export interface SearchTopic {
  /**
   * Workers' words and the law's, all equal: each finds what is written with another. In a word a star stands for
   * whatever is said in between (`工资*没发`), `~` for two characters at most, `#` for a number, and characters in brackets
   * for any one of them (`[压砸]~脚`).
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
  /** Whether its words are names of places in one district. */
  isPlace: boolean;
  /** The words that are patterns. */
  patterns: readonly RegExp[];
  words: readonly {
    word: string;
    spelling: readonly (readonly string[])[];
    /** The usual pinyin of the whole word. */
    letters: string;
    /** Its syllables as {@link soundOf} makes them, divided by blanks. */
    sound: string;
  }[];
}

export const prepareTopics = (topics: readonly SearchTopic[], readings: Readings, isPlace = false): PreparedTopic[] =>
  topics.map((topic) => ({
    topic,
    isPlace,
    patterns: topic.words.filter(isPattern).map(patternOf),
    words: topic.words
      .filter((word) => word !== '' && !isPattern(word))
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

const isPattern = (word: string): boolean => /[*~#[]/.test(word);

/** How a number is written. */
const NUMBER = '[0-9一二两三四五六七八九十百千万几半]+';

const patternOf = (word: string): RegExp =>
  new RegExp(fold(word).replace(/\*/g, '.{0,8}?').replace(/~/g, '.{0,2}?').replace(/#/g, NUMBER));

/** What a question is asked with, in Mandarin and as in Chongqing. It says nothing about what is looked for. */
const questionWords =
  /咋个办|啷个办|怎么办|咋办|怎么样|怎么|咋个|啷个|咋|如何|为什么|为啥子|为啥|啥子|啥|哪里有|哪儿有|哪里|哪儿|哪点|哪个|哪些|哪边|在哪|哪有|什么时候|什么|可不可以|可以|能不能|有没有|有没得|是不是|要不要|该不该|行不行|算不算|合不合法|合法|犯法|晓不晓得|晓得|知道|需要|应该|免费|职工|多少钱|多少|好多|几个|请问|帮我|我想|我要|想要|想|要|能|给|会|去|附近|最近的|最近|一个|一下|我们|我|你|他|被|遭|老板|公司|单位|[吗呢啊吧嘛哦嘞哈了的得着过不没有是在和跟与]/g;

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
  const said = isLatin(word) ? [] : topics.filter((topic) => topic.patterns.some((pattern) => pattern.test(word)));
  const apart = said.filter((topic) => !parts.some((part) => part.topics.includes(topic)));
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

function cut(
  word: string,
  topics: readonly PreparedTopic[],
  readings: Readings,
  isWritten: (text: string) => boolean,
): QueryPart[] {
  const found: (QueryPart | string)[] = [];
  let rest = '';
  const endRest = () => {
    found.push(...rest.replace(questionWords, ' ').split(' ').filter(Boolean));
    rest = '';
  };
  for (let at = 0; at < word.length;) {
    const named = isLatin(word) ? null : longestAt(word, at, topics);
    if (named) {
      endRest();
      found.push(named);
      at += named.typed.length;
    } else {
      rest += word.charAt(at);
      at += 1;
    }
  }
  endRest();
  const isNamed = found.some((one) => typeof one !== 'string' && one.topics.some(({ isPlace }) => !isPlace));
  const parts = found.flatMap((one) =>
    typeof one === 'string' ? restParts(one, topics, { readings, isWritten, isNamed }) : [one],
  );
  // A single character left beside a topic is grammar, not something looked for.
  return parts.some((part) => part.topics.length > 0)
    ? parts.filter((part) => part.topics.length > 0 || part.typed.length > 1)
    : parts;
}

/** What decides how freely a text beside the topics is understood. */
interface RestContext {
  readings: Readings;
  isWritten: (text: string) => boolean;
  /** Whether another part of the same word names a subject as it is written. */
  isNamed: boolean;
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

function restParts(text: string, topics: readonly PreparedTopic[], context: RestContext): QueryPart[] {
  const { isWritten, isNamed } = context;
  if (isLatin(text)) return [{ typed: text, topics: spelledTopics(text, topics) }];
  const pieces = text.match(/[a-z0-9]+|[^a-z0-9]+/g) ?? [];
  // 沙坪ba: the last syllable is still being typed; of 沙坪b one letter says too little.
  if (pieces.length > 1 && !isWritten(text))
    return pieces
      .filter((piece) => piece.length > 1 || !isLatin(piece))
      .flatMap((piece) => restParts(piece, topics, context));
  if (text.length < 2) return [{ typed: text, topics: [] }];
  // 申请 begins 申请书, but 困难补助怎么申请 asks for no such thing.
  const begun = isNamed ? [] : unscattered(having(topics, ({ word }) => word.startsWith(text)));
  const meant = () => meantTopics(text, topics, context);
  return [{ typed: text, topics: begun.length > 0 || isWritten(text) ? begun : meant() }];
}

/** Of the places that a text begins none where they are all over the city: 重庆 names no place. */
const unscattered = (begun: PreparedTopic[]): PreparedTopic[] =>
  begun.filter(({ isPlace }) => isPlace).length > 2 ? begun.filter(({ isPlace }) => !isPlace) : begun;

type Word = PreparedTopic['words'][number];

const having = (topics: readonly PreparedTopic[], fits: (word: Word) => boolean): PreparedTopic[] =>
  topics.filter(({ words }) => words.some(fits));

/** Topics with a word that the letters spell, with one letter wrong at most; else the places that they spell. */
function spelledTopics(letters: string, topics: readonly PreparedTopic[]): PreparedTopic[] {
  const [subjects, places] = [topics.filter(({ isPlace }) => !isPlace), topics.filter(({ isPlace }) => isPlace)];
  const named = wholeOrBegun(letters, subjects);
  if (named.length > 0) return named;
  // Two letters begin some place or other whatever they are.
  const placed = letters.length < 3 ? [] : unscattered(wholeOrBegun(letters, places));
  return placed.length > 0 || letters.length < 5 ? placed : nearlySpelled(letters, subjects);
}

/** Topics with a word that the letters spell in full, by initials, or unfinished. */
function wholeOrBegun(letters: string, topics: readonly PreparedTopic[]): PreparedTopic[] {
  const written = having(topics, ({ word }) => word === letters);
  if (written.length > 0) return written;
  const whole = having(topics, ({ spelling }) => {
    const range = findPinyin(spelling, letters);
    return range?.[0] === 0 && range[1] === spelling.length;
  });
  if (whole.length > 0) return whole;
  return letters.length < 4 ? [] : having(topics, ({ spelling }) => findPinyin(spelling, letters)?.[0] === 0);
}

function nearlySpelled(letters: string, topics: readonly PreparedTopic[]): PreparedTopic[] {
  const slipped = having(topics, ({ letters: spelled }) => differByOne(letters, spelled));
  if (slipped.length > 0) return slipped;
  // chanjiatianshu: a word with more said after or before it; the longest says most.
  const within = (word: Word) => (word.letters.length >= 5 && letters.includes(word.letters) ? word.letters.length : 0);
  const longest = Math.max(0, ...topics.flatMap(({ words }) => words.map(within)));
  return longest === 0 ? [] : having(topics, (word) => within(word) === longest);
}

/**
 * The place that a part of a query names: the name with which the topic was found.
 *
 * @example placeNamed(topic, 'zengjiay') // '曾家岩'
 */
export function placeNamed({ words }: PreparedTopic, typed: string, readings: Readings): string | null {
  const fits: ((word: Word) => boolean)[] = [
    ({ word }) => word === typed,
    ({ spelling }) => findPinyin(spelling, typed)?.[1] === spelling.length && findPinyin(spelling, typed)?.[0] === 0,
    ({ word, spelling }) => word.startsWith(typed) || findPinyin(spelling, typed)?.[0] === 0,
    ({ sound }) => sound === soundOf(typed, readings).join(' '),
  ];
  for (const fit of fits) {
    const named = words.find(fit);
    if (named) return named.word;
  }
  return null;
}

/** Below this a query shares only common characters with a topic, and a guess would be worse than none. */
const MIN_AKIN = 0.4;

/** A character that more topics have is any sentence's. */
const MAX_HOLDERS = 6;

/** What a pair of characters says more than one. */
const PAIR = 2;

/**
 * Topics that share most with a query in which nothing else was understood: characters and pairs of them, each the more
 * the fewer topics have it. 胸口有个硬坨坨 has 胸 and 硬, which only the screening has.
 */
export function akinTopics(word: string, topics: readonly PreparedTopic[]): PreparedTopic[] {
  const text = word.replace(questionWords, ' ').replace(/[一二两三四五六七八九十百千万个天年月里人大小上下]/g, ' ');
  const shares = [...text].flatMap((character, at) => [character, text.slice(at, at + 2)]);
  const said = [...new Set(shares)].filter((share) => /^[\u4e00-\u9fff]{1,2}$/.test(share));
  const subjects = topics.filter(({ isPlace }) => !isPlace);
  const shared = subjects.map(() => ({ weight: 0, times: 0, last: -2 }));
  for (const share of said) {
    const place = text.indexOf(share);
    const having = subjects.map(({ words }) => words.some((known) => known.word.includes(share)));
    const holders = having.filter(Boolean).length;
    const weight = (share.length > 1 ? PAIR : 1) / holders;
    shared.forEach((one, at) => {
      if (!having[at]) return;
      one.weight += weight;
      // 火锅 is one thing: a topic with 火灾 and 揭不开锅 has neither half of it.
      if (holders > MAX_HOLDERS || (share.length === 1 && place === one.last + 1)) return;
      one.times += 1;
      if (share.length === 1) one.last = place;
    });
  }
  // 量子纠缠 has a character of 纠纷, and nothing to do with it.
  const weights = shared.map(({ weight, times }) => (times > 1 ? weight : 0));
  const most = Math.max(...weights);
  return most < MIN_AKIN ? [] : subjects.filter((_, at) => weights[at] === most);
}

/** Topics with a word that the text sounds like, has in it by sound, or is but for one character. */
function meantTopics(text: string, all: readonly PreparedTopic[], { readings, isNamed }: RestContext): PreparedTopic[] {
  const sound = soundOf(text, readings).join(' ');
  const alike = having(all, (word) => word.sound === sound);
  if (alike.length > 0) return alike;
  // Hundreds of short names would be heard in almost anything.
  const topics = all.filter(({ isPlace }) => !isPlace);
  const within = isNamed
    ? []
    : having(topics, ({ word, sound: part }) => word.length > 1 && ` ${sound} `.includes(` ${part} `));
  if (within.length > 0 || text.length < (isNamed ? 4 : 3)) return within;
  return having(topics, ({ word }) => word.length > 2 && differByOne(text, word));
}
