/** 加班费 at the three rates of 劳动法 44. */
import { articles } from '../articles';
import { sayYuan, share, sum, type Fen } from '../money';
import { sayLocal } from './average';
import type { Amount, LocalFigure, WorkingStep } from './amount';

/** Hours in tenths; a quarter of an hour is 2.5 of them. */
export type TenthHours = number;

export interface Overtime {
  /** The monthly wage that the contract agrees for normal hours, gross. */
  monthlyFen: Fen;
  workdays: TenthHours;
  /** Rest days for which no other day off was given. */
  restDays: TenthHours;
  holidays: TenthHours;
  /** What was paid for these hours already. */
  paidFen: Fen;
  /** The local minimum monthly wage, under which no hour is reckoned; null or absent where it isn't known. */
  minimum?: LocalFigure | null;
}

/** 21.75 days of 8 hours (人社部发〔2025〕2号). */
const HOURS_A_MONTH = 174;

const rates = [
  { key: 'workdays', name: '工作日加班', percent: 150 },
  { key: 'restDays', name: '休息日加班（未安排补休）', percent: 200 },
  { key: 'holidays', name: '法定节假日加班', percent: 300 },
] as const;

/**
 * The pay for overtime, less what was paid.
 *
 * @example overtimePay({ monthlyFen: 522_000, workdays: 100, restDays: 0, holidays: 0, paidFen: 0 }).fen // 45_000
 */
export function overtimePay(work: Overtime): Amount {
  const { monthlyFen, minimum = null, paidFen } = work;
  const base = minimum ? Math.max(monthlyFen, minimum.fen) : monthlyFen;
  const lines: WorkingStep[] = [];
  if (minimum && minimum.fen > monthlyFen)
    lines.push({
      what: '约定的月工资低于最低工资，按最低工资',
      how: sayLocal(minimum),
      fen: base,
      onPaper: { what: '约定工资低于当地最低工资标准，按最低工资标准计算', how: '当地月最低工资标准' },
    });
  lines.push({ what: '小时工资', how: `${sayYuan(base)} ÷ 21.75 ÷ 8`, fen: share(base, 1, HOURS_A_MONTH) });
  const parts = rates
    .filter(({ key }) => work[key] > 0)
    .map(({ key, name, percent }) => {
      // Rounded once, at the end, not by the hour. Quarter hours times a rate are whole numbers of tenths of a percent.
      const fen = share(base, work[key] * percent, HOURS_A_MONTH * 10 * 100);
      lines.push({ what: name, how: `${work[key] / 10} 小时 × 小时工资 × ${percent}%`, fen });
      return fen;
    });
  const due = sum(parts);
  if (paidFen > 0)
    lines.push({ what: '已经发过的', how: '减去', fen: -paidFen, onPaper: { what: '扣除已支付部分', how: '已支付' } });
  if (lines.length > 2) lines.push({ what: '合计', how: '以上相加', fen: Math.max(0, due - paidFen) });
  return {
    title: '加班费',
    claim: '加班工资',
    fen: Math.max(0, due - paidFen),
    other: null,
    lines,
    basis: [articles.overtime, articles.overtimeBase],
    articles: [
      articles.overtime,
      articles.overtimeLimit,
      articles.overtimeBase,
      articles.statutoryHolidays,
      ...(minimum ? [articles.minimumWage] : []),
      articles.wageDay,
      articles.overtimeProof,
    ],
    assumptions: [
      '按一天 8 小时的普通工时算。经批准不定上下班时间的（不定时工作制）没有加班费；经批准按周、按月算总工时的，另有算法。',
      '有争议：每月固定发的奖金、津贴算不算进加班费的基数，各地裁判不一。合同只写了基本工资的，填基本工资是较低的数。',
      minimum
        ? '一小时的工资不低于最低工资。'
        : '没填当地最低工资，所以没有比较。月工资低于最低工资的，要按最低工资算。',
      '法定节假日：2025年起一年 13 天，以前 11 天；调休放的其他日子是休息日。',
      '每一项算到分，最后才四舍五入。',
    ],
    changes: [
      '休息日加班已经补休的，没有 200%。法定节假日不能用补休代替。',
      '加班要你先拿出证据：考勤、聊天里的安排、打卡照片。证据在单位手里的，单位要交出来。',
      '计件的，按计件单价的 150%、200%、300%。',
      '单位安排加班一个月不能超过 36 小时，超过的也要付钱。',
    ],
  };
}
