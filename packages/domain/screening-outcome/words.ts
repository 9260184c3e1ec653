/** What is kept of somebody after a screening, in Chinese. */
import type { OutcomeEdit, RecallOutcome } from './wire';

export const recallOutcomeLabels: Record<RecallOutcome, string> = {
  came: '已来复查',
  declined: '本人不来',
  unreachable: '联系不上',
};

/** What an edit sets, as the console's columns and the audit call it. */
export const outcomeEditLabels: Record<keyof OutcomeEdit, string> = {
  attendance: '检查完成情况',
  notified: '已通知结果',
  recalled: '已通知复查',
  helpOffered: '已告知求助渠道',
  recallBy: '最晚哪天来',
  recallContact: '再次联系',
  recallOutcome: '复查情况',
};
