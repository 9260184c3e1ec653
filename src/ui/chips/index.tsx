import { ScrollView, Text, View } from '@tarojs/components';
import { Pressable } from '../pressable';
import styles from './style.module.scss';

export interface ChipOption<T> {
  value: T;
  text: string;
  count?: number;
}

/** One choice out of a few, side by side; scrolls sideways when they are many. */
export function Chips<T extends string | number | null>({
  label,
  options,
  value,
  onChange,
}: {
  label: string;
  options: readonly ChipOption<T>[];
  value: T;
  onChange: (value: T) => void;
}) {
  return (
    <ScrollView className={styles.scroller} scrollX enhanced showScrollbar={false}>
      <View className={styles.chips} ariaRole="group" ariaLabel={label}>
        {options.map((option) => (
          <Pressable
            key={String(option.value)}
            className={`${styles.chip} ${option.value === value ? styles.chosen : ''}`}
            pressed={option.value === value}
            onPress={() => onChange(option.value)}
          >
            <Text>{option.text}</Text>
            {option.count !== undefined && <Text className={styles.count}>{option.count}</Text>}
          </Pressable>
        ))}
      </View>
    </ScrollView>
  );
}
