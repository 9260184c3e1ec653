/** Parts a news section into its items. */
import { openingOf } from './dates';
import type { Flags } from './drafts';
import type { Line } from './lines';
import { isTitleLike, pointOf, unmarkNews } from './marks';
import type { Item } from './news';
import { joinLines, type Paragraph } from './paragraphs';

/** The items of a section, whether they are marked (◆), titled, or only open with their date. */
export function itemsOf(lines: Line[], flags: Flags): Item[] {
  const isMarked = lines.some((line) => line.level === null && unmarkNews(line.text) !== null);
  const items = new Items(flags, isMarked);
  for (const paragraph of joinLines(lines, isMarked, flags)) items.take(paragraph);
  return items.end();
}

class Items {
  private readonly items: Item[] = [];
  private title: Paragraph | null = null;
  /** Does a `#` heading stand above the current item? Then all below it is the item's. */
  private isHeaded = false;

  constructor(
    private readonly flags: Flags,
    private readonly isMarked: boolean,
  ) {}

  take(paragraph: Paragraph): void {
    const opens = paragraph.isItem || (!this.isMarked && !this.isHeaded && openingOf(paragraph.text) !== null);
    const isTitle =
      paragraph.level !== null || ((opens || !(this.isMarked || this.isHeaded)) && isBareTitle(paragraph.text));
    if (isTitle) this.entitle(paragraph);
    else if (opens || this.title) this.open(paragraph);
    else this.append(paragraph);
  }

  end(): Item[] {
    this.dropTitle();
    return this.items;
  }

  private entitle(paragraph: Paragraph): void {
    this.dropTitle();
    this.title = paragraph;
  }

  private open(paragraph: Paragraph): void {
    if (paragraph.isItem && this.title && this.title.level !== null) {
      this.flags.note(this.title.line, 'text', `当作分组的小标题，没有收：「${this.title.text}」`);
      this.title = null;
    }
    this.items.push({ title: this.title?.text ?? null, line: (this.title ?? paragraph).line, paragraphs: [paragraph] });
    this.isHeaded = this.title !== null && this.title.level !== null;
    this.title = null;
  }

  /** A further paragraph of the item before it; without item marks only a point (一是) surely is one. */
  private append(paragraph: Paragraph): void {
    const item = this.items.at(-1);
    const isOwn = this.isMarked || (this.isHeaded && !openingOf(paragraph.text)) || pointOf(paragraph.text) !== null;
    if (item && isOwn) {
      item.paragraphs.push(paragraph);
    } else {
      const message = `「${paragraph.text.slice(0, 20)}」看不出是新的一条还是上一条的下文`;
      this.flags.fault(paragraph.line, 'text', message, '新的一条前面加 ◆；是下文就接在上一段末尾，不要另起一行');
    }
  }

  private dropTitle(): void {
    if (!this.title) return;
    this.flags.fault(
      this.title.line,
      'paragraphs',
      `「${this.title.text}」下面没有正文`,
      '标题下面写正文，或者删去这一行',
    );
    this.title = null;
  }
}

/** A line that is a title and no short sentence that lost its full stop. */
const isBareTitle = (text: string): boolean => isTitleLike(text) && openingOf(text) === null && !/[，；,;]/.test(text);
