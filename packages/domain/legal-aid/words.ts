/** Requests for legal aid, in Chinese. */
import { sayDate } from '../calendar';
import type { LegalAidStatus } from './fate';
import type { LetterKind } from './letter';
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
  supervision: '监督线索',
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
  supervision: '请工会查一查单位',
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

/** The letters by their names. */
export const letterNames: Record<LetterKind, string> = {
  reminder: '工会劳动法律监督提示函',
  opinion: '工会劳动法律监督意见书',
  proposal: '工会劳动法律监督建议书',
};

/**
 * What became of a request by a letter, in one sentence for everybody who reads it.
 *
 * @example sayLetter({ kind: 'opinion', sentOn: '2026-11-20', answerBy: '2026-12-11' })
 * // '工会已于2026年11月20日向单位发出《工会劳动法律监督意见书》，单位应在2026年12月11日前书面答复（15 个工作日）。'
 */
export function sayLetter({
  kind,
  sentOn,
  answerBy,
}: {
  kind: LetterKind;
  sentOn: string;
  answerBy: string | null;
}): string {
  const to = kind === 'proposal' ? '劳动监察等部门' : '单位';
  const until = answerBy ? `，单位应在${sayDate(answerBy, '')}前书面答复（15 个工作日）` : '';
  return `工会已于${sayDate(sentOn, '')}向${to}发出《${letterNames[kind]}》${until}。`;
}

/** What the talk says where the union takes a request up again that it had ended. */
export const REOPENED = '这件事已重新开始办理，你可以继续补充。';
