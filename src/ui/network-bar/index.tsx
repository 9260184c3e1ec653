import { Text, View } from '@tarojs/components';
import { useOnline } from '@/platform/network';
import { hasService } from '@/platform/service';
import { Icon } from '../icon';
import styles from './style.module.scss';

/**
 * Says so while the phone has no network, or the app no service, and what that means here. It never says that there is one:
 * a phone that claims to have a network may still get nothing through.
 */
export function NetworkBar() {
  const online = useOnline();
  return (
    // Always there, so that a screen reader notices when words come into it.
    <View ariaRole="status">
      {!(online && hasService) && (
        <View className={styles.bar}>
          <Icon name="info" size="small" />
          <Text className={styles.words}>{`${hasService ? '没有网络' : '还没有配置服务'}，浏览内容不受影响`}</Text>
        </View>
      )}
    </View>
  );
}
