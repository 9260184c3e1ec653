/** The monthly wage that severance is reckoned by (劳动合同法 47, 实施条例 27). */
import { articles, type Article } from '../articles';
import { sayYuan, share, type Fen } from '../money';
import type { Earnings, Line, LocalFigure } from './amount';

export interface Base {
  /** What a month counts, after the floor and the cap. */
  fen: Fen;
  /** What a month was, after the floor alone. */
  uncapped: Fen;
  /** More than three times the local average: then the years are capped too. */
  capped: boolean;
  lines: Line[];
  articles: Article[];
  assumptions: string[];
}

/** A local figure as it stands in the workings, with its date and that it has to be confirmed. */
const sayLocal = ({ fen, asOf }: LocalFigure): string => `${sayYuan(fen)}（${asOf}，你填的，请核实）`;

/**
 * The average month, not under the local minimum wage, and no more than three times the local average.
 *
 * @param minimum the local minimum monthly wage; null where it wasn't given
 * @param localAverage the average monthly wage of the place, of the year before
 */
export function severanceBase(
  { totalFen, months }: Earnings,
  minimum: LocalFigure | null,
  localAverage: LocalFigure | null,
): Base {
  const average = share(totalFen, 1, months);
  const lines: Line[] = [
    { what: '月平均工资', how: `${months} 个月应得的 ${sayYuan(totalFen)} ÷ ${months}`, fen: average },
  ];
  const assumptions: string[] = [];
  const used: Article[] = [articles.severance, articles.severanceWage];

  const uncapped = minimum ? Math.max(average, minimum.fen) : average;
  if (minimum && minimum.fen > average)
    lines.push({ what: '低于最低工资，按最低工资', how: sayLocal(minimum), fen: uncapped });
  if (!minimum) assumptions.push('没填当地最低工资，所以没有比较。平均工资低于最低工资的，要按最低工资算。');

  const capped = localAverage !== null && uncapped > 3 * localAverage.fen;
  const fen = capped ? 3 * localAverage.fen : uncapped;
  if (capped) {
    lines.push({ what: '高过当地平均工资的 3 倍，按 3 倍', how: `${sayLocal(localAverage)} × 3`, fen });
    used.push(articles.severanceCap);
  }
  if (!localAverage)
    assumptions.push('没填当地上年度职工月平均工资，当作你没有高过它的 3 倍。高过的，每月按 3 倍、最多 12 年算。');
  return { fen, uncapped, capped, lines, articles: used, assumptions };
}
