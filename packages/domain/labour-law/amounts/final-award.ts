/**
 * Is an award of a sum final for the employer? Wages, severance and damages are, item by item, up to twelve months of
 * the local minimum wage (劳动争议调解仲裁法 47 (一); 法释〔2020〕26号 19); Chongqing's human resources office counts the second
 * wage among the damages, leave pay among the wages, and the month in lieu of notice among the severance, an item of its
 * own (rlsbj.cq.gov.cn, 28 July 2023). The worker can sue either way (48).
 */
import { sayYuan, type Fen } from '../money';
import type { LocalFigure } from './amount';

const FINAL_MONTHS = 12;

/** `either`: the sum lies between the limits of the minimum wages that may apply here. */
export type Finality = 'final' | 'open' | 'either' | 'unknown';

/**
 * Whether the employer can go to court over an award of this sum.
 *
 * @param minimumWages the monthly minimum wages that may apply: one where the place is known, each tier's where it isn't
 * @example finality(2_796_000, [{ fen: 233_000, asOf: '2025-01' }]) // 'final': twelve times 2,330 yuan to the fen
 */
export function finality(fen: Fen, minimumWages: readonly Pick<LocalFigure, 'fen'>[]): Finality {
  if (minimumWages.length === 0) return 'unknown';
  const final = minimumWages.filter((wage) => fen <= FINAL_MONTHS * wage.fen);
  return final.length === minimumWages.length ? 'final' : final.length === 0 ? 'open' : 'either';
}

const NOT_FINAL = '裁决不是终局的：单位收到 15 天内可以起诉，那样要等法院判完，时间更长。';
const FINAL = '裁决是终局的：单位不能起诉，只能 30 天内申请撤销；你不服，15 天内仍可以起诉。';

/**
 * The same for a reader, with the limit it was measured by.
 *
 * @example sayFinality(7_150_000, [{ fen: 233_000, asOf: '2025-01' }])
 * // '超过 27,960 元（当地最低月工资的 12 个月，2025-01 的数），裁决不是终局的：…'
 */
export function sayFinality(fen: Fen, minimumWages: readonly LocalFigure[]): string {
  const limits = minimumWages.map((wage) => sayYuan(FINAL_MONTHS * wage.fen)).join('或 ');
  const basis = `（当地最低月工资的 12 个月，${minimumWages[0]?.asOf ?? ''} 的数）`;
  switch (finality(fen, minimumWages)) {
    case 'final':
      return `不超过 ${limits}${basis}，${FINAL}`;
    case 'open':
      return `超过 ${limits}${basis}，${NOT_FINAL}`;
    case 'either':
      return `终局的界限是 ${limits}${basis}，看干活的地方是哪一档。超过界限的，${NOT_FINAL}`;
    case 'unknown':
      return `单项不超过当地最低月工资 12 个月的，${FINAL}超过的，单位可以起诉。`;
  }
}
