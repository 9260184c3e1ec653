/** Several items that stand in one paragraph, parted where nothing else could be meant. */
import type { Flags } from './drafts';
import { isClosed, sentences } from './marks';
import { itemOpening } from './openings';
import type { NewsletterParagraph } from './paragraphs';

/** What stands behind a union's name where it did nothing yet: 甲工会、乙工会……, 甲工会的……. */
const NO_DEED = /^[\s、和与及的]|^[^，。]{0,2}[，。]/;

/** The day and the union that a sentence opens with, where it tells of a deed on that day. */
function deedOf(sentence: string): { day: string; union: string } | null {
  const { kind, ...opening } = itemOpening(sentence);
  if (kind !== 'date' || !('opening' in opening)) return null;
  const { opening: written, union } = opening;
  if (union === null || written.kind !== 'date' || written.date.day === null) return null;
  const behind = sentence.slice(sentence.indexOf(union) + union.length);
  return NO_DEED.test(behind) ? null : { day: written.date.words, union };
}

/** 区总工会 and 合川区总工会 may be one; 合阳城街道总工会 is neither. */
const mayBeOne = (a: string, b: string): boolean => a.endsWith(b) || b.endsWith(a);

/**
 * Parts a paragraph without mark whose sentences each open with their own day and the deed of another union: 5月18日，甲工会
 * ……。5月19日，乙工会……。 The sentences behind each stay with it. A day later on that has no union, or the same one, may
 * as well go on with what came before, and is left to the note of the item.
 */
export function partGlued(paragraph: NewsletterParagraph, flags: Flags): NewsletterParagraph[] {
  const { text, mark, level, group, line } = paragraph;
  if (mark !== null || level !== null || group !== null) return [paragraph];
  const all = sentences(text);
  const first = deedOf(all[0] ?? '');
  if (first === null || all.length < 2) return [paragraph];
  const parts = [{ ...first, text: all[0] ?? '' }];
  for (const sentence of all.slice(1)) {
    const deed = deedOf(sentence);
    const last = parts[parts.length - 1];
    if (!last) continue;
    const isOther = deed !== null && isClosed(last.text) && !parts.some(({ union }) => mayBeOne(union, deed.union));
    if (isOther) parts.push({ ...deed, text: sentence });
    else last.text += sentence;
  }
  if (parts.length === 1) return [paragraph];
  flags.note(line, 'text', `这一段写了 ${parts.length} 个工会各一天的事，分成了 ${parts.length} 条；是一件事就合起来`);
  return parts.map((part, at) => ({
    ...paragraph,
    text: part.text,
    afterEnd: at === 0 && paragraph.afterEnd,
    isEnded: at === parts.length - 1 && paragraph.isEnded,
  }));
}
