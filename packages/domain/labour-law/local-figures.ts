/**
 * Chongqing's published figures as far as they were found, with the date they apply from and where they were read.
 * They are offered to be confirmed; none of them is used before the reader took it over. What isn't here wasn't found:
 * a minimum wage after 2025, an average wage of 2025, and which average the cap of 劳动合同法 47 II is reckoned by.
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

interface MinimumWage {
  from: Day;
  monthly: { first: Fen; second: Fen };
  hourly: { first: Fen; second: Fen };
  source: string;
}

/** Newest first. */
const minimumWages: readonly MinimumWage[] = [
  {
    from: '2025-01-01',
    monthly: { first: 233_000, second: 220_000 },
    hourly: { first: 2_300, second: 2_200 },
    source: '市人力社保局2024年8月征求意见稿和2025年1月的报道（转述，没有读到正式文件）',
  },
  {
    from: '2022-04-01',
    monthly: { first: 210_000, second: 200_000 },
    hourly: { first: 2_100, second: 2_000 },
    source: '重庆日报2021年12月2日',
  },
];

/** The counties of the second tier: 城口、丰都、垫江、忠县、云阳、奉节、巫山、巫溪、石柱、秀山、酉阳、彭水. */
const secondTier: readonly string[] = [
  '500229',
  '500230',
  '500231',
  '500233',
  '500235',
  '500236',
  '500237',
  '500238',
  '500240',
  '500241',
  '500242',
  '500243',
];

/**
 * The minimum wages that can be meant on a day: one where the district is known, both tiers where it isn't, none
 * before 1 April 2022.
 *
 * @param adcode of the district where the work is; null where it isn't known
 * @example minimumWageSuggestions('monthly', '2026-11-01', '500103')[0].fen // 233000
 */
export function minimumWageSuggestions(per: 'monthly' | 'hourly', day: Day, adcode: string | null): LocalSuggestion[] {
  const wage = minimumWages.find(({ from }) => from <= day);
  if (!wage) return [];
  const tiers =
    adcode === null
      ? (['first', 'second'] as const)
      : secondTier.includes(adcode)
        ? (['second'] as const)
        : (['first'] as const);
  const names = { first: '一档（主城和多数区县）', second: '二档（城口、丰都等 12 个县）' };
  return tiers.map((tier) => ({
    fen: wage[per][tier],
    asOf: wage.from.slice(0, 7),
    name: names[tier],
    source: wage.source,
  }));
}

/** Yearly averages of Chongqing's statistics office, by the year they are of. */
const averageWages: Readonly<Record<number, { employed: number; onDuty?: number }>> = {
  2024: { employed: 117_546 },
  2023: { employed: 113_653, onDuty: 117_446 },
  2022: { employed: 107_008 },
  2021: { employed: 101_670, onDuty: 106_966 },
  2020: { employed: 93_816 },
};

/**
 * The average monthly wages of the year before a day that the cap may be reckoned by; empty where none was found.
 *
 * @example averageWageSuggestions('2025-06-30')[0].fen // 979550: 117,546 yuan a year
 */
export function averageWageSuggestions(day: Day): LocalSuggestion[] {
  const year = Number(day.slice(0, 4)) - 1;
  const wages = averageWages[year];
  if (!wages) return [];
  const of = (yuan: number, name: string): LocalSuggestion => ({
    fen: share(yuan * 100, 1, 12),
    asOf: String(year),
    name,
    source: '重庆市统计局公布的年平均工资 ÷ 12（转载）',
  });
  return [
    of(wages.employed, '城镇非私营单位就业人员'),
    ...(wages.onDuty === undefined ? [] : [of(wages.onDuty, '城镇非私营单位在岗职工')]),
  ];
}
