/** A subscription message: one for each time that somebody agreed to one. */
import { WechatRefusal, type Reminder, type Sent } from './port';
import type { WechatAnswer } from './call';
import { fillTemplate, type ReminderTemplate } from './template';

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
