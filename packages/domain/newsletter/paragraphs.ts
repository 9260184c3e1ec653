/** Puts broken lines together again and sets captions aside. */
import { isMarkedCaption, repeats } from './captions';
import { openingOf } from './dates';
import type { Flags } from './drafts';
import type { Line } from './lines';
import { isClosed, isTitleLike, pointOf, unmarkNews } from './marks';

/** Text that belongs together, and the line it began at. */
export interface Paragraph {
  text: string;
  line: number;
  /** Level of a heading, null for text. */
  level: number | null;
  /** Did it carry an item's mark (◆)? The mark is taken off. */
  isItem: boolean;
}

/** An unmarked line this long is no title that lost its full stop: the sentence was cut. */
const CUT_FROM = 50;

/**
 * Joins the lines of one section into paragraphs.
 *
 * A sentence that was cut by a page break goes on after an empty line, sometimes after a picture's
 * caption. What could be either the caption or the sentence is flagged, not decided.
 *
 * @param itemMarks does the section mark its items (◆)? Then a short line without a mark is a caption.
 */
export function joinLines(lines: Line[], itemMarks: boolean, flags: Flags): Paragraph[] {
  const done: Draft[] = [];
  for (const [at, line] of lines.entries()) {
    const before = done.at(-1);
    const next = lines[at + 1];
    const item = itemMarks ? unmarkNews(line.text) : null;
    if (
      line.level !== null ||
      item !== null ||
      (isMarkedCaption(line.text) === false && isStart(line, before, itemMarks))
    ) {
      done.push(draftOf(line, item));
    } else if (isMarkedCaption(line.text)) {
      flags.note(line.number, 'text', `图片说明，没有收：「${line.text}」`);
    } else if (before && goesOn(before, line)) {
      before.add(line);
    } else if (before && isCut(before)) {
      if (isClosed(line.text) || !isTitleLike(line.text) || runsOn(next, itemMarks)) {
        flags.note(line.number, 'text', `第 ${before.lastLine} 行的句子断开了，已和这一行接上`);
        before.add(line);
      } else if (repeats(line.text, before.text()) || repeats(line.text, next?.text ?? '')) {
        flags.note(line.number, 'text', `像图片说明，没有收：「${line.text}」`);
      } else {
        const message = `第 ${before.lastLine} 行的句子没有完，看不出「${line.text}」是下文还是图片说明`;
        flags.fault(line.number, 'text', message, '把断开的句子接成一行，或者删去图片说明');
      }
    } else if (itemMarks && before && isTitleLike(line.text)) {
      flags.note(line.number, 'text', `没有项目符号也不成句，当作图片说明，没有收：「${line.text}」`);
    } else {
      done.push(draftOf(line, null));
    }
  }
  return done.map((draft) => ({ text: draft.text(), line: draft.line, level: draft.level, isItem: draft.isItem }));
}

/** A paragraph being put together. Its pieces are joined once, at the end, so that length costs nothing. */
class Draft {
  private readonly pieces: string[];
  readonly line: number;
  lastLine: number;
  isWrapped = false;
  isProse: boolean;

  constructor(
    line: Line,
    text: string,
    readonly isItem: boolean,
    readonly level: number | null = line.level,
  ) {
    this.pieces = [text];
    this.line = this.lastLine = line.number;
    this.isProse = level === null && hasClauses(text);
  }

  add(line: Line): void {
    // Two Latin words need a blank between them; a number that was wrapped doesn't (12|0万名).
    if (/[A-Za-z]$/.test(this.tail().slice(-1)) && /^[A-Za-z]/.test(line.text)) this.pieces.push(' ');
    this.pieces.push(line.text);
    this.isWrapped ||= !line.afterBlank;
    this.isProse = true;
    this.lastLine = line.number;
  }

  tail = (): string => this.pieces.at(-1) as string;
  text = (): string => this.pieces.join('');
  get isLong(): boolean {
    return this.pieces.length > 1 || this.tail().length > CUT_FROM;
  }
  /** Does it open as an item or a point does? Then it is no title, however short. */
  opensAsText = (): boolean =>
    openingOf(this.pieces[0] as string) !== null || pointOf(this.pieces[0] as string) !== null;
}

const draftOf = (line: Line, item: string | null): Draft => new Draft(line, item ?? line.text, item !== null);

const hasClauses = (text: string): boolean =>
  /[，。；,;]/.test(text) || openingOf(text) !== null || pointOf(text) !== null;

/** Does the line open something of its own, whatever came before? */
function isStart(line: Line, before: Draft | undefined, itemMarks: boolean): boolean {
  if (pointOf(line.text)) return true;
  if (!openingOf(line.text)) return false;
  // A title may stand above its item.
  if (!before?.isProse) return true;
  // A date in the middle of a sentence opens nothing: …将于 / 11月14日举行。
  return (
    !itemMarks && (isClosed(before.tail()) || (line.afterBlank && !/[，、于在至从自到和与及]$/.test(before.tail())))
  );
}

/** Lines that follow without a gap are one wrapped paragraph. */
function goesOn(before: Draft, line: Line): boolean {
  if (line.afterBlank || !before.isProse) return false;
  return !isClosed(before.tail()) || before.isWrapped;
}

/** Does the next line follow without a gap, and open nothing? A caption stands alone. */
const runsOn = (next: Line | undefined, itemMarks: boolean): boolean =>
  next !== undefined && !next.afterBlank && next.level === null && !(itemMarks && unmarkNews(next.text) !== null);

/** Did the sentence stop in the middle? */
const isCut = (before: Draft): boolean =>
  before.isProse && !isClosed(before.tail()) && (before.isLong || before.isItem || before.opensAsText());
