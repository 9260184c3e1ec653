/** The wage, told once: what a month earns, and the months that were different. Every calculator reads it from here. */
import { addDays, addMonths, monthOf, type Day, type Month } from '@yugong/domain/calendar';
import { doubleWagePeriod, readYuan, type Fen } from '@yugong/domain/labour-law';
import { draftDayOf, endedOf, troublesOf } from './facts';
import type { LegalDraft } from './store';

const PREFIX = 'wage-';

/** The field in which a month's own wage stands. */
export const wageField = (month: Month): string => `${PREFIX}${month}`;

/** The wages of single months that were told, by their month; what can't be read isn't among them. */
export function differentWages({ fields }: Pick<LegalDraft, 'fields'>): Record<Month, Fen> {
  const read = Object.entries(fields).flatMap(([name, typed]): [Month, Fen][] => {
    const fen = name.startsWith(PREFIX) && typed.trim() !== '' ? readYuan(typed) : null;
    return fen === null ? [] : [[name.slice(PREFIX.length), fen]];
  });
  return Object.fromEntries(read);
}

/**
 * The whole months before the end that the average is taken of, at most twelve, the newest first: the month of the end
 * only where the work lasted to its last day. Where there is no whole month, the month of the end.
 *
 * @example averageMonths('2024-01-08', '2024-06-07') // ['2024-05', '2024-04', '2024-03', '2024-02']
 */
export function averageMonths(first: Day, last: Day): Month[] {
  const isWholeEnd = monthOf(addDays(last, 1)) !== monthOf(last);
  const begins = first.endsWith('-01') ? monthOf(first) : addMonths(monthOf(first), 1);
  const months: Month[] = [];
  for (
    let month = isWholeEnd ? monthOf(last) : addMonths(monthOf(last), -1);
    months.length < 12 && month >= begins;
    month = addMonths(month, -1)
  )
    months.push(month);
  return months.length > 0 ? months : [monthOf(last)];
}

/**
 * The months whose own wage any calculator reads, the newest first: those of the average, up to today where the work
 * goes on, and those of the second wage where there was no contract.
 */
export function wageMonthsOf(draft: LegalDraft, today: Day): Month[] {
  const [first, ended] = [draftDayOf(draft, 'started'), endedOf(draft)];
  const last = ended ?? today;
  if (first === null || last < first) return [];
  const signed = draft.fields.relation === 'written' ? draftDayOf(draft, 'signed') : null;
  const doubled =
    troublesOf(draft).includes('no-contract') || draft.claims.includes('double-wage')
      ? doubleWagePeriod({ first, signed, last: ended, claimedOn: today })
      : null;
  const months = new Set(averageMonths(first, last));
  if (doubled)
    for (let month = monthOf(doubled.from); month <= monthOf(doubled.to); month = addMonths(month, 1))
      months.add(month);
  return [...months].sort().reverse();
}

/** What twelve months earned at most, or fewer where the work lasted less: the wage, or a month's own where it was told. */
export function earningsOf(
  draft: Pick<LegalDraft, 'fields'>,
  monthlyFen: Fen,
  months: readonly Month[],
): { totalFen: Fen; months: number } {
  const different = differentWages(draft);
  return {
    totalFen: months.reduce((total, month) => total + (different[month] ?? monthlyFen), 0),
    months: months.length,
  };
}

/** Above this a month's wage is asked back: it may be the total of twelve months. 30,000 yuan. */
const UNUSUAL_MONTH: Fen = 3_000_000;
/** Below this an average month is asked back: the total may be one month's wage. 1,000 yuan. */
const UNUSUAL_AVERAGE: Fen = 100_000;

/** The field that remembers for which typed text the reader confirmed that it is meant so. */
export const CONFIRMED = 'wageConfirmed';

/** Does a month's wage look like the total of twelve months, and wasn't confirmed? */
export const looksLikeTotal = ({ fields }: Pick<LegalDraft, 'fields'>, monthlyFen: Fen): boolean =>
  monthlyFen >= UNUSUAL_MONTH && fields[CONFIRMED] !== (fields.monthly ?? '');

/** Does a total of several months look like one month's wage, and wasn't confirmed? */
export const looksLikeMonth = (
  { fields }: Pick<LegalDraft, 'fields'>,
  { totalFen, months }: { totalFen: Fen; months: number },
): boolean =>
  months >= 6 && totalFen > 0 && totalFen / months < UNUSUAL_AVERAGE && fields[CONFIRMED] !== (fields.earnings ?? '');
