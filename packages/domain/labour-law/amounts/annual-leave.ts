/** 未休年休假工资: what is still owed for leave that was not given. */
import { addDays, daysBetween, type Day } from '../../calendar';
import { articles } from '../articles';
import { limitation, type Interruption, type Suspension } from '../clock/limitation';
import { sayYuan, share, type Fen } from '../money';
import { nextWorkingDay, type RestDays } from '../rest-days';
import { higherFigure, type Amount, type WorkingStep } from './amount';

export interface UnusedLeave {
  year: number;
  /** Years of work at all employers together, whole ones. */
  careerYears: number;
  /** First day at this employer. */
  first: Day;
  /** Last day at this employer; null where the work goes on. */
  last: Day | null;
  /** Half days are `.5`. */
  takenDays: number;
  /** Average month of the last twelve, or of as many as there were, without overtime pay. */
  monthlyFen: Fen;
  /** The day the claim is filed, or today; without it nothing is said of the year for claiming. */
  claimedOn?: Day;
  /** What made the year for claiming begin anew. */
  interruptions?: readonly Interruption[];
  suspensions?: readonly Suspension[];
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
 * Can this year's leave still be given? Then nothing is owed for it yet: an employer that hasn't given it by the end of
 * the year, or the end of the work, owes it then (实施办法 9, 10).
 */
export const isLeaveRunning = ({ year, last, claimedOn }: UnusedLeave): boolean =>
  last === null && claimedOn !== undefined && `${year}-12-31` >= claimedOn;

/** Is the year for claiming over, by the reading that begins it with the end of the leave's own year or of the work? */
function isLapsed(
  { year, last, claimedOn, interruptions = [], suspensions = [] }: UnusedLeave,
  rest: RestDays,
): boolean {
  if (claimedOn === undefined) return false;
  const end = `${year}-12-31`;
  const proven = interruptions.filter((one) => one.proven);
  const start = last !== null && last < end ? last : end;
  const { due } = limitation(start, proven, suspensions, { today: claimedOn, rest });
  return nextWorkingDay(rest, due) < claimedOn;
}

const IN_TIME =
  '把年休假工资当工资算的，在职期间没有期限、离职后一年内都能要（仲裁法第二十七条第四款）；有法院这样算，也有法院从那一年年底起只给一年，那样这一年的就过期了。';

/**
 * The pay still owed for unused days: 300 % of a day's wage, of which the normal pay is one part (实施办法 10), so
 * 200 % more. A part of a year counts by calendar days ÷ 365, and part-days are dropped (实施办法 5, 12).
 */
export function unusedLeave(work: UnusedLeave, rest: RestDays): Amount {
  const { year, careerYears, takenDays, monthlyFen } = work;
  const whole = leaveDays(careerYears);
  const days = daysAtEmployer(work);
  const entitled = days >= 365 ? whole : Math.floor((days * whole) / 365);
  const running = isLeaveRunning(work);
  const unused = running ? 0 : Math.max(0, entitled - takenDays);
  // Half days are whole numbers in halves, so that nothing is rounded before the end.
  const owed = share(monthlyFen, 4 * 2 * unused, 87);
  const lapsed = isLapsed(work, rest);
  const lines: WorkingStep[] = [
    { what: '一年的年休假', how: `累计工作 ${careerYears} 年，${whole} 天` },
    ...(days >= 365
      ? []
      : [{ what: '折算', how: `${year}年在本单位 ${days} 天 ÷ 365 × ${whole}，只取整天：${entitled} 天` }]),
    ...(running
      ? [
          {
            what: '今年的还能休',
            how: `${year}年还没有过完，单位还可以安排；到年底没安排、又没经你同意挪到明年的，才欠钱`,
          },
        ]
      : [
          {
            what: '没休的',
            how: `${entitled} 天 - 已休 ${takenDays} 天 = ${unused} 天`,
            onPaper: { what: '未休天数', how: `应休 ${entitled} 天，已休 ${takenDays} 天，未休 ${unused} 天` },
          },
        ]),
    { what: '日工资', how: `${sayYuan(monthlyFen)} ÷ 21.75`, fen: share(monthlyFen, 4, 87) },
    { what: '还应支付', how: `${unused} 天 × 日工资 × 200%`, fen: owed },
  ];
  const fen = lapsed ? 0 : owed;
  const basis = [articles.leaveOwed, articles.leavePay, articles.leaveWage];
  return {
    title: `${year}年没休的年休假`,
    claim: `${year}年未休年休假的工资报酬`,
    fen,
    other: higherFigure(fen, {
      fen: owed,
      because: IN_TIME,
      risk: '单位提出过了期限的，这一年的可能得不到支持；请求不收费，不影响别的请求。',
      preselected: false,
      steps: lines,
      basis: [],
    }),
    lines: lapsed
      ? [...lines, { what: '从那一年年底起算一年', how: `到 ${work.claimedOn} 已经过了`, fen: 0, onPaper: 'left-out' }]
      : lines,
    basis: [articles.leaveDays, ...basis, ...(days >= 365 ? [] : [articles.leaveJoining, articles.leaveLeaving])],
    articles: [
      articles.leaveDays,
      articles.leaveNone,
      articles.leaveTwelveMonths,
      ...basis,
      articles.leaveAcrossYears,
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
      '有争议：要这笔钱的一年期限从哪天算起，各地裁判不一，尽早提。',
    ],
  };
}
