import { Text, View } from '@tarojs/components';
import { openDialler } from '@/platform/call';
import { leaveQuickly } from '@/platform/leave';
import { Icon } from '@/ui/icon';
import { Pressable } from '@/ui/pressable';
import { callNumbers } from '../model';
import styles from './frame.module.scss';

/** Always at the lower edge: out of here at once, and three numbers by one tap. */
export function HelpBar() {
  return (
    <View className={styles.bar}>
      <Pressable className={styles.leave} onPress={leaveQuickly} label="快速离开，换成别的页面">
        <Icon name="log-out" size="small" />
        <Text>快速离开</Text>
      </Pressable>
      {callNumbers.map(({ number, dial, short }) => (
        <Pressable
          key={number}
          className={styles.call}
          onPress={() => openDialler(dial)}
          label={`打 ${number} ${short}`}
        >
          <Text className={styles.number}>{number}</Text>
          <Text className={styles.short}>{short}</Text>
        </Pressable>
      ))}
    </View>
  );
}
