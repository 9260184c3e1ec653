/** Wages that were not paid, not in full, or agreed under the minimum wage. */
import { articles } from '../articles';
import { sayYuan, sum, type Fen } from '../money';
import { higherFigure, type Amount, type LocalFigure, type WorkingStep } from './amount';

export interface WageMonth {
  /** `YYYY-MM`. */
  month: string;
  dueFen: Fen;
  paidFen: Fen;
}

/**
 * The minimum wage where a month's is agreed under it; null elsewhere. It holds from the month of which it is known: before
 * that a lower one did.
 *
 * @example minimumOver({ month: '2026-09', dueFen: 190_000, paidFen: 0 }, { fen: 233_000, asOf: '2025-01' }) // 233_000
 */
export const minimumOver = ({ month, dueFen }: WageMonth, minimum: LocalFigure | null): Fen | null =>
  minimum !== null && dueFen > 0 && dueFen < minimum.fen && month >= minimum.asOf ? minimum.fen : null;

/** What is missing, month by month, with the minimum wage in place of what was agreed under it where there is one. */
function missingBy(months: readonly WageMonth[], minimum: LocalFigure | null): { fen: Fen; steps: WorkingStep[] } {
  const steps = months.map((one) => {
    const { month, dueFen, paidFen } = one;
    const wage = minimumOver(one, minimum) ?? dueFen;
    const [what, paid] = [month, sayYuan(paidFen)];
    return {
      what,
      how: `${wage === dueFen ? '该发' : '最低工资'} ${sayYuan(wage)} - 发了 ${paid}`,
      // What was paid too much is not asked back.
      fen: Math.max(0, wage - paidFen),
      onPaper: {
        what,
        how:
          wage === dueFen
            ? `应发 ${sayYuan(dueFen)}，实发 ${paid}，差额`
            : `约定 ${sayYuan(dueFen)}，低于当地月最低工资标准 ${sayYuan(wage)}，按该标准计算，实发 ${paid}，差额`,
      },
    };
  });
  const fen = sum(steps.map((step) => step.fen));
  const total: WorkingStep = {
    what: '合计',
    how: `${months.length} 个月加起来`,
    fen,
    onPaper: months.length > 1 ? { what: '合计', how: `共 ${months.length} 个月` } : 'left-out',
  };
  return { fen, steps: [...steps, total] };
}

const UNDER_MINIMUM =
  '有的月份，说好的工资比当地最低工资低。单位付的工资不得低于最低工资（劳动法第四十八条），那个月上满了班的，可以要求按最低工资补。';
const RISK_OF_MINIMUM =
  '那个月请了事假、没有上满班，或者休病假、停工，另有标准的，超过较低数的部分可能得不到支持，不影响其余部分；请求不收费。';

/**
 * What is missing, month by month; a month that was paid too much doesn't lessen another. Where a wage is agreed under
 * the minimum wage, what is missing of the minimum is the higher figure (劳动法 48).
 */
export function unpaidWages(months: readonly WageMonth[], minimum: LocalFigure | null): Amount {
  const { fen, steps: lines } = missingBy(months, null);
  const higher = missingBy(months, minimum);
  const low = months.filter((one) => minimumOver(one, minimum) !== null);
  const basis = [articles.payOnTime, articles.wagesDue];
  return {
    title: '拖欠、克扣的工资',
    claim: '拖欠、克扣的工资',
    fen,
    other: higherFigure(fen, {
      fen: higher.fen,
      claim: '拖欠、克扣的工资和低于最低工资标准的差额',
      because: UNDER_MINIMUM,
      risk: RISK_OF_MINIMUM,
      // The article is plain; that the month was worked in full, and how high the minimum wage is, the worker has to know.
      preselected: false,
      steps: higher.steps,
      basis: [...basis, articles.minimumWage],
    }),
    lines,
    basis,
    articles: [
      ...basis,
      ...(low.length > 0 ? [articles.minimumWage] : []),
      articles.wagesInFull,
      articles.wagesWhileEmployed,
      articles.deductions,
    ],
    assumptions: [
      '该发多少，是你按合同、工资条或聊天记录填的，扣社保和个税之前。',
      '离职那个月只上了几天班的，该发的按实际上班的天数填：月工资 ÷ 21.75 × 上班天数。',
      ...low.map(
        ({ month }) =>
          `${month} 该发的比当地最低工资（${minimum?.asOf}，请核实）还低。上满了班的，可以要求按最低工资补。`,
      ),
      ...(low.length > 0
        ? ['加班费、中夜班和高温这些特殊环境的津贴、社保福利，不算在最低工资里面；社保个人交的那部分算在里面。']
        : []),
    ],
    changes: [
      '单位替你交的社保个人部分、个税、法院要求代扣的，可以从里面扣。',
      '你造成了损失、合同又写了要赔的，每月最多扣当月工资的 20%，剩下的不能低于最低工资。',
      '先向劳动监察投诉，限期还不付的，可以要求另加 50% 到 100%（劳动合同法第八十五条）。',
    ],
  };
}
