/** Parts the lines of a newsletter by what they belong to: a category's cases, a list, the news. */
import { openingOf } from './dates';
import type { Flags } from './drafts';
import type { Line } from './lines';
import { isTitleLike, pointOf, unmarkItem } from './marks';
import { printedIssueDate } from './masthead';
import { announcementOf, type Announcement, type Categories } from './structure';
import { unionOf } from './unions';

/** A category as the newsletter prints it. */
export interface CategoryHeading {
  name: string;
  /** The number printed before it. */
  number: number | null;
  line: number;
}

export type Section = { lines: Line[]; level: number | null } & (
  | { kind: 'front' }
  | { kind: 'cases'; category: CategoryHeading | null }
  | { kind: 'list'; period: number | null; category: CategoryHeading | null }
  | { kind: 'news' }
  | { kind: 'unknown' }
);

/** A newsletter in parts, before anything in them is read. */
export interface Parts {
  heading: Line | null;
  sections: Section[];
}

/** Headings count where there are any; a text without them is parted by the lines' wording alone. */
export function partLines(lines: Line[], categories: Categories, flags: Flags): Parts {
  const parting = new Parting(categories, flags);
  lines.forEach((line, at) => parting.take(line, lines[at + 1]));
  return parting.parts();
}

/** Lines that may stand above the heading. */
const MASTHEAD_LINES = 3;

class Parting {
  private heading: Line | null = null;
  private current: Section = { kind: 'front', level: null, lines: [] };
  private readonly sections: Section[] = [this.current];
  /** The list that is being read, if any, and the level of its heading. */
  private list: { level: number | null; period: number | null } | null = null;

  constructor(
    private readonly categories: Categories,
    private readonly flags: Flags,
  ) {}

  parts(): Parts {
    return { heading: this.heading, sections: this.sections };
  }

  take(line: Line, next: Line | undefined): void {
    if (this.list && !isBelow(line, this.list.level)) this.list = null;
    const announcement = announcementOf(line.text, this.categories, this.list !== null);
    if (announcement && this.announce(announcement, line, next)) return;
    if (line.level !== null) this.takeHeading(line, next);
    else this.takePlain(line);
  }

  /** @returns false where the line announces nothing here after all. */
  private announce(announcement: Announcement, line: Line, next: Line | undefined): boolean {
    switch (announcement.kind) {
      case 'news':
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

  private takeHeading(line: Line, next: Line | undefined): void {
    const { current } = this;
    const isOwnTitle = (current.kind === 'news' || current.kind === 'cases') && isBelow(line, current.level);
    if (isOwnTitle || this.list) {
      current.lines.push(line);
    } else if (
      current.kind === 'front' &&
      (this.heading === null || (this.heading.level === null && line.level === 1))
    ) {
      this.heading = line;
    } else if (unionOf(line.text)) {
      this.open({ kind: 'cases', level: (line.level as number) - 1, category: null, lines: [line] });
    } else if (next && next.level !== null && isBelow(next, line.level)) {
      const category = { name: line.text, number: null, line: line.number };
      this.open({ kind: 'cases', level: line.level, category, lines: [] });
    } else {
      this.flags.note(line.number, 'text', `不认识的栏目「${line.text}」，下面的内容没有收`);
      this.open({ kind: 'unknown', level: line.level, lines: [] });
    }
  }

  private takePlain(line: Line): void {
    const item = unmarkItem(line.text);
    const isNews = item !== null && openingOf(item) !== null;
    if (this.isFirst() && isTitleLike(line.text) && item === null && !openingOf(line.text) && !pointOf(line.text)) {
      this.heading = line;
    } else if (isNews && this.current.kind !== 'news') {
      this.list = null;
      this.open({ kind: 'news', level: null, lines: [line] });
    } else {
      this.current.lines.push(line);
    }
  }

  private isFirst(): boolean {
    const { heading, current } = this;
    return (
      heading === null &&
      current.kind === 'front' &&
      current.lines.length <= MASTHEAD_LINES &&
      current.lines.every((line) => printedIssueDate(line.text) !== null)
    );
  }

  private leadsList(next: Line | undefined): boolean {
    if (!next) return false;
    return announcementOf(next.text, this.categories, true)?.kind === 'category' || unionOf(next.text) !== null;
  }

  private openList(category: CategoryHeading | null, line: Line): void {
    this.open({ kind: 'list', level: line.level, period: this.list?.period ?? null, category, lines: [] });
  }

  private open(section: Section): void {
    this.current = section;
    this.sections.push(section);
  }
}

/** A line without a level is below every heading; so is any line where the heading itself has none. */
const isBelow = (line: Line, level: number | null): boolean =>
  line.level === null || level === null || line.level > level;
