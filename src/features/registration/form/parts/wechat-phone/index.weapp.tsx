import { View } from '@tarojs/components';
import { Actions } from '@/ui/article';
import { WechatButton } from '@/ui/wechat-button';
import { useWechatPhone } from './use-wechat-phone';
import styles from '../../form.module.scss';

/** The number that WeChat knows, by one tap; nothing where the operator hasn't got that. Typing it is as good. */
export function WechatPhone({ onGiven }: { onGiven: (phone: string) => void }) {
  const { offered, words, take } = useWechatPhone(onGiven);
  if (!offered) return null;
  return (
    <View>
      <Actions>
        <WechatButton
          text="用微信手机号"
          openType="getPhoneNumber"
          onGetPhoneNumber={({ detail }) => void take(detail)}
        />
      </Actions>
      <View className={styles.promise} ariaRole="status">
        {words ?? '点了微信会问你一句，同意了填在上面，还能改。自己写也一样。'}
      </View>
    </View>
  );
}
