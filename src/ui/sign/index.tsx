import { View } from '@tarojs/components';
import type { ServiceId } from '@yugong/domain/record';
import { Icon, type IconName } from '../icon';
import styles from './style.module.scss';

/** What has a colour of its own: the four services, and what there is to read. */
export type Tone = ServiceId | 'reading';

/** A service's icon on its tint, the same wherever the service is named. */
export function Sign({ tone, icon, small = false }: { tone: Tone; icon: IconName; small?: boolean }) {
  return (
    <View className={`${styles.sign} ${small ? styles.small : ''} tone-${tone}`} aria-hidden>
      <Icon name={icon} />
    </View>
  );
}
