import { ScrollView, Text, View } from '@tarojs/components';
import { useState } from 'react';
import { useAppearance } from '@/platform/appearance';
import { Icon } from '../icon';
import { Pressable } from '../pressable';
import styles from './style.module.scss';

export interface ChipOption<T> {
  value: T;
  text: string;
  count?: number;
}

/** As many stand in sight in 长辈版: more would fill the first screen before anything that is chosen from. */
const IN_SIGHT = 4;

/** One choice out of a few, side by side; scrolls sideways when they are many. In 长辈版 the rest unfolds instead. */
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
  const [open, setOpen] = useState(false);
  const folds = useAppearance(({ elder }) => elder) && !open && options.length > IN_SIGHT + 1;
  const shown = folds ? options.filter((option, at) => at < IN_SIGHT || option.value === value) : options;
  return (
    <ScrollView className={styles.scroller} scrollX enhanced showScrollbar={false}>
      <View className={styles.chips} ariaRole="group" ariaLabel={label}>
        {shown.map((option) => (
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
        {folds && (
          <Pressable className={styles.chip} label={`${label}：显示全部`} onPress={() => setOpen(true)}>
            <Text>{`还有 ${options.length - shown.length} 个`}</Text>
            <Icon name="chevron-down" size="small" />
          </Pressable>
        )}
      </View>
    </ScrollView>
  );
}
