/** From the answers to amounts, or to what is still missing. */
import { defined } from '@yugong/domain/narrow';
import { isDay, type Day } from '@yugong/domain/calendar';
import {
  doubleWage,
  endingRules,
  endings,
  isLeaveRunning,
  noticeWage,
  overtimeKind,
  overtimePay,
  readYuan,
  secondTermOver,
  serviceSpan,
  severance,
  severanceAndNotice,
  share,
  sum,
  unlawfulTermination,
  unpaidWages,
  unusedLeave,
  type Amount,
  type ServicePeriod,
  type Ending,
  type Fen,
  type HigherFigure,
  type LocalFigure,
  type Overtime,
  type RestDays,
  type UnusedLeave,
  type WageMonth,
} from '@yugong/domain/labour-law';
import {
  draftDayOf,
  endedOf,
  filedOn,
  hasLeft,
  interruptionsOf,
  isRelationFirst,
  leaveYearsOf,
  relationOf,
  suspensionsOf,
} from '../draft/facts';
import type { LegalDraft } from '../draft/store';
import { averageMonths, differentWages, earningsOf, looksLikeMonth, looksLikeTotal } from '../draft/wages';
import { InputReader, type InputFault } from './read';

export const amountKinds = ['ending', 'wages', 'double-wage', 'overtime', 'leave'] as const;
export type AmountKind = (typeof amountKinds)[number];

export const amountNames: Record<AmountKind, string> = {
  ending: '补偿、赔偿',
  wages: '欠的工资',
  'double-wage': '双倍工资',
  overtime: '加班费',
  leave: '年休假',
};

/** One request for money: a kind of amount, or one year of a kind that is claimed year by year. */
export interface AmountPart {
  /** By which the reading that was chosen is remembered. */
  key: string;
  amount: Amount;
}

export type Computed =
  | {
      state: 'ready';
      /** All of it together, as the page shows it. */
      amount: Amount;
      /** Each request by itself, as the application makes it. */
      parts: readonly AmountPart[];
      /** Is all of it due only if a labour relation is confirmed first? */
      relationFirst: boolean;
    }
  /** By statute nothing is due, and why. */
  | { state: 'nothing'; because: string }
  | { state: 'missing'; faults: InputFault[] };

/** Whole months of earnings that there can be: twelve, or the begun months of a shorter time. */
export function mostMonths(first: Day, last: Day): number {
  const { months, days } = serviceSpan(first, last);
  return Math.max(1, Math.min(12, months + (days > 0 ? 1 : 0)));
}

/** Several years of one kind together, for the page; each is a request of its own. */
function together(title: string, parts: readonly [Amount, ...Amount[]]): Amount {
  const [first] = parts;
  if (parts.length === 1) return first;
  const fen = sum(parts.map((part) => part.fen));
  const higher = sum(parts.map((part) => part.other?.fen ?? part.fen));
  const disputed = parts.find((part) => part.other !== null)?.other ?? null;
  const other: HigherFigure | null = disputed && { ...disputed, fen: higher };
  return {
    ...first,
    title,
    fen,
    other,
    lines: parts.flatMap(({ title: part, lines }) => lines.map((step) => ({ ...step, what: `${part}：${step.what}` }))),
    articles: [...new Set(parts.flatMap((part) => part.articles))],
    assumptions: [...new Set(parts.flatMap((part) => part.assumptions))],
    changes: [...new Set(parts.flatMap((part) => part.changes))],
  };
}

function settle(reader: InputReader, kind: AmountKind, amount: () => Amount): Computed {
  if (reader.faults.length > 0) return { state: 'missing', faults: reader.faults };
  const computed = amount();
  return {
    state: 'ready',
    amount: computed,
    parts: [{ key: kind, amount: computed }],
    relationFirst: isRelationFirst(reader.draft),
  };
}

function ordered(reader: InputReader, first: Day, last: Day): void {
  if (first && last && last < first) reader.fail('ended', '最后一天上班早于第一天，请检查', true);
}

/** The last day where the work has ended; a fault where that isn't known, or the day isn't. */
function lastDayOf(reader: InputReader): Day | null {
  const left = hasLeft(reader.draft);
  if (left === null) reader.fail('still', '请选择现在还在不在那里上班', false);
  const last = endedOf(reader.draft);
  if (last === null && left === true) reader.fail('ended', '请选择最后一天上班', false);
  return last;
}

/** What a month earned, as it is told once for everything; a total of twelve months is asked back. */
function monthlyOf(reader: InputReader): Fen {
  // Who only knows the total of some months has told the wage too.
  if (reader.typed('monthly') === '' && reader.typed('earnings') !== '') {
    const { totalFen, months } = earningsBefore(reader, '', '');
    return months > 0 ? share(totalFen, 1, months) : 0;
  }
  const fen = reader.money('monthly', '一个月的工资');
  if (fen > 0 && looksLikeTotal(reader.draft, fen))
    reader.fail('monthly', '这是一个月的工资，还是 12 个月一共的？请在下面选一下', true);
  return fen;
}

/** A figure that a calculator lets be typed for itself, or else what the wage says. */
const typedOr = (reader: InputReader, field: string, name: string, otherwise: () => Fen): Fen =>
  reader.typed(field) === '' ? otherwise() : reader.money(field, name);

function earningsBefore(reader: InputReader, first: Day, last: Day): { totalFen: Fen; months: number } {
  const isDated = first !== '' && last !== '' && first <= last;
  if (reader.typed('earnings') !== '') {
    const totalFen = reader.money('earnings', '这些月一共应得多少');
    const months = reader.count('earningsMonths', '这是几个月的', {
      least: 1,
      most: isDated ? mostMonths(first, last) : 12,
    });
    if (looksLikeMonth(reader.draft, { totalFen, months }))
      reader.fail('earnings', '平均一个月不到 1,000 元，是不是填成了一个月的工资？请在下面选一下', true);
    return { totalFen, months };
  }
  const monthlyFen = monthlyOf(reader);
  return isDated
    ? earningsOf(reader.draft, monthlyFen, averageMonths(first, last))
    : { totalFen: monthlyFen, months: 1 };
}

const PART_TIME_ENDING =
  '非全日制用工，双方随时可以终止，单位不付经济补偿（劳动合同法第七十一条）。每天超过 4 小时、每周超过 24 小时的，可以主张其实是全日制。';
const PART_TIME_CONTRACT =
  '非全日制用工可以口头约定，没有双倍工资（劳动合同法第六十九条）。每天超过 4 小时、每周超过 24 小时的，可以主张其实是全日制。';
const PART_TIME_OVERTIME =
  '非全日制按小时计酬，工资结算不超过 15 天一次，每小时不低于当地小时最低工资（劳动合同法第七十二条）。少发的，用“欠的工资”算；每天超过 4 小时、每周超过 24 小时的，可以主张其实是全日制，再算加班费。';
const PART_TIME_LEAVE = '非全日制有没有年休假，没有统一规定，各地说法不一，先打 12333 问。';

function endingAmount(draft: LegalDraft): Computed {
  if (relationOf(draft) === 'part-time') return { state: 'nothing', because: PART_TIME_ENDING };
  const reader = new InputReader(draft);
  const ending = endings.find((one): one is Ending => one === draft.fields.ending);
  if (!ending) return { state: 'missing', faults: [{ field: 'ending', text: '请选择离职原因', typed: false }] };
  const rule = endingRules[ending];
  if (rule.due === 'none') return { state: 'nothing', because: rule.because };
  const started = reader.day('started', '第一天上班');
  const last = reader.day('ended', '最后一天上班');
  ordered(reader, started, last);
  // Service at the employer before counts where that employer arranged the move (实施条例 10).
  const merged = draftDayOf(draft, 'mergedFrom');
  const first = merged !== null && merged < started ? merged : started;
  const earnings = earningsBefore(reader, started, last);
  const previous =
    rule.due === 'n+1'
      ? typedOr(reader, 'previousMonth', '上一个月的工资', () => lastWholeMonth(reader, started, last))
      : 0;
  const minimum = reader.local('minimum', '当地最低工资');
  const localAverage = reader.local('localAverage', '当地平均工资');
  const work: ServicePeriod = {
    first,
    last,
    earnings,
    minimum,
    localAverage,
    dueBefore2008: rule.dueBefore2008 ?? true,
  };
  if (reader.faults.length > 0) return { state: 'missing', faults: reader.faults };
  const told = (amount: Amount): Amount => ({
    ...amount,
    articles: [...new Set([...rule.articles, ...amount.articles])],
    assumptions: [rule.because, ...amount.assumptions],
  });
  // An award is final or not item by item (仲裁法 47): the month in lieu of notice is a request of its own.
  const [amount, parts] =
    rule.due === 'n+1'
      ? [
          severanceAndNotice(work, previous),
          [
            { key: 'ending', amount: severance(work) },
            { key: 'ending-notice', amount: noticeWage(previous) },
          ],
        ]
      : single(
          rule.due === '2n'
            ? unlawfulTermination(work)
            : rule.due === 'n-or-2n'
              ? secondTermOver(work)
              : severance(work),
        );
  return {
    state: 'ready',
    amount: told(amount),
    parts: parts.map((part) => ({ ...part, amount: told(part.amount) })),
    relationFirst: isRelationFirst(draft),
  };
}

const single = (amount: Amount): [Amount, AmountPart[]] => [amount, [{ key: 'ending', amount }]];

/** The last whole month's wage before the end, out of what was told once. */
function lastWholeMonth(reader: InputReader, first: Day, last: Day): Fen {
  // A total of several months doesn't say what the last of them was (实施条例 20).
  if (reader.typed('monthly') === '' && reader.typed('earnings') !== '')
    return reader.money('previousMonth', '走之前那个月应得多少');
  const monthlyFen = reader.money('monthly', '一个月的工资');
  if (first === '' || last === '' || last < first) return monthlyFen;
  const [month] = averageMonths(first, last);
  return (month === undefined ? undefined : differentWages(reader.draft)[month]) ?? monthlyFen;
}

function doubleWageAmount(draft: LegalDraft, today: Day, rest: RestDays): Computed {
  if (relationOf(draft) === 'part-time') return { state: 'nothing', because: PART_TIME_CONTRACT };
  const reader = new InputReader(draft);
  const first = reader.day('started', '第一天上班');
  const last = lastDayOf(reader);
  ordered(reader, first, last ?? '');
  const signed = draft.fields.relation === 'written' ? draftDayOf(draft, 'signed') : null;
  if (draft.fields.relation === 'written' && signed === null) reader.fail('signed', '请选择补签合同的那天', false);
  const monthlyFen = monthlyOf(reader);
  return settle(reader, 'double-wage', () =>
    doubleWage(
      {
        first,
        signed,
        last,
        monthlyFen,
        monthsFen: differentWages(draft),
        claimedOn: filedOn(draft) ?? today,
        interruptions: interruptionsOf(draft),
        suspensions: suspensionsOf(draft),
      },
      rest,
    ),
  );
}

const OVERTIME_DAY = 'overtime-';

/** The field in which a day's hours of overtime stand. */
export const overtimeField = (day: Day): string => `${OVERTIME_DAY}${day}`;

/** The days for which hours were told, in their order. */
export const overtimeDays = ({ fields }: Pick<LegalDraft, 'fields'>): Day[] =>
  Object.keys(fields)
    .filter((name) => name.startsWith(OVERTIME_DAY) && isDay(name.slice(OVERTIME_DAY.length)))
    .map((name) => name.slice(OVERTIME_DAY.length))
    .sort();

/** The hours as totals, and those that were told day by day sorted by how the day is paid. */
function overtimeHours(reader: InputReader, rest: RestDays): Pick<Overtime, 'workdays' | 'restDays' | 'holidays'> {
  const hours = (field: string, name: string) => reader.count(field, name, { step: 'hours', optional: true });
  const total = {
    workdays: hours('otWorkdays', '工作日加班的小时'),
    restDays: hours('otRestDays', '休息日加班的小时'),
    holidays: hours('otHolidays', '节假日加班的小时'),
  };
  for (const day of overtimeDays(reader.draft)) total[overtimeKind(rest, day)] += hours(overtimeField(day), day);
  return total;
}

function overtimeAmount(draft: LegalDraft, rest: RestDays): Computed {
  if (relationOf(draft) === 'part-time') return { state: 'nothing', because: PART_TIME_OVERTIME };
  const reader = new InputReader(draft);
  const monthlyFen = typedOr(reader, 'contractWage', '合同上的月工资', () => monthlyOf(reader));
  const hours = overtimeHours(reader, rest);
  const paidFen = reader.money('otPaid', '已经发过的加班费', true);
  const minimum = reader.local('minimum', '当地最低工资');
  if (reader.faults.length === 0 && hours.workdays + hours.restDays + hours.holidays === 0)
    reader.fail('otWorkdays', '请填写加了几个小时的班，至少一项', false);
  return settle(reader, 'overtime', () => overtimePay({ monthlyFen, ...hours, paidFen, minimum }));
}

/** The field in which the days taken in a year stand. */
export const leaveTakenField = (year: number): string => `leaveTaken-${year}`;

/** The days of leave that were taken in a year; the field of before years were told apart serves a single one. */
function takenIn(reader: InputReader, year: number, years: readonly number[]): number {
  const field = years.length === 1 && reader.typed(leaveTakenField(year)) === '' ? 'leaveTaken' : leaveTakenField(year);
  return reader.count(field, `${year}年休了几天`, { most: 60, step: 'half', optional: true });
}

function leaveAmount(draft: LegalDraft, today: Day, rest: RestDays): Computed {
  if (relationOf(draft) === 'part-time') return { state: 'nothing', because: PART_TIME_LEAVE };
  const reader = new InputReader(draft);
  const thisYear = Number(today.slice(0, 4));
  const years = leaveYearsOf(draft);
  if (years.length === 0) reader.fail('leaveYear', '请选择哪一年的年休假', reader.typed('leaveYear') !== '');
  for (const year of years)
    if (year < 2008 || year > thisYear) reader.fail('leaveYear', `年休假的年份填 2008 到 ${thisYear}`, true);
  const careerYears = reader.count('careerYears', '一共工作过几年', { most: 60 });
  const first = reader.day('started', '第一天上班');
  const last = lastDayOf(reader);
  ordered(reader, first, last ?? '');
  const monthlyFen = typedOr(reader, 'leaveWage', '不算加班费的月平均工资', () =>
    averageMonth(reader, first, last ?? today),
  );
  const latest = years[years.length - 1] ?? thisYear;
  const until = last !== null && last < `${latest}-12-31` ? last : `${latest}-12-31`;
  const served = first ? Math.floor(serviceSpan(first, until < today ? until : today).months / 12) : 0;
  if (careerYears < served && reader.typed('careerYears') !== '')
    reader.fail('careerYears', `在这个单位就工作了 ${served} 年，所有单位加起来不会更少`, true);
  const works = years.map((year): UnusedLeave => ({
    year,
    careerYears: Math.max(0, careerYears - (latest - year)),
    first,
    last,
    takenDays: takenIn(reader, year, years),
    monthlyFen,
    claimedOn: filedOn(draft) ?? today,
    interruptions: interruptionsOf(draft),
    suspensions: suspensionsOf(draft),
  }));
  if (reader.faults.length > 0) return { state: 'missing', faults: reader.faults };
  if (works.every(isLeaveRunning))
    return {
      state: 'nothing',
      because: `${latest}年还没有过完，年休假单位还可以安排。到年底没安排、又没经你同意挪到明年的，才欠你钱；这之前离职的，按离职那天折算。`,
    };
  const parts = works.map((work) => ({
    key: works.length === 1 ? 'leave' : `leave-${work.year}`,
    amount: unusedLeave(work, rest),
  }));
  const [one, ...more] = parts.map(({ amount }) => amount);
  return {
    state: 'ready',
    amount: together('没休的年休假', [defined(one), ...more]),
    parts,
    relationFirst: isRelationFirst(draft),
  };
}

/** The average month of the last twelve, out of what was told once. */
function averageMonth(reader: InputReader, first: Day, last: Day): Fen {
  const monthlyFen = monthlyOf(reader);
  if (first === '' || last < first) return monthlyFen;
  const { totalFen, months } = earningsOf(reader.draft, monthlyFen, averageMonths(first, last));
  return share(totalFen, 1, months);
}

/** The months for which something is missing, the earliest first, with what can't be read noted as faults. */
function wageMonths(reader: InputReader): WageMonth[] {
  return reader.draft.months
    .map(({ month, due, paid }, at) => {
      const [dueFen, paidFen] = [readYuan(due), paid.trim() === '' ? 0 : readYuan(paid)];
      if (dueFen === null) reader.fail(`month-${at}-due`, `${month} 该发多少，只填数字`, due.trim() !== '');
      if (paidFen === null) reader.fail(`month-${at}-paid`, `${month} 发了多少，只填数字`, true);
      return { month, dueFen: dueFen ?? 0, paidFen: paidFen ?? 0 };
    })
    .sort((a, b) => (a.month < b.month ? -1 : 1));
}

/** The minimum wage of a month; part-time work has one by the hour (劳动合同法 72). */
const monthlyMinimum = (reader: InputReader): LocalFigure | null =>
  relationOf(reader.draft) === 'part-time' ? null : reader.local('minimum', '当地最低工资');

function wagesAmount(draft: LegalDraft): Computed {
  const reader = new InputReader(draft);
  const minimum = monthlyMinimum(reader);
  const months = wageMonths(reader);
  if (months.length === 0) reader.fail('months', '请选择没发够的月份', false);
  return settle(reader, 'wages', () => unpaidWages(months, minimum));
}

/** One kind of amount. */
export function computeAmount(kind: AmountKind, draft: LegalDraft, today: Day, rest: RestDays): Computed {
  switch (kind) {
    case 'ending':
      return endingAmount(draft);
    case 'wages':
      return wagesAmount(draft);
    case 'double-wage':
      return doubleWageAmount(draft, today, rest);
    case 'overtime':
      return overtimeAmount(draft, rest);
    case 'leave':
      return leaveAmount(draft, today, rest);
  }
}

/** The hours, the months and the minimum wage of the draft, for the facts of the application. */
export function toldWork(
  draft: LegalDraft,
  rest: RestDays,
): { unpaidMonths: WageMonth[]; minimum: LocalFigure | null; overtime: ReturnType<typeof overtimeHours> } {
  const reader = new InputReader(draft);
  return { unpaidMonths: wageMonths(reader), minimum: monthlyMinimum(reader), overtime: overtimeHours(reader, rest) };
}

const wantedBy: Record<AmountKind, readonly string[]> = {
  ending: ['dismissed', 'insurance'],
  wages: ['wages', 'deductions'],
  'double-wage': ['no-contract'],
  overtime: ['overtime'],
  leave: ['leave'],
};

/** The amounts that the troubles are about. */
export const kindsAbout = (troubles: readonly string[]): AmountKind[] =>
  amountKinds.filter((kind) => wantedBy[kind].some((trouble) => troubles.includes(trouble)));

/** Every amount, those that the troubles are about first. */
export function kindsFor(troubles: readonly string[]): AmountKind[] {
  const first = kindsAbout(troubles);
  return [...first, ...amountKinds.filter((kind) => !first.includes(kind))];
}
