import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { summarizeSession } from '@yugong/domain/session/words';
import type { Day } from '@yugong/domain/calendar';
import type { SessionWire } from '@yugong/domain/session/wire';
import { Icon } from '@/ui/icon';
import { Pressable } from '@/ui/pressable';
import { StateLine } from '@/ui/state-line';
import { Tag } from '@/ui/tag';
import { saySessionTime } from './say-session-time';
import styles from './session-row.module.scss';

/** A session to choose: when and where, and whether there is a place. */
export function SessionChoiceRow({
  session,
  today,
  remark,
  ...goes
}: {
  session: SessionWire;
  today: Day;
  /** Something about this day for this reader alone. */
  remark?: ReactNode;
} & ({ url: string } | { onPress: () => void })) {
  const { text, state } = summarizeSession(session, today);
  return (
    <Pressable className={styles.row} {...goes}>
      <View className={styles.words}>
        <View className={styles.when}>
          <Text>{saySessionTime(session, today)}</Text>
          {session.demo && <Tag tone="unknown">演示</Tag>}
        </View>
        <View>{session.place}</View>
        <StateLine state={state} word={text} />
        {remark}
      </View>
      <Icon name="chevron-right" size="small" />
    </Pressable>
  );
}
