/** A month in numbers, small groups hidden. */
import { dayAt } from '@yugong/domain/calendar';
import { reportKinds } from '@yugong/domain/report';
import { reportKindLabels } from '@yugong/domain/report/words';
import { legalAidTopicLabels } from '@yugong/domain/legal-aid/words';
import { signUpSourceLabels } from '@yugong/domain/roster/words';
import { topics } from '@yugong/domain/legal-aid/wire';

import { SMALL, suppress, type Counted, type FiguresWire, type SplitWire } from '@yugong/domain/monthly-figures/wire';
import { defined } from '@yugong/domain/narrow';
import { signUpSources } from '@yugong/domain/roster/wire';
import { HOUR, DAY, instantOf } from '@yugong/domain/time';
import {
  attendanceCounts,
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
  const [signUps, attendance, waits, reports, requests] = await Promise.all([
    signUpRows(context, span),
    attendanceCounts(context, span),
    waitDurations(context, span),
    reportCounts(context, span),
    requestCounts(context, span),
  ]);
  const days = Array.from({ length: (span.to - span.from) / DAY }, (_, n) => dayAt(span.from + n * DAY));
  const titles = new Map(context.tools.content.dataset().districts.map(({ adcode, title }) => [adcode, title]));
  const districts = [...new Set(signUps.map(({ adcode }) => adcode))].sort();
  const came = attendance.reduce((sum, one) => sum + (one.status === 'noshow' ? 0 : Number(one.count)), 0);
  const missed = attendance.reduce((sum, one) => sum + (one.status === 'noshow' ? Number(one.count) : 0), 0);
  const shown = suppress([
    { key: 'came', label: '到场', count: came },
    { key: 'missed', label: '没有来', count: missed },
  ]);
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
          districts.map((adcode) => ({ key: adcode, label: titles.get(adcode) ?? adcode })),
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

const HIDDEN = '少于 5 或会推算出少于 5 的数，不显示';

function rowsOf(part: string, { total, cells }: SplitWire): (string | number | null)[][] {
  const shownCount = (count: number | null) => count ?? HIDDEN;
  return [[part, '合计', shownCount(total)], ...cells.map(({ label, count }) => [part, label, shownCount(count)])];
}

export function figuresSheet(one: FiguresWire, who: string): Spreadsheet {
  const { waiting } = one;
  return {
    name: one.month,
    columns: [
      { title: '项', width: 16 },
      { title: '分', width: 20 },
      { title: '数', width: 30 },
    ],
    rows: [
      ...rowsOf('报名（按日）', one.signUps.byDay),
      ...rowsOf('报名（按区县）', one.signUps.byDistrict),
      ...rowsOf('报名（按来源）', one.signUps.bySource),
      ...rowsOf('到场', one.attendance),
      ['到场', '到场率', one.showRate ?? HIDDEN],
      ['候补等待', '人数', waiting.people ?? HIDDEN],
      ['候补等待', '中位数（小时）', waiting.medianHours ?? HIDDEN],
      ['候补等待', '九成在多少小时内', waiting.p90Hours ?? HIDDEN],
      ...rowsOf('驿站反馈', one.reports),
      ...rowsOf('求助', one.requests),
    ],
    mark: `${one.month} ${one.kind === 'screening' ? '筛查' : '活动'} · ${who} 导出`,
  };
}
