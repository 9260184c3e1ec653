/** 二倍工资: the second wage for working without a written contract (劳动合同法 82). */
import { addDays, daysBetween, type Day } from '../../calendar';
import { articles } from '../articles';
import { limitation, type Interruption, type Suspension } from '../clock/limitation';
import { afterMonths, serviceEnd, serviceSpan } from '../dates';
import { sayYuan, share, sum, type Fen } from '../money';
import { nextWorkingDay, workingDays, type RestDays } from '../rest-days';
import { LAW_BEGAN } from './severance';
import { higherFigure, type Amount, type WorkingStep } from './amount';
import { defined } from '../../narrow';

export interface NoContract {
  first: Day;
  /** The day a written contract was signed; null where none ever was. */
  signed: Day | null;
  /** The last day of work; null where it goes on. */
  last: Day | null;
  /** What a month earned, gross. */
  monthlyFen: Fen;
  /** What single months earned where it differed, by `YYYY-MM`. */
  monthsFen?: Readonly<Record<string, Fen>>;
  /** The day the claim is filed, or today. */
  claimedOn: Day;
  /** What made the year begin anew; without it nothing did. */
  interruptions?: readonly Interruption[];
  suspensions?: readonly Suspension[];
}

type Wages = Pick<NoContract, 'monthlyFen' | 'monthsFen'>;

/** Eleven months are the most there can be (实施条例 7). */
const MAX_MONTHS = 11;

/**
 * The days for which the second wage is due, both included (实施条例 6, 7); null where there are none.
 *
 * @example doubleWagePeriod({ first: '2024-03-01', signed: null, last: null, claimedOn: '2026-01-01' })
 * // { from: '2024-04-01', to: '2025-02-28' }
 */
export function doubleWagePeriod({
  first,
  signed,
  last,
  claimedOn,
}: Pick<NoContract, 'first' | 'signed' | 'last' | 'claimedOn'>): { from: Day; to: Day } | null {
  // Work that began before the law: its month and its year run from the law's first day (劳动合同法 97 II).
  const began = first < LAW_BEGAN ? LAW_BEGAN : first;
  // 「满一个月的次日」 and 「满一年的前一日」.
  const from = addDays(serviceEnd(began, 1), 1);
  const ends = [serviceEnd(began, 12), claimedOn, ...(last ? [last] : [])];
  const to = defined([...ends, ...(signed ? [addDays(signed, -1)] : [])].sort()[0]);
  return to < from ? null : { from, to };
}

/** The second wage of the period's days from `oldest` on, with its workings. */
function wageOf(
  oldest: Day,
  period: { from: Day; to: Day },
  wages: Wages,
  rest: RestDays,
): { fen: Fen; steps: WorkingStep[] } {
  const { to } = period;
  const differs = Object.entries(wages.monthsFen ?? {}).some(
    ([month, fen]) => month >= oldest.slice(0, 7) && month <= to.slice(0, 7) && fen !== wages.monthlyFen,
  );
  return differs ? byCalendarMonth(oldest, to, wages, rest) : byMonthOfPeriod(oldest, period, wages.monthlyFen, rest);
}

/**
 * The period's months, each from the day of the month that the period begins on; of a month that isn't whole, at its end
 * or because its first days are over a year old, the working days ÷ 21.75, at most a month. The month that a day belongs
 * to is the one whose second wage was due (劳动合同法 82, 法释〔2025〕12号 6): days that lapse leave it with fewer working
 * days, and begin no new months.
 */
function byMonthOfPeriod(
  oldest: Day,
  { from, to }: { from: Day; to: Day },
  month: Fen,
  rest: RestDays,
): { fen: Fen; steps: WorkingStep[] } {
  const lapsed = serviceSpan(from, addDays(oldest, -1));
  // The first month that lost no day, and the days before it that are left of the one that did.
  const whole = lapsed.days === 0 ? oldest : addDays(serviceEnd(from, lapsed.months + 1), 1);
  const head = whole === oldest ? null : { first: oldest, last: whole > to ? to : addDays(whole, -1) };
  const { months, days } = serviceSpan(from, to);
  const kept = Math.max(0, months - lapsed.months - (head ? 1 : 0));
  const tail = days === 0 || whole > to ? null : { first: addDays(to, 1 - days), last: to };
  const parts = [head, tail].flatMap((part) => {
    if (!part) return [];
    const worked = workingDays(rest, part.first, part.last);
    const fen = Math.min(month, share(month, 4 * worked, 87));
    return [{ fen, says: worked === 0 ? [] : [`${sayYuan(month)} ÷ 21.75 × ${worked} 个工作日`] }];
  });
  const fen = kept * month + sum(parts.map((part) => part.fen));
  const partly = parts.flatMap((part) => part.says);
  const says = kept === 0 && partly.length > 0 ? partly : [`${sayYuan(month)} × ${kept} 个月`, ...partly];
  return { fen, steps: [{ what: `${oldest} 到 ${to}`, how: says.join(' + '), fen }] };
}

/** Where months were paid differently: each calendar month by its own wage, a part of one by its working days. */
function byCalendarMonth(
  from: Day,
  to: Day,
  { monthlyFen, monthsFen = {} }: Wages,
  rest: RestDays,
): { fen: Fen; steps: WorkingStep[] } {
  const steps: WorkingStep[] = [];
  let total = 0;
  for (let at = from; at <= to; at = afterMonths(`${at.slice(0, 7)}-01`, 1)) {
    const month = at.slice(0, 7);
    const end = addDays(afterMonths(`${month}-01`, 1), -1);
    const [last, wage] = [end < to ? end : to, monthsFen[month] ?? monthlyFen];
    const whole = at.endsWith('-01') && last === end;
    const worked = workingDays(rest, at, last);
    const fen = whole ? wage : Math.min(wage, share(wage, 4 * worked, 87));
    steps.push({
      what: month,
      how: whole ? '整月，当月工资' : `${sayYuan(wage)} ÷ 21.75 × ${worked} 个工作日`,
      fen,
    });
    total += fen;
  }
  const most = MAX_MONTHS * Math.max(monthlyFen, ...Object.values(monthsFen));
  const fen = Math.min(total, most);
  return { fen, steps: [...steps, { what: '合计', how: `${from} 到 ${to}`, fen }] };
}

/**
 * The first day of the period whose year is not over when the claim is filed, by the reading that counts each day by
 * itself; the day after the period where all of it is over. A year that ends on a day off is over after the next working
 * day (民法典 203). A later day's year never ends before an earlier one's, so it can be searched for by halves.
 */
function oldestInTime({ from, to }: { from: Day; to: Day }, work: NoContract, rest: RestDays): Day {
  const { claimedOn, interruptions = [], suspensions = [] } = work;
  const proven = interruptions.filter((one) => one.proven);
  const inTime = (day: Day): boolean =>
    claimedOn <= nextWorkingDay(rest, limitation(day, proven, suspensions, { today: claimedOn, rest }).due);
  let [low, high] = [0, daysBetween(from, to) + 1];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (inTime(addDays(from, middle))) high = middle;
    else low = middle + 1;
  }
  return addDays(from, low);
}

/** Is the whole period still in time by the reading that lets one year run from its end? */
function isWholeInTime(
  to: Day,
  { claimedOn, interruptions = [], suspensions = [] }: NoContract,
  rest: RestDays,
): boolean {
  const { due } = limitation(to, interruptions, suspensions, { today: claimedOn, fromProcedureEnd: true, rest });
  return claimedOn <= nextWorkingDay(rest, due);
}

const BY_TOTAL =
  '按整段算：总额定下来那天起一年内提，全部都在期限里。重庆有法院这样算（(2021)渝01民终2239号，转述，没有读到判决原文）；也有法院按每一天、每个月分开算，那样是较低的数。';
const LAPSED = '两种算法都过了一年。期限要由单位提出来，单位不提，仍可能得到支持；但单位多半会提。';
const RISK = '按分开算的，超过较低数的部分可能得不到支持，但不影响其余部分；请求不收费。';
const RISK_LAPSED = '单位提出过了期限的，这一项很可能一分也得不到；请求不收费，不影响别的请求。';

/**
 * The second wage that can still be claimed. By one reading each day's share lapses a year after that day (仲裁法 27):
 * the lower figure. By the other the year runs from the end of the whole period, when its total is certain; and
 * limitation is for the employer to plead, so the whole of it can be asked for even later: the higher figure.
 */
export function doubleWage(work: NoContract, rest: RestDays): Amount {
  const period = doubleWagePeriod(work);
  const lines: WorkingStep[] = [];
  let [fen, other]: [Fen, Amount['other']] = [0, null];
  if (!period) {
    const from = addDays(serviceEnd(work.first < LAW_BEGAN ? LAW_BEGAN : work.first, 1), 1);
    lines.push({ what: '还没有', how: `满一个月的第二天是 ${from}，在那之前没有双倍工资` });
  } else {
    const all = wageOf(period.from, period, work, rest);
    const oldest = oldestInTime(period, work, rest);
    const partly = oldest > period.from;
    lines.push(
      ...all.steps.map(({ what, ...step }, at) => ({
        ...step,
        what: at === 0 ? `该付双倍的日子：${what}` : what,
        // A paper that asks for a part explains that part.
        onPaper: partly ? ('left-out' as const) : { what, how: step.how },
      })),
    );
    if (!partly) fen = all.fen;
    else if (oldest > period.to)
      lines.push({
        what: '按每天分开算期限',
        how: `到 ${work.claimedOn}，这些日子都过了一年`,
        fen: 0,
        onPaper: 'left-out',
      });
    else {
      const left = wageOf(oldest, period, work, rest);
      lines.push(
        ...left.steps.map(({ what, ...step }, at) => ({
          ...step,
          what: at === 0 ? `一年之内的：${what}` : what,
          onPaper: { what, how: step.how },
        })),
      );
      fen = left.fen;
    }
    const inTime = isWholeInTime(period.to, work, rest);
    other = higherFigure(fen, {
      fen: all.fen,
      because: inTime ? BY_TOTAL : LAPSED,
      risk: inTime ? RISK : RISK_LAPSED,
      preselected: false,
      steps: all.steps,
      basis: [],
    });
  }
  const basis = [
    articles.noContract,
    articles.noContractDates,
    ...(work.first < LAW_BEGAN ? [articles.begun2008] : []),
    articles.noContractDays,
  ];
  return {
    title: '没签合同的双倍工资（差的那一倍）',
    claim: '未订立书面劳动合同的二倍工资差额',
    fen,
    other,
    lines,
    basis,
    articles: [...basis, articles.noContractExceptions, articles.arbitrationYear],
    assumptions: [
      '平时的工资已经发了，这里只算另外那一倍。没发的，平时的工资要另外算进去。',
      work.monthsFen && Object.keys(work.monthsFen).length > 0
        ? '各月工资不一样的，按当月的工资算。'
        : '每个月工资差不多。不一样的，在工资表里改那个月。',
      '一个月从上班那天的日子算到下个月同一天的前一天；不满一个月的，还有前几天已经过了一年的那个月，按实际工作日，除以 21.75。',
      ...(work.interruptions && work.interruptions.length > 0
        ? ['你说过的找单位要、投诉、申请仲裁都算进了期限；没有证据的，只用在较高的数里。']
        : []),
    ],
    changes: [
      '单位能证明是你故意不签，或者因为天灾、封控这样谁也挡不住的事没签成，就没有双倍工资。',
      '工作满一年还没签的，从满一年那天起算是已经有了没有到期日的合同（无固定期限合同），不再有双倍工资。',
      '合同到期没续签的，要不要先让出一个月、能不能要双倍，各地裁判不一，先打 12348 问。',
    ],
  };
}
