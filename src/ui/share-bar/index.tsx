import { View } from '@tarojs/components';
import styles from './style.module.scss';

/** Less than this is drawn as this much: a share that there is must be seen. */
const LEAST = 0.008;

const width = (share: number): { width: string } => {
  const shown = share <= 0 ? 0 : Math.min(1, Math.max(LEAST, share));
  return { width: `${Math.round(shown * 1000) / 10}%` };
};

/**
 * A share of a whole as a length, and where it has a part worth seeing, that part within it. It says nothing to a
 * screen reader: the words beside it do.
 *
 * @param share from 0 to 1
 * @param part of the share itself, from 0 to 1; the rest of it is then set back
 * @param quiet for what a figure is only compared with
 * @example <ShareBar share={2858 / 3158} />
 */
export function ShareBar({
  share,
  part,
  quiet = false,
}: {
  share: number;
  part?: number | undefined;
  quiet?: boolean;
}) {
  const back = quiet || part !== undefined;
  return (
    <View className={styles.bar} aria-hidden>
      <View className={`${styles.share} ${back ? styles.back : ''}`} style={width(share)}>
        {part !== undefined && <View className={styles.part} style={width(part)} />}
      </View>
    </View>
  );
}
