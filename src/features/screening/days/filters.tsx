import { Text, View } from '@tarojs/components';
import { PlainButton } from '@/ui/button';
import { Chips } from '@/ui/chips';
import { Toggles } from '@/ui/toggles';
import { districtTitleOf } from '../model';
import type { useDays } from './use-days';
import styles from './days.module.scss';

/** Where and when: a district by hand or by the phone, an evening, a weekend. */
export function DayFilters({ districts, wishes, wish, located, askPhone }: ReturnType<typeof useDays>) {
  const on = (['evening', 'weekend'] as const).filter((name) => wishes[name]);
  return (
    <View className={styles.filters}>
      {districts.length > 1 && (
        <Chips
          label="区县"
          options={[
            { value: null, text: '全部区县' },
            ...districts.map((adcode) => ({ value: adcode, text: districtTitleOf(adcode) })),
          ]}
          value={wishes.adcode}
          onChange={(adcode) => wish({ adcode })}
        />
      )}
      <View className={styles.wishes}>
        <Toggles
          wrap
          label="时间"
          options={[
            { value: 'evening', text: '17:00 以后' },
            { value: 'weekend', text: '周末' },
          ]}
          on={on}
          onToggle={(name) => wish({ [name]: !wishes[name] })}
        />
        {districts.length > 1 && (
          <PlainButton icon="locate-fixed" onPress={() => void askPhone()}>
            <Text>{located === 'asking' ? '正在定位……' : '离我最近'}</Text>
          </PlainButton>
        )}
      </View>
      {located !== null && located !== 'asking' && (
        <View className={styles.legend} ariaRole="status">
          {located.kind === 'found' ? '同一天的场次按距离排序。位置只在本机使用。' : '未能定位，可以按区县选择。'}
        </View>
      )}
    </View>
  );
}
