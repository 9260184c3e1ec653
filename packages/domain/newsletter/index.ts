/** The newsletter's door: a pasted text in, drafts of cases, news and events out. */
import { casesOfList } from './case-list';
import { mergeCases } from './case-merge';
import { casesOf } from './cases';
import { isCalendarDay } from './dates';
import { DistrictIndex, type DistrictName } from './districts';
import { Flags, type EventDraft, type Newsletter } from './drafts';
import { withoutDuplicates } from './duplicates';
import { eventOfLead, eventOfNews } from './events';
import { readLines, type Line } from './lines';
import { itemsOf } from './news-items';
import { readNews, type ReadNews, type Reading } from './news';
import { printedIssueDate } from './masthead';
import { partLines, type Section } from './sections';
import type { Categories } from './structure';

export type { CaseDraft, EventDraft, FigureDraft, Flag, NewsDraft, Newsletter } from './drafts';
export type { DistrictName } from './districts';
export { compareNewsletter, type Comparison, type Existing, type FieldChange, type Verdict } from './compare';
export type { CaseEntry, EventEntry, NewsEntry } from './records';
export { isCalendarDay };

export interface NewsletterOptions {
  /** The day it was published, `YYYY-MM-DD`; dates without a year are resolved against it. */
  issueDate?: string | null;
  /** The national union's categories; without them only numbered headings below a list are known. */
  categories?: Categories;
  districts?: readonly DistrictName[];
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
  const { categories = {}, districts = [] } = options;
  const given = options.issueDate ?? null;
  if (given !== null && !isCalendarDay(given)) throw new RangeError(`not a day: ${given}`);
  const flags = new Flags();
  const lines = readLines(text);
  const { heading, sections } = partLines(lines, categories, flags);
  const issueDate = settleIssueDate(sections, given, flags);
  const reading: Reading = { issueDate, districts: new DistrictIndex(districts), flags };

  const pick = <K extends Section['kind']>(kind: K) =>
    sections.filter((section): section is Extract<Section, { kind: K }> => section.kind === kind);
  const cases = mergeCases(
    pick('cases').flatMap((section) => casesOf(section, categories, reading)),
    pick('list').flatMap((section) => casesOfList(section, categories, reading)),
    flags,
  );
  const items = withoutDuplicates(
    newsSections(sections, flags).flatMap((section) => readSection(section, reading)),
    flags,
  );
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
      '案例名单、类别下的案例，或者「一周动态」下以 ◆ 或日期开头的段落',
    );
  }
  return {
    heading: heading?.text ?? null,
    issueDate,
    cases,
    news: items.map(({ draft }) => draft),
    events,
    flags: flags.all.sort((a, b) => a.line - b.line),
  };
}

const readSection = (lines: Line[], reading: Reading): ReadNews[] =>
  itemsOf(lines, reading.flags).map((item) => readNews(item, reading));

/** The news sections; a text that has no section at all is news throughout. */
function newsSections(sections: Section[], flags: Flags): Line[][] {
  const front = (sections[0] as Section).lines.filter((line) => printedIssueDate(line.text) === null);
  if (sections.length === 1) return [front];
  for (const line of front) flags.note(line.number, 'text', '前言，没有收');
  return sections.filter((section) => section.kind === 'news').map((section) => section.lines);
}

/** The caller's day of issue, else the one printed on top. */
function settleIssueDate(sections: Section[], given: string | null, flags: Flags): string | null {
  for (const line of (sections[0] as Section).lines) {
    const printed = printedIssueDate(line.text);
    if (printed === null) continue;
    if (given !== null && given !== printed) {
      flags.note(line.number, 'issueDate', `文中印的出刊日期是 ${printed}，按命令里的 ${given} 处理`);
    }
    return given ?? printed;
  }
  return given;
}
