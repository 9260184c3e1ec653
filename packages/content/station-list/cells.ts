/** Cells that only a list of stations has. */
import type { HolidayData } from '@yugong/domain/opening-hours';
import { plainHours } from '@yugong/domain/opening-hours/plain';
import type { Facility } from '@yugong/domain/station/vocabulary';
import { checkHours } from '../hours/check';
import { bad, good, listIn, textOf, type Read } from '../lists/cells';
import type { Cell } from '../lists/table';
import { facilityOf } from './words';

/** Hours as read: the syntax to keep, what to show the clerk of them, and the words that go into the notes. */
export type ReadHours = Read<string> & { notes: string[]; comments: string[] };

/**
 * Hours in OpenStreetMap's syntax or plain Chinese; kept in the syntax.
 *
 * What was understood is said back once for each way of writing, not in every row.
 */
export function hoursReader(holidays: HolidayData): (cell: Cell) => ReadHours {
  const known = new Map<string, ReadHours>();
  return (cell) => {
    const text = textOf(cell);
    if (text === null) return { ...good<string>(null), notes: [], comments: [] };
    const before = known.get(text);
    if (before) return { ...before, notes: [] };
    const read = readHours(text, holidays);
    known.set(text, read);
    return read;
  };
}

/** Anything but Chinese with a word or a sign of the syntax in it; 9am-5pm and 24h are plain. */
function isSyntax(text: string): boolean {
  const outside = text.replace(/"[^"]*"/g, '"');
  return !/\p{Script=Han}/u.test(outside) && /[A-Za-z"+]|24\/7/.test(outside.replace(/\d\s*(?:am|pm|h)\b/gi, ''));
}

function readHours(text: string, holidays: HolidayData): ReadHours {
  const even = text.normalize('NFKC').replace(/[“”]/g, '"');
  const plain = isSyntax(even) ? { ok: true as const, written: even, notes: [] } : plainHours(text);
  if (!plain.ok) return { ...bad(plain.message, plain.expected), notes: [], comments: [] };
  const written = plain.written.replace(/(?<!\d)(\d):(\d{2})/g, '0$1:$2');
  const checked = checkHours(written, holidays);
  if (!checked.ok) return { ...bad(checked.message, checked.expected), notes: [], comments: [] };
  const notes = [`「${text}」读作：${checked.sentence}。不对就改写`, ...plain.notes];
  return { ...good(written), notes, comments: checked.comments };
}

/** Facilities by any word for them; one that is not known is named, not dropped. */
export function readFacilities(cell: Cell): Read<Facility[]> {
  const parts = listIn(cell);
  if (parts === null) return good<Facility[]>(null);
  const found = parts.map((part) => [part, facilityOf(part)] as const);
  const unknown = found.filter(([, facility]) => facility === null).map(([part]) => part);
  if (unknown.length > 0) return bad(`不认识这样设施：${unknown.join('、')}`, '模板「怎么填」里列出的设施，用顿号隔开；别的写进备注'); // prettier-ignore
  return good([...new Set(found.map(([, facility]) => facility as Facility))]);
}
