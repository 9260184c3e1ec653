/** A row of a list as what it says of a station, or what is wrong with it. */
import type { HolidayData } from '@yugong/domain/opening-hours';
import type { Cell } from '../lists/table';
import type { AnyoneMayEnter, EntryWay, Facility, StationKind } from '@yugong/domain/station/vocabulary';
import { readPhone } from '../lists/cells';
import { districtReader } from '../lists/districts';
import { readPosition } from '../lists/position';
import type { ListReading, ReadRow } from '../lists/read';
import { readRow, type ListRow, type RowBeingRead } from '../lists/row';
import { movedDistrict } from '../lists/moved-towns';
import { readVerified } from '../lists/verified';
import type { Dataset, RecordOf } from '../schema';
import { clockIn, facilitiesIn, hoursReader } from './cells';
import { readHeadings, type StationReadField } from './headings';
import { anyoneOf, entryWayOf, kindOf } from './words';

/** What a row says. A field that it leaves empty is null and changes nothing. */
export interface StationListRow {
  sheet: string | null;
  row: number;
  id: string | null;
  title: string;
  aliases: string[] | null;
  kind: StationKind;
  /** Null only where the row changes a station that it names by its id. */
  adcode: string | null;
  districtThen: string | null;
  street: string | null;
  address: string | null;
  location: { lng: number; lat: number } | null;
  openingHours: string | null;
  hoursNote: string | null;
  entry: EntryWay[] | null;
  access: string | null;
  anyoneMayEnter: AnyoneMayEnter | null;
  floor: string | null;
  facilities: Facility[] | null;
  phone: string | null;
  verifiedBy: string | null;
  verifiedAt: string | null;
  note: string | null;
}

const ID = /^[a-z][a-z0-9]*(-[a-z0-9]+)+$/;
const KINDS = '工会驿站、劳动者港湾、邮爱驿站、司机之家、暖新驿站、便民服务站、纳凉点，或它们的别称';
const UNKNOWN_FACILITY = '不认识的设施，没有收，其余的收了';
const WAYS = '推门、扫码、刷脸、身份证、密码、找人开门；有逗号的格子要加引号，用 Excel 保存就会自动加';

/** What the dataset has to say to a row. */
interface Known {
  districts: Dataset['districts'];
  holidays: HolidayData;
  /** The stations there are, by id. */
  known: ReadonlyMap<string, RecordOf<'stations'>>;
}

/** Makes a reader of rows for a list's columns. */
export function rowReader(
  { file, head, today }: ListReading<StationReadField>,
  { districts, holidays, known }: Known,
): (row: ListRow<StationReadField>) => ReadRow<StationReadField, StationListRow> {
  const districtOf = districtReader(districts);
  const readHours = hoursReader(holidays);

  return (cells) => {
    const row = readRow(cells, { head, headings: readHeadings, file });
    const id = readId(row);
    const before = id === null ? undefined : known.get(id);
    const title = row.text('name') ?? before?.title ?? row.required('name', '驿站的全名');
    const kind = (row.text('kind') === null ? before?.kind : undefined) ?? row.known('kind', kindOf, KINDS);
    const district =
      before !== undefined && row.text('district') === null
        ? null
        : row.known('district', districtOf, '重庆的区县，例如 渝中区，或现行的六位区划代码');
    const street = row.text('street');
    const address = row.text('address');
    const moved = district && movedDistrict(district, [street, address, title]);
    if (moved)
      row.note('district', `这个镇街 2025 年底起归另一个区县，记作 ${moved.adcode}（原${moved.districtThen ?? ''}）`);
    const { adcode = null, districtThen = null } = moved ?? district ?? {};
    const hours = readHours(hoursCell(row));
    for (const note of hours.notes) row.note('hours', note);
    const station: StationListRow = {
      sheet: head.sheet,
      row: cells.number,
      id,
      title: title ?? '',
      aliases: row.listOf('aliases'),
      kind: kind ?? 'union_station',
      adcode,
      districtThen,
      street,
      address,
      location: readPosition(row),
      openingHours: row.read('hours', hours),
      hoursNote: notesWith(row.text('hoursNote'), hours.comments),
      ...readEntry(row),
      anyoneMayEnter:
        row.text('anyone') === null ? null : row.known('anyone', anyoneOf, '能、不能或不清楚；不清楚也可以空着'),
      floor: row.text('floor'),
      facilities: readFacilities(row),
      phone: readStationPhone(row),
      ...readVerified(row, today),
      note: row.text('note'),
    };
    return { said: row.faults.length > 0 ? null : station, faults: row.faults, notes: row.notes };
  };
}

type Row = RowBeingRead<StationReadField>;

/** The hours' own column, or the two that say from when and until when. */
function hoursCell(row: Row): Cell {
  const [opens, closes] = [clockIn(row.cell('opens')), clockIn(row.cell('closes'))];
  return row.text('hours') === null && opens !== null && closes !== null ? `${opens}-${closes}` : row.cell('hours');
}

function readFacilities(row: Row): Facility[] | null {
  const { facilities, unknown } = facilitiesIn(row.cell('facilities'));
  if (unknown.length > 0) row.note('facilities', `${UNKNOWN_FACILITY}：${unknown.join('、')}`, unknown);
  return facilities;
}

function readStationPhone(row: Row): string | null {
  const result = readPhone(row.cell('phone'));
  const phone = row.read('phone', result);
  if (result.more !== undefined) row.note('phone', `写了 ${result.more + 1} 个号码，只收第一个`);
  if (phone !== null && /^1\d{10}$/.test(phone)) {
    row.note('phone', '这是手机号，会公开给所有人看；本人同意了再用，最好换成单位电话');
  }
  return phone;
}

/** The source's own words within the hours are for the reader of the page. */
function notesWith(note: string | null, comments: readonly string[]): string | null {
  const missing = comments.filter((comment) => !note?.includes(comment));
  return note === null && missing.length === 0 ? null : [...(note === null ? [] : [note]), ...missing].join('；');
}

/** An id of the dataset. A bare number is the clerk's own count of the rows. */
function readId(row: Row): string | null {
  const id = row.text('id');
  if (id === null || ID.test(id)) return id;
  if (/^[A-Za-z]{0,4}[-_]?\d{1,8}$/.test(id)) {
    row.note('id', '像是自己编的序号，不是资料里的编号，没有收');
    return null;
  }
  return row.fault('id', '不是资料里的编号', '例如 station-yuzhong-jiefangbei；新的驿站空着');
}

/** The ways in that have a name of their own; whatever else the cell says is kept as written. */
function readEntry(row: Row): Pick<StationListRow, 'entry' | 'access'> {
  const text = row.text('entry');
  if (text === null) return { entry: null, access: null };
  if (/^[\d:：\s-]+$/.test(text)) {
    row.fault('entry', '这里像是时间，可能是前面一格里的逗号没有加引号，后面的列都错开了', WAYS);
  }
  const { ways, isAll } = entryWayOf(row.listOf('entry') ?? []);
  return { entry: ways.length > 0 ? ways : null, access: isAll ? null : text };
}
