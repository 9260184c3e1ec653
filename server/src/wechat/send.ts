/** Handing a message to WeChat, and what its answers mean. */
import type { Handover } from '../kernel/handover';
import { WechatRefusal, type WechatMessage } from '../kernel/wechat';
import type { WechatAnswer } from './call';
import { fillTemplate, type TemplateTable } from './templates';

/**
 * Asking again changes nothing: no such person, template or page (40003, 40037, 41030), she said no, switched messages
 * off or has had the one she said yes to (43101, 20004), the operator may not send (43107), the words are not taken
 * (45168, 47003).
 */
const FINAL = new Set([20004, 40003, 40037, 41030, 43101, 43107, 45168, 47003]);

/** @returns what became of it; never throws, because a sweep has more to send */
export async function sendMessage(
  ask: (path: string, body: object) => Promise<WechatAnswer>,
  templates: TemplateTable,
  { kind, openid, page, content }: WechatMessage,
): Promise<Handover> {
  const template = templates[kind];
  if (!template) return { result: 'refused', code: 'no-template' };
  let answer: WechatAnswer;
  try {
    answer = await ask('/cgi-bin/message/subscribe/send', {
      touser: openid,
      template_id: template.id,
      page,
      data: fillTemplate(template, content),
      miniprogram_state: 'formal',
      lang: 'zh_CN',
    });
  } catch (error) {
    // Without a token nothing was asked yet; without an answer it may have been.
    if (error instanceof WechatRefusal)
      return error.code === 'wechat-unavailable' ? { result: 'unknown' } : { result: 'later', code: error.code };
    throw error;
  }
  const { errcode, msgid } = answer;
  if (errcode === 0) return { result: 'accepted', providerId: typeof msgid === 'string' ? msgid : null, segments: 0 };
  // Something else than WeChat answered, so that nobody knows how far it got.
  if (typeof errcode !== 'number') return { result: 'unknown' };
  return { result: FINAL.has(errcode) ? 'refused' : 'later', code: String(errcode) };
}
