import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Icon } from '@/ui/icon';
import { Pressable } from '@/ui/pressable';
import { screeningAfterUrl, screeningCheckUrl, screeningDaysUrl } from '..';
import { useNext } from './use-next';
import styles from './three-steps.module.scss';

/** The whole way in three lines: is it for me, which day, and afterwards. What is free now is said at once. */
export function ThreeSteps() {
  const next = useNext();
  return (
    <View className={styles.steps}>
      <Step at="1" url={screeningCheckUrl()} title="我能查吗" detail="几个问题，只在手机上算，不发出去" />
      <Step at="2" url={screeningDaysUrl()} title="选哪一天，报名" detail={next} />
      <Step at="3" url={screeningAfterUrl()} title="查完以后" detail="等结果、下一次、让你再去查的" />
    </View>
  );
}

function Step({ at, url, title, detail }: { at: string; url: string; title: string; detail: ReactNode }) {
  return (
    <Pressable className={styles.step} url={url}>
      <View className={styles.at} aria-hidden>
        <Text>{at}</Text>
      </View>
      <View className={styles.words}>
        <View className={styles.title}>{title}</View>
        <View className={styles.detail}>{detail}</View>
      </View>
      <Icon name="chevron-right" size="small" />
    </Pressable>
  );
}
