/**
 * Whole numbers as text, so many characters each: 89 values a character, and no character that JSON or JavaScript would
 * have to escape.
 */
import { defined } from '../narrow';

const CODES = Array.from({ length: 92 }, (_, at) => 35 + at).filter(
  (code) => !"'\\`".includes(String.fromCharCode(code)),
);
const BASE = CODES.length;
const VALUES = new Uint8Array(127);
CODES.forEach((code, value) => (VALUES[code] = value));

/** Characters that a number up to `most` needs. */
export const widthFor = (most: number): number => {
  let width = 1;
  for (let room = BASE; room <= most; room *= BASE) width++;
  return width;
};

/** @throws where a number is not whole, negative or too large for its width */
export function packDigits(numbers: readonly number[], width: number): string {
  return numbers
    .map((number) => {
      let [text, rest] = ['', number];
      for (let at = 0; at < width; at++) {
        text = String.fromCharCode(defined(CODES[rest % BASE])) + text;
        rest = Math.floor(rest / BASE);
      }
      if (rest !== 0 || !Number.isInteger(number)) throw new Error(`${number} does not fit into ${width} characters`);
      return text;
    })
    .join('');
}

/** All numbers of a text, at once: reading one is then an array's access. */
export function openDigits(text: string, width: number): Uint32Array {
  const numbers = new Uint32Array(text.length / width);
  for (let at = 0, place = 0; place < numbers.length; place++) {
    let number = 0;
    for (let digit = 0; digit < width; digit++) number = number * BASE + (VALUES[text.charCodeAt(at++)] ?? NaN);
    numbers[place] = number;
  }
  return numbers;
}
