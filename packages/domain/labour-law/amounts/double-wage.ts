/** 二倍工资: the second wage for working without a written contract (劳动合同法 82). */
import { addDays, type Day } from '../../calendar';
import { articles } from '../articles';
import { afterMonths, afterYears, spanBetween } from '../dates';
import { sayYuan, share, type Fen } from '../money';
import { workingDays, type RestDays } from '../rest-days';
import { LAW_BEGAN } from './severance';
import { otherFigure, type Amount, type Line } from './amount';

export interface NoContract {
  first: Day;
  /** The day a written contract was signed; null where none ever was. */
  signed: Day | null;
  /** The last day of work; null where it goes on. */
  last: Day | null;
  /** What a month earned, gross. */
  monthlyFen: Fen;
  /** The day the claim is filed, or today. */
  claimedOn: Day;
}

/**
 * The days for which the second wage is due, both included (实施条例 6, 7); null where there are none.
 *
 * @example doubleWagePeriod({ first: '2024-03-01', signed: null, last: null, claimedOn: '2026-01-01' })
 * // { from: '2024-04-01', to: '2025-02-28' }
 */
export function doubleWagePeriod({ first, signed, last, claimedOn }: Omit<NoContract, 'monthlyFen'>) {
  // Work that began before the law: its month and its year run from the law's first day (劳动合同法 97 II).
  const began = first < LAW_BEGAN ? LAW_BEGAN : first;
  // 「满一个月的次日」 and 「满一年的前一日」: together they never make more than eleven months.
  const from = afterMonths(began, 1);
  const ends = [addDays(afterYears(began, 1), -1), claimedOn, ...(last ? [last] : [])];
  const to = [...ends, ...(signed ? [addDays(signed, -1)] : [])].sort()[0] as Day;
  return to < from ? null : { from, to };
}

/** The second wage from `from` to `to`: whole months, and the working days of the rest ÷ 21.75, at most a month. */
function wageOf(from: Day, to: Day, month: Fen, rest: RestDays): { fen: Fen; line: Line } {
  const { months, days } = spanBetween(from, addDays(to, 1));
  const worked = days === 0 ? 0 : workingDays(rest, afterMonths(from, months), to);
  const part = Math.min(month, share(month, 4 * worked, 87));
  const fen = months * month + part;
  const partSays = worked === 0 ? '' : ` + ${sayYuan(month)} ÷ 21.75 × ${worked} 个工作日`;
  return { fen, line: { what: `${from} 到 ${to}`, how: `${sayYuan(month)} × ${months} 个月${partSays}`, fen } };
}

/** The first day whose year is not over when the claim is filed. */
function oldestInTime(claimedOn: Day): Day {
  const day = afterYears(claimedOn, -1);
  return afterYears(day, 1) < claimedOn ? addDays(day, 1) : day;
}

/**
 * The second wage that can still be claimed. By the cautious reading each day's share lapses a year after that
 * day (仲裁法 27); by the other the year runs from the end of the whole period.
 */
export function doubleWage(work: NoContract, rest: RestDays): Amount {
  const period = doubleWagePeriod(work);
  const lines: Line[] = [];
  let [fen, whole] = [0, 0];
  if (!period) {
    lines.push({ what: '还没有', how: `满一个月的第二天是 ${afterMonths(work.first, 1)}，在那之前没有双倍工资` });
  } else {
    const all = wageOf(period.from, period.to, work.monthlyFen, rest);
    whole = work.claimedOn <= afterYears(period.to, 1) ? all.fen : 0;
    lines.push({ ...all.line, what: `该付双倍的日子：${all.line.what}` });
    const oldest = oldestInTime(work.claimedOn);
    if (oldest <= period.from) fen = all.fen;
    else if (oldest > period.to) lines.push({ what: '期限', how: `到 ${work.claimedOn}，这些日子都过了一年`, fen: 0 });
    else {
      const left = wageOf(oldest, period.to, work.monthlyFen, rest);
      lines.push({ ...left.line, what: `一年之内的：${left.line.what}` });
      fen = left.fen;
    }
  }
  return {
    title: '没签合同的双倍工资（差的那一倍）',
    claim: '未订立书面劳动合同的二倍工资差额',
    fen,
    other: otherFigure(
      fen,
      whole,
      '要钱的期限怎么算有争议：这里按每一天各过各的一年算；也有按整段结束那天起算一年的，那样就是这个数。',
    ),
    lines,
    articles: [
      articles.noContract,
      articles.noContractDates,
      ...(work.first < LAW_BEGAN ? [articles.begun2008] : []),
      articles.noContractDays,
      articles.noContractExceptions,
      articles.arbitrationYear,
    ],
    assumptions: [
      '平时的工资已经发了，这里只算另外那一倍。没发的，平时的工资要另外算进去。',
      '每个月工资差不多。不一样的，按当月的工资算。',
      '一个月从上班那天的日子算到下个月同一天的前一天；零头按实际工作日，除以 21.75。',
      '期间没有做过让期限重新算的事。做过的，用“还剩几天”看新的日子。',
    ],
    changes: [
      '单位能证明是你故意不签，或者因为天灾、封控这样谁也挡不住的事没签成，就没有双倍工资。',
      '工作满一年还没签的，从满一年那天起算是已经有了没有到期日的合同（无固定期限合同），不再有双倍工资。',
      '合同到期没续签的，要不要先让出一个月、能不能要双倍，说法不一，先打 12348 问。',
    ],
  };
}
