import { Text, View } from '@tarojs/components';
import { Icon } from '../icon';
import styles from './style.module.scss';

/** The hint and the error of a field, over its control: the keyboard covers what is under it. */
export function FieldMessages({
  id,
  hint,
  error,
}: {
  id: string;
  hint?: string | undefined;
  error?: string | undefined;
}) {
  return (
    <>
      {hint && (
        <View id={`${id}-hint`} className={styles.hint}>
          {hint}
        </View>
      )}
      {error && (
        <View id={`${id}-error`} className={styles.error}>
          <Icon name="info" size="small" />
          <Text>{error}</Text>
        </View>
      )}
    </>
  );
}
