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
              <Text>读给我听</Text>
            </PlainButton>
          )}
          {state === 'reading' && (
            <PlainButton onPress={pause}>
              <Text>暂停</Text>
            </PlainButton>
          )}
          {state === 'paused' && (
            <PlainButton onPress={resume}>
              <Text>接着读</Text>
            </PlainButton>
          )}
          {state !== 'off' && (
            <>
              <PlainButton onPress={stop}>
                <Text>不读了</Text>
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
          读不出来了，可能是没有网络。停在刚才那句，可以接着读。
        </View>
      )}
      {children}
    </ReadingContext.Provider>
  );
}
