/** 未休年休假工资: what is still owed for leave that was not given. */
import { addDays, daysBetween, type Day } from '../../calendar';
import { articles } from '../articles';
import { sayYuan, share, type Fen } from '../money';
import type { Amount, Line } from './amount';

export interface UnusedLeave {
  year: number;
  /** Years of work at all employers together, whole ones. */
  careerYears: number;
  /** First day at this employer. */
  first: Day;
  /** Last day at this employer; null where the work goes on. */
  last: Day | null;
  takenDays: number;
  /** Average month of the last twelve, or of as many as there were, without overtime pay. */
  monthlyFen: Fen;
}

/**
 * Days of leave a year (条例 3).
 *
 * @example leaveDays(10) // 10
 */
export const leaveDays = (careerYears: number): number =>
  careerYears >= 20 ? 15 : careerYears >= 10 ? 10 : careerYears >= 1 ? 5 : 0;

/** The days of the year spent at this employer, both ends included; for one who joined or left within it. */
function daysAtEmployer({ year, first, last }: UnusedLeave): number {
  const from = first > `${year}-01-01` ? first : `${year}-01-01`;
  const to = last !== null && last < `${year}-12-31` ? last : `${year}-12-31`;
  return to < from ? 0 : daysBetween(from, addDays(to, 1));
}

/**
 * The pay still owed for unused days: 300 % of a day's wage, of which the normal pay is one part (实施办法 10), so
 * 200 % more. A part of a year counts by calendar days ÷ 365, and part-days are dropped (实施办法 5, 12).
 */
export function unusedLeave(work: UnusedLeave): Amount {
  const whole = leaveDays(work.careerYears);
  const days = daysAtEmployer(work);
  const entitled = days >= 365 ? whole : Math.floor((days * whole) / 365);
  const unused = Math.max(0, entitled - work.takenDays);
  const fen = share(work.monthlyFen, 4 * unused * 2, 87);
  const lines: Line[] = [
    { what: '一年的年休假', how: `一共工作过 ${work.careerYears} 年，${whole} 天` },
    ...(days >= 365
      ? []
      : [{ what: '折算', how: `${work.year}年在这个单位 ${days} 天 ÷ 365 × ${whole}，只取整天：${entitled} 天` }]),
    { what: '没休的', how: `${entitled} 天 - 休了的 ${work.takenDays} 天 = ${unused} 天` },
    { what: '一天的工资', how: `${sayYuan(work.monthlyFen)} ÷ 21.75`, fen: share(work.monthlyFen, 4, 87) },
    { what: '还该补的', how: `${unused} 天 × 一天的工资 × 200%`, fen },
  ];
  return {
    title: `${work.year}年没休的年休假`,
    claim: `${work.year}年未休年休假的工资报酬`,
    fen,
    other: null,
    lines,
    articles: [
      articles.leaveDays,
      articles.leaveNone,
      articles.leaveTwelveMonths,
      articles.leavePay,
      articles.leaveWage,
      articles.leaveJoining,
      articles.leaveLeaving,
    ],
    assumptions: [
      '你已经连续工作满 12 个月，换单位没有断开。没满的，还没有年休假。',
      '法律写的是 300%，里面一倍是平时已经发的工资，所以这里算另外的 200%。',
      '月工资是前 12 个月的平均，去掉加班费；不满 12 个月的按实际月数。',
      '当年没有请长病假、也没有寒暑假那样更长的带薪假。',
    ],
    changes: [
      '单位安排了、你自己书面说不休的，只有平时的工资。',
      '合同或单位规定的年休假更多的，按多的算。',
      '休多了的，单位不能倒扣。',
      '要这笔钱的一年期限从哪天算起，各地说法不一，尽早提。',
    ],
  };
}
