/** What people report of stations and what becomes of it, in Chinese. */
import { sayHoursInstant } from '../opening-hours';
import type { ReportKind, Standing } from './standing';
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
  noted: '有其他问题',
};

/**
 * The latest of what people reported lately, in a line.
 *
 * @param now milliseconds since the epoch
 * @returns null where there are no fresh reports
 * @example describeReports(standing, now) // '存疑，反馈不一致：2 人反馈“锁着进不去”，最近 今天 20:10'
 */
export function describeReports(
  { standing, reports }: Pick<StandingOnWire, 'standing' | 'reports'>,
  now: number,
): string | null {
  const [latest] = reports;
  if (!latest) return null;
  const when = sayHoursInstant(Date.parse(latest.latestAt), now);
  const text = `${latest.count} 人反馈“${reportKindLabels[latest.kind]}”，最近 ${when}`;
  return standing === 'doubtful' ? `${standingLabels.doubtful}：${text}` : text;
}
