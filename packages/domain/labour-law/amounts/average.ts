/** The monthly wage that severance is reckoned by (劳动合同法 47, 实施条例 27). */
import { articles, type Article } from '../articles';
import { sayYuan, share, type Fen } from '../money';
import type { Earnings, LocalFigure, WorkingStep } from './amount';

/** The wage of a month as severance takes it. */
export interface SeveranceBase {
  /** What a month counts, after the floor and the cap. */
  fen: Fen;
  /** What a month was, after the floor alone. */
  uncapped: Fen;
  /** Is it more than three times the local average? Then the years are capped too. */
  capped: boolean;
  steps: WorkingStep[];
  articles: Article[];
  assumptions: string[];
}

/** A local figure as the page's workings show it: with its date, and that it has to be confirmed. */
export const sayLocal = ({ fen, asOf }: LocalFigure): string => `${sayYuan(fen)}（${asOf}，请核实）`;

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
): SeveranceBase {
  const average = share(totalFen, 1, months);
  const steps: WorkingStep[] = [
    { what: '月平均工资', how: `${months} 个月应得的 ${sayYuan(totalFen)} ÷ ${months}`, fen: average },
  ];
  const assumptions: string[] = [];
  const used: Article[] = [articles.severance, articles.severanceWage];

  const uncapped = minimum ? Math.max(average, minimum.fen) : average;
  if (minimum && minimum.fen > average)
    steps.push({
      what: '低于最低工资，按最低工资',
      how: sayLocal(minimum),
      fen: uncapped,
      onPaper: { what: '月平均工资低于当地最低工资标准，按最低工资标准计算', how: '当地月最低工资标准' },
    });
  if (!minimum) assumptions.push('没填当地最低工资，所以没有比较。平均工资低于最低工资的，要按最低工资算。');

  const capped = localAverage !== null && uncapped > 3 * localAverage.fen;
  const fen = capped ? 3 * localAverage.fen : uncapped;
  if (capped) {
    steps.push({
      what: '高过当地平均工资的 3 倍，按 3 倍',
      how: `${sayLocal(localAverage)} × 3`,
      fen,
      onPaper: { what: '按当地上年度职工月平均工资三倍计算', how: `${sayYuan(localAverage.fen)} × 3` },
    });
    used.push(articles.severanceCap);
    assumptions.push('3 倍用哪个平均工资算，重庆没有找到书面说法：非私营单位就业人员、在岗职工两个数都有人用。');
  }
  if (!localAverage)
    assumptions.push('没填当地上年度职工月平均工资，当作你没有高过它的 3 倍。高过的，每月按 3 倍、最多 12 年算。');
  return { fen, uncapped, capped, steps, articles: used, assumptions };
}
