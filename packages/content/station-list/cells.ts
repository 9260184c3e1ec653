/** Cells that only a list of stations has. */
import type { HolidayData } from '@yugong/domain/opening-hours';
import { writtenHours } from '@yugong/domain/opening-hours/typed';
import type { Facility } from '@yugong/domain/station/vocabulary';
import { checkHours } from '../hours/check';
import { bad, good, listIn, textOf, type Read } from '../lists/cells';
import type { Cell } from '../lists/table';
import { facilitiesInCompound, facilityOf } from './words';

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
    // A number without a format is Excel's part of a day.
    const text = typeof cell === 'number' && cell > 0 && cell < 1 ? clockIn(cell) : textOf(cell);
    if (text === null) return { ...good<string>(null), notes: [], comments: [] };
    const before = known.get(text);
    if (before) return { ...before, notes: [] };
    const read = readHours(text, holidays);
    known.set(text, read);
    return read;
  };
}

function readHours(text: string, holidays: HolidayData): ReadHours {
  const plain = writtenHours(text);
  if (!plain.ok) return { ...bad(plain.message, plain.expected), notes: [], comments: [] };
  const { written } = plain;
  const checked = checkHours(written, holidays);
  if (!checked.ok) return { ...bad(checked.message, checked.expected), notes: [], comments: [] };
  const notes = [`「${text}」读作：${checked.sentence}。不对就改写`, ...plain.notes];
  return { ...good(written), notes, comments: checked.comments };
}

/** A part of a day, or a time as it is written, as the clock says it; null for anything else. */
export function clockIn(cell: Cell): string | null {
  if (typeof cell === 'number') {
    if (cell < 0 || cell > 1) return null;
    const minutes = Math.round(cell * 1440);
    return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
  }
  const [, hour, minute] = /^(\d{1,2})[:：.点时](\d{2})?(?::00)?分?$/.exec(textOf(cell)?.normalize('NFKC') ?? '') ?? [];
  return hour !== undefined && Number(hour) <= 24 && Number(minute ?? 0) < 60
    ? `${Number(hour)}:${minute ?? '00'}`
    : null;
}

/** What a cell of a single time, or of a part of the hours, says: a part of a day as the clock says it, words as they are. */
export const clockText = (cell: Cell): string | null => clockIn(cell) ?? textOf(cell);

/** What a cell says of facilities, and the words in it that mean none that is known. */
export interface FoundFacilities {
  facilities: Facility[] | null;
  unknown: string[];
}

/**
 * Facilities by any word for them. Unknown words are for the reader to name; the others are taken.
 *
 * @param ticked the words at the head of columns of their own in which the row has a tick
 */
export function facilitiesIn(cell: Cell, ticked: readonly string[] = []): FoundFacilities {
  // ①饮水②空调 and 1.饮水 2.空调 are parted by their numbers.
  const even =
    typeof cell === 'string' ? cell.replace(/[\u2460-\u2487]|(?<![\d.])\d{1,2}[.、．)）](?!\d)/g, '、') : cell;
  const parts = [...(listIn(even) ?? []), ...ticked];
  if (parts.length === 0) return { facilities: null, unknown: [] };
  // Without any other mark a blank parts the words: 饮水 微波炉 充电.
  const words = parts
    .flatMap((part) => (facilityOf(part) === null ? part.split(/[\s.。+＋]+/) : [part]))
    .filter((word) => word !== '');
  const found = words.map((word): [string, Facility[] | null] => {
    const facility = facilityOf(word);
    return [word, facility === null ? facilitiesInCompound(word) : [facility]];
  });
  const facilities = [...new Set(found.flatMap(([, named]) => named ?? []))];
  const unknown = found.flatMap(([word, named]) => (named === null ? [word] : []));
  return { facilities: facilities.length > 0 ? facilities : null, unknown };
}
