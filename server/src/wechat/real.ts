/** WeChat's own server, over HTTP. */
import * as v from 'valibot';
import { Phone } from '@yugong/domain/identity';
import type { ProblemCode } from '@yugong/domain/problem';
import { WechatRefusal, type Wechat } from '../kernel/wechat';
import { callWechat, errcodeOf, wechatRefusalOf } from './call';
import { openPush, type PushOptions } from './push';
import { sendMessage } from './send';
import type { TemplateTable } from './templates';
import { withToken } from './token';

export interface WechatOptions {
  appId: string;
  secret: string;
  /** `https://api.weixin.qq.com`, or a stand-in that speaks its protocol. */
  url: string;
  /** Has the operator a verified account that may ask for telephone numbers? */
  phone?: boolean;
  /** Templates of messages by what they are for; without any, no message is sent. */
  templates?: TemplateTable;
  /** How WeChat proves that it is who tells of a message's arrival. */
  push?: PushOptions | null;
  timeout?: number;
  now?: () => number;
}

const LOGIN: Record<number, ProblemCode> = {
  40029: 'wechat-code-invalid',
  // A code is used up by its first use.
  40163: 'wechat-code-invalid',
  40226: 'wechat-blocked',
};
/** 40013: the code is another mini-program's. */
const PHONE: Record<number, ProblemCode> = {
  40029: 'wechat-phone-failed',
  40163: 'wechat-phone-failed',
  40013: 'wechat-phone-failed',
};

/** Pixels: the most that WeChat draws, so that a printed sign is sharp. */
const CODE_WIDTH = 1280;

/** Of what is answered only the openid and the number are looked at: nothing here decrypts with a session_key. */
export function realWechat(options: WechatOptions): Wechat {
  const { appId, secret, url, phone = false, templates = {}, push = null, timeout = 5000, now = Date.now } = options;
  const ask = withToken({ appId, secret, url, timeout, now });
  return {
    offersPhone: phone,
    templates: Object.keys(templates).length > 0 ? templates : null,
    send: (message) => sendMessage(ask, templates, message),
    push: push && openPush(push, appId),
    pageCode: async (path) => {
      const answer = await ask('/wxa/getwxacode', { path, width: CODE_WIDTH });
      if (answer.image instanceof Uint8Array) return answer.image;
      throw wechatRefusalOf(answer);
    },
    openid: async (code) => {
      const address = new URL('/sns/jscode2session', url);
      address.search = new URLSearchParams({
        appid: appId,
        secret,
        js_code: code,
        grant_type: 'authorization_code',
      }).toString();
      const answer = await callWechat(address, timeout);
      if (typeof answer.openid === 'string' && answer.openid !== '') return answer.openid;
      throw wechatRefusalOf(answer, LOGIN);
    },
    phone: async (code) => {
      if (!phone) throw new WechatRefusal('wechat-phone-off');
      const answer = await ask('/wxa/business/getuserphonenumber', { code });
      if (errcodeOf(answer) !== 0) throw wechatRefusalOf(answer, PHONE);
      const given = v.safeParse(PhoneInfo, answer.phone_info);
      if (!given.success) throw new WechatRefusal('wechat-unavailable');
      const { countryCode, purePhoneNumber } = given.output;
      const number = v.safeParse(Phone, purePhoneNumber);
      if (countryCode !== '86' || !number.success) throw new WechatRefusal('wechat-phone-abroad');
      return number.output;
    },
  };
}

const PhoneInfo = v.object({
  purePhoneNumber: v.string(),
  countryCode: v.pipe(v.union([v.string(), v.number()]), v.transform(String)),
});
