/**
 * Chongqing's published minimum and average wages: which of them can be meant on a day and in a district. They are
 * offered to be confirmed; none of them is used before the reader took it over. The figures are data of the
 * collection `local-wages`, so that a union corrects them without a release.
 */
import type { Day } from '../calendar';
import { share, type Fen } from './money';

/** A figure that can be taken over with one tap. */
export interface LocalSuggestion {
  fen: Fen;
  /** As it is written beside the figure: `2025`, `2025-01`. */
  asOf: string;
  /** Which figure it is, as a button says it. */
  name: string;
  /** Where it was read, and how sure that is. */
  source: string;
}

/** What a record of the collection says of a published wage. */
export interface LocalWage {
  kind: 'monthly-minimum' | 'hourly-minimum' | 'yearly-average';
  /** The first day that it applies to; of an average, the first day of its year. */
  from: Day;
  figures: readonly {
    scope: string;
    /** The districts that it is for; null where it is for all others. */
    adcodes: readonly string[] | null;
    yuan: number;
  }[];
  source: { title: string; publisher: string };
  note: string | null;
}

/** Yuan with two decimals are whole fen, which a product of floating-point numbers isn't. */
const fenOf = (yuan: number): Fen => Math.round(yuan * 100);

const sourceText = ({ source, note }: LocalWage): string =>
  `${source.publisher}：${source.title}${note === null ? '' : `（${note}）`}`;

/**
 * The minimum wages that can be meant on a day: one where the district is known, every tier where it isn't, none
 * before the oldest that is known.
 *
 * @param adcode of the district where the work is; null where it isn't known
 * @example minimumWageSuggestions(wages, { per: 'monthly', day: '2026-11-01', adcode: '500103' })[0].fen // 233000
 */
export function minimumWageSuggestions(
  wages: readonly LocalWage[],
  { per, day, adcode }: { per: 'monthly' | 'hourly'; day: Day; adcode: string | null },
): LocalSuggestion[] {
  const [wage] = wages
    .filter(({ kind, from }) => kind === `${per}-minimum` && from <= day)
    .sort((a, b) => b.from.localeCompare(a.from));
  if (!wage) return [];
  const own = wage.figures.filter(({ adcodes }) => adcode !== null && adcodes?.includes(adcode));
  const others = wage.figures.filter(({ adcodes }) => adcodes === null);
  const meant = adcode === null ? wage.figures : own.length > 0 ? own : others;
  return meant.map(({ scope, yuan }) => ({
    fen: fenOf(yuan),
    asOf: wage.from.slice(0, 7),
    name: scope,
    source: sourceText(wage),
  }));
}

/**
 * The average monthly wages of the year before a day that the cap may be reckoned by; empty where none was found.
 *
 * @example averageWageSuggestions(wages, '2025-06-30')[0].fen // 979550: 117,546 yuan a year
 */
export function averageWageSuggestions(wages: readonly LocalWage[], day: Day): LocalSuggestion[] {
  const year = String(Number(day.slice(0, 4)) - 1);
  const wage = wages.find(({ kind, from }) => kind === 'yearly-average' && from.startsWith(year));
  if (!wage) return [];
  return wage.figures.map(({ scope, yuan }) => ({
    fen: share(fenOf(yuan), 1, 12),
    asOf: year,
    name: scope,
    source: `${sourceText(wage)}，一年的数 ÷ 12`,
  }));
}
