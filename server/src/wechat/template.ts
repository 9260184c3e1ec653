/**
 * The operator's template of a reminder. WeChat hands templates out with field names of its own (`thing1`, `time2`), so
 * which of them says what is the operator's to tell: `thing1:title,time2:start,thing3:place`.
 */
import { timeAt, dayAt, partsOf } from '@yugong/domain/calendar';

/** What can be said of a place in a session. */
const contents = ['title', 'start', 'place', 'organiser'] as const;
export type ReminderContent = Record<(typeof contents)[number], string>;

export interface ReminderTemplate {
  id: string;
  /** Field of the template to what stands in it. */
  fields: Record<string, (typeof contents)[number]>;
}

const FIELD = /^(thing|time|date|name|phrase|character_string)\d{1,2}$/;
/** Characters that WeChat takes; a longer value is refused as a whole (47003). */
const LENGTHS: Record<string, number> = { thing: 20, name: 10, phrase: 5, character_string: 32 };

/**
 * @param id of the template; null where there is none
 * @param fields as above
 * @throws Error that says what is wrong and how to write it
 */
export function readTemplate(id: string | undefined, fields: string | undefined): ReminderTemplate | null {
  if (!id) return null;
  const pairs = (fields ?? '').split(',').map((pair) => pair.trim().split(':') as [string, string?]);
  for (const [field, content] of pairs) {
    if (FIELD.test(field) && contents.some((one) => one === content)) continue;
    throw new Error(
      `YUGONG_WX_REMINDER_FIELDS 里的“${field}”不对：写成 thing1:title,time2:start 这样，冒号后面可以是 ${contents.join('、')}`,
    );
  }
  return { id, fields: Object.fromEntries(pairs) as ReminderTemplate['fields'] };
}

/** @example sayStart(Date.parse('2026-02-12T09:30:00+08:00')) // '2026年2月12日 09:30', as `time` fields want it */
export function sayStart(startsAt: number): string {
  const { year, month, day } = partsOf(dayAt(startsAt));
  return `${year}年${month}月${day}日 ${timeAt(startsAt)}`;
}

/** The message's `data`, each value as long as its field takes. */
export const fillTemplate = (
  { fields }: ReminderTemplate,
  content: ReminderContent,
): Record<string, { value: string }> =>
  Object.fromEntries(
    Object.entries(fields).map(([field, what]) => [field, { value: shorten(content[what], lengthOf(field)) }]),
  );

const lengthOf = (field: string): number => LENGTHS[field.replace(/\d+$/, '')] ?? Infinity;

function shorten(text: string, length: number): string {
  const characters = [...text];
  return characters.length <= length ? text : `${characters.slice(0, length - 1).join('')}…`;
}
