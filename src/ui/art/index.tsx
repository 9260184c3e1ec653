import { View } from '@tarojs/components';
import type { DrawingName } from './drawings';
import './generated/main.scss';
import styles from './style.module.scss';

/**
 * A drawing of ours, in the colours of where it stands: `--art-line` and `--art-tint`, else the ink and the set-back ground.
 * Purely drawn: the words beside it carry the meaning. Its place gives it a size.
 */
export function Art({ name, className = '' }: { name: DrawingName; className?: string | undefined }) {
  return <View className={`${styles.art} art-${name} ${className}`} aria-hidden />;
}
