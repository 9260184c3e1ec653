/** What people report of stations and what becomes of it, in Chinese. */
import { sayHoursInstant } from '../opening-hours';
import { DAY } from '../time';
import { UNANSWERED_DAYS, type ReportKind, type Standing } from './standing';
import type { ReportState } from './state';
import type { StandingOnWire } from './wire';

/** What can be reported, as the buttons say it; `closed` and the later ones are for older senders and for staff. */
export const reportKindLabels: Record<ReportKind, string> = {
  open: '开着，能用',
  locked: '锁着进不去',
  closed: '没开门',
  'no-water': '没有水',
  'no-power': '没有电',
  moved: '已搬走',
  'wrong-hours': '开放时间不对',
  wrong: '信息不对',
  other: '其他问题',
};

/** What became of a report, as its sender reads it. */
export const reportStateLabels: Record<ReportState, string> = {
  received: '已收到，待核实',
  confirmed: '已核实，处理中',
  fixed: '已处理',
  declined: '核实结果与反馈不符',
};

/** What fresh reports together say of a station. */
export const standingLabels: Record<Standing, string> = {
  quiet: '最近没有反馈',
  working: '反馈能用',
  trouble: '反馈用不了',
  doubtful: '存疑，反馈不一致',
  noted: '有人反馈，未核实',
};

/** What somebody said, in a sentence's middle: 有人说锁着. */
const saidShort: Record<ReportKind, string> = {
  open: '开着',
  locked: '锁着',
  closed: '没开门',
  'no-water': '没有水',
  'no-power': '没有电',
  moved: '搬走了',
  'wrong-hours': '开放时间不对',
  wrong: '信息不对',
  other: '有别的问题',
};

/**
 * What nobody at the union has looked at for days.
 *
 * @param now milliseconds since the epoch
 * @example describeUnanswered({ kind: 'locked', at: '…' }, now) // '3 天前有人说锁着，还没有核实'
 */
export const describeUnanswered = ({ kind, at }: NonNullable<StandingOnWire['unanswered']>, now: number): string =>
  `${Math.floor((now - Date.parse(at)) / DAY)} 天前有人说${saidShort[kind]}，还没有核实`;

/**
 * One kind of report with how many people sent it. Of one person it is said as what it is, somebody's word.
 *
 * @example describeCount({ kind: 'locked', count: 1, latestAt: '…' }, now) // '有人说锁着，今天 20:10'
 */
export function describeCount({ kind, count, latestAt }: StandingOnWire['reports'][number], now: number): string {
  const when = sayHoursInstant(Date.parse(latestAt), now);
  return count === 1 ? `有人说${saidShort[kind]}，${when}` : `${count} 人反馈“${reportKindLabels[kind]}”，最近 ${when}`;
}

/**
 * The latest of what people reported lately, in a line.
 *
 * @param now milliseconds since the epoch
 * @returns null where there are no reports
 * @example describeReports(standing, now) // '存疑，反馈不一致：2 人反馈“锁着进不去”，最近 今天 20:10'
 */
export function describeReports(
  { standing, reports, unanswered }: Pick<StandingOnWire, 'standing' | 'reports' | 'unanswered'>,
  now: number,
): string | null {
  const [latest] = reports;
  if (!latest) return null;
  const isOld = unanswered && reports.every(({ latestAt }) => Date.parse(latestAt) <= now - UNANSWERED_DAYS * DAY);
  if (isOld && standing === 'noted') return describeUnanswered(unanswered, now);
  const text = describeCount(latest, now);
  return standing === 'doubtful' ? `${standingLabels.doubtful}：${text}` : text;
}
