/** Cells that only a list of stations has. */
import type { HolidayData } from '@yugong/domain/opening-hours';
import { plainHours } from '@yugong/domain/opening-hours/plain';
import type { Facility } from '@yugong/domain/station/vocabulary';
import { checkHours } from '../hours/check';
import { bad, good, listIn, textOf, type Read } from '../lists/cells';
import type { Cell } from '../lists/table';
import { facilityOf } from './words';

/** Hours in OpenStreetMap's syntax or plain Chinese; kept in the syntax. */
export function hoursReader(holidays: HolidayData): (cell: Cell) => Read<string> {
  const known = new Map<string, Read<string>>();
  return (cell) => {
    const text = textOf(cell);
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

/** Facilities by any word for them; one that is not known is named, not dropped. */
export function readFacilities(cell: Cell): Read<Facility[]> {
  const parts = listIn(cell);
  if (parts === null) return good<Facility[]>(null);
  const found = parts.map((part) => [part, facilityOf(part)] as const);
  const unknown = found.filter(([, facility]) => facility === null).map(([part]) => part);
  if (unknown.length > 0) return bad(`不认识这样设施：${unknown.join('、')}`, '模板「怎么填」里列出的设施，用顿号隔开；别的写进备注'); // prettier-ignore
  return good([...new Set(found.map(([, facility]) => facility as Facility))]);
}
