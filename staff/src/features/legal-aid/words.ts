/** States and days left in words. */
import type { QueueState } from '@yugong/domain/legal-aid/staff-wire';
import type { Tone } from '../../parts/mark';

export const stateWords: Record<QueueState, { said: string; tone: Tone }> = {
  new: { said: '没人接', tone: 'bad' },
  assigned: { said: '有人在办', tone: 'warn' },
  answered: { said: '答复了', tone: 'good' },
  closed: { said: '办结', tone: 'quiet' },
  withdrawn: { said: '本人撤回', tone: 'quiet' },
};

/** @param days until the last day: 0 on it */
export function sayDays(days: number | null): string {
  if (days === null) return '没有说期限';
  if (days < 0) return `过了 ${-days} 天`;
  return days === 0 ? '今天到期' : `还有 ${days} 天`;
}
