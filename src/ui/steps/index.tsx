import { Text, View } from '@tarojs/components';
import styles from './style.module.scss';

/**
 * How far one is on a way of several pages: a proportion, said in words as well.
 *
 * @param current counted from 0; the number of steps when all are done
 * @example <Steps names={['选时间', '填信息', '核对']} current={1} />
 */
export function Steps({ names, current }: { names: readonly string[]; current: number }) {
  const name = names[current];
  const next = names[current + 1];
  return (
    <View className={styles.steps}>
      <View className={styles.bar} aria-hidden>
        {names.map((step, at) => (
          <View key={step} className={`${styles.part} ${at <= current ? styles.reached : ''}`} />
        ))}
      </View>
      <View className={styles.words}>
        <Text className={styles.now}>
          {name === undefined ? `${names.length} 步已全部完成` : `第 ${current + 1} 步，共 ${names.length} 步：${name}`}
        </Text>
        {next && <Text className={styles.next}>下一步：{next}</Text>}
      </View>
    </View>
  );
}
