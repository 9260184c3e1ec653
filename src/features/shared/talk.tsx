import { Text, View } from '@tarojs/components';
import { dayAt, sayDay, timeAt } from '@yugong/domain/calendar';
import type { MessageWire } from '@yugong/domain/legal-aid/wire';
import styles from './talk.module.scss';

/** What the reader sent to begin with, and below it the rest of what was given, a line each. */
export function SentText({ text, lines }: { text: string; lines: readonly string[] }) {
  return (
    <View>
      <View className={styles.words}>
        <Text userSelect>{text}</Text>
      </View>
      {lines.map((line) => (
        <View key={line} className={styles.note}>
          <Text userSelect>{line}</Text>
        </View>
      ))}
    </View>
  );
}

/**
 * What was said between the reader and the union, oldest first, each with who and when.
 *
 * @param none what stands there while nothing was said
 */
export function Talk({ messages, none }: { messages: readonly MessageWire[]; none: string }) {
  if (messages.length === 0)
    return (
      <View className={styles.note}>
        <Text>{none}</Text>
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
