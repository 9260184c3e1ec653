/** Figures as their source gives them, written the way people read them. */

/** What published figures are about, in the order in which they are drawn. */
export const figureTopics = ['rest', 'health', 'rights', 'care', 'culture'] as const;

/** What a figure's text needs; see `Figure` of the content schema. */
export interface FigureValue {
  /** In units: 268万元 is 2680000. */
  value: number;
  unit: string;
  qualifier?: 'over' | 'about' | 'at-least' | undefined;
}

const MYRIAD = 10_000;
const YI = 100_000_000;

/**
 * The number with 万 or 亿 where that is exact to two decimals, grouped by thousands below.
 *
 * @example
 * sayNumber(7_240_000) // '724万'
 * sayNumber(5523) // '5,523'
 */
export function sayNumber(value: number): string {
  if (value >= YI && Number.isInteger((value / YI) * 100)) return `${value / YI}亿`;
  if (value >= MYRIAD && Number.isInteger((value / MYRIAD) * 100)) return `${group(value / MYRIAD)}万`;
  return group(value);
}

/** Thousands separators without Intl, which Android's logic layer lacks. */
function group(value: number): string {
  const [whole = '', fraction] = String(value).split('.');
  return whole.replace(/\B(?=(\d{3})+$)/g, ',') + (fraction ? `.${fraction}` : '');
}

/** Number, vagueness and unit apart, so that a page can draw the number large. */
export function figureParts({ value, unit, qualifier }: FigureValue): {
  before: string;
  number: string;
  after: string;
} {
  return {
    before: qualifier === 'about' ? '约' : qualifier === 'at-least' ? '至少' : '',
    number: sayNumber(value),
    after: `${qualifier === 'over' ? '余' : ''}${unit}`,
  };
}

/** @example sayFigure({ value: 2680000, unit: '元', qualifier: 'over' }) // '268万余元' */
export function sayFigure(figure: FigureValue): string {
  const { before, number, after } = figureParts(figure);
  return before + number + after;
}
