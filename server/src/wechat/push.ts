/**
 * WeChat's message push: what it tells a mini-program's server by itself. The mode is the secure one (安全模式) with JSON:
 * what arrives is signed and encrypted, and anything else is nobody's word.
 */
import { createDecipheriv, createHash, timingSafeEqual } from 'node:crypto';
import * as v from 'valibot';
import type { Wechat, WechatEvents } from '../kernel/wechat';
import { parseWechat } from './call';

export interface PushOptions {
  /** Chosen by the operator in WeChat's console: 3 to 32 letters and digits. */
  token: string;
  /** EncodingAESKey of the console: 43 letters and digits, which are 32 bytes in base64 without its `=`. */
  aesKey: string;
}

/**
 * @returns null where neither is given
 * @throws Error that says which is wrong and what is expected
 */
export function readPush(token: string | undefined, aesKey: string | undefined): PushOptions | null {
  if (!token && !aesKey) return null;
  if (!/^[A-Za-z0-9]{3,32}$/.test(token ?? ''))
    throw new Error('YUGONG_WX_PUSH_TOKEN 不对：应为公众平台“消息推送”里的 Token，3 到 32 个字母或数字');
  if (!/^[A-Za-z0-9]{43}$/.test(aesKey ?? ''))
    throw new Error(
      `YUGONG_WX_PUSH_AES_KEY 有 ${(aesKey ?? '').length} 个字符：应为公众平台的 EncodingAESKey，43 个字母或数字`,
    );
  return { token: token ?? '', aesKey: aesKey ?? '' };
}

const HEAD = 16;
const LENGTH = 4;

/**
 * What is in an encrypted push: 16 random bytes, the length of the text in four, the text, and whose it is.
 *
 * @throws where it isn't encrypted with this key
 */
function decrypt(encrypted: string, aesKey: string): { text: string; appId: string } {
  const key = Buffer.from(`${aesKey}=`, 'base64');
  const decipher = createDecipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
  const padded = Buffer.concat([decipher.update(encrypted, 'base64'), decipher.final()]);
  // PKCS#7 over blocks of 32 bytes, which Node takes for an error.
  const padding = padded.at(-1) ?? 0;
  const plain = padded.subarray(0, padded.length - padding);
  const end = HEAD + LENGTH + plain.readUInt32BE(HEAD);
  if (padding < 1 || padding > 32 || end > plain.length) throw new Error('padding');
  return { text: plain.subarray(HEAD + LENGTH, end).toString('utf8'), appId: plain.subarray(end).toString('utf8') };
}

/** WeChat sends one as an object and several as a list. */
const oneOrMore = <S extends v.GenericSchema>(schema: S) =>
  v.pipe(
    v.union([v.array(schema), schema]),
    v.transform((value) => (Array.isArray(value) ? value : [value])),
  );
const Text = v.pipe(v.union([v.string(), v.number()]), v.transform(String));

const Sent = v.object({
  Event: v.literal('subscribe_msg_sent_event'),
  FromUserName: v.string(),
  List: oneOrMore(v.object({ TemplateId: v.string(), MsgID: Text, ErrorStatus: v.string() })),
});
const Changed = v.object({
  Event: v.picklist(['subscribe_msg_change_event', 'subscribe_msg_popup_event']),
  FromUserName: v.string(),
  List: oneOrMore(v.object({ TemplateId: v.string(), SubscribeStatusString: v.string() })),
});

function eventsIn(text: string): WechatEvents {
  const said = parseWechat(text);
  const sent = v.safeParse(Sent, said);
  if (sent.success) {
    const { FromUserName: openid, List } = sent.output;
    const receipts = List.map(({ TemplateId: templateId, MsgID: messageId, ErrorStatus: status }) => ({
      openid,
      templateId,
      messageId,
      delivered: status === 'success',
      status: status.slice(0, 60),
    }));
    return { receipts, refusals: [] };
  }
  const changed = v.safeParse(Changed, said);
  if (!changed.success) return { receipts: [], refusals: [] };
  const { FromUserName: openid, List } = changed.output;
  const refused = List.filter(({ SubscribeStatusString: status }) => status === 'reject');
  return { receipts: [], refusals: refused.map(({ TemplateId: templateId }) => ({ openid, templateId })) };
}

const sign = (...parts: string[]): Buffer => createHash('sha1').update(parts.sort().join('')).digest();

/** @param appId of the mini-program that a push has to be for */
export function openPush({ token, aesKey }: PushOptions, appId: string): NonNullable<Wechat['push']> {
  const isSigned = (signature: string, ...parts: string[]): boolean => {
    const given = Buffer.from(signature, 'hex');
    const right = sign(token, ...parts);
    return given.length === right.length && timingSafeEqual(given, right);
  };
  return {
    isSigned,
    open: ({ signature, timestamp, nonce, encrypted }) => {
      if (!isSigned(signature, timestamp, nonce, encrypted)) return null;
      try {
        const { text, appId: whose } = decrypt(encrypted, aesKey);
        return whose === appId ? eventsIn(text) : null;
      } catch {
        return null;
      }
    },
  };
}
