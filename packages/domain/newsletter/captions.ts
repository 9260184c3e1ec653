/** Lines that belong to a picture, not to the text. */
import { isClosed } from './marks';
import { itemOpening, opensItem } from './openings';
import { coverage } from './similarity';

const MARKED =
  /^(?:[▲△↑↓]\s*|[（(]?\s*(?:图为|图[:：一二三四五六七八九\d①-⑩]|上图|下图|左图|右图|配图|摄影[:：]|供图[:：]|图片来源))/;
/** 律师为职工答疑。刘某某 摄: a sentence under its picture. */
const CREDITED_SENTENCE = /^[^；]{4,50}。\s*\S{2,4}\s(?:摄|供图)$/;
/** 比赛现场（张三 摄） or 比赛现场 张三 摄: a name alone before the 摄, for a wrapped line may end in 职工摄|影展. */
const CREDIT = /^[^，。；]{0,40}(?:[（(][^（）()]{1,20}(?:摄|供图)[)）]|\s\S{2,4}\s?(?:摄|供图))$/;
const LONGEST = 60;
/** How much of a line's wording its neighbour must share for the line to be its picture's caption. */
const SHARED = 0.8;

/**
 * Is what stands behind ▲ or △ a picture's caption? An item opens with its date or its union, and is a whole sentence.
 *
 * @example captionBehind('启动仪式') // true
 * captionBehind('7月4日，龙溪街道总工会举办夏令营。') // false
 */
export const captionBehind = (content: string): boolean =>
  content.length <= LONGEST && !(isClosed(content) && opensItem(content));

/** Names of pictures: 比赛现场, 合影. */
const PICTURE = /(?:现场|合影|留影|剪影|瞬间|掠影|照片|图片|画面|场景|一角|作品展示|活动照)$/;

/** Would the line do as a caption of the paragraph before it, better than as a title of the one behind it? */
export function isRatherCaption(line: string, before: string, behind: string): boolean {
  const [here, there] = [coverage(line, before), coverage(line, behind)];
  return (PICTURE.test(line) && there < SHARED) || (here >= 0.5 && here > there);
}

/** A day and the union that did something on it: news, though a photographer is named behind it. */
function isDeed(text: string): boolean {
  const opening = itemOpening(text);
  return opening.kind === 'date' && opening.union !== null;
}

/** Does the line say itself that it is a caption? */
export const isMarkedCaption = (text: string): boolean =>
  text.length <= LONGEST &&
  (CREDIT.test(text) ||
    (CREDITED_SENTENCE.test(text) && !isDeed(text)) ||
    (MARKED.test(text) && (!/^[▲△↑↓]/.test(text) || captionBehind(text.replace(/^[▲△↑↓]\s*/, '')))));

/**
 * Does the line repeat what a paragraph next to it is about, as a caption does?
 *
 * @example repeats('2024年职工篮球比赛', '11月14日，2024年职工篮球比赛开幕。') // true
 */
export const repeats = (line: string, neighbour: string): boolean =>
  line.length <= LONGEST && coverage(line, neighbour) >= SHARED;
