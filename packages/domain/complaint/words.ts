/** Complaints, in Chinese. */
import type { LegalAidStatus } from '../legal-aid/fate';
import type { ComplaintView } from './staff-wire';
import type { CallBackTime, ComplaintKind } from './wire';

export const complaintKindLabels: Record<ComplaintKind, string> = {
  complaint: '投诉',
  suggestion: '建议',
  'call-back': '请回电',
};

export const callBackTimeLabels: Record<CallBackTime, string> = {
  any: '工作日都可以',
  morning: '工作日上午',
  afternoon: '工作日下午',
};

/** How one stands, as its author reads it. `received` isn't called accepted: nobody has read it yet. */
export const complaintStatusLabels: Record<LegalAidStatus, string> = {
  received: '已提交，等待答复',
  assigned: '处理中',
  answered: '工会已答复',
  closed: '已办结',
  withdrawn: '已撤回',
};

export const complaintViewLabels: Record<ComplaintView, string> = {
  waiting: '待答复',
  answered: '已答复',
  closed: '已办结',
};

/** @example sayAnswerWithin(5) // '5 个工作日内答复' */
export const sayAnswerWithin = (days: number): string => `${days} 个工作日内答复`;

/**
 * How far the last day for an answer is away.
 *
 * @param days working days, see `workingDaysLeft`
 * @example sayWorkingDaysLeft(-2) // '超期 2 个工作日'
 */
export function sayWorkingDaysLeft(days: number): string {
  if (days < 0) return `超期 ${-days} 个工作日`;
  return days === 0 ? '今天到期' : `还有 ${days} 个工作日`;
}
