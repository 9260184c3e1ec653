/** Two months, or several districts, side by side. What one side hides isn't made up for by the other. */
import type { FiguresWire, SplitWire } from '@yugong/domain/monthly-figures/wire';
import { cellLabel, percentLabel, totalLabel } from './labels';

export interface ComparedRow {
  title: string;
  /** This month, the other one, and how much more or less; empty where a number is hidden. */
  now: string;
  before: string;
  change: string;
}

/** @example changeLabel(12, 9) // '+3' */
export const changeLabel = (now: number | null, before: number | null): string => {
  if (now === null || before === null) return '';
  if (now === before) return '持平';
  return now > before ? `+${(now - before).toLocaleString('zh-CN')}` : `−${(before - now).toLocaleString('zh-CN')}`;
};

const cellOf = (split: SplitWire, key: string): SplitWire['cells'][number] =>
  split.cells.find((cell) => cell.key === key) ?? { key, label: key, count: 0 };

/** A split's parts, in the first month's order, then those of the other month only. */
function partRows(title: string, now: SplitWire, before: SplitWire): ComparedRow[] {
  const parts = new Map([...now.cells, ...before.cells].map(({ key, label }) => [key, label]));
  return [...parts].flatMap(([key, label]) => {
    const [one, other] = [cellOf(now, key), cellOf(before, key)];
    if (one.count === 0 && other.count === 0) return [];
    const change = changeLabel(one.count, other.count);
    return [{ title: `${title}：${label}`, now: cellLabel(one), before: cellLabel(other), change }];
  });
}

/** Month against month. */
export function compareMonths(now: FiguresWire, before: FiguresWire): ComparedRow[] {
  const total = (title: string, one: SplitWire, other: SplitWire): ComparedRow => ({
    title,
    now: totalLabel(one.total),
    before: totalLabel(other.total),
    change: changeLabel(one.total, other.total),
  });
  const points =
    now.showRate === null || before.showRate === null ? null : Math.round((now.showRate - before.showRate) * 100);
  return [
    total('报名', now.signUps.byDay, before.signUps.byDay),
    ...partRows('报名渠道', now.signUps.bySource, before.signUps.bySource),
    ...partRows('到场', now.attendance, before.attendance),
    {
      title: '到场率',
      now: percentLabel(now.showRate),
      before: percentLabel(before.showRate),
      change: points === null ? '' : points === 0 ? '持平' : `${points > 0 ? '+' : '−'}${Math.abs(points)} 个百分点`,
    },
    ...partRows('取消', now.cancellations, before.cancellations),
    ...partRows('驿站反馈', now.reports, before.reports),
    total('法律援助请求', now.requests, before.requests),
  ];
}

export interface DistrictRow {
  adcode: string;
  title: string;
  signUps: string;
  /** Empty where no other month is compared. */
  signUpsBefore: string;
  change: string;
  came: string;
  showRate: string;
}

const rateOf = (came: number | null, missed: number | null): string =>
  percentLabel(came === null || missed === null || came + missed === 0 ? null : came / (came + missed));

/** District against district, most sign-ups first; hidden ones stand below those that are told. */
export function compareDistricts(now: FiguresWire, before: FiguresWire | undefined): DistrictRow[] {
  const { came, missed } = now.attendanceByDistrict;
  const splits = [now.signUps.byDistrict, came, missed, ...(before ? [before.signUps.byDistrict] : [])];
  const titles = new Map(splits.flatMap(({ cells }) => cells.map(({ key, label }) => [key, label])));
  const size = (adcode: string): number => cellOf(now.signUps.byDistrict, adcode).count ?? 0.5;
  return [...titles]
    .sort(([a], [b]) => size(b) - size(a) || a.localeCompare(b))
    .map(([adcode, title]) => {
      const one = cellOf(now.signUps.byDistrict, adcode);
      const other = before && cellOf(before.signUps.byDistrict, adcode);
      const [there, absent] = [cellOf(came, adcode), cellOf(missed, adcode)];
      return {
        adcode,
        title,
        signUps: cellLabel(one),
        signUpsBefore: other ? cellLabel(other) : '',
        change: other ? changeLabel(one.count, other.count) : '',
        came: cellLabel(there),
        showRate: rateOf(there.count, absent.count),
      };
    });
}
