/** How a section of news is set: which of its lines open items, head groups, or are rows of a table. */
import { captionBehind } from './captions';
import type { DistrictIndex } from './districts';
import type { Flags } from './drafts';
import { groupHeading, type GroupHeading } from './groups';
import type { NewsletterLine } from './lines';
import { isTitleLike, markOf, type Mark, isClosed } from './marks';
import { opensItem, sloganIn } from './openings';
import { unionAt } from './unions';
import { isBareDay, openingOf } from './dates';

const LONGEST_ENTRY = 50;
/** 9:00—10:30 签到 */
const TIME_FIRST = /^(?:上午|下午|晚上?)?\s*\d{1,2}[:：]\d{2}\s*(?:[-—–~～至到]\s*\d{1,2}[:：]\d{2})?\s*\S/;

/** 时间：10月21日 地点：某县文化宫 is filled into a form and tells nothing yet. */
const FORM_ROW =
  /^(?:活动|会议|培训|比赛)?(?:时间|日期|地点|对象|主题|主讲人?|参加人员|报名方式)\s*[:：]\s*[^，。；]{1,40}$/;

/** Is the line a row of a table? Three columns are; two are where a neighbour has two as well. */
function isTableRow(line: NewsletterLine, neighbours: readonly (NewsletterLine | undefined)[]): boolean {
  if (line.level !== null || isClosed(line.text)) return false;
  if (FORM_ROW.test(line.text)) return true;
  // 8月18日｜区总工会开展学习 is an item whose day stands before a bar.
  const behindBar = /^[^|｜丨]{2,16}[|｜丨]\s*(.+)$/.exec(markOf(line.text)?.content ?? line.text)?.[1];
  if (behindBar !== undefined && line.cells.length === 2 && unionAt(behindBar) !== null) return false;
  return (
    line.cells.length >= 3 ||
    (line.cells.length === 2 && neighbours.some((one) => one !== undefined && one.cells.length === 2))
  );
}

/** Is the line an entry of a schedule: a day or a time, then a name, without a sentence? A union that did something is news. */
function isScheduleEntry({ text, level }: NewsletterLine): boolean {
  if (level !== null || text.length > LONGEST_ENTRY || isClosed(text)) return false;
  const content = markOf(text)?.content ?? text;
  if (TIME_FIRST.test(content)) return !/，/.test(content);
  const opening = openingOf(content);
  if (opening?.kind !== 'date') return false;
  const behind = content.slice(opening.date.end);
  if (unionAt(behind.trim()) !== null) return false;
  return (
    /^(?:[（(].{1,4}[)）])?(?:\s*(?:上午|下午|晚上?)?\s*\d{1,2}[:：]\d{2}\S*)?(?:[\s:：]|$)/.test(behind) &&
    !/[，；]/.test(behind)
  );
}

/** What the lines of one section are, by line. */
export interface NewsletterLayout {
  /** The lines that can be text, without tables, schedules and numbers that stand alone. */
  lines: NewsletterLine[];
  /** Lines that open an item or bear its title. */
  marks: ReadonlyMap<NewsletterLine, Mark>;
  groups: ReadonlyMap<NewsletterLine, GroupHeading>;
  /** Does a mark part the items? Then a short line without one is no title. */
  isMarked: boolean;
  /** The longest line, which shows where lines are wrapped. */
  width: number;
}

/** Signs that stand before captions as often as before items. */
const CAPTION_SIGNS = new Set(['▲', '△', '▼']);

/** ▲ stands before captions, unless several of the lines that bear it open as items do: then it is the items' own mark. */
function captionReader(lines: readonly NewsletterLine[]): (mark: Mark) => boolean {
  const openings = new Map<string, number>();
  for (const { text } of lines) {
    const mark = CAPTION_SIGNS.has(text.charAt(0)) ? markOf(text) : null;
    if (mark && opensItem(mark.content)) openings.set(mark.family, (openings.get(mark.family) ?? 0) + 1);
  }
  return ({ family, content }) =>
    (openings.get(family) ?? 0) > 1 ? !opensItem(content) && captionBehind(content) : captionBehind(content);
}

/** Finds out how a section is set. */
export function layoutOf(lines: readonly NewsletterLine[], districts: DistrictIndex, flags: Flags): NewsletterLayout {
  const {
    lines: unformed,
    headings,
    contents,
  } = withoutForms(lines.flatMap(sentenceOfRow).flatMap(partedDay), districts);
  const { text, numbered } = withoutLoneNumbers(withoutTables(withoutPlans(unformed, flags), headings, flags), flags);
  for (const [line, mark] of numberedByBlank(text)) numbered.set(line, mark);
  const marks = new Map<NewsletterLine, Mark>(contents);
  const isCaption = captionReader(text);
  for (const line of text) {
    const mark = line.level === null && !marks.has(line) ? (numbered.get(line) ?? markOf(line.text)) : null;
    if (mark && !(CAPTION_SIGNS.has(mark.family) && isCaption(mark))) marks.set(line, mark);
  }
  const groups = new Map([...sectionsOf(text, marks, districts), ...headings]);
  for (const line of groups.keys()) marks.delete(line);
  headDays(text, marks, groups, districts);
  const own = itemFamilies(text, marks);
  for (const [at, line] of text.entries()) {
    if (groups.has(line)) continue;
    const mark = marks.get(line);
    const heading = groupHeading(mark?.content ?? line.text, districts);
    const isGroup =
      heading && (heading.isSure || (line.level === null && headsItems(heading, line, text[at + 1], { marks, own })));
    if (heading && isGroup) groups.set(line, heading);
    // A heading by number whose items have marks of their own: 一、重点工作 above 1. and 2.
    const next = marks.get(text[at + 1] ?? line);
    const isNumbered = mark && isTitleLike(mark.content) && unionAt(mark.content) === null && !opensItem(mark.content);
    if (!isGroup && isNumbered && next && next.family !== mark.family && next.number === 1) {
      groups.set(line, {
        districts: districts.all(mark.content),
        union: null,
        isSure: false,
        isName: false,
        day: null,
      });
      marks.delete(line);
    } else if (isGroup || (mark && !own.has(mark.family))) marks.delete(line);
  }
  headAlike(text, marks, groups, districts);
  return {
    lines: text,
    marks,
    groups,
    isMarked: marks.size > 0 && marks.size >= text.filter((line) => !marks.has(line) && hasOwnDay(line)).length,
    width: text.reduce((most, line) => Math.max(most, line.text.length), 0),
  };
}

/** 三、抓文体活动 is a heading as 一、抓组织建设 above items of their own is, though what it heads bears no mark. */
function headAlike(
  lines: readonly NewsletterLine[],
  marks: Map<NewsletterLine, Mark>,
  groups: Map<NewsletterLine, GroupHeading>,
  districts: DistrictIndex,
): void {
  const families = new Set([...groups.keys()].flatMap((line) => markOf(line.text)?.family ?? []));
  for (const line of lines) {
    const mark = marks.get(line);
    if (mark && families.has(mark.family) && isNumberedName(mark)) regroup(line, mark, { marks, groups, districts });
  }
}

/**
 * 一、综合工作 heads what stands below it where one of its kind has two paragraphs or more below that each open with a day;
 * a title has one.
 */
function headDays(
  lines: readonly NewsletterLine[],
  marks: Map<NewsletterLine, Mark>,
  groups: Map<NewsletterLine, GroupHeading>,
  districts: DistrictIndex,
): void {
  const numbered = lines.filter((line) => typeof marks.get(line)?.number === 'number');
  for (const family of new Set(numbered.map((line) => marks.get(line)?.family))) {
    const own = numbered.filter((line) => marks.get(line)?.family === family);
    const names = own.flatMap((line) => {
      const mark = marks.get(line);
      return mark && isNumberedName(mark) ? [{ line, mark }] : [];
    });
    const bounds = own.map((line) => lines.indexOf(line));
    const heads = bounds.some(
      (at, index) =>
        lines.slice(at + 1, bounds[index + 1]).filter((line) => !marks.has(line) && hasOwnDay(line)).length > 1,
    );
    if (names.length !== own.length || own.length < 2 || !heads) continue;
    for (const { line, mark } of names) regroup(line, mark, { marks, groups, districts });
  }
}

/** Could a numbered line be the name of a section: a title that names neither who did it nor when? */
const isNumberedName = ({ number, content }: Mark): boolean =>
  number !== null && isTitleLike(content) && unionAt(content) === null && !opensItem(content);

function regroup(
  line: NewsletterLine,
  { content }: Mark,
  {
    marks,
    groups,
    districts,
  }: { marks: Map<NewsletterLine, Mark>; groups: Map<NewsletterLine, GroupHeading>; districts: DistrictIndex },
): void {
  marks.delete(line);
  groups.set(line, { districts: districts.all(content), union: null, isSure: false, isName: false, day: null });
}

/** Does an unmarked line open with its day as an item of a chronicle does? */
const hasOwnDay = ({ text, level }: NewsletterLine): boolean => {
  const opening = level === null && isClosed(text) ? openingOf(text) : null;
  return opening?.kind === 'date' && opening.date.day !== null;
};

/** 9月4日 △上午，……: the day is that of the marked lines below it as well. */
function partedDay(line: NewsletterLine): NewsletterLine[] {
  const opening = line.level === null ? openingOf(line.text) : null;
  if (opening?.kind !== 'date' || opening.date.day === null) return [line];
  const rest = line.text.slice(opening.date.end).trim();
  const mark = markOf(rest);
  if (mark === null || !isClosed(rest) || mark.number !== null) return [line];
  return [
    { ...line, text: line.text.slice(0, opening.date.end) },
    { ...line, text: rest, afterBlank: false },
  ];
}

/** A row of a table whose widest cell tells what happened is that sentence, headed by its day where it doesn't say it. */
function sentenceOfRow(line: NewsletterLine): NewsletterLine[] {
  if (line.level !== null || line.cells.length < 3) return [line];
  const cells = line.cells.map((cell) => cell.trim());
  const text = [...cells].sort((a, b) => b.length - a.length)[0] ?? '';
  if (!isClosed(text) || !opensItem(text)) return [line];
  const own = { ...line, text, cells: [text] };
  if (openingOf(text)?.kind === 'date') return [own];
  const day = cells.find((cell) => openingOf(cell)?.kind === 'date' && cell.length <= 12);
  return day === undefined ? [own] : [{ ...line, text: day, cells: [day] }, own];
}

/** What a form calls who did it and what was done. */
const FORM_PARTS: readonly RegExp[] = [
  /^(?:活动)?(?:时\s*间|日\s*期)\s*[:：]\s*/,
  /^(?:报送|主办|开展|实施)?(?:单\s*位|部\s*门|主\s*体)\s*[:：]\s*/,
  /^(?:主要|工作|活动)?(?:内\s*容|情\s*况|事\s*项|简\s*况)\s*[:：]\s*/,
];

/** A form filled in again and again, when, who and what in a line each: the first two head the third. */
function withoutForms(
  lines: readonly NewsletterLine[],
  districts: DistrictIndex,
): { lines: NewsletterLine[]; headings: Map<NewsletterLine, GroupHeading>; contents: Map<NewsletterLine, Mark> } {
  const kept: NewsletterLine[] = [];
  const headings = new Map<NewsletterLine, GroupHeading>();
  const contents = new Map<NewsletterLine, Mark>();
  const isBlock = (at: number): boolean =>
    FORM_PARTS.every((part, behind) => part.test(lines[at + behind]?.text ?? ''));
  const isForm = lines.filter((_, at) => isBlock(at)).length > 1;
  for (let at = 0; at < lines.length; at++) {
    const block = isForm && isBlock(at) ? lines.slice(at, at + FORM_PARTS.length) : [];
    const [when, who, what] = block.map((line, part) => ({
      line,
      said: line.text.replace(FORM_PARTS[part] ?? '', ''),
    }));
    const [line] = lines.slice(at, at + 1);
    if (when === undefined || who === undefined || what === undefined) {
      if (line !== undefined) kept.push(line);
      continue;
    }
    const opening = openingOf(when.said);
    const day = opening?.kind === 'date' ? opening.date : null;
    for (const heading of [when, who]) {
      const of = { districts: districts.all(who.said), union: who.said, isSure: true, isName: false, day };
      headings.set(heading.line, of);
    }
    contents.set(what.line, { family: 'form', number: null, content: what.said });
    kept.push(when.line, who.line, what.line);
    at += FORM_PARTS.length - 1;
  }
  return { lines: kept, headings, contents };
}

/**
 * The headings that can be told before the items' own marks are: names of sections that all bear one sign
 * (■一线风采, ■通知公告), and days that stand alone above what happened on them.
 */
function sectionsOf(
  lines: readonly NewsletterLine[],
  marks: ReadonlyMap<NewsletterLine, Mark>,
  districts: DistrictIndex,
): Map<NewsletterLine, GroupHeading> {
  const found = new Map<NewsletterLine, GroupHeading>();
  const signed = [...marks].filter(([, { number }]) => number === null);
  for (const sign of new Set(signed.map(([, { family }]) => family))) {
    const marked = signed.filter(([, { family }]) => family === sign);
    const hasName = marked.some(([, { content }]) => groupHeading(content, districts)?.union === null);
    const headings = marked.map(([line, { content }]) => ({
      line,
      heading:
        groupHeading(content, districts) ??
        nameAbove(content, marks.get(lines[lines.indexOf(line) + 1] ?? line)) ??
        (hasName ? nameBeside(content) : null),
    }));
    if (headings.length < 2) continue;
    for (const { line, heading } of headings) {
      if (heading === null || heading.union !== null) break;
      found.set(line, heading);
    }
    if (headings.some(({ line }) => !found.has(line))) for (const { line } of headings) found.delete(line);
  }
  for (const [at, line] of lines.entries()) {
    const isDay = isDayHeading(line, lines[at + 1]) || isDayOfTitle(line, lines.slice(at + 1, at + 3));
    const day = isDay ? openingOf(dayIn(line.text)) : null;
    if (day?.kind === 'date')
      found.set(line, { districts: [], union: null, isSure: true, isName: false, day: day.date });
  }
  return found;
}

/** A few words above an item that bears a number, ★ 温情关怀 above 3.伏天送凉, name a section whatever they are. */
function nameAbove(content: string, next: Mark | undefined): GroupHeading | null {
  const isName = content.length <= 8 && isTitleLike(content) && !opensItem(content) && unionAt(content) === null;
  if (!isName || next === undefined || next.number === null) return null;
  return { districts: [], union: null, isSure: false, isName: true, day: null };
}

/** ◇ 镇街 is a section as ◇ 要闻 beside it is. */
const nameBeside = (content: string): GroupHeading | null =>
  content.length <= 4 && isTitleLike(content) && !opensItem(content) && unionAt(content) === null
    ? { districts: [], union: null, isSure: false, isName: true, day: null }
    : null;

/** 周一（3月23日） is the day in its brackets, and —— 7月27日 —— the one between its dashes. */
const dayIn = (text: string): string =>
  /^[—–=~·-]+\s*(\d[^—–=~·-]{3,14}?)\s*[—–=~·-]+$/.exec(text)?.[1] ??
  /^(?:星期|周)[一二三四五六日天]\s*[（(]([^（）()]+)[)）]\s*[:：]?$/.exec(text)?.[1] ??
  text.replace(/^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/, '$1年$2月$3日');

/** 2026-03-02 alone above a title and its text. */
const isDayOfTitle = (
  { text, level }: NewsletterLine,
  [title, below]: readonly (NewsletterLine | undefined)[],
): boolean =>
  level === null &&
  isBareDay(text) &&
  title !== undefined &&
  below !== undefined &&
  isTitleLike(title.text) &&
  isClosed(below.text);

/** Is the line a day alone, 7月13日（星期一）, above a sentence that gives none? */
function isDayHeading({ text, level }: NewsletterLine, next: NewsletterLine | undefined): boolean {
  const written = dayIn(text);
  const opening = level === null ? openingOf(written) : null;
  if (opening?.kind !== 'date' || opening.date.day === null || !next || !isClosed(next.text)) return false;
  const isAlone = /^\s*[（(]?(?:(?:星期|周)[一二三四五六日天])?[)）]?\s*[:：]?$/.test(written.slice(opening.date.end));
  return isAlone && openingOf(markOf(next.text)?.content ?? next.text) === null;
}

/** A section's name heads items where one follows that bears a mark of another kind, or, without marks, a date. */
function headsItems(
  { isName }: GroupHeading,
  line: NewsletterLine,
  next: NewsletterLine | undefined,
  { marks, own }: { marks: ReadonlyMap<NewsletterLine, Mark>; own: ReadonlySet<string> },
): boolean {
  if (!next || next.level !== null) return false;
  const [mark, nextMark] = [marks.get(line), marks.get(next)];
  if (nextMark && own.has(nextMark.family)) return nextMark.family !== mark?.family;
  return nextMark === undefined && (mark === undefined || isName) && opensItem(next.text);
}

/**
 * The families of marks that open items. A sign always does. A way of numbering does where one of its lines opens as an
 * item does, or where it numbers titles from the section's first line on; otherwise it numbers the points of an item.
 */
function itemFamilies(lines: readonly NewsletterLine[], marks: ReadonlyMap<NewsletterLine, Mark>): Set<string> {
  const own = new Set<string>();
  for (const { family, number, content } of marks.values()) {
    if (number === null || opensItem(content)) own.add(family);
  }
  const slogans = [...marks.values()].filter(({ number, content }) => number !== null && sloganIn(content) !== null);
  for (const { family } of slogans) {
    if (slogans.filter((one) => one.family === family).length > 1) own.add(family);
  }
  const first = lines.map((line) => marks.get(line)).find((mark) => mark !== undefined);
  const opensSection = lines.slice(0, 2).some((line) => marks.get(line) === first);
  if (first?.number === 1 && opensSection && (isTitleLike(first.content) || sloganIn(first.content) !== null))
    own.add(first.family);
  return own;
}

/** What heads plans and complaints in a report: nothing below it has happened. */
const PLANS =
  /^(?:存在的?(?:主要)?(?:问题|困难|不足).{0,6}|下(?:一)?(?:步|阶段|月|周|季度|半年).{0,4}(?:打算|计划|安排|工作|重点|举措).{0,6}|(?:今后|后续|工作)(?:工作)?(?:打算|计划|安排)|(?:下(?:月|周|期|季度)|近期|活动|精彩)(?:看点|预告|预报|预览)|预告)$/;

/** 本周完成： and 下周计划： head a part each without any mark but the colon. */
function headingMark(text: string): Mark | null {
  const [, content] = /^([^，。；：:\s]{3,14})[:：]$/.exec(text) ?? [];
  return content === undefined ? null : { family: 'colon', number: null, content };
}

/** Leaves out the parts of a report that speak of plans, up to the next heading of the same kind. */
function withoutPlans(lines: readonly NewsletterLine[], flags: Flags): NewsletterLine[] {
  const kept: NewsletterLine[] = [];
  let plan: { heading: NewsletterLine; family: string; lines: number[] } | null = null;
  const end = (): void => {
    if (plan) flags.leaveOut(plan.lines, `「${plan.heading.text}」下面是打算或问题，不是做过的事，没有收`);
    plan = null;
  };
  for (const line of lines) {
    const mark = line.level === null ? (markOf(line.text) ?? headingMark(line.text)) : null;
    if (plan !== null && (line.level !== null || mark?.family === plan.family)) end();
    if (mark !== null && PLANS.test(mark.content)) plan = { heading: line, family: mark.family, lines: [] };
    if (plan === null) kept.push(line);
    else plan.lines.push(line.number);
  }
  end();
  return kept;
}

/** What the editors say of the pieces below. */
const EDITORIAL = /^[【[]?(?:编者按|编者的话|编前语|编后语|开栏语|开栏的话|按语)[】\]]?\s*[:：]?/;

function withoutTables(
  lines: readonly NewsletterLine[],
  headings: ReadonlyMap<NewsletterLine, GroupHeading>,
  flags: Flags,
): NewsletterLine[] {
  const kept: NewsletterLine[] = [];
  let table: NewsletterLine[] = [];
  const end = (): void => {
    if (table.length > 0) {
      const message = `像表格或日程，没有当作动态收：「${table[0]?.text.slice(0, 20) ?? ''}」`;
      flags.leaveOut(
        table.map(({ number }) => number),
        message,
      );
    }
    table = [];
  };
  for (const [at, line] of lines.entries()) {
    if (EDITORIAL.test(line.text)) {
      end();
      flags.leaveOut([line.number], '编者按，没有收');
    } else if (
      !headings.has(line) &&
      (isTableRow(line, [lines[at - 1], lines[at + 1]]) ||
        (isScheduleEntry(line) && !isDayHeading(line, lines[at + 1])))
    )
      table.push(line);
    else {
      end();
      kept.push(line);
    }
  }
  end();
  return kept;
}

/** 1 甲工会：结对 … 2 乙工会：开讲: numbers that only a blank parts from their titles, where they count from 1 on. */
function numberedByBlank(lines: readonly NewsletterLine[]): [NewsletterLine, Mark][] {
  const found = lines.flatMap((line): [NewsletterLine, Mark][] => {
    const [whole, number] = /^(\d{1,2}) +(?=[\p{Script=Han}“《])/u.exec(line.text) ?? [];
    if (whole === undefined || line.level !== null) return [];
    return [[line, { family: 'blank', number: Number(number), content: line.text.slice(whole.length) }]];
  });
  const isCounted = found.length > 1 && found.every(([, { number }], at) => number === at + 1);
  return isCounted ? found : [];
}

/** 01, PART 2 and the like stand alone above a title, which they number. */
function withoutLoneNumbers(
  lines: readonly NewsletterLine[],
  flags: Flags,
): { text: NewsletterLine[]; numbered: Map<NewsletterLine, Mark> } {
  const text: NewsletterLine[] = [];
  const numbered = new Map<NewsletterLine, Mark>();
  for (const [at, line] of lines.entries()) {
    const number = /^(?:PART|NO)?[.\s]*(\d{1,2})[.、．]?$/i.exec(line.text)?.[1];
    const next = lines[at + 1];
    if (number === undefined || !next || next.level !== null) text.push(line);
    else {
      numbered.set(next, { family: 'number alone', number: Number(number), content: next.text });
      flags.lines.furnish(line.number, '序号');
    }
  }
  return { text, numbered };
}
