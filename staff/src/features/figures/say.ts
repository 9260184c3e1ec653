/** Numbers as they are said; what is hidden says so. */
import { SMALL } from '@yugong/domain/monthly-figures/wire';

/** 2026年11月. */
export const sayMonth = (month: string): string => {
  const [year, number] = month.split('-');
  return `${year}年${Number(number)}月`;
};

/** A number of people; null is a group too small to be told. */
export const sayCount = (count: number | null): string =>
  count === null ? `少于 ${SMALL}` : count.toLocaleString('zh-CN');

/** A share as 八成 is said in figures: 83%. */
export const sayShare = (share: number | null): string => (share === null ? '—' : `${Math.round(share * 100)}%`);

/** Hours, or days where they are many. */
export function sayHours(hours: number | null): string {
  if (hours === null) return '—';
  if (hours < 1) return '不到 1 小时';
  return hours < 48 ? `${Math.round(hours)} 小时` : `${Math.round(hours / 24)} 天`;
}
