/** Lines that belong to a picture, not to the text. */
import { coverage } from './similarity';

const MARKED =
  /^(?:[▲△↑↓]\s*|[（(]?\s*(?:图为|图[:：一二三四五六七八九\d]|上图|下图|左图|右图|配图|摄影[:：]|供图[:：]|图片来源))/;
/** 比赛现场（张三 摄） or 比赛现场 张三 摄: a name alone before the 摄, for a wrapped line may end in 职工摄|影展. */
const CREDIT = /^[^，。；]{0,40}(?:[（(][^（）()]{1,20}(?:摄|供图)[)）]|\s\S{2,4}\s?(?:摄|供图))$/;
const LONGEST = 60;
/** How much of a line's wording its neighbour must share for the line to be its picture's caption. */
const SHARED = 0.8;

/** Does the line say itself that it is a caption? */
export const isMarkedCaption = (text: string): boolean =>
  text.length <= LONGEST && (MARKED.test(text) || CREDIT.test(text));

/**
 * Does the line repeat what a paragraph next to it is about, as a caption does?
 *
 * @example repeats('2024年职工篮球比赛', '11月14日，2024年职工篮球比赛开幕。') // true
 */
export const repeats = (line: string, neighbour: string): boolean =>
  line.length <= LONGEST && coverage(line, neighbour) >= SHARED;
