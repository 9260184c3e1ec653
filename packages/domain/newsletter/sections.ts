/** Parts the lines of a newsletter by what they belong to: a category's cases, a list, the news. */
import { openingOf } from './dates';
import type { Flags } from './drafts';
import type { NewsletterLine } from './lines';
import { isTitleLike, undecorated, markOf, pointOf, unmarkItem } from './marks';
import { opensItem } from './openings';
import { announcementOf, type Announcement, type Categories } from './structure';
import { unionAt, unionOf } from './unions';

/** A category as the newsletter prints it. */
export interface CategoryHeading {
  name: string;
  /** The number printed before it. */
  number: number | null;
  line: number;
}

export type NewsletterSection = { lines: NewsletterLine[]; level: number | null } & (
  | { kind: 'front' }
  | { kind: 'cases'; category: CategoryHeading | null }
  | { kind: 'list'; period: number | null; category: CategoryHeading | null }
  | { kind: 'news' }
  | { kind: 'unknown' }
);

/** A newsletter in parts, before anything in them is read. */
export interface Parts {
  heading: NewsletterLine | null;
  sections: NewsletterSection[];
  /** Does it have cases? Otherwise everything in it is news. */
  hasCases: boolean;
}

/**
 * Headings count where there are any; a text without them is parted by the lines' wording alone.
 *
 * Only a text that names one of the categories or has a list of cases has cases in it. Any other is news throughout.
 */
export function partLines(lines: NewsletterLine[], categories: Categories, flags: Flags): Parts {
  const hasCases = announcesCases(lines, categories);
  const parting = new Parting(categories, flags, hasCases);
  lines.forEach((line, at) => parting.take(line, lines[at + 1]));
  return parting.parts();
}

/**
 * Does a text hold cases? A list of them says so, and so does a category above a case's title. 女职工工作 above
 * 「3月8日，……」 is only what a newsletter calls a part of its news.
 */
export function announcesCases(lines: readonly NewsletterLine[], categories: Categories): boolean {
  return lines.some((line, at) => {
    const kind = announcementOf(line.text, categories, false)?.kind;
    const next = lines[at + 1];
    if (kind === 'category') return next !== undefined && isTitleLike(next.text) && unionOf(next.text) !== null;
    if (kind === 'list') return at > 0 && (line.level !== null || /案例|入选|名录/.test(line.text));
    return kind === 'period' && line.level !== null;
  });
}

/** Names of newsletters, and of pages that gather news. */
const NEWSLETTER =
  /通讯|简报|动态|要闻|[周月速快晨晚小]报|周刊|工会报|微讯|工运|日志|大事|旬报|快讯|简讯|晨读|早读|速递|速览|播报|资讯|新闻|信息|摘编|汇编|集锦|回顾|一周|本周|本月|工作总览|之窗|专报|日报|[第总]\s*\d+\s*期|[（(].*\d+月/;
/** A line that only names the part of a newsletter has no name of its own. */
const PART_ONLY =
  /^(?:一周|本周|本月|每周|近期|最新|工会|工作|基层|区县)?(?:动态|要闻|简讯|快讯|短讯|短波|速递|速览|播报|资讯|新闻|回顾)$/;

/** A newsletter's name and nothing else. */
const NAME_ONLY =
  /^[^，。；：、]{0,20}(?:通讯|简报|动态|要闻|[周月旬速快晨晚小]报|周刊|快讯|简讯|微讯|信息|专报|日报|日志|通报|大事记?|[纪记]事|见闻|工作(?:开展)?情况|工作总结)(?:\s*[（(][^（）()]{1,20}[)）])?$|^[^，。；：、]{2,20}\s*总?第\s*\d{1,4}\s*期$/;

/** Does a line open with its day? A month alone, 七月送清凉进行时, dates a heading and no item. */
function isDated(text: string): boolean {
  const opening = openingOf(text);
  if (opening?.kind !== 'date' || opening.date.day !== null) return opening !== null;
  return /[，。；]/.test(text) || unionAt(text.slice(opening.date.end)) !== null;
}

class Parting {
  private heading: NewsletterLine | null = null;
  private current: NewsletterSection = { kind: 'front', level: null, lines: [] };
  private readonly sections: NewsletterSection[] = [this.current];
  /** The list that is being read, if any, and the level of its heading. */
  private list: { level: number | null; period: number | null } | null = null;

  constructor(
    private readonly categories: Categories,
    private readonly flags: Flags,
    private readonly hasCases: boolean,
  ) {}

  parts(): Parts {
    return { heading: this.heading, sections: this.sections, hasCases: this.hasCases };
  }

  take(line: NewsletterLine, next: NewsletterLine | undefined): void {
    if (this.list && !isBelow(line, this.list.level)) this.list = null;
    const announcement = announcementOf(undecorated(line.text), this.categories, this.list !== null);
    if (announcement && this.announce(announcement, line, next)) {
      this.flags.lines.use([line.number], 'heading');
      return;
    }
    if (this.hasCases && this.opensUnknownCategory(line, next)) return;
    if (line.level !== null) this.takeHeading(line, next);
    else this.takePlain(line, next);
  }

  /** @returns false where the line announces nothing here after all. */
  private announce(announcement: Announcement, line: NewsletterLine, next: NewsletterLine | undefined): boolean {
    if (!this.hasCases && announcement.kind !== 'news') return false;
    switch (announcement.kind) {
      case 'news':
        if (!this.hasCases && this.isFirst() && line.level === null && !PART_ONLY.test(undecorated(line.text))) {
          this.heading = { ...line, text: undecorated(line.text) };
          return true;
        }
        this.list = null;
        this.open({ kind: 'news', level: line.level, lines: [] });
        return true;
      case 'list':
        // 「…入选名录」 may be the newsletter's own heading.
        if (this.isFirst()) return false;
        this.list = { level: line.level, period: null };
        this.openList(null, line);
        return true;
      case 'period':
        // A masthead's own number (第46期) has no list below it.
        if (!this.list && !this.leadsList(next)) return false;
        this.list = {
          level: this.list?.level ?? (line.level === null ? null : line.level - 1),
          period: announcement.period,
        };
        this.openList(null, line);
        return true;
      case 'category': {
        const category = { name: announcement.name, number: announcement.number, line: line.number };
        if (this.list) this.openList(category, line);
        else this.open({ kind: 'cases', level: line.level, category, lines: [] });
        return true;
      }
    }
  }

  private takeHeading(line: NewsletterLine, next: NewsletterLine | undefined): void {
    const { current } = this;
    const isOwnTitle = (current.kind === 'news' || current.kind === 'cases') && isBelow(line, current.level);
    if (isOwnTitle || this.list) {
      current.lines.push(line);
    } else if (
      current.kind === 'front' &&
      (this.heading === null || (this.heading.level === null && line.level === 1))
    ) {
      if (this.heading) this.flags.leaveOut([this.heading.number], `标题之上的一行，没有收：「${this.heading.text}」`);
      this.heading = line;
      this.flags.lines.use([line.number], 'heading');
    } else if (!this.hasCases && (current.kind === 'front' || unionOf(line.text))) {
      // The items' own titles and the groups' headings: what they are, the items tell.
      current.lines.push(line);
    } else if (unionOf(line.text)) {
      this.open({ kind: 'cases', level: line.level === null ? null : line.level - 1, category: null, lines: [line] });
    } else if (next && next.level !== null && isBelow(next, line.level)) {
      const category = { name: line.text, number: null, line: line.number };
      this.flags.lines.use([line.number], 'heading');
      this.open({ kind: 'cases', level: line.level, category, lines: [] });
    } else {
      this.flags.leaveOut([line.number], `不认识的栏目「${line.text}」，下面的内容没有收`);
      this.open({ kind: 'unknown', level: line.level, lines: [] });
    }
  }

  private takePlain(line: NewsletterLine, next: NewsletterLine | undefined): void {
    const item = unmarkItem(line.text);
    const isNews = item !== null && openingOf(item) !== null;
    if (this.isFirst() && this.isHeading(line, next)) {
      this.heading = line;
      this.flags.lines.use([line.number], 'heading');
    } else if (this.isSubheading(line)) {
      this.flags.lines.use([line.number], 'heading');
    } else if (isNews && this.hasCases && this.current.kind !== 'news') {
      this.list = null;
      this.open({ kind: 'news', level: null, lines: [line] });
    } else {
      this.current.lines.push(line);
    }
  }

  /** The newsletter's own heading; a title that begins with a union and its deed is an item's. */
  private isHeading({ text, cells }: NewsletterLine, next: NewsletterLine | undefined): boolean {
    // 两江新区总工会 | 7月工作剪影
    if (/^[^，。]{2,24}\s*[|｜丨]\s*[^，。]{2,24}$/.test(text) && openingOf(text) === null) return true;
    const isCall = text.length <= 40 && /[！？!?]$/.test(text) && !/。/.test(text);
    if (isCall && openingOf(text) === null && unionAt(text.replace(/^【.+】/, '')) === null) return true;
    if (!isTitleLike(text) || cells.length > 2 || markOf(text) !== null || isDated(text) || pointOf(text)) return false;
    if (this.hasCases || NEWSLETTER.test(text)) return true;
    // A title goes on in a second line that begins with a dash.
    if (next && /^(?:[—–]{1,2}|暨)/.test(next.text)) return false;
    const union = unionAt(text);
    // A union alone heads its own items where they follow at once.
    return union === null || (union === text && !(next && opensItem(next.text) && !NAME_ONLY.test(next.text)));
  }

  /** Is the line what a newsletter is called, below the name of the union that publishes it: 工会月报（2026年6月）? */
  private isSubheading({ text, level }: NewsletterLine): boolean {
    const isOnTop = this.heading?.level === null && this.current.kind === 'front' && this.current.lines.length === 0;
    return (
      isOnTop && level === null && unionAt(this.heading?.text ?? '') === this.heading?.text && NAME_ONLY.test(text)
    );
  }

  /** 「七、……」 above the titles of cases is a category, known or not. */
  private opensUnknownCategory(line: NewsletterLine, next: NewsletterLine | undefined): boolean {
    const mark = this.list === null && line.level === null ? markOf(line.text) : null;
    if (mark?.family !== 'ideograph' || !isTitleLike(mark.content) || /[，；。]/.test(mark.content)) return false;
    const isAbove = next !== undefined && next.level === null && isTitleLike(next.text) && unionOf(next.text) !== null;
    if (!isAbove || unionOf(mark.content) !== null) return false;
    this.flags.lines.use([line.number], 'heading');
    const category = { name: mark.content, number: mark.number, line: line.number };
    this.open({ kind: 'cases', level: null, category, lines: [] });
    return true;
  }

  private isFirst(): boolean {
    return this.heading === null && this.current.kind === 'front' && this.current.lines.length === 0;
  }

  private leadsList(next: NewsletterLine | undefined): boolean {
    if (!next) return false;
    return announcementOf(next.text, this.categories, true)?.kind === 'category' || unionOf(next.text) !== null;
  }

  private openList(category: CategoryHeading | null, line: NewsletterLine): void {
    this.open({ kind: 'list', level: line.level, period: this.list?.period ?? null, category, lines: [] });
  }

  private open(section: NewsletterSection): void {
    this.current = section;
    this.sections.push(section);
  }
}

/** A line without a level is below every heading; so is any line where the heading itself has none. */
const isBelow = (line: NewsletterLine, level: number | null): boolean =>
  line.level === null || level === null || line.level > level;
