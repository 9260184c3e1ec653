/** Requests for legal aid, in Chinese. */
import type { LegalAidStatus } from './fate';
import type { QueueState } from './staff-wire';
import type { Topic } from './wire';

/** What a request is about, as the union's lawyers name it. */
export const legalAidTopicLabels: Record<Topic, string> = {
  pay: '欠薪',
  injury: '工伤',
  contract: '劳动合同',
  dismissal: '解除劳动合同',
  insurance: '社会保险',
  platform: '平台用工',
  harassment: '骚扰',
  other: '其他',
};

/** The same, as the worker who asks chooses it. */
export const legalAidTopicChoices: Record<Topic, string> = {
  pay: '工资、加班费、扣款',
  dismissal: '被辞退、要补偿',
  contract: '没签劳动合同',
  injury: '工伤',
  insurance: '社保',
  platform: '平台用工',
  harassment: '骚扰、欺负',
  other: '其他',
};

/** How a request stands, as its author reads it. `received` isn't called accepted: nobody has read it yet. */
export const legalAidStatusLabels: Record<LegalAidStatus, string> = {
  received: '已提交，等待受理',
  assigned: '已受理，处理中',
  answered: '工会已回复',
  closed: '已办结',
  withdrawn: '已撤回',
};

/** How a request stands in the union's queue. */
export const queueStateLabels: Record<QueueState, string> = {
  new: '待接',
  assigned: '处理中',
  answered: '已答复',
  closed: '已办结',
  withdrawn: '本人已撤回',
};

/**
 * How long a request's own deadline is away.
 *
 * @param days until the last day, 0 on it; null where the worker named none
 * @example sayDaysLeft(-2) // '已过期 2 天'
 */
export function sayDaysLeft(days: number | null): string {
  if (days === null) return '未写期限';
  if (days < 0) return `已过期 ${-days} 天`;
  return days === 0 ? '今天到期' : `还有 ${days} 天`;
}
