import { ScrollView, Text, View } from '@tarojs/components';
import { Icon, type IconName } from '../icon';
import { Pressable } from '../pressable';
import styles from './style.module.scss';

export interface Toggle<T extends string> {
  value: T;
  text: string;
  icon?: IconName | undefined;
}

/**
 * Wishes that can be on together, side by side: each tap switches one. In one line that scrolls sideways, or with
 * `wrap` in as many lines as they need.
 *
 * @example <Toggles label="要有" options={facilities} on={['hot_water']} onToggle={toggle} />
 */
export function Toggles<T extends string>({
  label,
  options,
  on,
  onToggle,
  wrap = false,
}: {
  label: string;
  options: readonly Toggle<T>[];
  on: readonly T[];
  onToggle: (value: T) => void;
  wrap?: boolean;
}) {
  const chips = (
    <View className={`${styles.toggles} ${wrap ? styles.wrapped : ''}`} ariaRole="group" ariaLabel={label}>
      {options.map(({ value, text, icon }) => {
        const pressed = on.includes(value);
        return (
          <Pressable
            key={value}
            className={`${styles.toggle} ${pressed ? styles.on : ''}`}
            pressed={pressed}
            onPress={() => onToggle(value)}
          >
            {icon && <Icon name={pressed ? 'check' : icon} size="small" />}
            <Text>{text}</Text>
          </Pressable>
        );
      })}
    </View>
  );
  if (wrap) return chips;
  return (
    <ScrollView className={styles.scroller} scrollX enhanced showScrollbar={false}>
      {chips}
    </ScrollView>
  );
}
