import type { ReactNode } from 'react';
import { Icon, type IconName } from '../icon';
import { Pressable } from '../pressable';
import styles from './style.module.scss';

/** A quiet button: an action that is there when wanted. The page's main action is {@link MainButton}. */
export function PlainButton({
  icon,
  pressed,
  onPress,
  children,
}: {
  icon?: IconName;
  pressed?: boolean;
  onPress: () => void;
  children: ReactNode;
}) {
  return (
    <Pressable className={styles.plain} pressed={pressed} onPress={onPress}>
      {icon && <Icon name={icon} />}
      {children}
    </Pressable>
  );
}

/** The one main action of a page, in the union's red. */
export function MainButton({ icon, onPress, children }: { icon?: IconName; onPress: () => void; children: ReactNode }) {
  return (
    <Pressable className={styles.main} onPress={onPress}>
      {icon && <Icon name={icon} />}
      {children}
    </Pressable>
  );
}
