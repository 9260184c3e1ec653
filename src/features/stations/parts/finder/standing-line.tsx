import { Text, View } from '@tarojs/components';
import type { StandingOnWire } from '@yugong/domain/report/wire';
import { describeReports } from '@yugong/domain/report/words';
import styles from './standing-line.module.scss';

/** What people found lately, beside what the hours say: 存疑 where they contradict each other. */
export function StandingLine({ standing, now }: { standing: StandingOnWire; now: number }) {
  const said = describeReports(standing, now);
  if (said === null) return null;
  return (
    <View className={`${styles.line} ${standing.standing === 'working' ? styles.good : styles.bad}`}>
      <Text>{said}</Text>
    </View>
  );
}
