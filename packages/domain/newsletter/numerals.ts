/** Numbers written in Chinese characters, as far as newsletters count with them. */

const DIGITS: Record<string, number> = {
  〇: 0,
  零: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const STEPS: Record<string, number> = { 十: 10, 百: 100, 千: 1000 };
const MYRIAD = 10_000;
const YI = 100_000_000;

/**
 * Reads a number in Chinese characters or ASCII digits.
 *
 * @returns null for anything that is not a number throughout.
 * @example
 * numberOf('十六') // 16
 * numberOf('三千二百') // 3200
 * numberOf('众') // null
 */
export function numberOf(text: string): number | null {
  if (/^\d+$/.test(text)) return Number(text);
  if (text === '') return null;
  let total = 0;
  let group = 0;
  let digit: number | null = null;
  for (const char of text) {
    const [value, step] = [DIGITS[char], STEPS[char]];
    if (value !== undefined) {
      digit = value;
    } else if (step !== undefined) {
      group += (digit ?? 1) * step;
      digit = null;
    } else if (char === '万' || char === '亿') {
      const counted = group + (digit ?? 0);
      total = char === '万' ? total + counted * MYRIAD : (total + counted) * YI;
      group = 0;
      digit = null;
    } else {
      return null;
    }
  }
  return total + group + (digit ?? 0);
}
