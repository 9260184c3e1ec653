/** Puts broken lines together again and sets captions aside. */
import { withoutByline } from './bylines';
import { isMarkedCaption, repeats } from './captions';
import { openingOf } from './dates';
import type { Flags } from './drafts';
import type { GroupHeading } from './groups';
import type { NewsletterLayout } from './layout';
import type { NewsletterLine } from './lines';
import { isClosed, isTitleLike, pointOf, type Mark } from './marks';
import { itemOpening, opensItem } from './openings';

/** Text that belongs together, and the lines it was read from. */
export interface NewsletterParagraph {
  text: string;
  /** The line it began at. */
  line: number;
  lines: number[];
  /** Level of a heading, null for text. */
  level: number | null;
  /** The item's mark that it carried, if any; it is taken off the text. */
  mark: Mark | null;
  /** The heading of several items, where it is one. */
  group: GroupHeading | null;
  /** Did a byline stand before it, or at its own end? What it ends is ended, whatever follows. */
  afterEnd: boolean;
  isEnded: boolean;
}

/** An unmarked line this long is no title that lost its full stop: the sentence was cut. */
const CUT_FROM = 50;
/** A sentence that stops at one of these goes on, whatever the next line looks like. */
const CONNECTS =
  /(?:[，、：:“（《于在至从自到和与及以的将由为对向把被是]|联合|同时|以及|并且|通过|组织|邀请|会同|携手|依托)$/;

/**
 * Joins the lines of one section into paragraphs.
 *
 * A sentence that was cut by a page break goes on after an empty line, sometimes after a picture's
 * caption. What could be either the caption or the sentence is flagged, not decided.
 *
 * @param layout how the section is set; null for the text of a case, which has points and no items
 */
export function joinLines(
  lines: NewsletterLine[],
  layout: NewsletterLayout | null,
  flags: Flags,
): NewsletterParagraph[] {
  const done: Draft[] = [];
  const isMarked = layout?.isMarked === true;
  for (const [at, line] of lines.entries()) {
    const before = done.at(-1);
    const next = lines[at + 1];
    const mark = layout?.marks.get(line) ?? null;
    const group = layout?.groups.get(line) ?? null;
    if (
      line.level !== null ||
      mark !== null ||
      group !== null ||
      (isMarkedCaption(line.text) === false && isStart(line, before, layout))
    ) {
      done.push(new Draft(line, mark, group));
    } else if (isMarkedCaption(line.text)) {
      flags.leaveOut([line.number], `图片说明，没有收：「${line.text}」`);
    } else if (before && goesOn(before, line, layout)) {
      if (layout && !isClosed(before.tail()) && opensItem(line.text)) {
        flags.note(line.number, 'text', `第 ${before.lastLine} 行结尾没有句号，这一行当作它的下文接上了`);
      }
      before.add(line);
    } else if (before && isCut(before)) {
      if (isClosed(line.text) || !isTitleLike(line.text) || runsOn(next, layout)) {
        flags.note(line.number, 'text', `第 ${before.lastLine} 行的句子断开了，已和这一行接上`);
        before.add(line);
      } else if (repeats(line.text, before.text()) || repeats(line.text, next?.text ?? '')) {
        flags.leaveOut([line.number], `像图片说明，没有收：「${line.text}」`);
      } else if (layout && (next === undefined || isStart(next, before, layout) || layout.marks.has(next))) {
        // The sentence has no other end to come: the line is a title or a caption of its own.
        done.push(new Draft(line, null, null));
      } else {
        const message = `第 ${before.lastLine} 行的句子没有完，看不出「${line.text}」是下文还是图片说明`;
        flags.fault(line.number, 'text', message, '把断开的句子接成一行，或者删去图片说明');
      }
    } else if (isMarked && before && isTitleLike(line.text)) {
      flags.leaveOut([line.number], `没有项目符号也不成句，当作图片说明，没有收：「${line.text}」`);
    } else {
      done.push(new Draft(line, null, null));
    }
  }
  return done.map((draft) => draft.paragraph(layout !== null, flags));
}

/** A paragraph being put together. Its pieces are joined once, at the end, so that length costs nothing. */
class Draft {
  private readonly pieces: string[];
  private readonly numbers: number[];
  private longest: number;
  private last: NewsletterLine;
  isWrapped = false;
  isProse: boolean;

  constructor(
    private readonly first: NewsletterLine,
    private readonly mark: Mark | null,
    private readonly group: GroupHeading | null,
  ) {
    const text = mark?.content ?? first.text;
    this.pieces = [text];
    this.numbers = [first.number];
    this.last = first;
    this.longest = text.length;
    this.isProse = first.level === null && group === null && hasClauses(text);
  }

  add(line: NewsletterLine): void {
    // Two Latin words need a blank between them; a number that was wrapped doesn't (12|0万名).
    if (/[A-Za-z]$/.test(this.tail().slice(-1)) && /^[A-Za-z]/.test(line.text)) this.pieces.push(' ');
    this.pieces.push(line.text);
    this.numbers.push(line.number);
    this.longest = Math.max(this.longest, line.text.length);
    this.isWrapped ||= !line.afterBlank;
    this.isProse = true;
    this.last = line;
  }

  /** The last piece, without the byline that may end it. */
  tail = (): string => withoutByline(this.pieces.at(-1) ?? '').text;
  text = (): string => this.pieces.join('');
  get lastLine(): number {
    return this.last.number;
  }
  get isItem(): boolean {
    return this.mark !== null;
  }
  get isLong(): boolean {
    return this.pieces.length > 1 || this.tail().length > CUT_FROM;
  }
  get isEnded(): boolean {
    return withoutByline(this.pieces.at(-1) ?? '').byline !== null;
  }
  /** Is the last line much shorter than the others? A wrapped paragraph ends there. */
  get endsShort(): boolean {
    return (this.pieces.at(-1) ?? '').length < this.longest * 0.85;
  }
  /** Does its last line stop well before the margin? Then whatever follows is not its wrapped rest. */
  endsBefore = (width: number): boolean => this.endsShort || (this.pieces.at(-1) ?? '').length < width * 0.8;
  /** Does it open as an item or a point does? Then it is no title, however short. */
  opensAsText = (): boolean => openingOf(this.pieces[0] ?? '') !== null || pointOf(this.pieces[0] ?? '') !== null;

  /** Does it say who did it or when, as an item does? */
  opensAsItem = (): boolean => opensItem(this.pieces[0] ?? '');

  paragraph(isNews: boolean, flags: Flags): NewsletterParagraph {
    const whole = this.text();
    const { text, byline } = isNews ? withoutByline(whole) : { text: whole, byline: null };
    if (byline !== null)
      flags.note(
        this.last.number,
        'text',
        `${/^[（(]?[上下左右]?图/.test(byline) ? '图片说明' : '署名'}不收进正文：「${byline}」`,
      );
    const { number: line, level, afterEnd } = this.first;
    return {
      text,
      line,
      lines: this.numbers,
      level,
      mark: this.mark,
      group: this.group,
      afterEnd,
      isEnded: byline !== null,
    };
  }
}

const hasClauses = (text: string): boolean =>
  /[，。；,;]/.test(text) || openingOf(text) !== null || pointOf(text) !== null;

/** Does the line open something of its own, whatever came before? */
function isStart(line: NewsletterLine, before: Draft | undefined, layout: NewsletterLayout | null): boolean {
  if (pointOf(line.text)) return true;
  if (layout && (line.afterEnd || before?.isEnded === true)) return true;
  const opening = openingOf(line.text);
  if (!opening && !(layout && opensItem(line.text))) return false;
  // A title may stand above its item.
  if (!before?.isProse) return true;
  const tail = before.tail();
  // A date in the middle of a sentence opens nothing: …将于 / 11月14日举行。
  if (CONNECTS.test(tail)) return false;
  if (!opening) return isClosed(tail) || line.afterBlank || before.endsBefore(layout?.width ?? 0);
  if (isClosed(tail)) return true;
  // Without a full stop before it, only the front of a whole item is one: 3月5日，渝中区总工会……
  const { kind } = opening;
  const isWhole =
    kind !== 'relative' && itemOpening(line.text).kind === 'date' && /^[^。]{0,14}[，,]|工会/.test(line.text);
  return line.afterBlank || (layout !== null && isWhole);
}

/** Lines that follow without a gap are one wrapped paragraph. */
function goesOn(before: Draft, line: NewsletterLine, layout: NewsletterLayout | null): boolean {
  if (line.afterBlank) return false;
  // An item's line that is full and has no comma yet is no title: it was broken at the margin.
  if (!before.isProse)
    return layout !== null && before.isItem && before.opensAsItem() && !before.endsBefore(layout.width);
  return !isClosed(before.tail()) || (before.isWrapped && !before.endsShort);
}

/** Does the next line follow without a gap, and open nothing? A caption stands alone. */
const runsOn = (next: NewsletterLine | undefined, layout: NewsletterLayout | null): boolean =>
  next !== undefined && !next.afterBlank && next.level === null && layout?.marks.has(next) !== true;

/** Did the sentence stop in the middle? */
const isCut = (before: Draft): boolean =>
  before.isProse &&
  !before.isEnded &&
  !isClosed(before.tail()) &&
  (before.isLong || before.isItem || before.opensAsText());
