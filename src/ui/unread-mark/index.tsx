import { Text, View } from '@tarojs/components';
import styles from './style.module.scss';

/** What fits beside a word: WeChat's own tab bar shows no more either. */
const MAX_COUNT_SHOWN = 99;

/** A count as a badge shows it. @example sayCount(120) // '99+' */
export const sayCount = (count: number): string => (count > MAX_COUNT_SHOWN ? `${MAX_COUNT_SHOWN}+` : String(count));

/**
 * A title with a red count of what is unread behind it; the title alone where nothing is.
 *
 * @example <Row url={mineUrl()} title={<UnreadMark title="我的报名" count={2} />} />
 */
export function UnreadMark({ title, count }: { title: string; count: number }) {
  return (
    <View className={styles.mark}>
      <Text>{title}</Text>
      {count > 0 && (
        <View className={styles.badge} ariaRole="img" ariaLabel={`${count} 条未读`}>
          {sayCount(count)}
        </View>
      )}
    </View>
  );
}
