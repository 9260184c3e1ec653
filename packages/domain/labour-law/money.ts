/** Money in whole fen (1/100 yuan). No amount of a claim comes near 2^53, so integers are exact. */
import { normalise } from '../typing';

/** An amount in fen, a whole number. */
export type Fen = number;

/** 100 million yuan: more is a slip of the finger. */
const MOST: Fen = 10_000_000_000;

/**
 * `amount × times ÷ by`, rounded half up to a whole fen; the only place where money is rounded.
 *
 * @param times a whole number
 * @param by a whole number over 0
 * @example share(520000, 4, 87) // 23908: a day's wage of 5,200 yuan a month
 */
export function share(amount: Fen, times: number, by: number): Fen {
  return Math.floor((2 * amount * times + by) / (2 * by));
}

export const sum = (amounts: readonly Fen[]): Fen => amounts.reduce((total, amount) => total + amount, 0);

/**
 * An amount in yuan as people type it; null where it is none, is negative, has more than two decimals or is
 * beyond belief.
 *
 * @example readYuan('１２，０００.5') // 1200050
 */
export function readYuan(typed: string): Fen | null {
  const text = normalise('number', typed.trim().replace(/[元块]$/, ''));
  if (!/^\d{1,9}(\.\d{0,2})?$/.test(text)) return null;
  const [yuan = '', fraction = ''] = text.split('.');
  const fen = Number(yuan) * 100 + Number(fraction.padEnd(2, '0'));
  return fen <= MOST ? fen : null;
}

/**
 * An amount in yuan, with thousands set off; fen only where there are any.
 *
 * @example sayYuan(1200050) // '12,000.50 元'
 */
export function sayYuan(fen: Fen): string {
  const [yuan = '', fraction] = (Math.abs(fen) / 100).toFixed(2).split('.');
  const grouped = yuan.replace(/\B(?=(\d{3})+$)/g, ',');
  return `${fen < 0 ? '-' : ''}${grouped}${fraction === '00' ? '' : `.${fraction}`} 元`;
}
