/** 经济补偿 (N): what is due when work ends in one of the ways of 劳动合同法 46. */
import { addDays, type Day } from '../../calendar';
import { articles } from '../articles';
import { sayDateSpan, serviceSpan } from '../dates';
import { sayYuan, share, type Fen } from '../money';
import { higherFigure, type Amount, type Earnings, type LocalFigure, type WorkingStep } from './amount';
import { severanceBase } from './average';
import { MAX_CAPPED_HALVES, sayHalves, severanceHalves } from './units';

/** The day on which 劳动合同法 began to apply. */
export const LAW_BEGAN: Day = '2008-01-01';

/** Work that ended, or is about to. */
export interface ServicePeriod {
  /** The first day of work; of merged service, the first day at the employer before (实施条例 10). */
  first: Day;
  last: Day;
  earnings: Earnings;
  /** The local minimum monthly wage; null where the reader doesn't know it. */
  minimum: LocalFigure | null;
  /** The place's average monthly wage of the year before; null where the reader doesn't know it. */
  localAverage: LocalFigure | null;
  /** Was severance due for this way of ending before 2008 too? It wasn't for a contract that ran out. */
  dueBefore2008?: boolean;
}

const BEFORE_2008 =
  '2008年以前的年限按当时的规定算（劳动合同法第九十七条）。当时的办法（劳部发〔1994〕481号）2017年废止了，现在给不给、怎么给，各地裁判不一。';
const RISK_BEFORE_2008 = '仲裁委可能不支持这一部分，但不影响其余部分；请求不收费。';

/**
 * Severance for all of the service since 2008. For service before it the rules of then apply (劳动合同法 97); they
 * were repealed in 2017, so that part is only in the higher figure.
 *
 * @example
 * severance({ first: '2021-03-01', last: '2023-08-15', earnings: { totalFen: 6_000_000, months: 12 }, minimum: null, localAverage: null })
 * // 2 years, 5 months and a half: 2.5 months of 5,000 yuan
 */
export function severance(work: ServicePeriod): Amount {
  const base = severanceBase(work.earnings, work.minimum, work.localAverage);
  const since = work.first < LAW_BEGAN ? LAW_BEGAN : work.first;
  const lines: WorkingStep[] = [...base.steps];

  const halves = work.last < since ? 0 : severanceHalves(since, work.last);
  const counted = base.capped ? Math.min(halves, MAX_CAPPED_HALVES) : halves;
  const fen = share(base.fen, counted, 2);
  if (halves > 0) {
    lines.push({
      what: work.first < since ? '2008年起的年限' : '工作年限',
      how: `${since} 到 ${work.last}，${sayDateSpan(serviceSpan(since, work.last))}，算 ${sayHalves(halves)}`,
    });
    if (counted < halves)
      lines.push({
        what: '年限封顶',
        how: '工资按 3 倍封顶的，最多 12 个月',
        onPaper: { what: '支付年限', how: '按三倍标准支付的，最高不超过十二年' },
      });
    lines.push({ what: '经济补偿', how: `${sayYuan(base.fen)} × ${counted / 2}`, fen });
  }

  const before = work.dueBefore2008 === false ? null : beforeTheLaw(work.first, work.last, base.uncapped);
  const total = fen + (before?.fen ?? 0);
  const other =
    before &&
    higherFigure(fen, {
      fen: total,
      because: BEFORE_2008,
      risk: RISK_BEFORE_2008,
      preselected: false,
      steps: [
        ...lines,
        { what: '2008年以前的年限', how: before.how, fen: before.fen },
        ...(halves > 0 ? [{ what: '合计', how: `${sayYuan(fen)} + ${sayYuan(before.fen)}`, fen: total }] : []),
      ],
      basis: [articles.before2008],
    });
  return {
    title: '经济补偿（N）',
    claim: '经济补偿',
    fen,
    other,
    lines: before
      ? [
          ...lines,
          {
            what: '2008年以前的年限（有争议，不在较低的数里）',
            how: `${before.how} = ${sayYuan(before.fen)}`,
            onPaper: 'left-out',
          },
        ]
      : lines,
    basis: [articles.severanceDue, ...base.articles],
    articles: [articles.severanceDue, ...base.articles, ...(before ? [articles.before2008] : [])],
    assumptions: [
      '工资按应得的算：扣社保和个税之前，奖金、津贴、补贴都在内。',
      '加班费算不算进平均工资，各地说法不一：多数算进“应得工资”，也有地方不算。你填的里面有加班费的，算出来会高一些。',
      '满六个月就按一年算，正好六个月也是；不满六个月的给半个月。',
      '从第一天上班到最后一天，一直在同一个单位；原单位安排换过来的，从原来那家算。',
      ...base.assumptions,
    ],
    changes: [
      '原来的单位安排你换到新单位、又没给过补偿的，前面的年限接着算（实施条例第十条）。',
      '你自己辞职、又没有单位欠薪或不交社保这样的原因，就没有经济补偿。',
      '违法辞退的，是它的两倍（2N），不是两样都拿。',
    ],
  };
}

/** The most that service before 2008 can add: a month for each year and for a begun one, without the cap of today. */
function beforeTheLaw(first: Day, last: Day, month: Fen): { fen: Fen; how: string } | null {
  if (first >= LAW_BEGAN) return null;
  const end = last < LAW_BEGAN ? last : addDays(LAW_BEGAN, -1);
  const { months, days } = serviceSpan(first, end);
  const years = Math.ceil((months + (days > 0 ? 1 : 0)) / 12);
  return {
    fen: years * month,
    how: `${first} 到 ${end}，${sayDateSpan({ months, days })}，${sayYuan(month)} × ${years}`,
  };
}
