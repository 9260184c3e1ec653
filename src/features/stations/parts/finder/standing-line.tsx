import { Text, View } from '@tarojs/components';
import type { StandingOnWire } from '@yugong/domain/report/wire';
import { Tag } from '@/ui/tag';
import { sayStanding } from '../../say';
import styles from './standing-line.module.scss';

/** What people found lately, beside what the hours say: 存疑 where they contradict each other. */
export function StandingLine({ standing, now }: { standing: StandingOnWire; now: number }) {
  const said = sayStanding(standing, now);
  if (said === null) return null;
  return (
    <View className={`${styles.line} ${standing.standing === 'working' ? styles.good : styles.bad}`}>
      {standing.standing === 'doubtful' && <Tag tone="unknown">存疑</Tag>}
      <Text>{said}</Text>
    </View>
  );
}
