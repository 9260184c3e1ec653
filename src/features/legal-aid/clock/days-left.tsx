import { Text, View } from '@tarojs/components';
import { nearness } from '@yugong/domain/labour-law';
import styles from './clock.module.scss';

const remarks = {
  gone: '这个日子已经过了。先打 12348 问还有没有办法，不要自己放弃。',
  urgent: '不到 7 天了。今天就打 12348：快到期的，法律援助可以先帮你，手续后补（法律援助法第四十四条）。',
  soon: '一个月之内。这周就把材料备齐。',
  far: null,
  none: null,
} as const;

/** How many days are left, large; under a week with what that allows. */
export function DaysLeft({ left, what }: { left: number; what: string }) {
  const near = nearness(left);
  const remark = remarks[near];
  return (
    <View className={`${styles.left} ${styles[near]}`}>
      <View className={styles.what}>{what}</View>
      <View className={styles.count}>
        {left < 0 ? '已过 ' : left === 0 ? '' : '还剩 '}
        <Text className={styles.figure}>{left === 0 ? '今天' : Math.abs(left)}</Text>
        {left === 0 ? ' 是最后一天' : ' 天'}
      </View>
      {remark && (
        <View className={styles.remark}>
          <Text>{remark}</Text>
        </View>
      )}
    </View>
  );
}
