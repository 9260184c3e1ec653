import { Text, View } from '@tarojs/components';
import { Icon, type IconName } from '../icon';
import { Pressable } from '../pressable';
import styles from './style.module.scss';

/**
 * One of two or three ways to see or do the same thing, joined: 走路 or 骑车, 列表 or 地图.
 *
 * @example <Segments label="怎么去" options={[…]} value="walk" onChange={setMode} />
 */
export function Segments<T extends string>({
  label,
  options,
  value,
  onChange,
}: {
  label: string;
  options: readonly { value: T; text: string; icon?: IconName }[];
  value: T;
  onChange: (value: T) => void;
}) {
  return (
    <View className={styles.segments} ariaRole="group" ariaLabel={label}>
      {options.map((option) => (
        <Pressable
          key={option.value}
          className={`${styles.segment} ${option.value === value ? styles.chosen : ''}`}
          pressed={option.value === value}
          onPress={() => onChange(option.value)}
        >
          {option.icon && <Icon name={option.icon} size="small" />}
          <Text>{option.text}</Text>
        </Pressable>
      ))}
    </View>
  );
}
