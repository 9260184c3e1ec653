/** Telephones as clerks and Excel write them. */
import { bad, good, textOf, type Read } from './cells';
import type { RowWith } from './row';
import type { Cell } from './table';

const PHONE = /^(?:0\d{2,3}-?\d{7,8}(?:-\d{1,6})?|\d{7,8}(?:-\d{1,6})?|1\d{10}|1[0-2]\d{3}|[48]00-?\d{3}-?\d{4})$/;

/** A telephone number as it is kept; null for what is none. Blanks and brackets inside it are forgiven. */
function phoneOf(text: string): string | null {
  const even = text
    .normalize('NFKC')
    .replace(/^(?:电话|联系电话|手机|座机|固话|tel)[:：]?/i, '')
    .replace(/[—–−－]/g, '-')
    .replace(/^\+?86[-\s]*(?=0?23)/, '')
    .replace(/(?:转|ext\.?)\s*(?=\d)/i, '-')
    .trim();
  const dashed = even
    .replace(/[\s()]+/g, '-')
    .replace(/-{2,}/g, '-')
    .replace(/^-|-$/g, '');
  // A number cell has lost the area code's zero; 023 1234 5678 is parted by eye.
  const joined = even.replace(/[\s()-]+/g, '');
  if (/^23\d{8}$/.test(joined)) return `0${joined}`;
  return [dashed, joined].find((one) => PHONE.test(one)) ?? null;
}

/**
 * A number that anybody may dial: a landline with its area code or without, 12351, 400-…, or a mobile.
 *
 * @returns the first where several stand in the cell, and how many more there are; `hasWords` where a name or an office
 * stood beside it, which isn't kept; `isRounded` where Excel has made 2.36E+09 of it, whose last digits are lost
 */
export function readPhone(cell: Cell): Read<string> & { more?: number; hasWords?: true; isRounded?: true } {
  const text = textOf(cell);
  if (text === null) return good<string>(null);
  if (/^\d(?:\.\d+)?E\+?\d{1,2}$/i.test(text)) {
    const digits = phoneOf(String(Number(text)));
    const isWhole = text.replace(/E.*$/i, '').replace('.', '').length >= String(Number(text)).length;
    return isWhole && digits !== null ? good(digits) : { ...good<string>(null), isRounded: true };
  }
  const whole = phoneOf(text);
  if (whole !== null) return good(whole);
  const parts = text
    .split(/[/、,，;；|或]|\s+(?=(?:0\d{2}|1\d{10}|400))/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const [first, ...others] = parts;
  const phone = first === undefined ? null : phoneOf(first);
  const areNumbers = others.every((other) => phoneOf(other) !== null || /^\d{1,8}$/.test(other));
  if (phone !== null && others.length > 0 && areNumbers) return { ...good(phone), more: others.length };
  // 张三 023-…, 值班室：023-… and 023-…（办公室）: one number among words.
  const alone = phoneOf(
    text
      .normalize('NFKC')
      .replace(/\([^()\d]*\)/g, ' ')
      .replace(/[\p{Script=Han}:、,;/]+/gu, ' ')
      .trim(),
  );
  if (alone !== null) return { ...good(alone), hasWords: true };
  return bad('不像电话号码', '一个号码，例如 023-12345678 或 12351');
}

/** A row's telephone, and what has to be said of it. */
export function phoneOfRow(row: RowWith<'phone'>): string | null {
  const found = readPhone(row.cell('phone'));
  const phone = row.read('phone', found);
  if (found.isRounded)
    row.note('phone', 'Excel 把号码变成了科学记数，末几位丢了，没有收；把这一列设成「文本」，重填号码');
  if (found.hasWords) row.note('phone', '只收了号码，旁边的字没有收：不公开个人姓名');
  if (found.more !== undefined) row.note('phone', `写了 ${found.more + 1} 个号码，只收第一个`);
  if (phone !== null && /^1\d{10}$/.test(phone))
    row.note('phone', '这是手机号，会公开给所有人看；本人同意了再用，最好换成单位电话');
  return phone;
}
