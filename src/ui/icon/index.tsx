import { View } from '@tarojs/components';
import type { IconName } from './names';
import './generated/main.scss';
import styles from './style.module.scss';

export type { IconName } from './names';

/** An icon in the colour of the text around it. Purely drawn: the words beside it carry the meaning. */
export function Icon({ name, size = 'normal' }: { name: IconName; size?: 'small' | 'normal' | 'large' }) {
  return <View className={`${styles.icon} ${styles[size]} icon-${name}`} aria-hidden />;
}
