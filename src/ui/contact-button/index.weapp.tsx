import { Text, View } from '@tarojs/components';
import { WechatButton } from '../wechat-button';
import styles from './style.module.scss';

/** Opens WeChat's own 客服 with whoever runs the app, and says when somebody answers there. */
export function ContactButton({ hours }: { hours: string }) {
  return (
    <View className={styles.block}>
      <WechatButton text="微信客服" openType="contact" />
      <Text className={styles.hours}>接待时间：{hours}</Text>
    </View>
  );
}
