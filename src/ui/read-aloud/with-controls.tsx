import { Text, View } from '@tarojs/components';
import { useReadAloud } from '@/platform/read-aloud';
import { PlainButton } from '../button';
import { ReadingContext } from './context';
import type { ReadAloudProps } from './types';
import styles from './style.module.scss';

/** The article under a quiet row of buttons; just the article where the phone has no Chinese voice. */
export function WithControls({ paragraphs, children }: ReadAloudProps) {
  const { available, state, current, speed, failed, begin, pause, resume, stop, changeSpeed } =
    useReadAloud(paragraphs);
  return (
    <ReadingContext.Provider value={current}>
      {available && paragraphs.length > 0 && (
        <View className={styles.row} ariaRole="group" ariaLabel="朗读">
          {state === 'off' && (
            <PlainButton onPress={begin}>
              <Text>朗读</Text>
            </PlainButton>
          )}
          {state === 'reading' && (
            <PlainButton onPress={pause}>
              <Text>暂停</Text>
            </PlainButton>
          )}
          {state === 'paused' && (
            <PlainButton onPress={resume}>
              <Text>继续朗读</Text>
            </PlainButton>
          )}
          {state !== 'off' && (
            <>
              <PlainButton onPress={stop}>
                <Text>停止</Text>
              </PlainButton>
              <PlainButton onPress={changeSpeed}>
                <Text>语速 {speed}</Text>
              </PlainButton>
            </>
          )}
        </View>
      )}
      {failed && (
        <View className={styles.failed} ariaRole="status">
          朗读中断，可能是没有网络。可以从刚才那句继续朗读。
        </View>
      )}
      {children}
    </ReadingContext.Provider>
  );
}
