/** A row of a list as what it says of a station, or what is wrong with it. */
import type { Day } from '../../../src/domain/calendar';
import type { HolidayData } from '../../../src/domain/opening-hours';
import type { EntryWay, Facility, StationKind } from '../../../src/domain/station/vocabulary';
import { verificationOf } from '../../../src/domain/station/verification';
import type { Dataset } from '../../../src/content/schema';
import { classOf, hoursReader, readDay, readDegrees, readFacilities, readPhone, textOf, type Read } from './cells';
import { districtReader } from './districts';
import { headingName, type Field } from './headings';
import { datumOf, toGcj02 } from './position';
import { letterOf, type StationFault, type StationRemark } from './report';
import type { Cell } from './table';
import { entryOf, kindOf, partsOf } from './words';

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

/** Where each field stands: the column's place, from 0. */
export type Places = ReadonlyMap<Field, number>;

export interface RowResult {
  /** Null where anything in the row is wrong. */
  station: StationRow | null;
  faults: StationFault[];
  notes: StationRemark[];
}

const ID = /^[a-z][a-z0-9]*(-[a-z0-9]+)+$/;

/** Makes a reader of rows for a list's columns. */
export function rowReader(
  { file, places, titles, today }: { file: string; places: Places; titles: readonly string[]; today: Day },
  { districts, holidays }: { districts: Dataset['districts']; holidays: HolidayData },
): (cells: readonly Cell[], row: number) => RowResult {
  const districtOf = districtReader(districts);
  const readHours = hoursReader(holidays);

  return (cells, row) => {
    const faults: StationFault[] = [];
    const notes: StationRemark[] = [];
    const cell = (field: Field): Cell => cells[places.get(field) ?? -1] ?? null;
    const place = (field: Field) => {
      const at = places.get(field);
      const column = at === undefined ? headingName(field) : (titles[at] ?? headingName(field));
      return { file, row, column, letter: at === undefined ? null : letterOf(at), field, valueClass: classOf(cell(field)) }; // prettier-ignore
    };
    const fault = (field: Field, message: string, expected: string): null => {
      faults.push({ ...place(field), message, expected });
      return null;
    };
    const read = <T>(field: Field, result: Read<T>): T | null => (result.ok ? result.value : fault(field, result.message, result.expected)); // prettier-ignore
    const required = (field: Field, expected: string): string | null => textOf(cell(field)) ?? fault(field, '没有填', expected); // prettier-ignore
    const known = <T>(field: Field, find: (text: string) => T | null, expected: string): T | null => {
      const text = required(field, expected);
      return text === null ? null : (find(text) ?? fault(field, `认不出「${text.slice(0, 20)}」`, expected));
    };

    const title = required('name', '驿站的全名');
    const kind = known(
      'kind',
      kindOf,
      '工会驿站、劳动者港湾、邮爱驿站、司机之家、暖新驿站、便民服务站、纳凉点，或它们的别称',
    );
    const district = known('district', districtOf, '重庆的区县，例如 渝中区，或现行的六位区划代码');
    const id = textOf(cell('id'));
    if (id !== null && !ID.test(id)) fault('id', '不是资料里的编号', '例如 station-yuzhong-jiefangbei；新的驿站空着');
    const entryText = textOf(cell('entry'));
    const entry = entryText === null ? null : entryOf(partsOf(entryText));
    if (entryText !== null && /^[\d:：\s-]+$/.test(entryText)) fault('entry', '这里像是时间，可能是前面一格里的逗号没有加引号，后面的列都错开了', '推门、扫码、刷脸、身份证、密码、找人开门；有逗号的格子要加引号，用 Excel 保存就会自动加'); // prettier-ignore
    const extra = cells.slice(titles.length).findIndex((one) => textOf(one) !== null);
    if (extra >= 0) faults.push({ file, row, column: null, letter: letterOf(titles.length + extra), field: 'row', valueClass: 'row', message: '这一行比列名多出了格子，可能是某一格里的逗号没有加引号', expected: `${titles.length} 列；有逗号的格子要加引号` }); // prettier-ignore
    const phone = read('phone', readPhone(cell('phone')));
    if (phone !== null && /^1\d{10}$/.test(phone)) {
      notes.push({ ...place('phone'), message: '这是手机号，会公开给所有人看；本人同意了再用，最好换成单位电话' });
    }
    const verifiedBy = textOf(cell('verifiedBy'));
    const verifiedAt = read('verifiedOn', readDay(cell('verifiedOn'), today));
    if (verifiedBy === null && textOf(cell('verifiedOn')) !== null) fault('verifiedBy', '有核实日期，没有核实单位', '哪个工会核实的；没有核实就两栏都空着'); // prettier-ignore
    if (verifiedBy !== null && textOf(cell('verifiedOn')) === null) fault('verifiedOn', '有核实单位，没有核实日期', '核实的那一天，例如 2026-11-01'); // prettier-ignore
    if (verifiedAt !== null && verificationOf(verifiedAt, verifiedBy, today).state === 'stale') {
      notes.push({ ...place('verifiedOn'), message: '核实已经超过 12 个月，页面上会写明「核实已久」' });
    }
    const location = readLocation();
    const station: StationRow = {
      row,
      id,
      title: title ?? '',
      aliases: listOf('aliases'),
      kind: kind ?? 'union_station',
      adcode: district?.adcode ?? '',
      districtThen: district?.districtThen ?? null,
      street: textOf(cell('street')),
      address: textOf(cell('address')),
      location,
      openingHours: read('hours', readHours(cell('hours'))),
      hoursNote: textOf(cell('hoursNote')),
      entry: entry && entry.ways.length > 0 ? entry.ways : null,
      access: entry && !entry.isAll ? entryText : null,
      facilities: read('facilities', readFacilities(cell('facilities'))),
      phone,
      verifiedBy,
      verifiedAt,
      note: textOf(cell('note')),
    };
    return { station: faults.length > 0 ? null : station, faults, notes };

    function listOf(field: Field): string[] | null {
      const text = textOf(cell(field));
      return text === null ? null : partsOf(text);
    }

    function readLocation(): { lng: number; lat: number } | null {
      const before = faults.length;
      const [lng, lat] = [read('lng', readDegrees(cell('lng'))), read('lat', readDegrees(cell('lat')))];
      const datumText = textOf(cell('datum'));
      if (faults.length > before || (lng === null && lat === null)) return null;
      if (lng === null) return fault('lng', '有纬度，没有经度', '经度和纬度一起写，或都空着');
      if (lat === null) return fault('lat', '有经度，没有纬度', '经度和纬度一起写，或都空着');
      const expected = 'GCJ02（高德、腾讯）、BD09（百度）或 WGS84（GPS）';
      if (datumText === null) return fault('datum', '有坐标，没有写坐标系，差出几百米也看不出来', expected);
      const datum = datumOf(datumText);
      if (datum === null) return fault('datum', `认不出「${datumText.slice(0, 20)}」`, expected);
      const result = toGcj02(lng, lat, datum);
      if (!result.ok) return fault('lng', result.message, result.expected);
      return { lng: result.position.lng, lat: result.position.lat };
    }
  };
}
