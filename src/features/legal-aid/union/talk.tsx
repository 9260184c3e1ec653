import { Text, View } from '@tarojs/components';
import { dayAt, sayDay, timeAt } from '@yugong/domain/calendar';
import type { LegalAidWire } from '@yugong/domain/legal-aid/wire';
import styles from './union.module.scss';

/** What was said, oldest first, each with who and when. */
export function Talk({ messages }: Pick<LegalAidWire, 'messages'>) {
  if (messages.length === 0)
    return (
      <View className={styles.note}>
        <Text>工会还没有回复。</Text>
      </View>
    );
  const today = dayAt(Date.now());
  return (
    <View>
      {messages.map(({ id, author, text, createdAt }) => {
        const at = Date.parse(createdAt);
        return (
          <View key={id} className={`${styles.message} ${author === 'union' ? styles.union : ''}`}>
            <View className={styles.who}>
              {author === 'union' ? '工会' : '你'}，{sayDay(dayAt(at), today)} {timeAt(at)}
            </View>
            <View className={styles.words}>
              <Text userSelect>{text}</Text>
            </View>
          </View>
        );
      })}
    </View>
  );
}
