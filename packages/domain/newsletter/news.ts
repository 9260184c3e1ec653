/** The items of a newsletter's news. */
import { daysBetween, isDay } from '../calendar';
import { dayUnderMonth, openingOf, resolve, writtenDates, type WrittenDate } from './dates';
import type { DistrictIndex } from './districts';
import type { DistrictMention, Flags, NewsDraft } from './drafts';
import { findFigures } from './figures';
import { isClosed, sentences, undecorated } from './marks';
import { itemOpening, leadOf, sloganIn } from './openings';
import type { NewsletterParagraph } from './paragraphs';
import { titleOf } from './titles';
import { unionAt } from './unions';

/** A title fills two lines of a phone's screen at most; a hundred characters are not one. */
const LONGEST_TITLE = 100;
/** 强本领：12月2日，…… is a call, and 工地上 above a text a rubric: neither says what happened. */
const SHORTEST_TITLE = 4;
/** What a text is may be all that stands above it. */
const KIND_OF_TEXT = /^(?:讣告|喜报|公示|倡议书?)$/;
/** A first sentence this short only names what the second tells. */
const SHORT_SENTENCE = 20;

/** What reading an item needs to know besides its text. */
export interface NewsReading {
  issueDate: string | null;
  /** The district of the union that publishes the newsletter: its items that name none are there. */
  home: DistrictMention | null;
  /** The month that the newsletter's heading gives, where it gives one: 2日 below it is a day. */
  month: { year: number | null; month: number } | null;
  /** Names of categories that the national lists don't have and somebody has confirmed. */
  ownCategories: readonly string[];
  districts: DistrictIndex;
  flags: Flags;
}

/** An item before it is read: a printed title, if any, and its paragraphs. */
export interface Item {
  title: string | null;
  line: number;
  /** Every line that it was read from, its title's included. */
  lines: number[];
  paragraphs: [NewsletterParagraph, ...NewsletterParagraph[]];
  /** The districts of the group that it stands in. */
  districts: DistrictMention[];
  /** The union whose group it stands in. */
  union: string | null;
  /** The day that its group is headed by. */
  day: WrittenDate | null;
}

/** A piece of news, and what its draft doesn't hold. */
export interface ReadNews {
  draft: NewsDraft;
  lines: readonly number[];
  /** The first day, also where that is still to come; the draft's `happenedOn` has only what happened. */
  start: string | null;
  /** The last day, where it names a span. */
  end: string | null;
  /** Does it give a date, whether or not that could be resolved? */
  isDated: boolean;
  /** Is its district only that of the union that publishes? */
  isAtHome: boolean;
}

/** Reads an item; its date stays null unless the text, with the day of issue, leaves no doubt. */
export function readNews(
  { title: printed, line, lines, paragraphs, districts: ofGroup, union, day }: Item,
  reading: NewsReading,
): ReadNews {
  const texts = withoutDateline(
    paragraphs.map((paragraph) => paragraph.text),
    line,
    reading,
  );
  const [first = ''] = texts;
  // 本报垫江9月13日电 says which day 今天 is.
  const [ofDateline = null] = [...writtenDates(leadOf(paragraphs[0].text).dateline ?? '')];
  const isSlogan = paragraphs[0].mark !== null || /^[\u4e00-\u9fff]{2,6}[：:]/.test(first);
  const slogan = printed === null && isSlogan ? sloganIn(first) : null;
  // 甲工会开茶艺课（6月3日） gives its day behind the title.
  const ofTitle = dayBehind(printed);
  const front =
    printed === null ? slogan : undecorated(ofTitle === null ? printed : printed.replace(/[（(][^（）()]+[)）]$/, ''));
  const title = front !== null && (front.length >= SHORTEST_TITLE || KIND_OF_TEXT.test(front)) ? front : null;
  const { start, end, isDated, behind, words } = dateItem(
    slogan === null ? first : first.slice(slogan.length + 1),
    // A feature of several paragraphs tells of days that are not its own.
    texts.length === 1 ? first : '',
    line,
    { ofGroup: ofTitle ?? day, ofDateline },
    reading,
  );
  const happenedOn = hasHappened(start, words, line, reading) ? start : null;
  const text = texts.join('');
  const { label } = leadOf(first);
  const labelTitle = titleIn(label);
  const named = reading.districts.all(`${title ?? ''}${text}`);
  // 城口：高山上有了流动图书车 says in its title where it was.
  const placed = label ?? /^([\p{Script=Han}、]{2,12})[:：]/u.exec(title ?? '')?.[1] ?? null;
  const ofLabel = (placed !== null && reading.districts.list(placed)) || ofGroup;
  const subject = label !== null && isSubject(label) ? label : union;
  const titled = title ?? labelTitle ?? withSubject(subject, ownTitle(first.slice(behind), line, reading));
  const isLocal = ofLabel.length === 0 && reading.home !== null && LOCAL.test(titled);
  const isAtHome = named.length + ofLabel.length === 0 && reading.home !== null && !OF_THE_CITY.test(titled);
  const districts = isLocal
    ? withHome(named, reading.home)
    : named.length > 0
      ? named
      : isAtHome && reading.home !== null
        ? [reading.home]
        : ofLabel;
  noteUnfinished(paragraphs, reading);
  noteSecond(paragraphs, slogan === null ? 1 : 2, reading);
  const draft: NewsDraft = {
    title: titled,
    when: words,
    isTitlePrinted: title !== null || labelTitle !== null,
    line,
    happenedOn,
    paragraphs: texts,
    figures: findFigures(text, { asOf: happenedOn ?? reading.issueDate, line, flags: reading.flags }),
    district: districts.length === 1 ? (districts[0] ?? null) : null,
    districts,
  };
  return { draft, lines, start, end, isDated, isAtHome };
}

function dayBehind(title: string | null): WrittenDate | null {
  const inner = /[（(]([^（）()]{4,12})[)）]$/.exec(title ?? '')?.[1];
  const opening = inner === undefined ? null : openingOf(inner);
  const isDay = opening?.kind === 'date' && opening.date.day !== null && opening.date.end === inner?.length;
  return isDay ? opening.date : null;
}

/** A town's union, and 区总工会 without a name, is of the district whose union publishes, wherever it went: 水江镇总工会送工友到两江新区. */
const LOCAL = /^(?:[区县]总工会|[\u4e00-\u9fff]{2,4}(?:镇|街道)(?:总工会|工会))/;

const withHome = (named: readonly DistrictMention[], home: DistrictMention | null): DistrictMention[] =>
  home === null || named.some(({ adcode }) => adcode === home.adcode) ? [...named] : [home, ...named];

/** What the city's own union does is in no district, whoever reports it. */
const OF_THE_CITY = /^(?:(?:重庆)?市(?:总工会|级|人大|政协|[\u4e00-\u9fff]{2,10}工会)|市总|全市)/;

/** 【市总工会启动送温暖】 is a title; 【渝中区】 and 【送温暖】 only say what the item belongs to. */
const titleIn = (label: string | null): string | null =>
  label !== null && label.length >= 8 && !isSubject(label) ? label : null;

/** Does a label name one union or several, or a branch of a company's union: 市交通工会、市城乡建设工会, 物流分会? */
const isSubject = (label: string): boolean =>
  label
    .split(/[、\s]|和|与|及/)
    .every((part) => unionAt(part) === part || /^[\u4e00-\u9fff]{2,20}(?:分会|办事处)$/.test(part));

/** 「涪陵区总工会：7月8日，召开……」 and an item below its union's name say who did it in front of the sentence only. */
const withSubject = (subject: string | null, title: string): string =>
  subject === null || title.includes('工会') || title === '' ? title : `${subject}：${title}`;

/** A day after the day of issue is one that the newsletter announces. */
function hasHappened(
  day: string | null,
  words: string | null,
  line: number,
  { issueDate, flags }: NewsReading,
): boolean {
  if (day === null || issueDate === null || !isDay(day) || daysBetween(issueDate, day) <= 0) return true;
  flags.note(
    line,
    'happenedOn',
    `「${words ?? day}」是 ${day}，在出刊日期 ${issueDate} 之后，是预告，不当作发生的日期`,
  );
  return false;
}

/** 本报讯（记者 张三） is no part of the text, and names somebody. */
function withoutDateline(texts: string[], line: number, { flags }: NewsReading): string[] {
  const [first = '', ...others] = texts;
  const { dateline } = leadOf(first);
  if (dateline === null) return texts;
  flags.note(line, 'text', `署名不收进正文：「${dateline.trim()}」`);
  return [first.replace(dateline, ''), ...others];
}

/** A paragraph that has the front of another item inside was perhaps glued together from two. */
function noteSecond(paragraphs: readonly NewsletterParagraph[], from: number, { flags }: NewsReading): void {
  for (const [at, { text, line }] of paragraphs.entries()) {
    for (const sentence of sentences(text).slice(at === 0 ? from : 1)) {
      const opening = itemOpening(sentence);
      if (opening.kind !== 'date' || opening.opening.kind !== 'date' || opening.union === null) continue;
      flags.note(line, 'text', `这一段里「${sentence.slice(0, 16)}……」像是另一条，看看要不要分开`);
      break;
    }
  }
}

function noteUnfinished(paragraphs: readonly NewsletterParagraph[], { flags }: NewsReading): void {
  for (const [at, { text, lines }] of paragraphs.entries()) {
    const last = lines.at(-1);
    // A colon leads to the paragraph behind it.
    if (last === undefined || isClosed(text) || (/[:：]$/.test(text) && at < paragraphs.length - 1)) continue;
    const end = text.slice(-12);
    flags.note(last, 'paragraphs', `这一段停在「${end}」，结尾没有句号，看看是不是没有写完`);
  }
}

/** A title of the item's own words; a first sentence without end gives none. */
function ownTitle(text: string, line: number, { flags }: NewsReading): string {
  const title = titleOf(text);
  if (title.length > LONGEST_TITLE || title === '') {
    const message = title === '' ? '这一条没有内容' : `第一句有 ${title.length} 字没有停顿，取不出标题`;
    flags.fault(line, 'title', message, '在这一条上面写一行标题，或者把第一句断开');
  }
  return title.slice(0, LONGEST_TITLE);
}

/** When an item was, and how many characters in front of it say so. */
interface Dating {
  start: string | null;
  end: string | null;
  isDated: boolean;
  behind: number;
  words: string | null;
}

const undated = (behind: number, words: string | null): Dating => ({
  start: null,
  end: null,
  isDated: false,
  behind,
  words,
});

/** A date inside the first sentence is the item's own behind 于 and 在, and right behind who did it. */
const BEFORE_DATE = /(?:[于在，、]|(?<![。！？])[”"』」》]|[工分]会(?:委员会|联合会)?|[司院校局委厂]|街道|[区县镇乡])$/;
/** 将于, 拟于, 定于 announce; 自, 截至 say since and until when. */
const PLANNED = /(?:将|拟|定|计划|预计)[于在]?$/;

/** The only day that a text names, where it is the day of what happened and no day since or until which. */
function lastDayInside(text: string): WrittenDate | null {
  const [only, second] = [...writtenDates(text)];
  if (!only || second || only.day === null || only.last !== null) return null;
  const [before, behind] = [text.slice(0, only.start), text.slice(only.end)];
  const isBound =
    /(?:[自从由至到]|截[至止]|将|拟|定于|计划|预计|[“《（(])$/.test(before) ||
    /^(?:[前止]|之前|以前|以来|截止)/.test(behind);
  return isBound ? null : only;
}

function dateItem(
  text: string,
  whole: string,
  line: number,
  { ofGroup, ofDateline }: Record<'ofGroup' | 'ofDateline', WrittenDate | null>,
  reading: NewsReading,
): Dating {
  const lead = leadOf(text);
  const sentence = text.slice(lead.end);
  const opening = openingOf(sentence);
  // 1月20日以来 is no day on which anything happened.
  const since = opening?.kind === 'date' ? /^以来[，,]?/.exec(sentence.slice(opening.date.end)) : null;
  if (opening?.kind === 'date' && since)
    return undated(lead.end + opening.date.end + since[0].length, `${opening.date.words}${since[0]}`);
  if (opening?.kind === 'date') {
    const { end, words } = opening.date;
    return { ...settleNews(opening.date, line, reading), isDated: true, behind: lead.end + end, words };
  }
  if (opening?.kind === 'undated') return undated(lead.end + opening.end, opening.words);
  if (opening?.kind === 'relative') {
    const ofMonth = reading.month === null ? null : dayUnderMonth(opening.words, reading.month);
    if (ofMonth !== null)
      return {
        ...settleNews(ofMonth, line, reading),
        isDated: true,
        behind: lead.end + opening.end,
        words: ofMonth.words,
      };
    if (ofDateline !== null && /^(?:今|当)/.test(opening.words))
      return {
        ...settleNews(ofDateline, line, reading),
        isDated: true,
        behind: lead.end + opening.end,
        words: ofDateline.words,
      };
    reading.flags.note(line, 'happenedOn', `「${opening.words}」不知道是哪一天，按没有注明日期处理`);
    return undated(lead.end + opening.end, opening.words);
  }
  const [first = ''] = sentences(sentence);
  const [only, second] = [...writtenDates(first)];
  const before = only ? first.slice(0, only.start) : '';
  // 市总工会于11月14日…… is as clear as a date in front; 自、截至 are not, nor is a second date where the first is not right behind who did it.
  const isFirst = !second || unionAt(before) === before;
  if (only && isFirst && only.day !== null && BEFORE_DATE.test(before) && !PLANNED.test(before)) {
    return { ...settleNews(only, line, reading), isDated: true, behind: lead.end, words: only.words };
  }
  if (ofGroup !== null && !only)
    return { ...settleNews(ofGroup, line, reading), isDated: true, behind: lead.end, words: ofGroup.words };
  const apart = dateApart(sentence, lead.label !== null);
  if (apart !== null && !only)
    return { ...settleNews(apart, line, reading), isDated: true, behind: lead.end, words: apart.words };
  // 渝中区总工会近日…… is as undated as 近日，渝中区总工会…….
  const recent = /^[^，。]{2,24}?(近日|日前|近期|不久前)/.exec(first)?.[1];
  if (recent !== undefined) return undated(lead.end, recent);
  const inside = lastDayInside(whole);
  if (inside !== null) {
    reading.flags.note(line, 'happenedOn', `日期写在文中，按「${inside.words}」记`);
    return { ...settleNews(inside, line, reading), isDated: true, behind: lead.end, words: inside.words };
  }
  reading.flags.note(line, 'happenedOn', '开头没有日期，也没有「近日」，按没有注明日期处理');
  return undated(lead.end, null);
}

/**
 * The date of an item that gives it apart from its first sentence: in brackets at the very end, ……61个。（7月8日）, or at
 * the front of the second sentence where the first, behind a union's name, is only a few words: 甲工会：举办技能赛。7月3日，……
 */
function dateApart(text: string, isLabelled: boolean): WrittenDate | null {
  const [first = '', second = ''] = sentences(text);
  const last = /[（(]([^（）()]{4,12})[)）]$/.exec(text)?.[1];
  const named = last === undefined ? (isLabelled && first.length <= SHORT_SENTENCE ? second : '') : last;
  const opening = openingOf(named);
  if (opening?.kind !== 'date' || opening.date.day === null) return null;
  return last === undefined || opening.date.end === last.length ? opening.date : null;
}

/** Resolves a date, or says at its line why it can't be. */
export function settleNews(
  date: WrittenDate,
  line: number,
  { issueDate, flags }: NewsReading,
): { start: string | null; end: string | null } {
  const resolved = resolve(date, issueDate);
  if (resolved.ok) return resolved;
  const { message, expected } = unresolved[resolved.reason](date.words, issueDate ?? '');
  flags.fault(line, 'happenedOn', message, expected);
  return { start: null, end: null };
}

const unresolved = {
  'no-issue-date': (words: string) => ({
    message: `「${words}」没有写年份，不知道出刊日期就不知道是哪一年`,
    expected: '命令后面加上 --issue-date 和出刊日期，例如 --issue-date 2024-11-20',
  }),
  'far-from-issue': (words: string, issue: string) => ({
    message: `「${words}」没有写年份，离出刊日期 ${issue} 太远，看不出是哪一年`,
    expected: '在日期前写上年份，或者核对出刊日期',
  }),
  'not-a-day': (words: string) => ({ message: `日历上没有「${words}」`, expected: '一个真实的日期，例如 11月14日' }),
};
