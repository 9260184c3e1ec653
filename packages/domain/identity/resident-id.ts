/** Resident identity numbers by GB 11643-1999. */

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK = '10X98765432';

export interface ResidentFacts {
  /** `YYYY-MM-DD`. */
  born: string;
  sex: 'female' | 'male';
}

/** The number as it is compared and stored: no spaces, half-width, a capital X. */
export const tidyResidentId = (text: string): string =>
  text
    .replace(/[０-９Ｘｘ]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replace(/\s/g, '')
    .toUpperCase();

/** The eighteenth character for the first seventeen digits. */
export function checkCharacter(digits: string): string {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(digits[index]), 0);
  return CHECK.charAt(sum % 11);
}

/**
 * Reads a tidy number; null where it cannot be one. The region isn't looked up: codes come and go, and a
 * person keeps the one they were born with.
 *
 * @example readResidentId('990101199001010027')?.sex // 'female'
 */
export function readResidentId(id: string): ResidentFacts | null {
  const parts = /^[1-9]\d{5}(\d{4})(\d{2})(\d{2})\d{2}(\d)[\dX]$/.exec(id);
  if (!parts || checkCharacter(id) !== id[17]) return null;
  const born = `${parts[1]}-${parts[2]}-${parts[3]}`;
  const date = new Date(`${born}T00:00:00Z`);
  if (Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== born || born < '1900') return null;
  return { born, sex: Number(parts[4]) % 2 === 0 ? 'female' : 'male' };
}

/** Whole years of age on a day; who is born on 29 February has a birthday on 1 March in other years. */
export function ageOn(born: string, day: string): number {
  const years = Number(day.slice(0, 4)) - Number(born.slice(0, 4));
  return day.slice(5) < born.slice(5) ? years - 1 : years;
}

/**
 * May somebody have this number? Of a demo's people, who are invented, every number begins with 99, which GB/T 2260 has
 * given to no region.
 *
 * @param id a tidy number
 * @example mayBeReal('990101199001010027') // false
 */
export const mayBeReal = (id: string): boolean => !id.startsWith('99');
