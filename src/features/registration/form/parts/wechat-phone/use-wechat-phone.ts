import { useState } from 'react';
import { WechatOffers, WechatPhone } from '@yugong/domain/wechat/wire';
import { newKey } from '@/platform/outbox';
import { askService, useService } from '@/platform/service';

/** What a `getPhoneNumber` button tells: a code where its owner agreed, or why there is none. */
export interface PhoneAnswer {
  code?: string;
  errMsg?: string;
}

/** However long a number takes, typing it is faster. */
const PATIENCE_MS = 8000;

const REFUSED = '没有用微信的号码，没关系，上面自己写也一样。';
const NOT_REACHED = '没有连上工会的服务，号码没有取到，上面自己写也一样。';

/** Gets the number that WeChat knows, through the service. Whatever goes wrong, what was typed stays. */
export function useWechatPhone(onGiven: (phone: string) => void) {
  const { served } = useService(WechatOffers, '/api/v1/wechat');
  const [words, setWords] = useState<string | null>(null);
  const take = async ({ code, errMsg = '' }: PhoneAnswer) => {
    if (!code || errMsg.includes('fail')) return setWords(REFUSED);
    setWords('正在向微信取号码……');
    const reply = await askService(WechatPhone, {
      path: '/api/v1/wechat/phone',
      method: 'POST',
      as: 'me',
      // The code is good once: a second try begins with another tap, and so with another key.
      key: newKey(),
      body: { code },
      timeoutMs: PATIENCE_MS,
    });
    if (reply.kind !== 'answered') return setWords(reply.kind === 'problem' ? `${reply.problem.title}。` : NOT_REACHED);
    onGiven(reply.data.phone);
    setWords('填好了，是微信里的号码。想用别的，直接改。');
  };
  return { offered: served.state === 'ready' && served.data.phone, words, take };
}
