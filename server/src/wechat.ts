/** WeChat's login as a port: a code from the phone in, the person's openid out. */
import type { ProblemCode } from '../../src/domain/problem';

export class WechatRefusal extends Error {
  constructor(readonly code: ProblemCode) {
    super(code);
  }
}

export interface WechatLogin {
  /** @throws WechatRefusal */
  openid(code: string): Promise<string>;
}

export interface WechatOptions {
  appId: string;
  secret: string;
  /** `https://api.weixin.qq.com`, or a stand-in that speaks its protocol. */
  url: string;
  timeout?: number;
}

/** WeChat's errcode to ours; everything else is its trouble, not the person's. */
const REFUSALS: Record<number, ProblemCode> = {
  40029: 'wechat-code-invalid',
  // A code is used up by its first use.
  40163: 'wechat-code-invalid',
  40226: 'wechat-blocked',
  45011: 'wechat-busy',
  [-1]: 'wechat-busy',
};

/** `jscode2session` over HTTP. The answer's session_key is not kept: nothing here decrypts with it. */
export function realWechat({ appId, secret, url, timeout = 5000 }: WechatOptions): WechatLogin {
  return {
    openid: async (code) => {
      const address = new URL('/sns/jscode2session', url);
      address.search = new URLSearchParams({
        appid: appId,
        secret,
        js_code: code,
        grant_type: 'authorization_code',
      }).toString();
      const answer = await ask(address, timeout);
      if (typeof answer.openid === 'string' && answer.openid !== '') return answer.openid;
      throw new WechatRefusal(REFUSALS[Number(answer.errcode)] ?? 'wechat-unavailable');
    },
  };
}

async function ask(address: URL, timeout: number): Promise<{ openid?: unknown; errcode?: unknown }> {
  try {
    const response = await fetch(address, { signal: AbortSignal.timeout(timeout), redirect: 'error' });
    // WeChat answers JSON as text/plain, and errors with 200.
    const answer = (await response.json()) as unknown;
    return response.ok && typeof answer === 'object' && answer !== null ? answer : {};
  } catch {
    // The reason names the address, which holds the secret: it goes nowhere.
    throw new WechatRefusal('wechat-unavailable');
  }
}

/** For a demo without credentials: codes that say so themselves. */
export const demoWechat: WechatLogin = {
  openid: (code) =>
    code.startsWith('demo-')
      ? Promise.resolve(`demo-openid-${code}`)
      : Promise.reject(new WechatRefusal('wechat-code-invalid')),
};

export const noWechat: WechatLogin = {
  openid: () => Promise.reject(new WechatRefusal('wechat-not-configured')),
};
