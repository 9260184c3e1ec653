import { Text, View } from '@tarojs/components';
import { kindSigns, sayTimeOn, type AgendaItem } from '@yugong/domain/agenda';
import type { Day } from '@yugong/domain/calendar';
import { Icon } from '../icon';
import { Pressable } from '../pressable';
import { Tag } from '../tag';
import styles from './style.module.scss';

/**
 * Something on a day: its time first, then what kind it is, what, where, and whether one can still join.
 *
 * @param day the day it stands under, which its time is said for
 * @param over what is past is set back, and says so
 */
export function AgendaLine({ item, day, over }: { item: AgendaItem; day: Day; over: boolean }) {
  const { url, kind, title, venue, state, demo } = item;
  const time = sayTimeOn(item, day);
  const [from, to] = time.split('–');
  const detail = [state, venue].filter(Boolean).join(' · ');
  const words = (
    <>
      <View className={styles.time}>
        <Text>{from}</Text>
        {to && <Text className={styles.until}>{to}</Text>}
      </View>
      <View className={`${styles.bar} ${styles[kind]}`} />
      <View className={styles.words}>
        <View className={styles.title}>
          <Text className={`${styles.sign} ${styles[kind]}`}>{kindSigns[kind]}</Text>
          <Text>{title}</Text>
        </View>
        {(detail || over || demo) && (
          <View className={styles.detail}>
            {demo && <Tag tone="unknown">演示</Tag>}
            <Text className={styles.said}>{[over && '已结束', detail].filter(Boolean).join(' · ')}</Text>
          </View>
        )}
      </View>
    </>
  );
  const look = `${styles.line} ${over ? styles.over : ''}`;
  if (url === null) return <View className={look}>{words}</View>;
  return (
    <Pressable className={look} url={url}>
      {words}
      <View className={styles.on}>
        <Icon name="chevron-right" size="small" />
      </View>
    </Pressable>
  );
}
