/** Events: what an item says was, or will be, on a named day at a named place. */
import { resolve, writtenDates } from './dates';
import type { EventDraft } from './drafts';
import { sentences } from './marks';
import type { ReadNews, NewsReading } from './news';
import { titleOf } from './titles';

const HELD = '举行|举办|召开|开幕|闭幕|落幕|启动|开赛|开班|开营|开讲|揭牌|揭幕|成立|启幕|上演|收官|开展|进行';
const MANNER = '(?:成功|隆重|正式|顺利|圆满|盛大|火热|联合|共同|如期|挂牌|集中|现场)?';
/** Not 正在 or 旨在, nor 在职 or 在校. */
const PLACE = new RegExp(`(^|[^正旨现存所实内])在(?![职岗校册编线])([^，。；：、！？]{2,30}?)${MANNER}(?:${HELD})`);
/** Words after 在 that name no place to go to. */
const NO_PLACE =
  /^(?:我市|本市|我[区县]|辖区.*|全[市区县国行].*|各.*|线上.*|会上|现场|此|企业|基层|一线|社区|工地|车间|职工.*中|.*\d+[个家处].*|.*(?:期间|之际|之前|之后|前|后|基础上|过程中|前提下|下|以来|范围内|方面|领域|活动中|工作中|会议上|同时|大力支持下))$/;
const CITY_ONLY = /^(?:渝|重庆|重庆市)$/;
const HOST = /由([^，。；、]{2,30}?)(?:联合)?主办/;

/** What is common to all events of one text, wherever in it they are found. */
type Common = Pick<EventDraft, 'line' | 'newsLine' | 'district' | 'figures'>;

/** When the text as a whole was, and its title. */
interface Whole {
  start: string | null;
  end: string | null;
  isDated: boolean;
  title: string | null;
}

/** The event of a piece of news, if it names a day and a place. */
export function eventOfNews({ draft, start, end, isDated }: ReadNews, reading: NewsReading): EventDraft | null {
  const common = { line: draft.line, newsLine: draft.line, district: draft.district, figures: draft.figures };
  const whole = { start, end, isDated, title: draft.title };
  return findEvent(draft.paragraphs.join(''), whole, common, reading);
}

/** The event that a case's lead opens with, such as the exhibition that it is about. */
export function eventOfLead(
  lead: string,
  about: { line: number; district: EventDraft['district'] },
  reading: NewsReading,
): EventDraft | null {
  const [first = ''] = sentences(lead);
  const whole = { start: null, end: null, isDated: false, title: null };
  return findEvent(first, whole, { ...about, newsLine: null, figures: [] }, reading);
}

function findEvent(text: string, whole: Whole, common: Common, reading: NewsReading): EventDraft | null {
  for (const [index, sentence] of sentences(text).entries()) {
    const held = heldAt(sentence);
    if (!held || NO_PLACE.test(held.place)) continue;
    const isWhole = index === 0 && whole.isDated;
    const day = isWhole ? whole : announcedDay(sentence, held.at, index === 0, common.line, reading);
    if (day?.start?.length !== 10) continue;
    if (CITY_ONLY.test(held.place)) reading.flags.note(common.line, 'place', `地点只说到「${held.place}」`);
    const title = (isWhole && whole.title) || titleOf(afterDate(sentence));
    return {
      ...common,
      // 发布通知，将于……举行招聘会 announces the 招聘会, not the 通知.
      title: !isWhole && held.what.length >= 4 ? held.what : nameOf(title),
      start: day.start,
      end: day.end,
      place: held.place,
      organiser: HOST.exec(sentence)?.[1] ?? hostOf(titleOf(afterDate(sentence))),
      summary: sentence.trim(),
    };
  }
  return null;
}

/** Where a sentence says that something was held. */
interface Held {
  place: string;
  /** Position of 在. */
  at: number;
  /** What stands behind 举行 and the like, up to the next stop. */
  what: string;
}

function heldAt(text: string): Held | null {
  const hit = PLACE.exec(text);
  if (!hit) return null;
  const [whole, before = '', place = ''] = hit;
  const [what = ''] = text.slice(hit.index + whole.length).split(/[，。；、！？]/, 1);
  return { place: place.trim(), at: hit.index + before.length, what };
}

/** The day that a sentence itself gives, in front of the place; further into a text only if it is to come (将于…). */
function announcedDay(
  sentence: string,
  before: number,
  isFirst: boolean,
  line: number,
  { issueDate, flags }: NewsReading,
) {
  const front = sentence.slice(0, before);
  const date = [...writtenDates(front)].at(-1);
  if (!date || date.day === null || (!isFirst && !/[将拟]/.test(front))) return null;
  const resolved = resolve(date, issueDate);
  if (resolved.ok) return resolved;
  flags.note(line, 'start', `「${date.words}」看不出是哪一天，没有列为活动`);
  return null;
}

const afterDate = (sentence: string): string => {
  const [first] = writtenDates(sentence);
  return first?.start === 0 ? sentence.slice(first.end) : sentence;
};

/** 「职工篮球比赛在中心广场开幕」 is the 职工篮球比赛; 「市总工会在中心广场举办比赛」 stays whole. */
function nameOf(title: string): string {
  const held = heldAt(title);
  const name = held && held.what === '' ? title.slice(0, held.at) : title;
  return name.length >= 4 ? name.replace(/^“([^“”]+)”$/, '$1') : title;
}

/** Who 在……举办……: the union that the sentence begins with. */
function hostOf(title: string): string | null {
  const held = heldAt(title);
  const host = held && held.what !== '' ? title.slice(0, held.at) : '';
  return /^[^，、“”]{2,20}工会$/.test(host) ? host : null;
}
