/** Labels of the monthly figures; a suppressed value says so. */
import { HIDDEN_TOTAL, sayHidden } from '@yugong/domain/monthly-figures/words';
import type { SplitWire } from '@yugong/domain/monthly-figures/wire';

/** @example monthTitle('2026-11') // '2026年11月' */
export const monthTitle = (month: string): string => {
  const [year, number] = month.split('-');
  return `${year}年${Number(number)}月`;
};

/** A total of people; null stands for one that would tell a hidden number. */
export const totalLabel = (total: number | null): string => total?.toLocaleString('zh-CN') ?? HIDDEN_TOTAL;

/** A number of a split, or why it is hidden. @example cellLabel({ key: 'a', label: 'A', count: null, hidden: 'few' }) // '少于 5' */
export const cellLabel = ({ count, hidden }: SplitWire['cells'][number]): string =>
  count?.toLocaleString('zh-CN') ?? sayHidden(hidden);

/** A share as a percentage, such as 83%. */
export const percentLabel = (share: number | null): string => (share === null ? '—' : `${Math.round(share * 100)}%`);

/** A duration in hours, or in days from two days on. */
export function durationLabel(hours: number | null): string {
  if (hours === null) return '—';
  if (hours < 1) return '不到 1 小时';
  return hours < 48 ? `${Math.round(hours)} 小时` : `${Math.round(hours / 24)} 天`;
}
