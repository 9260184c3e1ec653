import { View } from '@tarojs/components';
import { useState } from 'react';
import { WechatOffers, WechatPhone } from '@yugong/domain/wechat/wire';
import { Actions } from '@/ui/article';
import { WechatButton } from '@/ui/wechat-button';
import { newIdempotencyKey } from '@/platform/outbox';
import { askService, useService } from '@/platform/service';
import styles from '../../form.module.scss';

/** What a `getPhoneNumber` button tells: a code where its owner agreed, or why there is none. */
interface PhoneAnswer {
  code?: string;
  errMsg?: string;
}

/** However long a number takes, typing it is faster. */
const PATIENCE_MS = 8000;

const REFUSED = '未授权微信手机号，可以在上面手动填写。';
const NOT_REACHED = '网络连接失败，未获取到手机号，可以在上面手动填写。';

/** Gets the number that WeChat knows, through the service. Whatever goes wrong, what was typed stays. */
function useWechatPhone(onGiven: (phone: string) => void) {
  const { served } = useService(WechatOffers, '/api/v1/wechat');
  const [words, setWords] = useState<string | null>(null);
  const take = async ({ code, errMsg = '' }: PhoneAnswer) => {
    if (!code || errMsg.includes('fail')) return setWords(REFUSED);
    setWords('正在获取手机号……');
    const reply = await askService(WechatPhone, {
      path: '/api/v1/wechat/phone',
      method: 'POST',
      as: 'me',
      // The code is good once: a second try begins with another tap, and so with another key.
      key: newIdempotencyKey(),
      body: { code },
      timeoutMs: PATIENCE_MS,
    });
    if (reply.kind !== 'answered') return setWords(reply.kind === 'problem' ? `${reply.problem.title}。` : NOT_REACHED);
    onGiven(reply.data.phone);
    setWords('已填入微信绑定的手机号，可以修改。');
  };
  return { offered: served.state === 'ready' && served.data.phone, words, take };
}

/** The number that WeChat knows, by one tap; nothing where the operator hasn't got that. Typing it is as good. */
export function WechatPhoneButton({ onGiven }: { onGiven: (phone: string) => void }) {
  const { offered, words, take } = useWechatPhone(onGiven);
  if (!offered) return null;
  return (
    <View>
      <Actions>
        <WechatButton
          text="使用微信手机号"
          openType="getPhoneNumber"
          onGetPhoneNumber={({ detail }) => void take(detail)}
        />
      </Actions>
      <View className={styles.promise} ariaRole="status">
        {words ?? '授权后自动填入，可以修改；也可以手动填写。'}
      </View>
    </View>
  );
}
