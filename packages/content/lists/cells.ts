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
export function readDay(cell: Cell, today: string): Read<string> & { hasNoYear?: true } {
  const expected = `日历上有的一天，写成 2026-11-01，不晚于今天（${today}）`;
  const text = textOf(cell);
  if (text === null) return good<string>(null);
  // Excel's day numbers count from 1899-12-30; a CSV saved from an unformatted column has them.
  const serial = typeof cell === 'number' || /^\d{5}$/.test(text) ? Number(text) : NaN;
  const isSerial = serial > 30_000 && serial < 80_000;
  const day = isSerial ? dayOfDate(new Date(Date.UTC(1899, 11, 30) + Math.floor(serial) * DAY)) : writtenDay(text);
  const near = day === null && typeof cell === 'string' ? lastSuchDay(text, today) : null;
  if (near !== null) return { ...good(near), hasNoYear: true };
  if (day === null) return bad('看不出是哪一天', expected);
  return day > today ? bad('日期在今天以后', expected) : good(day);
}

function writtenDay(text: string): string | null {
  const even = text
    .normalize('NFKC')
    .replace(/\s*\(?(?:星期|周)[一二三四五六日天]\)?/, '')
    .trim();
  const parts = /^(\d{4}|\d{2}(?=\.\d{1,2}\.))(?:[-/.年](\d{1,2})[-/.月](\d{1,2})日?|(\d{2})(\d{2}))(?: .*)?$/.exec(
    even,
  );
  if (!parts) return null;
  const [, written = '', month = parts[4], date = parts[5]] = parts;
  const year = written.length === 2 ? `20${written}` : written;
  const day = `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
  const real = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(real.getTime()) && dayOfDate(real) === day ? day : null;
}

/** 11月5日 and 11.5 without a year: the last such day up to today. A check that somebody made lies behind, not ahead. */
function lastSuchDay(text: string, today: string): string | null {
  const even = text.normalize('NFKC').replace(/\s*\(?(?:星期|周)[一二三四五六日天]\)?/, '');
  const [, month, date] = /^(\d{1,2})(?:月(?=.*日$)|[./-])(\d{1,2})日?$/.exec(even.trim()) ?? [];
  if (month === undefined || date === undefined) return null;
  const year = Number(today.slice(0, 4));
  const days = [year, year - 1].map((one) => writtenDay(`${one}-${month}-${date}`));
  return days.find((day) => day !== null && day <= today) ?? null;
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

/** A cell's several words: 顿号, commas, semicolons, slashes, bars (a questionnaire's ┋) and line breaks part them; null for an empty cell. */
export function listIn(cell: Cell): string[] | null {
  if (textOf(cell) === null) return null;
  const parts = String(cell)
    .split(/[、,，;；/／|｜┋┃│\r\n]+/)
    .map((part) => textOf(part))
    .filter((part) => part !== null);
  return parts.length > 0 ? parts : null;
}
