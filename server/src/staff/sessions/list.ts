/** A list of sessions as clerks fill it in: the columns, their words, and what is wrong with which cell. */
import * as v from 'valibot';
import { sessionTimesOf, sessionFaults } from '@yugong/domain/session';
import { venueEntries, type SessionImportWire, type SessionInput } from '@yugong/domain/session/staff-wire';
import { fieldFaults } from '@yugong/domain/problem';
import { isoOf } from '@yugong/domain/time';
import { addDays, dayAt } from '@yugong/domain/calendar';
import { textOf } from '@yugong/content/lists/cells';
import type { Heading } from '@yugong/content/lists/columns';
import { listsIn } from '@yugong/content/lists/parts';
import { districtInTitle, districtReader } from '@yugong/content/lists/districts';
import { ofFile, type ListFault, type ListRemark } from '@yugong/content/lists/report';
import { readRow, type RowBeingRead } from '@yugong/content/lists/row';
import type { Cell, Table } from '@yugong/content/lists/table';
import type { Template } from '@yugong/content/lists/template';
import type { Dataset } from '@yugong/content/schema';

type Field =
  | 'title'
  | 'place'
  | 'address'
  | 'floor'
  | 'phone'
  | 'district'
  | 'day'
  | 'from'
  | 'to'
  | 'span'
  | 'capacity'
  | 'waitlist'
  | 'opens'
  | 'closes'
  | 'note';

export const sessionListHeadings: readonly Heading<Field>[] = [
  {
    field: 'title',
    heading: '名称',
    also: ['title', '场次', '场次名称'],
    isRequired: true,
    help: '例如 两癌筛查（上午）',
  },
  { field: 'place', heading: '地点', also: ['place', '医院', '场馆'], isRequired: true, help: '例如 渝中区妇幼保健院' },
  {
    field: 'district',
    heading: '区县',
    also: ['district', 'adcode', '区划代码'],
    isRequired: true,
    help: '例如 渝中区，或 500103',
  },
  { field: 'day', heading: '日期', also: ['day', 'date'], isRequired: true, help: '例如 2026-12-03' },
  { field: 'from', heading: '开始', also: ['from', 'start', '开始时间'], isRequired: true, help: '例如 09:00' },
  { field: 'to', heading: '结束', also: ['to', 'end', '结束时间'], isRequired: true, help: '例如 11:30' },
  { field: 'capacity', heading: '名额', also: ['capacity', '人数'], isRequired: true, help: '整数' },
  { field: 'waitlist', heading: '候补', also: ['waitlist', '候补人数'], help: '整数，空着是 0' },
  { field: 'opens', heading: '报名开始', also: ['opens'], help: '例如 2026-11-25 09:00，空着是现在' },
  { field: 'closes', heading: '报名截止', also: ['closes'], help: '例如 2026-12-02 18:00，空着是前一天 18:00' },
  { field: 'note', heading: '说明', also: ['note', '备注'], help: '给报名的人看的' },
  { field: 'address', heading: '地址', also: ['address', '详细地址', '门牌'], help: '例如 渝中区演示路 1 号' },
  { field: 'floor', heading: '楼层', also: ['floor', '楼层房间', '楼号楼层'], help: '例如 门诊楼 3 楼' },
  {
    field: 'phone',
    heading: '电话',
    also: ['phone', '咨询电话', '场地电话'],
    // A contact person's number isn't for everybody who signs up.
    isExact: true,
    help: '例如 023-63830000，会给报名的人看',
  },
];

/** Beside the template's columns, one that has both times in it. */
const readHeadings: readonly Heading<Field>[] = [
  ...sessionListHeadings,
  {
    field: 'span',
    heading: '时间',
    also: ['时段', '起止时间', '时间段', '活动时间', '筛查时间'],
    isExact: true,
    help: '例如 09:00-11:30',
  },
];

const SPAN: Field = 'span';
const EXAMPLE = '（示例）两癌筛查上午场';
export const sessionListTemplate: Template<Field> = {
  headings: sessionListHeadings,
  example: {
    title: EXAMPLE,
    place: '示例医院',
    district: '渝中区',
    day: '2026-12-03',
    from: '09:00',
    to: '11:30',
    capacity: '30',
    waitlist: '10',
  },
  sheet: '场次',
  more: [],
};

const two = (n: number): string => String(n).padStart(2, '0');

const WEEKDAY = /\(?(?:星期|周)([一二三四五六日天])\)?/;

/**
 * A day as typed, or as Excel keeps one. Without its year, 12月5日 and 12.5, it is the next such day: a session is to come.
 *
 * @returns null for what is no day; `weekday` where the cell names another weekday than the day has
 */
function dayOf(cell: Cell, today: string): { day: string; weekday: string | null } | null {
  if (cell instanceof Date) return { day: cell.toISOString().slice(0, 10), weekday: null };
  const text = (textOf(cell) ?? '').normalize('NFKC').replace(/\s/g, '');
  const plain = text.replace(WEEKDAY, '');
  const isTyped = typeof cell === 'string';
  const [, year, month = '', date = ''] =
    /^(?:(\d{4})[-/.年])?(\d{1,2})[-/.月](\d{1,2})日?$/.exec(isTyped || /\d{4}/.test(plain) ? plain : '') ?? [];
  const thisYear = Number(today.slice(0, 4));
  const days = (year === undefined ? [thisYear, thisYear + 1] : [Number(year)])
    .map((one) => `${one}-${two(Number(month))}-${two(Number(date))}`)
    .filter((one) => month !== '' && isCalendarDay(one));
  const day = year === undefined ? days.find((one) => one >= today) : days[0];
  if (day === undefined) return null;
  const named = WEEKDAY.exec(text)?.[1]?.replace('天', '日') ?? null;
  return { day, weekday: named === null || named === '日一二三四五六'.charAt(weekdayOf(day)) ? null : named };
}

const weekdayOf = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay();
const isCalendarDay = (text: string): boolean => {
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === text;
};

function timeOf(cell: Cell): string | null {
  if (cell instanceof Date) return cell.toISOString().slice(11, 16);
  // Excel keeps a time as a part of a day.
  if (typeof cell === 'number' && cell >= 0 && cell < 1) {
    // Rounded first: 8:00 is a third of a day, and a third is a little less in a computer.
    const minutes = Math.round(cell * 1440) % 1440;
    return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
  }
  const [, part, written, minutes, half] =
    /^(上午|早上|早|中午|下午|晚上|晚)?(\d{1,2})(?:[:.](\d{2})(?::00)?|[点时](?:(半)|(?:\d{1,2})分?)?整?)$/.exec(
      (textOf(cell) ?? '')
        .normalize('NFKC')
        .replace(/\s/g, '')
        .replace(/[点时](\d)分$/, ':0$1')
        .replace(/[点时](\d{1,2})分?$/, ':$1'),
    ) ?? [];
  if (written === undefined) return null;
  const hour = Number(written) + (/^[下晚]/.test(part ?? '') && Number(written) < 12 ? 12 : 0);
  const minute = Number(minutes ?? (half === undefined ? 0 : 30));
  return hour < 24 && minute < 60 ? `${two(hour)}:${two(minute)}` : null;
}

/** Both times in one cell: 14:00—16:30, 上午9点至11点半. What a part of the day says in front holds for both. */
function spanOf(text: string): { from: string; to: string } | null {
  const [first = '', second = '', third] = text.normalize('NFKC').split(/\s*(?:[-—–~至到]+)\s*/);
  const part = /^(?:上午|早上|早|下午|晚上|晚)/.exec(first)?.[0] ?? '';
  const [from, to] = [timeOf(first), timeOf(/^\d/.test(second) ? part + second : second)];
  return from !== null && to !== null && third === undefined && from < to ? { from, to } : null;
}

function momentOf(
  row: RowBeingRead<Field>,
  field: Field,
  { fallback, today }: { fallback: string; today: string },
): string | null {
  const cell = row.cell(field);
  if (textOf(cell) === null) return fallback;
  if (cell instanceof Date) return isoOf(cell.toISOString().slice(0, 10), cell.toISOString().slice(11, 16));
  const [day = '', time = ''] = (textOf(cell) ?? '').normalize('NFKC').split(/[ T]+/);
  const [d, t] = [dayOf(day, today)?.day, timeOf(time)];
  return d && t ? isoOf(d, t) : row.fault(field, '认不出这个时间', '2026-11-25 09:00 这样的日期和时间');
}

function countOf(
  row: RowBeingRead<Field>,
  field: Field,
  { least, fallback }: { least: number; fallback: number | null },
): number | null {
  // 30人 and 30名/场 are thirty.
  const text = (textOf(row.cell(field)) ?? '')
    .normalize('NFKC')
    .replace(/^(\d+)\s*[人名位个](?:名额)?(?:\/场)?$/, '$1');
  if (text === '') return fallback ?? row.fault(field, '没有填', '整数');
  const count = Number(text);
  return /^\d{1,5}$/.test(text) && count >= least && count <= 20_000
    ? count
    : row.fault(field, '不是人数', `${least} 到 20000 的整数`);
}

export interface SessionListReport {
  sessions: (SessionInput & { row: number })[];
  faults: ListFault<Field>[];
  /** What was assumed, or left out with its reason. */
  notes: ListRemark<Field>[];
  rows: number;
}

/** @param may is the district one's own? */
export function readSessions(
  table: Table,
  {
    file,
    programmeId,
    districts,
    now,
    may,
  }: {
    file: string;
    programmeId: string;
    districts: Dataset['districts'];
    now: number;
    may: (adcode: string) => boolean;
  },
): SessionListReport {
  const list: SessionListReport = { sessions: [], faults: [], notes: [], rows: 0 };
  if (!table.ok) return { ...list, faults: [ofFile(file, table.row, table.message, table.expected)] };
  const both = { fields: [SPAN], names: (text: string): boolean => spanOf(text) !== null };
  const { parts, faults, notes } = listsIn(table.sheets, readHeadings, {
    file,
    entry: '场次',
    nameField: 'title',
    titled: [
      { field: 'from', find: () => null, from: both },
      { field: 'to', find: () => null, from: both },
      { field: 'to', find: () => null, from: { ...both, fields: ['from'] } },
      { field: 'district', find: districtInTitle(districts) },
    ],
  });
  if (faults.length > 0) return { ...list, faults, notes };
  list.notes.push(...notes);
  const districtOf = districtReader(districts);
  for (const { head, rows } of parts) {
    for (const listed of rows) {
      if (listed.cells.includes(EXAMPLE)) continue;
      list.rows += 1;
      const row = readRow(listed, { head, headings: readHeadings, file });
      const session = sessionOf(row, { programmeId, now, may, districtOf: (text) => districtOf(text)?.adcode ?? null });
      list.faults.push(...row.faults);
      list.notes.push(...row.notes);
      if (session && row.faults.length === 0) list.sessions.push({ ...session, row: listed.number });
    }
  }
  return list;
}

/** What a cell that may be empty holds; null too where its schema doesn't take it, which is named. */
function readOptional(
  row: RowBeingRead<Field>,
  field: Field,
  { schema, expected }: { schema: v.GenericSchema<unknown, string | null | undefined>; expected: string },
): string | null {
  const read = v.safeParse(schema, row.text(field));
  return read.success ? (read.output ?? null) : row.fault(field, '不能这样填', expected);
}

interface Reading {
  programmeId: string;
  now: number;
  may(adcode: string): boolean;
  districtOf(text: string): string | null;
}

function sessionOf(row: RowBeingRead<Field>, { programmeId, now, may, districtOf }: Reading): SessionInput | null {
  const title = row.required('title', '场次的名字');
  const place = row.required('place', '地点');
  const address = readOptional(row, 'address', { schema: venueEntries.address, expected: '120 字以内的地址' });
  const floor = readOptional(row, 'floor', { schema: venueEntries.floor, expected: '40 字以内的楼层或房间' });
  const phone = readOptional(row, 'phone', { schema: venueEntries.phone, expected: '023-63830000 这样的电话' });
  const adcode = row.known('district', districtOf, '重庆的区县，例如 渝中区');
  if (adcode !== null && !may(adcode)) row.fault('district', '不在你负责的范围内', '自己的区县');
  const today = dayAt(now);
  const { day = null, weekday = null } =
    dayOf(row.cell('day'), today) ?? row.fault('day', '认不出这个日期', '2026-12-03 这样的日期') ?? {};
  if (day !== null && weekday !== null) row.fault('day', `${day} 不是星期${weekday}`, '对得上的日期和星期，或只写日期');
  const span = spanOf(row.text('span') ?? row.text('from') ?? '');
  const from = span?.from ?? timeOf(row.cell('from')) ?? row.fault('from', '认不出这个时间', '09:00 这样的时间');
  const to = span?.to ?? timeOf(row.cell('to')) ?? row.fault('to', '认不出这个时间', '11:30 这样的时间');
  const capacity = countOf(row, 'capacity', { least: 1, fallback: null });
  const waitlistSize = countOf(row, 'waitlist', { least: 0, fallback: 0 });
  const startsAt = day && from ? isoOf(day, from) : null;
  const eve = startsAt === null ? '' : addDays(dayAt(Date.parse(startsAt)), -1);
  const opensAt = momentOf(row, 'opens', { fallback: new Date(now).toISOString(), today });
  const closesAt = momentOf(row, 'closes', { fallback: isoOf(eve, '18:00'), today });
  if (
    !title ||
    !place ||
    !adcode ||
    !startsAt ||
    !to ||
    !day ||
    capacity === null ||
    waitlistSize === null ||
    !opensAt ||
    !closesAt
  )
    return null;
  const session = {
    programmeId,
    title,
    place,
    address,
    floor,
    phone,
    adcode,
    note: row.text('note'),
    opensAt,
    closesAt,
    cancelUntil: closesAt,
    startsAt,
    endsAt: isoOf(day, to),
    capacity,
    waitlistSize,
  };
  const column = { endsAt: 'to', closesAt: 'closes', cancelUntil: 'closes', startsAt: 'day' } as const;
  for (const { pointer, code } of sessionFaults(sessionTimesOf(session), { now, isNew: true }))
    row.fault(
      column[pointer.slice(1) as keyof typeof column],
      fieldFaults[code as keyof typeof fieldFaults],
      '前后合得上的时间',
    );
  return session;
}

export const sessionReport = (
  { sessions, faults, notes, rows }: SessionListReport,
  alike: SessionImportWire['alike'],
  written: number,
): SessionImportWire => ({
  rows,
  written,
  sessions: sessions.map(({ row, title, place, adcode, startsAt, capacity }) => ({
    row,
    title,
    place,
    adcode,
    startsAt,
    capacity,
  })),
  faults: faults.map(({ row, column, message, expected }) => ({ row, column, message, expected })),
  notes: notes.map(({ row, column, message }) => ({ row, column, message })),
  alike,
});

/** A place as it is compared: 渝中区妇幼保健院 and 渝中区 妇幼保健院 are one. */
const placeKey = (place: string): string => place.normalize('NFKC').replace(/\s/g, '').toLowerCase();

/**
 * Which rows of a list are at the place, day and time of a session that is there.
 *
 * @param there sessions that take place
 */
export function alikeRows(
  { sessions }: Pick<SessionListReport, 'sessions'>,
  there: readonly { id: string; title: string; place: string; starts_at: number }[],
): SessionImportWire['alike'] {
  const known = new Map(there.map((one) => [`${one.starts_at} ${placeKey(one.place)}`, one]));
  return sessions.flatMap(({ row, place, startsAt }) => {
    const same = known.get(`${Date.parse(startsAt)} ${placeKey(place)}`);
    return same ? [{ row, sessionId: same.id, title: same.title }] : [];
  });
}
