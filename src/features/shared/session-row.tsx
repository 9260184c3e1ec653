import { Text, View } from '@tarojs/components';
import type { ReactNode } from 'react';
import type { Day } from '@yugong/domain/calendar';
import type { SessionWire } from '@yugong/domain/session/wire';
import { Icon } from '@/ui/icon';
import { Pressable } from '@/ui/pressable';
import { StateLine } from '@/ui/state-line';
import { Tag } from '@/ui/tag';
import { saySeats, sayWhen } from './say-session';
import styles from './session-row.module.scss';

/** A session to choose: when and where, and whether there is a place. */
export function SessionRow({
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
  const { text, tone } = saySeats(session, today);
  return (
    <Pressable className={styles.row} {...goes}>
      <View className={styles.words}>
        <View className={styles.when}>
          <Text>{sayWhen(session, today)}</Text>
          {session.demo && <Tag tone="unknown">演示</Tag>}
        </View>
        <View>{session.place}</View>
        <StateLine state={tone} word={text} />
        {remark}
      </View>
      <Icon name="chevron-right" size="small" />
    </Pressable>
  );
}
