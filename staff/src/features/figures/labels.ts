/** Labels of the monthly figures; a suppressed value says so. */
import { HIDDEN_COUNT } from '@yugong/domain/monthly-figures/words';

/** @example monthTitle('2026-11') // '2026年11月' */
export const monthTitle = (month: string): string => {
  const [year, number] = month.split('-');
  return `${year}年${Number(number)}月`;
};

/** A number of people; null stands for one that is hidden. */
export const countLabel = (count: number | null): string =>
  count === null ? HIDDEN_COUNT : count.toLocaleString('zh-CN');

/** A share as a percentage, such as 83%. */
export const percentLabel = (share: number | null): string => (share === null ? '—' : `${Math.round(share * 100)}%`);

/** A duration in hours, or in days from two days on. */
export function durationLabel(hours: number | null): string {
  if (hours === null) return '—';
  if (hours < 1) return '不到 1 小时';
  return hours < 48 ? `${Math.round(hours)} 小时` : `${Math.round(hours / 24)} 天`;
}
