import { Text, View } from '@tarojs/components';
import type { Day } from '@yugong/domain/calendar';
import { type RegistrationChange } from '@yugong/domain/registration/history';
import { describeChange } from '@yugong/domain/registration/words';
import { Section } from '@/ui/section';
import { sayInstant } from '../../shared/say-session';
import styles from './ticket.module.scss';

/** Everything that happened to a registration, the oldest first. */
export function History({ changes, today }: { changes: readonly RegistrationChange[]; today: Day }) {
  if (changes.length === 0) return null;
  return (
    <Section heading="经过">
      {changes.map((change, index) => (
        <View key={index} className={styles.past}>
          <Text className={styles.at}>{sayInstant(change.at, today)}</Text>
          <Text className={styles.words}>{describeChange(change)}</Text>
        </View>
      ))}
    </Section>
  );
}
