import { Text, View } from '@tarojs/components';
import styles from './style.module.scss';

/** 客服 is WeChat's own: a browser can only say that it is there, and when somebody answers. */
export function ContactButton({ hours }: { hours: string }) {
  return (
    <View className={styles.block}>
      <Text className={styles.hours}>在微信小程序里还可以找微信客服，接待时间：{hours}</Text>
    </View>
  );
}
