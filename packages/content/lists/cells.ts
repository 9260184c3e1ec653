/** Single cells of any list. Each answers its value, null for an empty cell, or what is wrong with it. */
import { DAY } from '@yugong/domain/time';
import type { Cell } from './table';
import type { ValueClass } from './report';

export type Read<T> = { ok: true; value: T | null } | { ok: false; message: string; expected: string };

export const good = <T>(value: T | null): Read<T> => ({ ok: true, value });
export const bad = (message: string, expected: string): Read<never> => ({ ok: false, message, expected });

export function classOf(cell: Cell): ValueClass {
  if (cell === null || cell === '') return 'empty';
  if (cell instanceof Date) return 'date';
  if (typeof cell === 'number') return 'number';
  if (typeof cell === 'boolean') return 'boolean';
  if (typeof cell !== 'string') return 'error';
  return /^-?\d+(?:\.\d+)?$/.test(cell.trim()) ? 'number' : 'text';
}

/** A date cell's text; its time of day is told only where it has one. */
function dateText(date: Date): string {
  const time = date.toISOString().slice(11, 16);
  return time === '00:00' ? dayOfDate(date) : `${dayOfDate(date)} ${time}`;
}

/**
 * A cell's text: trimmed, line breaks as blanks; null for an empty one, for what clerks write into empty ones, and for
 * what Excel could not work out.
 *
 * An apostrophe in front of what looks like a formula is the export's own guard, and `="023…"` is how a telephone keeps
 * its zero in a CSV: neither is part of the text.
 */
export function textOf(cell: Cell): string | null {
  if (cell === null || (typeof cell === 'object' && 'error' in cell)) return null;
  const raw = cell instanceof Date ? dateText(cell) : String(cell);
  const text = raw.replace(/^="(.*)"$/s, '$1').replace(/^'(?=[\s\u00a0]*[=+\-@\t\r＝＋－＠])/, '');
  // A name may hold a full-width bracket on purpose; only blanks are evened out.
  const even = text.replace(/[\s\u3000]+/g, ' ').trim();
  return /^(?:|[-—–/\\]+|无|暂无|未知|不详|待定|n\/?a|null)$/i.test(even) ? null : even;
}

const dayOfDate = (date: Date): string => date.toISOString().slice(0, 10);

/** A whole calendar day: 2026-11-01, 2026/11/1, 2026年11月1日, 20261101, or a date cell of Excel. */
export function readDay(cell: Cell, today: string): Read<string> {
  const expected = `日历上有的一天，写成 2026-11-01，不晚于今天（${today}）`;
  const text = textOf(cell);
  if (text === null) return good<string>(null);
  // Excel's day numbers count from 1899-12-30; a CSV saved from an unformatted column has them.
  const serial = typeof cell === 'number' || /^\d{5}$/.test(text) ? Number(text) : NaN;
  const isSerial = serial > 30_000 && serial < 80_000;
  const day = isSerial ? dayOfDate(new Date(Date.UTC(1899, 11, 30) + Math.floor(serial) * DAY)) : writtenDay(text);
  if (day === null) return bad('看不出是哪一天', expected);
  return day > today ? bad('日期在今天以后', expected) : good(day);
}

function writtenDay(text: string): string | null {
  const parts = /^(\d{4})(?:[-/.年](\d{1,2})[-/.月](\d{1,2})日?|(\d{2})(\d{2}))(?: .*)?$/.exec(text.normalize('NFKC'));
  if (!parts) return null;
  const [, year, month = parts[4], date = parts[5]] = parts;
  const day = `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
  const real = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(real.getTime()) && dayOfDate(real) === day ? day : null;
}

/** Degrees, minutes and seconds as people type them: 106°33′24″, 106度33分24秒, 106.5567°, E106.5567, 106,5567. */
const DEGREES =
  /^(?:东经|北纬|经度|纬度|[EN])?\s*[:：]?\s*(\d{1,3}(?:[.,]\d+)?)\s*(?:[°度ºd]\s*(?:(\d{1,2}(?:\.\d+)?)\s*(?:['′‘’分]\s*(?:(\d{1,2}(?:\.\d+)?)\s*(?:"|″|“|”|''|′′|秒)?)?)?)?)?\s*[EN]?$/i;

/** @returns null for what is no angle */
export function degreesOf(text: string): number | null {
  const [, whole, minutes = '0', seconds = '0'] = DEGREES.exec(text.normalize('NFKC').trim()) ?? [];
  if (whole === undefined || Number(minutes) >= 60 || Number(seconds) >= 60) return null;
  return Number(whole.replace(',', '.')) + Number(minutes) / 60 + Number(seconds) / 3600;
}

/** Degrees of one direction. */
export function readDegrees(cell: Cell): Read<number> {
  const text = textOf(cell);
  if (text === null) return good<number>(null);
  const degrees = degreesOf(text);
  return degrees === null ? bad('不是度数', '例如 106.5516，或 106°33′06″') : good(degrees);
}

const PHONE = /^(?:0\d{2,3}-?\d{7,8}(?:-\d{1,6})?|\d{7,8}(?:-\d{1,6})?|1\d{10}|1[0-2]\d{3}|[48]00-?\d{3}-?\d{4})$/;

/** A telephone number as it is kept; null for what is none. Blanks and brackets inside it are forgiven. */
function phoneOf(text: string): string | null {
  const even = text
    .normalize('NFKC')
    .replace(/^(?:电话|联系电话|手机|座机|固话|tel)[:：]?/i, '')
    .replace(/[—–−－]/g, '-')
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
 * @returns the first where several stand in the cell, and how many more there are
 */
export function readPhone(cell: Cell): Read<string> & { more?: number } {
  const text = textOf(cell);
  if (text === null) return good<string>(null);
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
  return bad('不像电话号码', '一个号码，例如 023-12345678 或 12351');
}

/** A cell's several words: 顿号, commas, semicolons, slashes and line breaks part them; null for an empty cell. */
export function listIn(cell: Cell): string[] | null {
  if (textOf(cell) === null) return null;
  const parts = String(cell)
    .split(/[、,，;；/|\r\n]+/)
    .map((part) => textOf(part))
    .filter((part) => part !== null);
  return parts.length > 0 ? parts : null;
}
