/** The items of a newsletter's news. */
import { daysBetween, isDay } from '../calendar';
import { openingOf, resolve, writtenDates, type WrittenDate } from './dates';
import type { DistrictIndex } from './districts';
import type { Flags, NewsDraft } from './drafts';
import { findFigures } from './figures';
import { sentences } from './marks';
import type { Paragraph } from './paragraphs';
import { titleOf } from './titles';

/** A title fills two lines of a phone's screen at most; a hundred characters are not one. */
const LONGEST_TITLE = 100;

/** What reading an item needs to know besides its text. */
export interface Reading {
  issueDate: string | null;
  districts: DistrictIndex;
  flags: Flags;
}

/** An item before it is read: a printed title, if any, and its paragraphs. */
export interface Item {
  title: string | null;
  line: number;
  paragraphs: [Paragraph, ...Paragraph[]];
}

/** A piece of news, and what its draft doesn't hold. */
export interface ReadNews {
  draft: NewsDraft;
  /** The last day, where it names a span. */
  end: string | null;
  /** Does it give a date, whether or not that could be resolved? */
  isDated: boolean;
}

/** Reads an item; its date stays null unless the text, with the day of issue, leaves no doubt. */
export function readNews({ title, line, paragraphs }: Item, reading: Reading): ReadNews {
  const texts = paragraphs.map((paragraph) => paragraph.text);
  const [first] = texts as [string, ...string[]];
  const { start, end, isDated, behind, words } = dateItem(first, line, reading);
  const text = texts.join('');
  const draft: NewsDraft = {
    title: title ?? ownTitle(first.slice(behind), line, reading),
    when: words,
    isTitlePrinted: title !== null,
    line,
    happenedOn: start,
    paragraphs: texts,
    figures: findFigures(text, { asOf: start ?? reading.issueDate, line, flags: reading.flags }),
    district: reading.districts.only(`${title ?? ''}${text}`),
  };
  return { draft, end, isDated };
}

/** A title of the item's own words; a first sentence without end gives none. */
function ownTitle(text: string, line: number, { flags }: Reading): string {
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

function dateItem(text: string, line: number, reading: Reading): Dating {
  const opening = openingOf(text);
  if (opening?.kind === 'date') {
    const { end: behind, words } = opening.date;
    return { ...settle(opening.date, line, reading), isDated: true, behind, words };
  }
  if (opening?.kind === 'undated') return undated(opening.end, opening.words);
  if (opening?.kind === 'relative') {
    reading.flags.note(line, 'happenedOn', `「${opening.words}」不知道是哪一天，按没有注明日期处理`);
    return undated(opening.end, opening.words);
  }
  const [first = ''] = sentences(text);
  const [only, second] = [...writtenDates(first)];
  // 市总工会于11月14日…… is as clear as a date in front; 自、截至 and a second date are not.
  if (only && !second && only.day !== null && /[于在，]$/.test(first.slice(0, only.start))) {
    return { ...settle(only, line, reading), isDated: true, behind: 0, words: only.words };
  }
  reading.flags.note(line, 'happenedOn', '开头没有日期，也没有「近日」，按没有注明日期处理');
  return undated(0, null);
}

/** Resolves a date, or says at its line why it can't be. */
export function settle(
  date: WrittenDate,
  line: number,
  { issueDate, flags }: Reading,
): { start: string | null; end: string | null } {
  const resolved = resolve(date, issueDate);
  if (resolved.ok) {
    if (issueDate !== null && isDay(resolved.start) && daysBetween(issueDate, resolved.start) > 0) {
      flags.note(line, 'happenedOn', `「${date.words}」是 ${resolved.start}，在出刊日期 ${issueDate} 之后`);
    }
    return resolved;
  }
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
