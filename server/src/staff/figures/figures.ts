/** A month in numbers, small groups hidden. */
import { dayAt } from '@yugong/domain/calendar';
import { cancelCauses } from '@yugong/domain/registration';
import { cancelCauseLabels } from '@yugong/domain/registration/words';
import { reportKinds } from '@yugong/domain/report';
import { reportKindLabels } from '@yugong/domain/report/words';
import { legalAidTopicLabels } from '@yugong/domain/legal-aid/words';
import { signUpSourceLabels } from '@yugong/domain/roster/words';
import { topics } from '@yugong/domain/legal-aid/wire';

import {
  hideAll,
  SMALL,
  suppress,
  type Counted,
  type FiguresWire,
  type SplitWire,
} from '@yugong/domain/monthly-figures/wire';
import { HIDDEN_TOTAL, sayHidden } from '@yugong/domain/monthly-figures/words';
import { defined } from '@yugong/domain/narrow';
import { signUpSources } from '@yugong/domain/roster/wire';
import { HOUR, DAY, instantOf } from '@yugong/domain/time';
import {
  attendanceCounts,
  cancellationCounts,
  reportCounts,
  requestCounts,
  signUpRows,
  waitDurations,
  type CountedMonth,
} from '../data/figures';
import type { ScopedContext } from '../context';
import type { Spreadsheet } from '../roster/sheet';

function spanOf(month: string, kind: CountedMonth['kind']): CountedMonth {
  const from = instantOf(`${month}-01`);
  const [year, number] = month.split('-').map(Number) as [number, number];
  const next = number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
  return { from, to: instantOf(`${next}-01`), kind };
}

const count = (cells: readonly { key: string; label: string }[], keys: readonly string[]): Counted[] => {
  const of = new Map<string, number>();
  for (const key of keys) of.set(key, (of.get(key) ?? 0) + 1);
  return cells.map((one) => ({ ...one, count: of.get(one.key) ?? 0 }));
};

/** Splits of the same people have one total: where one must hide it, none may tell it. */
function together<K extends string>(splits: Record<K, SplitWire>): Record<K, SplitWire> {
  const all = Object.values<SplitWire>(splits);
  if (all.every(({ total }) => total !== null)) return splits;
  return Object.fromEntries(
    Object.entries<SplitWire>(splits).map(([key, one]) => [key, { ...one, total: null }]),
  ) as Record<K, SplitWire>;
}

const sourceOf = (kind: string | null): string => (kind === null ? 'gone' : kind === 'device' ? 'browser' : kind);
const share = (sorted: readonly number[], part: number): number =>
  defined(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))]) / HOUR;
const tenth = (hours: number): number => Math.round(hours * 10) / 10;

export async function figuresOf(
  context: ScopedContext,
  month: string,
  kind: CountedMonth['kind'],
): Promise<FiguresWire> {
  const span = spanOf(month, kind);
  const [signUps, attendance, cancelled, waits, reports, requests] = await Promise.all([
    signUpRows(context, span),
    attendanceCounts(context, span),
    cancellationCounts(context, span),
    waitDurations(context, span),
    reportCounts(context, span),
    requestCounts(context, span),
  ]);
  const days = Array.from({ length: (span.to - span.from) / DAY }, (_, n) => dayAt(span.from + n * DAY));
  const titles = new Map(context.tools.content.dataset().districts.map(({ adcode, title }) => [adcode, title]));
  const titled = (adcodes: readonly string[]) =>
    [...new Set(adcodes)].sort().map((adcode) => ({ key: adcode, label: titles.get(adcode) ?? adcode }));
  const attended = (isDistrict: (adcode: string) => boolean, hasCome: boolean): number =>
    attendance
      .filter(({ adcode, status }) => isDistrict(adcode) && (status !== 'noshow') === hasCome)
      .reduce((sum, one) => sum + Number(one.count), 0);
  const [came, missed] = [attended(() => true, true), attended(() => true, false)];
  const shown = suppress([
    { key: 'came', label: '到场', count: came },
    { key: 'missed', label: '没有来', count: missed },
  ]);
  const byDistrict = (hasCome: boolean): SplitWire => {
    const cells = titled(attendance.map(({ adcode }) => adcode)).map((one) => ({
      ...one,
      count: attended((adcode) => adcode === one.key, hasCome),
    }));
    return shown.cells.some(({ count: told }) => told === null) ? hideAll(cells) : suppress(cells);
  };
  const hasRate = shown.total !== null && shown.total > 0 && shown.cells.every((one) => one.count !== null);
  const of =
    (rows: readonly { count: number | string }[], key: (at: number) => string) =>
    (one: { key: string; label: string }) => ({
      ...one,
      count: Number(rows[rows.findIndex((_, at) => key(at) === one.key)]?.count ?? 0),
    });
  return {
    month,
    kind,
    signUps: together({
      byDay: suppress(
        count(
          days.map((day) => ({ key: day, label: day.slice(5) })),
          signUps.map(({ created_at }) => dayAt(created_at)),
        ),
      ),
      byDistrict: suppress(
        count(
          titled(signUps.map(({ adcode }) => adcode)),
          signUps.map(({ adcode }) => adcode),
        ),
      ),
      bySource: suppress(
        count(
          signUpSources.map((key) => ({ key, label: signUpSourceLabels[key] })),
          signUps.map(({ source }) => sourceOf(source)),
        ),
      ),
    }),
    attendance: shown,
    attendanceByDistrict: { came: byDistrict(true), missed: byDistrict(false) },
    cancellations: suppress(
      cancelCauses.map((key) => ({
        key,
        label: cancelCauseLabels[key],
        count: Number(cancelled.find(({ cause }) => cause === key)?.count ?? 0),
      })),
    ),
    showRate: hasRate ? Math.round((came / (came + missed)) * 1000) / 1000 : null,
    waiting:
      waits.length < SMALL
        ? { people: waits.length === 0 ? 0 : null, medianHours: null, p90Hours: null }
        : { people: waits.length, medianHours: tenth(share(waits, 0.5)), p90Hours: tenth(share(waits, 0.9)) },
    reports: suppress(
      reportKinds
        .map((key) => ({ key, label: reportKindLabels[key] }))
        .map(of(reports, (at) => reports[at]?.kind ?? '')),
    ),
    requests: suppress(
      topics
        .map((key) => ({ key, label: legalAidTopicLabels[key] }))
        .map(of(requests, (at) => requests[at]?.topic ?? '')),
    ),
  };
}

/** What a table of one month says, a row a number: of what, of which part of it, and the number or what stands for it. */
interface FigureRow {
  title: string;
  part: string;
  value: string | number;
}

const rowsOf = (title: string, { total, cells }: SplitWire): FigureRow[] => [
  { title, part: '合计', value: total ?? HIDDEN_TOTAL },
  ...cells.map(({ label, count: told, hidden }) => ({ title, part: label, value: told ?? sayHidden(hidden) })),
];

function figureRows(one: FiguresWire): FigureRow[] {
  const { waiting, showRate, attendanceByDistrict } = one;
  const fewWaited = waiting.people === 0 ? '没有' : sayHidden('few');
  return [
    ...rowsOf('报名（按日）', one.signUps.byDay),
    ...rowsOf('报名（按区县）', one.signUps.byDistrict),
    ...rowsOf('报名（按来源）', one.signUps.bySource),
    ...rowsOf('到场', one.attendance),
    { title: '到场', part: '到场率', value: showRate ?? (one.attendance.total === 0 ? '没有' : HIDDEN_TOTAL) },
    ...rowsOf('到场（按区县）', attendanceByDistrict.came),
    ...rowsOf('没有来（按区县）', attendanceByDistrict.missed),
    ...rowsOf('取消', one.cancellations),
    { title: '候补等待', part: '人数', value: waiting.people ?? sayHidden('few') },
    { title: '候补等待', part: '中位数（小时）', value: waiting.medianHours ?? fewWaited },
    { title: '候补等待', part: '九成在多少小时内', value: waiting.p90Hours ?? fewWaited },
    ...rowsOf('驿站反馈', one.reports),
    ...rowsOf('求助', one.requests),
  ];
}

/** Days are compared by where they are in their month. */
const keyOf = ({ title, part }: FigureRow): string => `${title} ${title === '报名（按日）' ? part.slice(-2) : part}`;

/**
 * The figures as a sheet that says who made it and when.
 *
 * @param who name and time
 * @param against another month's figures, which get a column of their own
 */
export function figuresSheet(one: FiguresWire, who: string, against?: FiguresWire): Spreadsheet {
  const rows = figureRows(one);
  const others = new Map((against ? figureRows(against) : []).map((row) => [keyOf(row), row]));
  const own = new Set(rows.map(keyOf));
  const alone = [...others.values()].filter((row) => !own.has(keyOf(row)));
  const cells = ({ title, part, value }: FigureRow): (string | number | null)[] =>
    against ? [title, part, value, others.get(keyOf({ title, part, value }))?.value ?? null] : [title, part, value];
  const months = against ? `${one.month} 和 ${against.month}` : one.month;
  return {
    name: one.month,
    columns: [
      { title: '项', width: 16 },
      { title: '分', width: 20 },
      { title: against ? one.month : '数', width: 24 },
      ...(against ? [{ title: against.month, width: 24 }] : []),
    ],
    rows: [...rows.map(cells), ...alone.map(({ title, part, value }) => [title, part, null, value])],
    mark: `${months} ${one.kind === 'screening' ? '筛查' : '活动'} · ${who} 导出`,
  };
}
