import { Text, View } from '@tarojs/components';
import { useDemo } from '@/platform/demo';
import styles from './style.module.scss';

/**
 * The thin strip at the lower edge of every page of a demo. It lies over the page, so that nothing moves when the first
 * answer tells that it is one.
 *
 * @param onBar on a bar that lies there already, and carries the strip on its upper edge
 */
export function DemoStrip({ onBar = false }: { onBar?: boolean }) {
  if (!useDemo()) return null;
  return (
    <View className={`${styles.strip} ${onBar ? styles.carried : styles.edge}`}>
      <Text>演示，不是真实的服务，请不要填写真实信息</Text>
    </View>
  );
}
