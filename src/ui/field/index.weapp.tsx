import { Text, View } from '@tarojs/components';
import { FieldMessages } from './messages';
import type { FrameProps } from './types';
import styles from './style.module.scss';

export { describedBy, spoken, type FieldProps } from './types';

/** Label, hint and error around one control, which says them itself: WeChat has no label for it. */
export function Field({ id, label, hint, error, optional, children }: Omit<FrameProps, 'name'>) {
  return (
    <View className={`${styles.field} ${error ? styles.wrong : ''}`}>
      <View className={styles.label} aria-hidden>
        <Text>{label}</Text>
        {optional && <Text className={styles.optional}>可不填</Text>}
      </View>
      <FieldMessages id={id} hint={hint} error={error} />
      {children}
    </View>
  );
}
