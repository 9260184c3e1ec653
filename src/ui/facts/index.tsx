import { Text, View } from '@tarojs/components';
import styles from './style.module.scss';

/** Facts by name: 时间, 地点, 主办. What no source gives is shown as unknown where `unknown` says how, else left out. */
export function Facts({
  rows,
}: {
  rows: readonly { label: string; text: string | null | undefined; unknown?: string }[];
}) {
  return (
    <View className={styles.facts}>
      {rows
        .filter((row) => row.text || row.unknown)
        .map((row) => (
          <View key={row.label} className={styles.row}>
            <Text className={styles.label}>{row.label}</Text>
            <Text className={row.text ? styles.text : styles.unknown} userSelect>
              {row.text || row.unknown}
            </Text>
          </View>
        ))}
    </View>
  );
}
