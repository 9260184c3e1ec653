/** Cells that only a list of stations has. */
import type { HolidayData } from '../../domain/opening-hours';
import { plainHours } from '../../domain/opening-hours/plain';
import type { Facility } from '../../domain/station/vocabulary';
import { checkHours } from '../hours/check';
import { bad, good, listIn, textOf, type Read } from '../lists/cells';
import type { Cell } from '../lists/table';
import { facilityOf } from './words';

/** Hours in OpenStreetMap's syntax or plain Chinese; kept in the syntax. */
export function hoursReader(holidays: HolidayData): (cell: Cell) => Read<string> {
  const known = new Map<string, Read<string>>();
  return (cell) => {
    // A number without a format is Excel's part of a day.
    const text = typeof cell === 'number' && cell > 0 && cell < 1 ? clockIn(cell) : textOf(cell);
    if (text === null) return good<string>(null);
    const before = known.get(text);
    if (before) return before;
    const read = readHours(text, holidays);
    known.set(text, read);
    return read;
  };
}

function readHours(text: string, holidays: HolidayData): Read<string> {
  const isSyntax = /(?:^|[^A-Za-z])(?:Mo|Tu|We|Th|Fr|Sa|Su|PH|SH|off|open)(?![A-Za-z])|^24\/7$/.test(text);
  const plain = isSyntax ? { ok: true as const, written: text.normalize('NFKC') } : plainHours(text);
  if (!plain.ok) return bad(plain.message, plain.expected);
  const written = plain.written.replace(/(?<!\d)(\d):(\d{2})/g, '0$1:$2');
  const checked = checkHours(written, holidays);
  return checked.ok ? good(written) : bad(checked.message, checked.expected);
}

/** A part of a day, or a time as it is written, as the clock says it; null for anything else. */
export function clockIn(cell: Cell): string | null {
  if (typeof cell === 'number') {
    if (cell < 0 || cell > 1) return null;
    const minutes = Math.round(cell * 1440);
    return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
  }
  const [, hour, minute] = /^(\d{1,2})[:：.点](\d{2})?(?::00)?分?$/.exec(textOf(cell)?.normalize('NFKC') ?? '') ?? [];
  return hour !== undefined && Number(hour) <= 24 && Number(minute ?? 0) < 60
    ? `${Number(hour)}:${minute ?? '00'}`
    : null;
}

/** What a cell says of facilities, and the words in it that mean none that is known. */
export interface FoundFacilities {
  facilities: Facility[] | null;
  unknown: string[];
}

/** Facilities by any word for them. Unknown words are for the reader to name; the others are taken. */
export function facilitiesIn(cell: Cell): FoundFacilities {
  const parts = listIn(cell);
  if (parts === null) return { facilities: null, unknown: [] };
  // Without any other mark a blank parts the words: 饮水 微波炉 充电.
  const words = parts
    .flatMap((part) => (facilityOf(part) === null ? part.split(/[\s.。+＋]+/) : [part]))
    .filter((word) => word !== '');
  const found = words.map((word) => [word, facilityOf(word)] as const);
  const facilities = [...new Set(found.flatMap(([, facility]) => (facility === null ? [] : [facility])))];
  const unknown = found.flatMap(([word, facility]) => (facility === null ? [word] : []));
  return { facilities: facilities.length > 0 ? facilities : null, unknown };
}
