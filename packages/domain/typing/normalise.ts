/** What people type, tidied without losing any of it: full-width digits, blanks and dashes for the eye. */

/** What a field is for; decides the keyboard as well. */
export type TypedKind = 'text' | 'tel' | 'number' | 'id-number';

/** Blanks of every width, and the invisible marks that come along when a number is copied from a contact. */
const BLANKS = /[\s\u200b-\u200f\u202a-\u202e\u2060-\u2069]/g;
/** Written between the digits of a telephone or an identity number to make it readable. */
const DASHES = /[-‐‑‒–—―−.·•()]/g;

/** Full-width forms stand exactly 0xFEE0 above ASCII. */
const halfWidth = (text: string): string =>
  text.replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));

/** Trims a text whatever its blanks; what is inside stays as typed. */
const trimmed = (text: string): string => text.replace(/\u200b|\ufeff/g, '').trim();

const bareNumber = (text: string): string => text.replace(BLANKS, '').replace(/,/g, '').replace(/。/g, '.');
const bareTel = (text: string): string =>
  text
    .replace(BLANKS, '')
    .replace(DASHES, '')
    .replace(/^(\+|00)?86(?=1\d{10}$)/, '');
const bareId = (text: string): string =>
  text
    .replace(BLANKS, '')
    .replace(DASHES, '')
    .replace(/[xХΧ×Ⅹⅹ]/g, 'X');

const rules: Record<Exclude<TypedKind, 'text'>, { bare: (text: string) => string; understood: RegExp }> = {
  tel: { bare: bareTel, understood: /^\+?\d+$/ },
  number: { bare: bareNumber, understood: /^-?\d*\.?\d*$/ },
  'id-number': { bare: bareId, understood: /^\d+X?$/ },
};

/**
 * The typed text as the app works with it. Only what is understood is changed: anything else keeps every
 * character, so that its author can see and correct it.
 *
 * @example
 * normalise('tel', '＋86 138-0013 8000') // '13800138000'
 * normalise('number', '１２,３４５。６') // '12345.6'
 * normalise('id-number', '11010519491231 002x') // '11010519491231002X'
 * normalise('tel', '138 找老张') // '138 找老张'
 */
export function normalise(kind: TypedKind, typed: string): string {
  if (kind === 'text') return trimmed(typed);
  const half = halfWidth(typed);
  const bare = rules[kind].bare(half);
  return rules[kind].understood.test(bare) ? bare : trimmed(half);
}
