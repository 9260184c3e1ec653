import Taro from '@tarojs/taro';
import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { sayDate } from '@yugong/domain/calendar';
import type { StatisticItem } from '@yugong/content/bundle';
import { copyText } from '@/platform/clipboard';
import { Icon } from '@/ui/icon';
import { Pressable } from '@/ui/pressable';
import { kindNames, recordUrl } from '../../links';
import { readIn } from '../model';
import styles from './figures.module.scss';

/**
 * A drawing that leads to where its figure was read: a page of the app's own, an address to copy, or, where a source
 * may not be linked, its name alone.
 *
 * @param named says the page's title under it
 */
export function ToSource({
  statistic,
  className,
  named = false,
  children,
}: {
  statistic: StatisticItem;
  className: string | undefined;
  named?: boolean;
  children: ReactNode;
}) {
  const { url, publisher, published, kind } = statistic.source;
  const link = readIn(statistic);
  if (link) {
    return (
      <Pressable className={className} url={recordUrl(link.collection, link.id)}>
        <View className={styles.body}>
          {children}
          {named && <View className={styles.source}>{`${kindNames[link.collection]}：${link.title}`}</View>}
        </View>
        <Icon name="chevron-right" size="small" />
      </Pressable>
    );
  }
  const source = (
    <View className={styles.source}>
      {`出处：${publisher}${published ? `，${sayDate(published, '')}` : ''}${kind === 'mirror' ? '（转载页，未附链接）' : ''}`}
    </View>
  );
  if (!url) {
    return (
      <View className={className}>
        <View className={styles.body}>
          {children}
          {source}
        </View>
      </View>
    );
  }
  const copy = async () => {
    const copied = await copyText(url);
    void Taro.showToast({ title: copied ? '网址已复制' : '复制失败', icon: 'none' });
  };
  return (
    <Pressable className={className} onPress={() => void copy()}>
      <View className={styles.body}>
        {children}
        {source}
      </View>
      <Icon name="copy" size="small" />
    </Pressable>
  );
}
