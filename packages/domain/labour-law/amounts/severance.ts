/** 经济补偿 (N): what is due when work ends in one of the ways of 劳动合同法 46. */
import { addDays, type Day } from '../../calendar';
import { articles } from '../articles';
import { saySpan, serviceSpan } from '../dates';
import { sayYuan, share, type Fen } from '../money';
import { otherFigure, type Amount, type Earnings, type Line, type LocalFigure } from './amount';
import { severanceBase } from './average';
import { MOST_HALVES, sayHalves, unitsOf } from './units';

/** The day on which 劳动合同法 began to apply. */
export const LAW_BEGAN: Day = '2008-01-01';

/** Work that ended, or is about to. */
export interface Employment {
  first: Day;
  last: Day;
  earnings: Earnings;
  /** The local minimum monthly wage; null where the reader doesn't know it. */
  minimum: LocalFigure | null;
  /** The place's average monthly wage of the year before; null where the reader doesn't know it. */
  localAverage: LocalFigure | null;
}

const ONE_DAY = '零头正好差一天：第一天算不算进去，说法不一。';
const EDGE_LINE = '第一天不算进去';

/**
 * Severance for all of the service since 2008. For service before it the rules of then apply (劳动合同法 97); they
 * were repealed in 2017, so that part is only in the higher figure.
 *
 * @example
 * severance({ first: '2021-03-01', last: '2023-08-15', earnings: { totalFen: 6_000_000, months: 12 }, minimum: null, localAverage: null })
 * // 2 years, 5 months and a half: 2.5 months of 5,000 yuan
 */
export function severance(work: Employment): Amount {
  const base = severanceBase(work.earnings, work.minimum, work.localAverage);
  const since = work.first < LAW_BEGAN ? LAW_BEGAN : work.first;
  const lines: Line[] = [...base.lines];
  const because: string[] = [];

  const { halves, inclusive } = work.last < since ? { halves: 0, inclusive: 0 } : unitsOf(since, work.last);
  const limit = (count: number): number => (base.capped ? Math.min(count, MOST_HALVES) : count);
  const counted = limit(halves);
  const fen = share(base.fen, counted, 2);
  if (halves > 0) {
    lines.push({
      what: since === LAW_BEGAN && work.first < since ? '2008年起的年限' : '工作年限',
      how: `${since} 到 ${work.last}，${saySpan(serviceSpan(since, work.last))}，算 ${sayHalves(halves)}${inclusive > halves ? `（${EDGE_LINE}）` : ''}`,
    });
    if (counted < halves) lines.push({ what: '年限封顶', how: '工资按 3 倍封顶的，最多 12 个月' });
    lines.push({ what: '经济补偿', how: `${sayYuan(base.fen)} × ${counted / 2}`, fen });
  }
  if (inclusive > halves) because.push(ONE_DAY);

  const before = beforeTheLaw(work.first, work.last, base.uncapped);
  if (before) {
    lines.push(before.line);
    because.push(BEFORE_2008);
  }
  return {
    title: '经济补偿（N）',
    claim: '经济补偿',
    fen,
    other: otherFigure(fen, share(base.fen, limit(inclusive), 2) + (before?.fen ?? 0), because.join('')),
    lines,
    articles: [articles.severanceDue, ...base.articles, ...(before ? [articles.before2008] : [])],
    assumptions: [
      '工资按应得的算：扣社保和个税之前，奖金、津贴、补贴都在内。',
      '加班费算不算进平均工资，各地说法不一。只填基本工资和奖金、津贴，得到的是保守的数。',
      '从第一天上班到最后一天，一直在同一个单位。',
      ...base.assumptions,
    ],
    changes: [
      '原来的单位安排你换到新单位、又没给过补偿的，前面的年限可以接着算。',
      '你自己辞职、又没有单位欠薪或不交社保这样的原因，就没有经济补偿。',
      '违法辞退的，是它的两倍（2N），不是两样都拿。',
    ],
  };
}

const BEFORE_2008 = '2008年以前的年限要按当时的规定算，那个办法2017年废止了，现在给不给、怎么给有争议。';

/** The most that service before 2008 can add: a month for each year and for a begun one, without the cap of today. */
function beforeTheLaw(first: Day, last: Day, month: Fen): { fen: Fen; line: Line } | null {
  if (first >= LAW_BEGAN) return null;
  const end = last < LAW_BEGAN ? last : addDays(LAW_BEGAN, -1);
  const { months, days } = serviceSpan(first, end);
  const years = Math.ceil((months + (days > 0 ? 1 : 0)) / 12);
  const fen = years * month;
  return {
    fen,
    line: {
      what: '2008年以前的年限（有争议，没算进上面的数）',
      how: `${first} 到 ${end}，${saySpan({ months, days })}，最多再加 ${sayYuan(month)} × ${years} = ${sayYuan(fen)}`,
    },
  };
}
