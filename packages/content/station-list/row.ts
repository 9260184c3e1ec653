/** A row of a list as what it says of a station, or what is wrong with it. */
import type { HolidayData } from '@yugong/domain/opening-hours';
import type { Cell } from '../lists/table';
import {
  kindLabels,
  type AnyoneMayEnter,
  type EntryWay,
  type Facility,
  type StationKind,
} from '@yugong/domain/station/vocabulary';
import { readDistrict, districtInAddress, districtReader } from '../lists/districts';
import { districtOfTown } from '../lists/towns';
import { phoneOfRow } from '../lists/phone';
import { readPosition } from '../lists/position';
import type { ListReading, ReadRow } from '../lists/read';
import { readRow, type ListRow, type RowBeingRead } from '../lists/row';
import { movedDistrict } from '../lists/moved-towns';
import { readVerified } from '../lists/verified';
import type { Dataset, RecordOf } from '../schema';
import { clockText, facilitiesIn, hoursReader, type ReadHours } from './cells';
import { keysOf } from '@yugong/domain/narrow';
import { good, textOf } from '../lists/cells';
import { readHeadings, type StationReadField } from './headings';
import { anyoneOf, entryWayOf, kindInName, kindOf } from './words';

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
  const addressed = districtInAddress(districts);
  const townOf = districtOfTown();
  const readHours = hoursReader(holidays);

  return (cells) => {
    const row = readRow(cells, { head, headings: readHeadings, file });
    const id = readId(row);
    const before = id === null ? undefined : known.get(id);
    const title = row.text('name') ?? before?.title ?? row.required('name', '驿站的全名');
    const kind = readKind(row, title, before?.kind ?? null);
    const street = row.text('street');
    const address = row.text('address');
    const district =
      before !== undefined && row.text('district') === null
        ? null
        : readDistrict(row, { districtOf, addressed, townOf, texts: [street, address, title] });
    const moved = district && movedDistrict(district, [street, address, title]);
    if (moved)
      row.note('district', `这个镇街 2025 年底起归另一个区县，记作 ${moved.adcode}（原${moved.districtThen ?? ''}）`);
    const { adcode = null, districtThen = null } = moved ?? district ?? {};
    const { cell: written, note: seasonal } = hoursOf(row, head);
    const hours = hoursIn(written, readHours);
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
      hoursNote: notesWith(row.text('hoursNote'), [...(seasonal === null ? [] : [seasonal]), ...hours.comments]),
      ...readEntry(row),
      anyoneMayEnter:
        row.text('anyone') === null ? null : row.known('anyone', anyoneOf, '能、不能或不清楚；不清楚也可以空着'),
      floor: row.text('floor'),
      facilities: readFacilities(row),
      phone: phoneOfRow(row),
      ...readVerified(row, today),
      note: row.text('note'),
    };
    return { said: row.faults.length > 0 ? null : station, faults: row.faults, notes: row.notes };
  };
}

type Row = RowBeingRead<StationReadField>;

/** What a row says of its hours, and the columns that close days of them. */
function hoursOf(row: Row, head: ListReading<StationReadField>['head']): { cell: Cell; note: string | null } {
  const open = openHoursOf(row, head);
  const written = textOf(open.cell);
  if (written === null) return open;
  const weekday =
    row.isTicked('isOpenOnWeekends') === false && row.text('isOpenOnWeekends') !== null ? '周一至周五 ' : '';
  const closed = row.text('closedDays') ?? closingIn(row);
  if (closed === null) return weekday === '' ? open : { ...open, cell: `${weekday}${written}` };
  // 休息日 may head the hours of the weekend instead of its days.
  const isHours = /\d[:：点]/.test(closed);
  const others = isHours ? `周六、周日 ${closed}` : `${closed.replace(/(?:休息|闭馆|休馆|不开放?|关门?)$/, '')}休息`;
  return { ...open, cell: `${weekday}${written}；${others}` };
}

/** 周日关 among the remarks closes a day all the same; other words of days and hours there are told to the clerk. */
function closingIn(row: Row): string | null {
  const note = row.text('note');
  if (note === null) return null;
  const days =
    /^(?:每逢?|逢)?((?:周|星期)[一二三四五六日天末、和及周星期]*|节假日|法定节假日)(?:休息?|闭馆|休馆|不开放?|关门?|不营业)[。！]?$/.exec(
      note,
    )?.[1];
  if (days !== undefined) row.note('note', `备注里写了「${note}」，记进了开放时间`);
  else if (/(?:周|星期)[一二三四五六日天末]|节假日|\d[:：点]\d?/.test(note))
    row.note('note', '备注里像是写了时间，没有记进开放时间；要算进去就写在「开放时间」那一列');
  return days ?? null;
}

/** What a row says of its hours, whichever columns it does so in; `note` is what can't be made hours of. */
function openHoursOf(row: Row, head: ListReading<StationReadField>['head']): { cell: Cell; note: string | null } {
  const openDays = row.text('hoursDays');
  const ofDays = (hours: string): string => (openDays === null ? hours : `${openDays} ${hours}`);
  const whole = row.text('hours');
  if (whole !== null) {
    const parts = partsOf(row, PARTS);
    const more = parts.filter(({ field }) => NARROWING.has(field));
    for (const { field } of parts)
      if (!NARROWING.has(field)) row.note(field, '另有一列写了全部的开放时间，这一列没有用');
    if (more.length === 0) return { cell: openDays === null ? row.cell('hours') : ofDays(whole), note: null };
    return { cell: [ofDays(whole), ...more.map(({ field, text }) => `${DAYS[field]}${text}`)].join('；'), note: null };
  }
  const [opens, closes] = [clockText(row.cell('opens')), clockText(row.cell('closes'))];
  if (opens !== null && closes !== null) return { cell: ofDays(`${opens}至${closes}`), note: null };
  if (row.isTicked('isRoundTheClock') === true) return { cell: ofDays('24小时'), note: null };
  // open_time may hold both ends.
  if (opens !== null && !head.places.has('closes') && /\d.*[-~–—至到].*\d/.test(opens))
    return { cell: ofDays(opens), note: null };
  if (opens !== null || closes !== null)
    row.note(opens === null ? 'closes' : 'opens', '只写了开门或关门的时间，没有收');
  const seasons = partsOf(row, ['hoursSummer', 'hoursWinter']);
  if (seasons.length > 0) return ofSeasons(row, head, seasons);
  const halves = partsOf(row, ['hoursMorning', 'hoursAfternoon']);
  if (halves.length > 0)
    return { cell: ofDays(halves.map(({ field, text }) => `${DAYS[field]}${text}`).join('，')), note: null };
  const days = partsOf(row, ['hoursWorkdays', 'hoursWeekend', 'hoursSaturday', 'hoursSunday', 'hoursHolidays']);
  const [first, ...others] = days;
  if (first === undefined) return { cell: null, note: null };
  const isSame = days.length > 1 && others.every(({ text }) => text === first.text);
  return { cell: isSame ? first.text : days.map(({ field, text }) => `${DAYS[field]}${text}`).join('；'), note: null };
}

type HoursPart =
  | 'hoursMorning'
  | 'hoursAfternoon'
  | 'hoursWorkdays'
  | 'hoursWeekend'
  | 'hoursSaturday'
  | 'hoursSunday'
  | 'hoursHolidays'
  | 'hoursSummer'
  | 'hoursWinter';

/** What the columns of a row's hours are of. */
const DAYS: Record<HoursPart, string> = {
  hoursMorning: '上午',
  hoursAfternoon: '下午',
  hoursWorkdays: '周一至周五 ',
  hoursWeekend: '周六、周日 ',
  hoursSaturday: '周六 ',
  hoursSunday: '周日 ',
  hoursHolidays: '节假日 ',
  hoursSummer: '夏季 ',
  hoursWinter: '冬季 ',
};

const PARTS: readonly HoursPart[] = keysOf(DAYS);
/** Parts of the week that have hours of their own beside those of all days. */
const NARROWING: ReadonlySet<HoursPart> = new Set(['hoursWeekend', 'hoursSaturday', 'hoursSunday', 'hoursHolidays']);

const partsOf = (row: Row, fields: readonly HoursPart[]): { field: HoursPart; text: string }[] =>
  fields.flatMap((field) => {
    const text = clockText(row.cell(field));
    return text === null ? [] : [{ field, text }];
  });

/** Summer and winter are hours only where their headings say from which month to which. */
function ofSeasons(
  row: Row,
  { places, titles }: ListReading<StationReadField>['head'],
  seasons: readonly { field: HoursPart; text: string }[],
): { cell: Cell; note: string | null } {
  const months = seasons.map(({ field }) => {
    const title = (titles[places.get(field) ?? -1] ?? '').normalize('NFKC');
    const dotted = /(\d{1,2})\.(\d{1,2})\s*[-—–~至到]+\s*((?:次年|翌年)?\d{1,2})\.(\d{1,2})/.exec(title);
    if (dotted) return `${dotted[1] ?? ''}月${dotted[2] ?? ''}日至${dotted[3] ?? ''}月${dotted[4] ?? ''}日`;
    return /\d{1,2}月?(?:\d{1,2}日?)?\s*[-—–~至到]+\s*(?:次年|翌年)?\d{1,2}月(?:\d{1,2}日)?/.exec(title)?.[0] ?? null;
  });
  const [first] = seasons;
  if (first && seasons.length > 1 && seasons.every(({ text }) => text === first.text))
    return { cell: first.text, note: null };
  // The cells may say themselves which months they are of.
  if (seasons.every(({ text }) => /\d月/.test(text)))
    return { cell: seasons.map(({ text }) => text).join('；'), note: null };
  if (months.every((span) => span !== null)) {
    return { cell: seasons.map(({ text }, at) => `${months[at] ?? ''} ${text}`).join('；'), note: null };
  }
  row.note(
    first?.field ?? 'hours',
    '列名没有写是几月到几月，算不出哪天开，只记成时间说明；列名写成「夏季（5月-9月）」再导入一次',
  );
  return { cell: null, note: seasons.map(({ field, text }) => `${DAYS[field]}${text}`).join('；') };
}

/** A cell's hours; words that name neither an hour nor a day, 农忙时开放, are for people to read. */
function hoursIn(cell: Cell, readHours: (cell: Cell) => ReadHours): ReadHours {
  const pointed = wordsOnly(cell);
  if (pointed !== null) return pointed;
  const read = readHours(cell);
  const text = textOf(cell) ?? '';
  const isOnlyWords =
    /^[\p{Script=Han}，、。（）]{2,30}$/u.test(text) &&
    !/[一二三四五六七八九十两]|[周星节假日天午早晚夜月季年]/.test(text.replace(/[赶逢]?[场圩集]天|赶[场集]日/g, ''));
  return read.ok || !isOnlyWords ? read : onlyTold(text);
}

const onlyTold = (text: string): ReadHours => ({
  ...good<string>(null),
  notes: ['没有写几点到几点，只记成时间说明'],
  comments: [text],
});

/** Words that give no hours at all, 同银行营业时间 and 装修暂停, are for people to read. */
function wordsOnly(cell: Cell): ReadHours | null {
  const text = textOf(cell);
  if (text === null || !/^[\p{Script=Han}，、。（）]{2,30}$/u.test(text)) return null;
  if (
    !/(?:同|随|与|按|以|视|见|依).{1,16}(?:时间|为准|一致|同步|公示|而定|安排)|为准$|另行通知/.test(text) &&
    !/^(?:因?.{0,10})(?:暂停|暂未|暂不|尚未|停用|装修|维修|升级|改造|筹建|建设|搬迁)(?:开放|使用|服务|营业|运营|对外开放|改造|建设|中)*$/.test(
      text,
    )
  )
    return null;
  return onlyTold(text);
}

function readFacilities(row: Row): Facility[] | null {
  const { facilities, unknown } = facilitiesIn(row.cell('facilities'), row.ticked('facilities'));
  if (unknown.length > 0) row.note('facilities', `${UNKNOWN_FACILITY}：${unknown.join('、')}`, unknown);
  return facilities;
}

/** The source's own words within the hours are for the reader of the page. */
function notesWith(note: string | null, comments: readonly string[]): string | null {
  const missing = comments.filter((comment) => !note?.includes(comment));
  return note === null && missing.length === 0 ? null : [...(note === null ? [] : [note]), ...missing].join('；');
}

/** How a station was built or graded says nothing of what it is. */
const OTHER_KINDS =
  /^(?:自建|共建|合建|联建|新建|改建|升级|独立型?|共享型?|标准型?|嵌入式|[A-Za-z甲乙丙一二三][类级]|[一二三四五]星级?)$/;

/**
 * What kind of station a row is of: its own cell, else what the name says. A union's list is of its own stations where
 * neither does, and the clerk is told so.
 */
function readKind(row: Row, title: string | null, before: StationKind | null): StationKind | null {
  // A title of the list speaks of all its stations, a name of its own.
  const isListed = row.title('kind') !== null;
  const listed = row.text('kind');
  const isOther = listed !== null && OTHER_KINDS.test(listed);
  if (isOther) row.note('kind', `「${listed}」不是驿站的类型，没有收`);
  const written = isOther ? null : listed;
  if (written === null && before !== null) return before;
  const named = title === null ? null : kindInName(title);
  if (named !== null && !isListed) return named;
  if (written !== null) {
    const kind = kindOf(written);
    if (kind !== null || named === null) return kind ?? row.known('kind', kindOf, KINDS);
    row.note('kind', `认不出「${written.slice(0, 20)}」，按名称记作「${kindLabels[named].label}」`);
    return named;
  }
  if (named !== null) return named;
  row.note('kind', `名称里看不出是哪一种，记作「${kindLabels.union_station.label}」；不是的话加一列「类型」`);
  return 'union_station';
}

/** An id of the dataset. A bare number is the clerk's own count of the rows. */
function readId(row: Row): string | null {
  const id = row.text('id')?.normalize('NFKC') ?? null;
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
