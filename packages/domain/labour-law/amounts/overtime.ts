/** 加班费 at the three rates of 劳动法 44. */
import { articles } from '../articles';
import { sayYuan, share, sum, type Fen } from '../money';
import type { Amount, Line } from './amount';

/** Hours in tenths, so that half hours are whole numbers. */
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
}

/** 21.75 days of 8 hours (人社部发〔2025〕2号). */
const HOURS_A_MONTH = 174;

const rates = [
  { key: 'workdays', name: '工作日加班', percent: 150 },
  { key: 'restDays', name: '休息日加班，没有补休', percent: 200 },
  { key: 'holidays', name: '法定节假日加班', percent: 300 },
] as const;

/**
 * The pay for overtime, less what was paid.
 *
 * @example overtimePay({ monthlyFen: 522_000, workdays: 100, restDays: 0, holidays: 0, paidFen: 0 }).fen // 45_000
 */
export function overtimePay(work: Overtime): Amount {
  const lines: Line[] = [
    {
      what: '一小时工资',
      how: `${sayYuan(work.monthlyFen)} ÷ 21.75 ÷ 8`,
      fen: share(work.monthlyFen, 1, HOURS_A_MONTH),
    },
  ];
  const parts = rates
    .filter(({ key }) => work[key] > 0)
    .map(({ key, name, percent }) => {
      // Rounded once, at the end, not by the hour.
      const fen = share(work.monthlyFen, work[key] * percent, HOURS_A_MONTH * 10 * 100);
      lines.push({ what: name, how: `${work[key] / 10} 小时 × 一小时工资 × ${percent}%`, fen });
      return fen;
    });
  const due = sum(parts);
  if (work.paidFen > 0) lines.push({ what: '已经发过的', how: '减去', fen: -work.paidFen });
  return {
    title: '加班费',
    claim: '加班工资',
    fen: Math.max(0, due - work.paidFen),
    other: null,
    lines,
    articles: [
      articles.overtime,
      articles.overtimeLimit,
      articles.overtimeBase,
      articles.wageDay,
      articles.overtimeProof,
    ],
    assumptions: [
      '按一天 8 小时的普通工时算。经批准不定上下班时间的（不定时工作制）没有加班费；经批准按周、按月算总工时的，另有算法。',
      '按合同约定的月工资算。每月固定发的奖金、津贴算不算进去，说法不一，不填是保守的数。',
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
