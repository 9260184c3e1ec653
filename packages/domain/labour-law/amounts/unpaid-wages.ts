/** Wages that were not paid, or not in full. */
import { articles } from '../articles';
import { sayYuan, sum, type Fen } from '../money';
import type { Amount, LocalFigure } from './amount';

export interface WageMonth {
  /** `YYYY-MM`. */
  month: string;
  dueFen: Fen;
  paidFen: Fen;
}

/** What is missing, month by month; a month that was paid too much doesn't lessen another. */
export function unpaidWages(months: readonly WageMonth[], minimum: LocalFigure | null): Amount {
  const missing = months.map(({ month, dueFen, paidFen }) => ({
    what: month,
    how: `该发 ${sayYuan(dueFen)} - 发了 ${sayYuan(paidFen)}`,
    fen: Math.max(0, dueFen - paidFen),
    onPaper: { what: month, how: `应发 ${sayYuan(dueFen)}，实发 ${sayYuan(paidFen)}，差额` },
  }));
  const low = minimum ? months.filter(({ dueFen }) => dueFen > 0 && dueFen < minimum.fen) : [];
  const fen = sum(missing.map((step) => step.fen));
  const basis = [articles.payOnTime, articles.wagesDue];
  return {
    title: '拖欠、克扣的工资',
    claim: '拖欠、克扣的工资',
    fen,
    other: null,
    lines: [
      ...missing,
      {
        what: '合计',
        how: `${months.length} 个月加起来`,
        fen,
        onPaper: months.length > 1 ? { what: '合计', how: `共 ${months.length} 个月` } : 'left-out',
      },
    ],
    basis,
    articles: [...basis, articles.wagesInFull, articles.wagesWhileEmployed, articles.deductions],
    assumptions: [
      '该发多少，是你按合同、工资条或聊天记录填的，扣社保和个税之前。',
      '离职那个月只上了几天班的，该发的按实际上班的天数填：月工资 ÷ 21.75 × 上班天数。',
      ...low.map(
        ({ month }) =>
          `${month} 该发的比当地最低工资（${minimum?.asOf}，请核实）还低。上满了班的，可以要求按最低工资补。`,
      ),
    ],
    changes: [
      '单位替你交的社保个人部分、个税、法院要求代扣的，可以从里面扣。',
      '你造成了损失、合同又写了要赔的，每月最多扣当月工资的 20%，剩下的不能低于最低工资。',
      '先向劳动监察投诉，限期还不付的，可以要求另加 50% 到 100%（劳动合同法第八十五条）。',
    ],
  };
}
