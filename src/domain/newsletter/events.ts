/** Events: what an item says was, or will be, on a named day at a named place. */
import { writtenDates } from './dates';
import type { EventDraft, FigureDraft } from './drafts';
import { sentences } from './marks';
import { settle, type ReadNews, type Reading } from './news';
import { titleOf } from './titles';

const HELD = '举行|举办|召开|开幕|闭幕|落幕|启动|开赛|开班|开营|开讲|揭牌|揭幕|成立|启幕|上演|收官|开展|进行';
const MANNER = '(?:成功|隆重|正式|顺利|圆满|盛大|火热|联合|共同|如期)?';
/** Not 正在 or 旨在, nor 在职 or 在校. */
const PLACE = new RegExp(`(^|[^正旨现存所实内])在(?![职岗校册编线])([^，。；：、！？]{2,30}?)${MANNER}(?:${HELD})`);
/** Words after 在 that name no place to go to. */
const NO_PLACE =
  /^(?:我市|本市|全[市区县国行]|各.*|线上|会上|现场|此|.*(?:期间|之际|基础上|过程中|前提下|下|以来|范围内|方面|领域|活动中|工作中))$/;
const CITY_ONLY = /^(?:渝|重庆|重庆市)$/;
const HOST = /由([^，。；、]{2,30}?)(?:联合)?主办/;

/** The event of a piece of news, if it names a day and a place. */
export function eventOfNews({ draft, end }: ReadNews, reading: Reading): EventDraft | null {
  const common = { line: draft.line, newsLine: draft.line, district: draft.district, figures: draft.figures };
  const text = draft.paragraphs.join('');
  return findEvent(text, { start: draft.happenedOn, end, title: draft.title }, common, reading);
}

/** The event that a case's lead opens with, such as the exhibition that it is about. */
export function eventOfLead(
  lead: string,
  about: { line: number; district: EventDraft['district'] },
  reading: Reading,
): EventDraft | null {
  const [first = ''] = sentences(lead);
  const common = { ...about, newsLine: null, figures: [] as FigureDraft[] };
  return findEvent(first, { start: null, end: null, title: null }, common, reading);
}

type Common = Pick<EventDraft, 'line' | 'newsLine' | 'district' | 'figures'>;

function findEvent(
  text: string,
  item: { start: string | null; end: string | null; title: string | null },
  common: Common,
  reading: Reading,
): EventDraft | null {
  for (const [index, sentence] of sentences(text).entries()) {
    const held = PLACE.exec(sentence);
    if (!held || NO_PLACE.test(held[2] as string)) continue;
    const own = ownDate(sentence, held.index, index === 0 && item.start !== null, common.line, reading);
    // A later sentence without a date of its own tells more of the item, not of another event.
    const day = own ?? (index === 0 ? item : null);
    if (day?.start?.length !== 10) continue;
    const place = (held[2] as string).trim();
    if (CITY_ONLY.test(place)) reading.flags.note(common.line, 'place', `地点只说到「${place}」`);
    const title = own || !item.title ? titleOf(afterDate(sentence)) : item.title;
    return {
      ...common,
      title: nameOf(title),
      start: day.start,
      end: day.end,
      place,
      organiser: HOST.exec(sentence)?.[1] ?? null,
      summary: sentence.trim(),
    };
  }
  return null;
}

/** The date that the sentence itself gives, in front of the place. */
function ownDate(sentence: string, before: number, isDated: boolean, line: number, reading: Reading) {
  if (isDated) return null;
  const date = [...writtenDates(sentence.slice(0, before + 1))].at(-1);
  return date && date.day !== null ? settle(date, line, reading) : null;
}

const afterDate = (sentence: string): string => {
  const [first] = writtenDates(sentence);
  return first?.start === 0 ? sentence.slice(first.end) : sentence;
};

/** 「职工篮球比赛在中心广场开幕」 is the 职工篮球比赛. */
function nameOf(title: string): string {
  const held = PLACE.exec(title);
  const name = held ? title.slice(0, held.index + (held[1] as string).length) : title;
  return name.length >= 4 ? name.replace(/^“([^“”]+)”$/, '$1') : title;
}
