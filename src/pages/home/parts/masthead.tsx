import { Text, View } from '@tarojs/components';
import { partsOf, weekdayName, type Day } from '@yugong/domain/calendar';
import { searchUrl } from '@/features/search';
import { ElderSwitch } from '@/ui/elder-switch';
import { Icon } from '@/ui/icon';
import { Pressable } from '@/ui/pressable';
import styles from './masthead.module.scss';

/** The day at arm's length, the union's line, and the way into the search. */
export function Masthead({ today }: { today: Day }) {
  const { month, day } = partsOf(today);
  return (
    <View className={styles.masthead}>
      <View className={styles.top}>
        <Text className={styles.brand}>渝工随行</Text>
        <ElderSwitch />
      </View>
      <View className={styles.day} ariaRole="heading" aria-level={1}>
        <Text className={styles.date}>
          {month}月{day}日
        </Text>
        <Text className={styles.weekday}>{weekdayName(today)}</Text>
      </View>
      <Pressable className={styles.search} url={searchUrl()}>
        <Icon name="search" size="small" />
        <Text>搜案例、动态、驿站、法律规定</Text>
      </Pressable>
    </View>
  );
}
