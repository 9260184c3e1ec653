/** A row of a list as what it says of a station, or what is wrong with it. */
import type { HolidayData } from '@yugong/domain/opening-hours';
import type { EntryWay, Facility, StationKind } from '@yugong/domain/station/vocabulary';
import { readPhone } from '../lists/cells';
import { districtReader } from '../lists/districts';
import { readPosition } from '../lists/position';
import type { Reading, ReadRow } from '../lists/read';
import { readRow, type RowBeingRead } from '../lists/row';
import type { Cell } from '../lists/table';
import { readVerified } from '../lists/verified';
import type { Dataset } from '../schema';
import { hoursReader, readFacilities } from './cells';
import { headings, type Field } from './headings';
import { entryOf, kindOf } from './words';

/** What a row says. A field that it leaves empty is null and changes nothing. */
export interface StationRow {
  row: number;
  id: string | null;
  title: string;
  aliases: string[] | null;
  kind: StationKind;
  adcode: string;
  districtThen: string | null;
  street: string | null;
  address: string | null;
  location: { lng: number; lat: number } | null;
  openingHours: string | null;
  hoursNote: string | null;
  entry: EntryWay[] | null;
  access: string | null;
  facilities: Facility[] | null;
  phone: string | null;
  verifiedBy: string | null;
  verifiedAt: string | null;
  note: string | null;
}

const ID = /^[a-z][a-z0-9]*(-[a-z0-9]+)+$/;
const KINDS = '工会驿站、劳动者港湾、邮爱驿站、司机之家、暖新驿站、便民服务站、纳凉点，或它们的别称';
const WAYS = '推门、扫码、刷脸、身份证、密码、找人开门；有逗号的格子要加引号，用 Excel 保存就会自动加';

/** Makes a reader of rows for a list's columns. */
export function rowReader(
  { file, head, today }: Reading<Field>,
  { districts, holidays }: { districts: Dataset['districts']; holidays: HolidayData },
): (cells: readonly Cell[], row: number) => ReadRow<Field, StationRow> {
  const districtOf = districtReader(districts);
  const readHours = hoursReader(holidays);

  return (cells, at) => {
    const row = readRow(cells, at, { head, headings, file });
    const title = row.required('name', '驿站的全名');
    const kind = row.known('kind', kindOf, KINDS);
    const district = row.known('district', districtOf, '重庆的区县，例如 渝中区，或现行的六位区划代码');
    const phone = row.read('phone', readPhone(row.cell('phone')));
    if (phone !== null && /^1\d{10}$/.test(phone)) {
      row.note('phone', '这是手机号，会公开给所有人看；本人同意了再用，最好换成单位电话');
    }
    const hours = readHours(row.cell('hours'));
    for (const note of hours.notes) row.note('hours', note);
    const station: StationRow = {
      row: at,
      id: readId(row),
      title: title ?? '',
      aliases: row.listOf('aliases'),
      kind: kind ?? 'union_station',
      adcode: district?.adcode ?? '',
      districtThen: district?.districtThen ?? null,
      street: row.text('street'),
      address: row.text('address'),
      location: readPosition(row),
      openingHours: row.read('hours', hours),
      hoursNote: notesWith(row.text('hoursNote'), hours.comments),
      ...readEntry(row),
      facilities: row.read('facilities', readFacilities(row.cell('facilities'))),
      phone,
      ...readVerified(row, today),
      note: row.text('note'),
    };
    return { said: row.faults.length > 0 ? null : station, faults: row.faults, notes: row.notes };
  };
}

/** The source's own words within the hours are for the reader of the page. */
function notesWith(note: string | null, comments: readonly string[]): string | null {
  const missing = comments.filter((comment) => !note?.includes(comment));
  return note === null && missing.length === 0 ? null : [...(note === null ? [] : [note]), ...missing].join('；');
}

function readId(row: RowBeingRead<Field>): string | null {
  const id = row.text('id');
  if (id !== null && !ID.test(id)) return row.fault('id', '不是资料里的编号', '例如 station-yuzhong-jiefangbei；新的驿站空着');
  return id;
} // prettier-ignore

/** The ways in that have a name of their own; whatever else the cell says is kept as written. */
function readEntry(row: RowBeingRead<Field>): Pick<StationRow, 'entry' | 'access'> {
  const text = row.text('entry');
  if (text === null) return { entry: null, access: null };
  if (/^[\d:：\s-]+$/.test(text)) row.fault('entry', '这里像是时间，可能是前面一格里的逗号没有加引号，后面的列都错开了', WAYS); // prettier-ignore
  const { ways, isAll } = entryOf(row.listOf('entry') ?? []);
  return { entry: ways.length > 0 ? ways : null, access: isAll ? null : text };
}
