import { Text, View } from '@tarojs/components';
import type { Day } from '@yugong/domain/calendar';
import { sayVenue } from '@yugong/domain/session/venue';
import type { SessionWire } from '@yugong/domain/session/wire';
import { Tag } from '@/ui/tag';
import { saySessionTime } from '../../shared/say-session-time';
import styles from './form.module.scss';

/** What one signs up for: when first, then where. */
export function SessionHead({ session, today }: { session: SessionWire; today: Day }) {
  return (
    <View className={styles.session}>
      <View className={styles.when}>
        <Text>{saySessionTime(session, today)}</Text>
      </View>
      <View className={styles.where}>
        <Text>{sayVenue(session)}</Text>
      </View>
      <View className={styles.what}>
        <Text>{session.title}</Text>
        {session.demo && <Tag tone="unknown">演示</Tag>}
      </View>
    </View>
  );
}
