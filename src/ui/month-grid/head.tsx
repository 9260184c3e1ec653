import { Text, View } from '@tarojs/components';
import { addMonths } from '@yugong/domain/calendar';
import { Icon } from '../icon';
import { Pressable } from '../pressable';
import { monthLabel, type MonthGridProps } from './types';
import styles from './style.module.scss';

/** The month's name between the ways to the months beside it. */
export function MonthHead({ month, onMonth }: Pick<MonthGridProps, 'month' | 'onMonth'>) {
  return (
    <View className={styles.head}>
      <Pressable className={styles.step} label="上个月" onPress={() => onMonth(addMonths(month, -1))}>
        <Icon name="chevron-left" />
      </Pressable>
      <View className={styles.name} ariaRole="heading" aria-level={2}>
        <Text>{monthLabel(month)}</Text>
      </View>
      <Pressable className={styles.step} label="下个月" onPress={() => onMonth(addMonths(month, 1))}>
        <Icon name="chevron-right" />
      </Pressable>
    </View>
  );
}
