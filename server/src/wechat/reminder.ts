/**
 * The operator's template of a reminder. WeChat hands templates out with field names of its own (`thing1`, `time2`), so
 * which of them says what is the operator's to tell: `thing1:title,time2:start,thing3:place`.
 */
import { timeAt, dayAt, partsOf } from '@yugong/domain/calendar';
import { reminderContents, WechatRefusal, type Reminder, type ReminderContent, type Sent } from '../kernel/wechat';
import type { WechatAnswer } from './call';

export interface ReminderTemplate {
  id: string;
  /** Field of the template to what stands in it. */
  fields: Record<string, (typeof reminderContents)[number]>;
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
    if (FIELD.test(field) && reminderContents.some((one) => one === content)) continue;
    throw new Error(
      `YUGONG_WX_REMINDER_FIELDS 里的“${field}”不对：写成 thing1:title,time2:start 这样，冒号后面可以是 ${reminderContents.join('、')}`,
    );
  }
  return { id, fields: Object.fromEntries(pairs) as ReminderTemplate['fields'] };
}

/** @example sayStart(Date.parse('2026-02-12T09:30:00+08:00')) // '2026年2月12日 09:30', as `time` fields want it */
export function formatStart(startsAt: number): string {
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

/**
 * Asking again changes nothing: no such person, template or page (40003, 40037, 41030), she switched it off or has had
 * it (43101), the operator may not send (43107), the words are not taken (45168, 47003).
 */
const FINAL = new Set([40003, 40037, 41030, 43101, 43107, 45168, 47003]);

/** @returns what became of it; never throws, because a sweep has more to send */
export async function sendReminder(
  ask: (path: string, body: object) => Promise<WechatAnswer>,
  template: ReminderTemplate,
  { openid, page, content }: Reminder,
): Promise<Sent> {
  try {
    const { errcode } = await ask('/cgi-bin/message/subscribe/send', {
      touser: openid,
      template_id: template.id,
      page,
      data: fillTemplate(template, content),
      miniprogram_state: 'formal',
      lang: 'zh_CN',
    });
    if (errcode === 0) return { sent: true };
    const code = typeof errcode === 'number' ? errcode : null;
    return { sent: false, errcode: code, final: code !== null && FINAL.has(code) };
  } catch (error) {
    if (error instanceof WechatRefusal) return { sent: false, errcode: null, final: false };
    throw error;
  }
}
