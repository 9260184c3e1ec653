/** Labels for a request's state and the days left. */
import type { QueueState } from '@yugong/domain/legal-aid/staff-wire';
import type { StatusLabel } from '../../parts/status-tag';

export const queueStateLabels: Record<QueueState, StatusLabel> = {
  new: { label: '没人接', tone: 'bad' },
  assigned: { label: '有人在办', tone: 'warn' },
  answered: { label: '答复了', tone: 'good' },
  closed: { label: '办结', tone: 'quiet' },
  withdrawn: { label: '本人撤回', tone: 'quiet' },
};

/** @param days until the last day, 0 on the day itself */
export function daysLeftLabel(days: number | null): string {
  if (days === null) return '没有说期限';
  if (days < 0) return `过了 ${-days} 天`;
  return days === 0 ? '今天到期' : `还有 ${days} 天`;
}
