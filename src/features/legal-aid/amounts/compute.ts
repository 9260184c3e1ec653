/** From the answers to an amount, or to what is still missing. */
import type { Day } from '@yugong/domain/calendar';
import {
  doubleWage,
  endingRules,
  endings,
  overtimePay,
  serviceSpan,
  severance,
  severanceAndNotice,
  unlawfulTermination,
  unpaidWages,
  unusedLeave,
  readYuan,
  type Amount,
  type Employment,
  type Ending,
  type RestDays,
} from '@yugong/domain/labour-law';
import { dayOf, endedOf } from '../draft/facts';
import type { LegalDraft } from '../draft/store';
import { Reader, type Fault } from './read';

export const amountKinds = ['ending', 'wages', 'double-wage', 'overtime', 'leave'] as const;
export type AmountKind = (typeof amountKinds)[number];

export const amountNames: Record<AmountKind, string> = {
  ending: '补偿、赔偿',
  wages: '欠的工资',
  'double-wage': '双倍工资',
  overtime: '加班费',
  leave: '年休假',
};

export type Computed =
  | { state: 'ready'; amount: Amount }
  /** By statute nothing is due, and why. */
  | { state: 'nothing'; because: string }
  | { state: 'missing'; faults: Fault[] };

/** Whole months of earnings that there can be: twelve, or the begun months of a shorter time. */
export function mostMonths(first: Day, last: Day): number {
  const { months, days } = serviceSpan(first, last);
  return Math.max(1, Math.min(12, months + (days > 0 ? 1 : 0)));
}

const settle = (reader: Reader, amount: () => Amount): Computed =>
  reader.faults.length > 0 ? { state: 'missing', faults: reader.faults } : { state: 'ready', amount: amount() };

function ordered(reader: Reader, first: Day, last: Day): void {
  if (first && last && last < first)
    reader.faults.push({ field: 'ended', text: '最后一天上班比第一天还早，改一改', typed: true });
}

function endingAmount(draft: LegalDraft): Computed {
  const reader = new Reader(draft);
  const ending = endings.find((one): one is Ending => one === draft.fields.ending);
  if (!ending) return { state: 'missing', faults: [{ field: 'ending', text: '选是怎么没的', typed: false }] };
  const rule = endingRules[ending];
  if (rule.due === 'none') return { state: 'nothing', because: rule.because };
  const first = reader.day('started', '第一天上班');
  const last = reader.day('ended', '最后一天上班');
  ordered(reader, first, last);
  const totalFen = reader.money('earnings', '这些月一共应得多少');
  const most = first && last && first <= last ? mostMonths(first, last) : 12;
  const months = reader.count('earningsMonths', '是几个月的', { least: 1, most });
  const previous = rule.due === 'n+1' ? reader.money('previousMonth', '上一个月的工资') : 0;
  const minimum = reader.local('minimum', '当地最低工资');
  const localAverage = reader.local('localAverage', '当地平均工资');
  const work: Employment = { first, last, earnings: { totalFen, months }, minimum, localAverage };
  return settle(reader, () => {
    const amount =
      rule.due === '2n'
        ? unlawfulTermination(work)
        : rule.due === 'n+1'
          ? severanceAndNotice(work, previous)
          : severance(work);
    return { ...amount, articles: [...new Set([...rule.articles, ...amount.articles])] };
  });
}

function doubleWageAmount(draft: LegalDraft, today: Day, rest: RestDays): Computed {
  const reader = new Reader(draft);
  const first = reader.day('started', '第一天上班');
  const last = endedOf(draft);
  ordered(reader, first, last ?? '');
  const signed = draft.fields.relation === 'written' ? dayOf(draft, 'signed') : null;
  if (draft.fields.relation === 'written' && signed === null)
    reader.faults.push({ field: 'signed', text: '选补签合同的那天', typed: false });
  const monthlyFen = reader.money('monthly', '一个月的工资');
  const claimedOn = dayOf(draft, 'filed') ?? today;
  return settle(reader, () => doubleWage({ first, signed, last, monthlyFen, claimedOn }, rest));
}

function overtimeAmount(draft: LegalDraft): Computed {
  const reader = new Reader(draft);
  const monthlyFen = reader.money('contractWage', '合同上的月工资');
  const hours = (field: string, name: string) => reader.count(field, name, { tenths: true, optional: true });
  const workdays = hours('otWorkdays', '工作日加班的小时');
  const restDays = hours('otRestDays', '休息日加班的小时');
  const holidays = hours('otHolidays', '节假日加班的小时');
  const paidFen = reader.money('otPaid', '已经发过的加班费', true);
  if (reader.faults.length === 0 && workdays + restDays + holidays === 0)
    reader.faults.push({ field: 'otWorkdays', text: '填加了几个小时的班，至少一项', typed: false });
  return settle(reader, () => overtimePay({ monthlyFen, workdays, restDays, holidays, paidFen }));
}

function leaveAmount(draft: LegalDraft, today: Day): Computed {
  const reader = new Reader(draft);
  const year = reader.count('leaveYear', '哪一年的年休假', { least: 2008, most: Number(today.slice(0, 4)) });
  const careerYears = reader.count('careerYears', '一共工作过几年', { most: 60 });
  const first = reader.day('started', '第一天上班');
  const last = endedOf(draft);
  ordered(reader, first, last ?? '');
  const takenDays = reader.count('leaveTaken', '休了几天', { most: 60, optional: true });
  const monthlyFen = reader.money('leaveWage', '不算加班费的月平均工资');
  return settle(reader, () => unusedLeave({ year, careerYears, first, last, takenDays, monthlyFen }));
}

function wagesAmount(draft: LegalDraft): Computed {
  const reader = new Reader(draft);
  const minimum = reader.local('minimum', '当地最低工资');
  const months = draft.months.map(({ month, due, paid }, at) => {
    const [dueFen, paidFen] = [readYuan(due), paid.trim() === '' ? 0 : readYuan(paid)];
    if (dueFen === null)
      reader.faults.push({ field: `month-${at}-due`, text: `${month} 该发多少，只填数字`, typed: due.trim() !== '' });
    if (paidFen === null)
      reader.faults.push({ field: `month-${at}-paid`, text: `${month} 发了多少，只填数字`, typed: true });
    return { month, dueFen: dueFen ?? 0, paidFen: paidFen ?? 0 };
  });
  if (months.length === 0) reader.faults.push({ field: 'months', text: '加上没发够的月份', typed: false });
  return settle(reader, () => unpaidWages(months, minimum));
}

/** One amount by its kind. */
export function computeAmount(kind: AmountKind, draft: LegalDraft, today: Day, rest: RestDays): Computed {
  switch (kind) {
    case 'ending':
      return endingAmount(draft);
    case 'wages':
      return wagesAmount(draft);
    case 'double-wage':
      return doubleWageAmount(draft, today, rest);
    case 'overtime':
      return overtimeAmount(draft);
    case 'leave':
      return leaveAmount(draft, today);
  }
}

/** Which amounts the troubles are about; all of them where nothing was said. */
export function kindsFor(troubles: readonly string[]): AmountKind[] {
  const wanted: Record<AmountKind, readonly string[]> = {
    ending: ['dismissed', 'insurance'],
    wages: ['wages', 'deductions'],
    'double-wage': ['no-contract'],
    overtime: ['overtime'],
    leave: ['leave'],
  };
  const first = amountKinds.filter((kind) => wanted[kind].some((trouble) => troubles.includes(trouble)));
  return [...first, ...amountKinds.filter((kind) => !first.includes(kind))];
}
