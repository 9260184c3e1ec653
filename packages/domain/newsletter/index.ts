/** Public API of the newsletter reader: a pasted text in, drafts of cases, news and events out, and an account of every line. */
import { casesOfList } from './case-list';
import { mergeCases } from './case-merge';
import { casesOf } from './cases';
import { isCalendarDay, monthIn } from './dates';
import { DistrictIndex, type KnownDistrict } from './districts';
import {
  Flags,
  type Confidence,
  type DistrictMention,
  type EventDraft,
  type Newsletter,
  type NewsDraft,
} from './drafts';
import { eventOfLead, eventOfNews } from './events';
import { lastDayIn, withoutFurniture, type PageFacts } from './furniture';
import type { LineUse } from './ledger';
import { readLines, type NewsletterLine } from './lines';
import { itemsOf } from './news-items';
import { readNews, type ReadNews, type NewsReading } from './news';
import { opensItem } from './openings';
import { announcesCases, partLines, type Parts, type NewsletterSection } from './sections';
import type { Categories } from './structure';

export type { CaseDraft, Confidence, EventDraft, FigureDraft, Flag, NewsDraft, Newsletter } from './drafts';
export type { LineUse } from './ledger';
export type { KnownDistrict } from './districts';
export { compareNewsletter, type Comparison, type Existing, type FieldChange, type Verdict } from './compare';
export { UNKNOWN_PUBLISHER, type CaseEntry, type EventEntry, type NewsEntry } from './records';
import { coverage, essence } from './similarity';
import { unionOf } from './unions';

/**
 * Keeps each item once. The same words twice are one item; the same title on the same day with other
 * words may be a correction or an oversight, and only a person can tell.
 */
function withoutDuplicates(items: ReadNews[], flags: Flags): ReadNews[] {
  const byText = new Map<string, NewsDraft>();
  const byTitle = new Map<string, NewsDraft>();
  return items.filter(({ draft, lines }) => {
    const text = essence(draft.paragraphs.join(''));
    const title = `${draft.happenedOn} ${essence(draft.title)}`;
    const same = byText.get(text);
    const namesake = byTitle.get(title);
    if (same) {
      flags.leaveOut(lines, `和第 ${same.line} 行重复，只收一次`);
    } else if (namesake) {
      const message = `日期和标题与第 ${namesake.line} 行相同，内容不同`;
      flags.fault(draft.line, 'title', message, '同一件事只留一条；是两件事就把标题写得不同');
    }
    byText.set(text, same ?? draft);
    byTitle.set(title, namesake ?? draft);
    return !same && !namesake;
  });
}

export { isCalendarDay };

export interface NewsletterOptions {
  /** The day it was published, `YYYY-MM-DD`; dates without a year are resolved against it. */
  issueDate?: string | null;
  /** The national union's categories; without them only numbered headings below a list are known. */
  categories?: Categories;
  /** Categories beside those, by their names alone: what a clerk has confirmed, and what published cases have. */
  ownCategories?: readonly string[];
  districts?: readonly KnownDistrict[];
  /** Who published it; without this only what is printed on it counts. */
  publisher?: string | null;
  /** How sure the caller is of what it says. */
  confidence?: Confidence | null;
}

/**
 * Reads a newsletter as the union publishes it.
 *
 * @throws RangeError when `issueDate` is not a day of the calendar
 * @example
 * const { news, flags } = parseNewsletter('# 工会通讯\n## 一周动态\n◆11月14日，某区总工会开班。', { issueDate: '2024-11-20' });
 * news[0].happenedOn; // '2024-11-14'
 */
export function parseNewsletter(text: string, options: NewsletterOptions = {}): Newsletter {
  const { categories = {}, ownCategories = [], districts = [] } = options;
  const given = options.issueDate ?? null;
  if (given !== null && !isCalendarDay(given)) throw new RangeError(`not a day: ${given}`);
  const flags = new Flags();
  const lines = readLines(text);
  const { text: textLines, page } = withoutFurniture(lines, announcesCases(lines, categories), flags);
  const parts = partLines(textLines, categories, flags);
  const { heading, sections } = parts;
  const issueDate = settleIssueDate(page, heading, given, flags);
  const index = new DistrictIndex(districts);
  const publisher = options.publisher ?? page.publisher;
  const home = index.ofUnion(heading?.text ?? '') ?? index.ofUnion(publisher ?? '');
  const month = monthIn(heading?.text ?? '');
  const reading: NewsReading = { issueDate, home, month, ownCategories, districts: index, flags };

  const pick = <K extends NewsletterSection['kind']>(kind: K) =>
    sections.filter((section): section is Extract<NewsletterSection, { kind: K }> => section.kind === kind);
  const cases = mergeCases(
    pick('cases').flatMap((section) => casesOf(section, categories, reading)),
    pick('list').flatMap((section) => casesOfList(section, categories, reading)),
    flags,
  );
  const inNews = newsSections(parts, flags);
  const isPage = inNews.length === 1 && heading?.level === null && !NEWSLETTER_NAME.test(heading.text);
  const read = inNews.flatMap((section) => readSection(section, isPage, reading));
  entitleOnly(read, heading);
  for (const { draft, lines: own } of read) flags.lines.use(own, `news:${draft.line}`);
  const items = withoutDuplicates(read, flags);
  noteHome(items, home, { districts, flags, line: heading?.number ?? lines[0]?.number ?? 1 });
  const events = [
    ...cases.map(({ lead, line, district }) => (lead === null ? null : eventOfLead(lead, { line, district }, reading))),
    ...items.map((item) => eventOfNews(item, reading)),
  ].filter((event): event is EventDraft => event !== null);

  if (lines.length === 0) {
    flags.fault(1, 'text', '文件是空的', '通讯的全文');
  } else if (cases.length + items.length === 0 && !flags.all.some((flag) => flag.severity === 'fault')) {
    flags.fault(
      1,
      'text',
      '没有认出案例，也没有认出动态',
      '案例名单、类别下的案例，或者一条一段、写明日期或单位的动态',
    );
  }
  return {
    heading: heading?.text.replace(/^【(.+)】$/, '$1') ?? null,
    issueDate,
    publisher,
    confidence: options.confidence ?? null,
    cases,
    news: items.map(({ draft }) => draft),
    events,
    lines: accountOf(lines, flags),
    flags: flags.all.sort((a, b) => a.line - b.line),
  };
}

/** Says of the items that name no district that they are put into the publishing union's. */
function noteHome(
  items: readonly ReadNews[],
  home: DistrictMention | null,
  { districts, flags, line }: { districts: readonly KnownDistrict[]; flags: Flags; line: number },
): void {
  const count = items.filter(({ isAtHome }) => isAtHome).length;
  if (home === null || count === 0) return;
  const name = districts.find(({ adcode }) => adcode === home.adcode)?.title ?? home.adcode;
  flags.note(line, 'adcode', `${count} 条没有写区县，按发布的工会记作${name}`);
}

const readSection = (lines: NewsletterLine[], isPage: boolean, reading: NewsReading): ReadNews[] =>
  itemsOf(lines, reading, isPage).map((item) => readNews(item, reading));

/** What newsletters are called, and a page that tells one thing isn't. */
const NEWSLETTER_NAME =
  /通讯|简报|动态|要闻|[周月旬日速快晨早晚专小]报|周刊|快讯|简讯|微讯|工运|日志|工作总览|工作亮点|第\s*\d+\s*期|一周|测试/;

/** Where a page has no name, its first line is the first item's title, as the others have theirs. */
const isFirstTitle = ({ text, level }: NewsletterLine, [first, ...others]: readonly ReadNews[]): boolean =>
  level === null &&
  first !== undefined &&
  others.every(({ draft }) => draft.isTitlePrinted) &&
  coverage(text, first.draft.paragraphs.join('')) >= 0.5;

/** A page that holds one piece of news has its title on top. */
function entitleOnly(items: readonly ReadNews[], heading: NewsletterLine | null): void {
  const [only, second] = items;
  if (!only || !heading || only.draft.isTitlePrinted) return;
  if (second && !isFirstTitle(heading, items)) return;
  // A # heading may be the newsletter's; one that begins with a union and its deed is the article's.
  if (heading.level !== null && unionOf(heading.text) === null) return;
  if (NEWSLETTER_NAME.test(heading.text) || (!second && only.lines.length < 2)) return;
  only.draft.title = heading.text;
  only.draft.isTitlePrinted = true;
}

/** The sections that hold news: without cases all of the text does, and so does a section of any name with items in it. */
function newsSections({ sections, hasCases }: Parts, flags: Flags): NewsletterLine[][] {
  const [front, ...others] = sections;
  const isPreface = hasCases && others.length > 0;
  if (isPreface) for (const line of front?.lines ?? []) flags.leaveOut([line.number], '前言，没有收');
  const news = !isPreface && front ? [front.lines] : [];
  for (const { kind, lines } of others) {
    if (kind === 'news' || (kind === 'unknown' && lines.some(({ text }) => opensItem(text)))) news.push(lines);
    else if (kind === 'unknown') {
      for (const line of lines) flags.lines.drop([line.number], '在不认识的栏目里，没有收');
    }
  }
  return news.filter((lines) => lines.length > 0);
}

/** The caller's day of issue, else the one printed on the page, else the last day that the heading names. */
function settleIssueDate(
  { printed }: PageFacts,
  heading: NewsletterLine | null,
  given: string | null,
  flags: Flags,
): string | null {
  if (printed !== null) {
    if (given !== null && given !== printed.day) {
      flags.note(printed.line, 'issueDate', `文中印的出刊日期是 ${printed.day}，按给出的 ${given} 处理`);
    }
    return given ?? printed.day;
  }
  const named = given === null && heading ? lastDayIn(heading.text) : null;
  if (heading && named !== null) {
    flags.note(heading.number, 'issueDate', `没有写出刊日期，按标题里的最后一天 ${named} 处理`);
  }
  return given ?? named;
}

/** What became of every line. A line of which nothing was said is a line that was lost: it is reported like any other. */
function accountOf(lines: readonly NewsletterLine[], flags: Flags): LineUse[] {
  const remarks = new Map<number, string>();
  for (const { line, message } of flags.all) if (!remarks.has(line)) remarks.set(line, message);
  return lines.map(({ number, text }) => {
    const use = flags.lines.useOf(number);
    if (use) return use;
    let reported = remarks.get(number);
    if (reported === undefined) {
      reported = `这一行没有收：「${text.slice(0, 20)}」`;
      flags.note(number, 'text', reported);
    }
    return { line: number, reported };
  });
}
