/** A year's public holidays as staff publish them, from the State Council's notice. */
import * as v from 'valibot';
import { Text } from '../text';
import { Day } from '../wire';
import { HttpUrl } from '../record';

const HolidayDay = v.strictObject({ date: Day, name: Text(20), off: v.boolean('type') });

/** Every day off of one year and every day worked in its place; the notice they are from is named and linked. */
export const HolidaysRequest = v.pipe(
  v.strictObject({
    year: v.pipe(v.number('type'), v.integer('type'), v.minValue(2024, 'value'), v.maxValue(2100, 'value')),
    /** The notice's own title. */
    notice: Text(120),
    url: v.pipe(
      Text(300),
      v.check((text) => v.is(HttpUrl, text), 'value'),
    ),
    published: Day,
    /** Only says what would change and what is at fault. */
    preview: v.optional(v.boolean('type'), false),
    days: v.pipe(v.array(HolidayDay, 'type'), v.minLength(1, 'required'), v.maxLength(80, 'too-long')),
  }),
  v.forward(
    v.check(({ year, days }) => days.every(({ date }) => date.startsWith(`${year}-`)), 'value'),
    ['days'],
  ),
  v.forward(
    v.check(({ days }) => new Set(days.map(({ date }) => date)).size === days.length, 'value'),
    ['days'],
  ),
);
export type HolidaysRequest = v.InferOutput<typeof HolidaysRequest>;

/**
 * Reads days as a clerk types them, a line each.
 *
 * @returns null where a line isn't `2027-01-01 元旦 休` or, of a day that is worked, `2027-01-03 元旦 班`
 * @example readHolidayLines('2027-01-01 元旦 休') // [{ date: '2027-01-01', name: '元旦', off: true }]
 */
export function readHolidayLines(text: string): HolidaysRequest['days'] | null {
  const lines = text.split('\n').map((line) => line.trim());
  const days: HolidaysRequest['days'] = [];
  for (const line of lines.filter((one) => one !== '')) {
    const [, date, name, mark] = /^(\d{4}-\d{2}-\d{2})\s+(\S+)\s+([休班])$/.exec(line.normalize('NFKC')) ?? [];
    if (date === undefined || name === undefined) return null;
    days.push({ date, name, off: mark === '休' });
  }
  return days;
}
