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
  if (typeof cell !== 'string') return typeof cell as 'number' | 'boolean';
  return /^-?\d+(?:\.\d+)?$/.test(cell.trim()) ? 'number' : 'text';
}

/** A cell's text: trimmed, line breaks as blanks; null for an empty one and for what clerks write into empty ones. */
export function textOf(cell: Cell): string | null {
  if (cell === null) return null;
  const text = cell instanceof Date ? dayOfDate(cell) : String(cell);
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
  const day = serial > 30_000 && serial < 80_000 ? dayOfDate(new Date(Date.UTC(1899, 11, 30) + Math.floor(serial) * DAY)) : writtenDay(text); // prettier-ignore
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

/** Degrees; a comma for the point and a degree sign are forgiven. */
export function readDegrees(cell: Cell): Read<number> {
  const text = textOf(cell);
  if (text === null) return good<number>(null);
  const plain = text.normalize('NFKC').replace(/[°度NEne东北经纬]/g, '').replace(/^(\d+),(\d+)$/, '$1.$2').trim(); // prettier-ignore
  const degrees = Number(plain);
  if (plain === '' || !Number.isFinite(degrees)) return bad('不是十进制的度数', '例如 106.5516');
  return good(degrees);
}

/** A number that anybody may dial: a landline with its area code or without, 12351, 400-…, or a mobile. */
export function readPhone(cell: Cell): Read<string> {
  const text = textOf(cell);
  if (text === null) return good<string>(null);
  let phone = text.normalize('NFKC').replace(/[\s()]+/g, '-').replace(/[—–−]/g, '-').replace(/-{2,}/g, '-').replace(/^-|-$/g, ''); // prettier-ignore
  // A number cell has lost the area code's zero.
  if (/^23\d{8}$/.test(phone)) phone = `0${phone}`;
  const isPhone = /^(?:0\d{2,3}-?\d{7,8}(?:-\d{1,6})?|\d{7,8}(?:-\d{1,6})?|1\d{10}|1[0-2]\d{3}|[48]00-?\d{3}-?\d{4})$/.test(phone); // prettier-ignore
  return isPhone ? good(phone) : bad('不像电话号码，或者写了不止一个', '一个号码，例如 023-12345678 或 12351');
}

/** A cell's several words: 顿号, commas, semicolons, slashes and line breaks part them; null for an empty cell. */
export function listIn(cell: Cell): string[] | null {
  if (textOf(cell) === null) return null;
  const parts = String(cell).split(/[、,，;；/|\r\n]+/).map((part) => textOf(part)).filter((part) => part !== null); // prettier-ignore
  return parts.length > 0 ? parts : null;
}
