/** Figures in words: what stands beside a drawing, and what a screen reader says in its place. */
import { sayDate } from '@yugong/domain/calendar';
import { sayFigure, sayNumber } from '@yugong/domain/figure';
import type { StatisticItem } from '@yugong/content/bundle';
import type { Chapter, DrawnFigure } from './model';

export const topicNames: Record<Chapter['topic'], string> = {
  rest: '驿站',
  health: '女职工两癌筛查',
  rights: '维权',
  care: '慰问',
  culture: '学习和文体',
};

/** The city's own figures are the page's subject; any other scope is said. */
const CITY = '重庆市';

/** @example sayShare(0.905) // '约 91%'; sayShare(0.0023) // '每 1,000 约 2' */
export function sayProportion(share: number): string {
  if (share >= 0.01) return `约 ${Math.round(share * 100)}%`;
  return share >= 0.001 ? `每 1,000 约 ${Math.round(share * 1000)}` : '不到 0.1%';
}

/** What it counts, and where unless that is the city or said already. */
export const sayLabel = ({ scope, figure: { label } }: StatisticItem): string =>
  scope === CITY || label.includes(scope) ? label : `${scope}：${label}`;

/** A part beside its whole: 其中劳动者港湾示范点 560个，约 21%. Of another time than the whole, that is said. */
export function sayPart({ statistic: { figure }, share }: DrawnFigure, whole: StatisticItem): string {
  const apart = figure.asOf === whole.figure.asOf ? '' : `（${sayDate(figure.asOf, '')}）`;
  return `其中${figure.label.replace(/^其中的?/, '')} ${sayFigure(figure)}${apart}，${sayProportion(share)}`;
}

interface Counted {
  value: number;
  unit: string;
  asOf: string;
}

/** @example sayChange({ value: 2670, unit: '个', asOf: '2023-08' }, { value: 3000, unit: '个', asOf: '2024-08' }) // '2023年8月到2024年8月，多了 330个' */
export function sayFigureChange(first: Counted, last: Counted): string {
  const change = last.value - first.value;
  const span = `${sayDate(first.asOf, '')}到${sayDate(last.asOf, '')}`;
  if (change === 0) return `${span}，没有变化`;
  return `${span}，${change > 0 ? '增加' : '减少'} ${sayNumber(Math.abs(change))}${last.unit}`;
}
