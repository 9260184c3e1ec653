/** Parts a news section into its items. */
import { openingOf } from './dates';
import type { Flags } from './drafts';
import type { Line } from './lines';
import { isTitleLike, unmarkItem } from './marks';
import type { Item } from './news';
import { joinLines, type Paragraph } from './paragraphs';

/** The items of a section, whether they are marked (◆), titled, or only open with their date. */
export function itemsOf(lines: Line[], flags: Flags): Item[] {
  const isMarked = lines.some((line) => line.level === null && unmarkItem(line.text) !== null);
  const items = new Items(flags, isMarked);
  for (const paragraph of joinLines(lines, isMarked, flags)) items.take(paragraph);
  return items.end();
}

class Items {
  private readonly items: Item[] = [];
  private title: Paragraph | null = null;

  constructor(
    private readonly flags: Flags,
    private readonly isMarked: boolean,
  ) {}

  take(paragraph: Paragraph): void {
    const opens = paragraph.isItem || (!this.isMarked && openingOf(paragraph.text) !== null);
    const isTitle = paragraph.level !== null || ((opens || !this.isMarked) && isBareTitle(paragraph.text));
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
    this.items.push({ title: this.title?.text ?? null, line: (this.title ?? paragraph).line, paragraphs: [paragraph] });
    this.title = null;
  }

  /** A further paragraph of the item before it; only a marked section says for certain that it is one. */
  private append(paragraph: Paragraph): void {
    const item = this.items.at(-1);
    if (item && this.isMarked) {
      item.paragraphs.push(paragraph);
    } else {
      const message = `「${paragraph.text.slice(0, 20)}」没有日期也没有项目符号，看不出是新的一条还是上一条的下文`;
      this.flags.fault(paragraph.line, 'text', message, '新的一条前面加 ◆；是下文就接在上一段后面');
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
