/**
 * Hours that somebody types: a clerk into the console's form or a spreadsheet, a volunteer who reads them off the door. All of
 * them are read by the same grammar, without a network too, and said back in Chinese.
 */
import { readRules } from './compile';
import { describeHours } from './describe';
import { isEverOpen, plainHours } from './plain';

/** Anything but Chinese with a word or a sign of the syntax in it; 9am-5pm and 24h are plain. */
function isSyntax(text: string): boolean {
  const outside = text.replace(/"[^"]*"/g, '"');
  return !/\p{Script=Han}/u.test(outside) && /[A-Za-z"+]|24\/7/.test(outside.replace(/\d\s*(?:am|pm|h)\b/gi, ''));
}

export type WrittenHours =
  { ok: true; written: string; notes: readonly string[] } | { ok: false; message: string; expected: string };

/** Hours as somebody wrote them, in OpenStreetMap's syntax; not checked yet. Notes say what was taken how. */
export function writtenHours(text: string): WrittenHours {
  const even = text.normalize('NFKC').replace(/[“”]/g, '"');
  const plain = isSyntax(even) ? { ok: true as const, written: even, notes: [] } : plainHours(text);
  return plain.ok
    ? { ok: true, notes: plain.notes, written: plain.written.replace(/(?<!\d)(\d):(\d{2})/g, '0$1:$2') }
    : plain;
}

/** Hours of a record in plain Chinese; as they are written where nobody can say them. */
export function sayHours(written: string | null): string | null {
  if (written === null) return null;
  const read = readRules(written);
  return read.ok ? describeHours(read.rules) : written;
}

/** Hours that somebody typed: as they are kept, and in plain Chinese as they were understood. */
export interface TypedHours {
  written: string | null;
  said: string | null;
  /** The source's own words within the hours, and what was taken how. */
  comments: string[];
  notes: readonly string[];
  fault: { message: string; expected: string } | null;
}

/**
 * Reads hours that somebody typed. They are said back to whoever typed them, so that they aren't worked out a second time
 * by the reference library as a list's are: that takes as long as a hundred requests.
 *
 * @example readTypedHours('周一至周五 9:00-18:00').said // '周一至周五 9:00–18:00'
 */
export function readTypedHours(text: string): TypedHours {
  const refuse = (fault: TypedHours['fault']): TypedHours => ({
    written: null,
    said: null,
    comments: [],
    notes: [],
    fault,
  });
  const plain = writtenHours(text);
  if (!plain.ok) return refuse({ message: plain.message, expected: plain.expected });
  const read = readRules(plain.written);
  if (!read.ok) return refuse({ message: read.message, expected: read.expected });
  if (!isEverOpen(read.rules.map(({ comment: _, ...rule }) => rule)))
    return refuse({ message: '这样写，一天也不开', expected: '至少有一段开放的时间；不开的驿站请下架' });
  const comments = read.rules.flatMap(({ comment }) => (comment === undefined ? [] : [comment]));
  return { written: plain.written, said: describeHours(read.rules), comments, notes: plain.notes, fault: null };
}
