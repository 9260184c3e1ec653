import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { slotTime } from '@yugong/domain/screening';
import { PlainButton } from '@/ui/button';
import { signUpUrl } from '../../registration';
import { SessionRow } from '../../shared/session-row';
import { sayOfCycle } from './find';
import type { useDays } from './use-days';
import styles from './days.module.scss';

/** As many as a cheap phone draws at once. */
const BLOCK = 20;

const remarks = {
  avoid: '按你填的日期，这天要避开',
  maybe: '按你填的日期，这天可能要避开',
  far: '太远了，推算不准',
  fine: null,
} as const;

/** The sessions to choose from. */
export function DayRows({ shown, today, cycle, ruleOf, wish }: ReturnType<typeof useDays>) {
  const [blocks, setBlocks] = useState(1);
  const rest = shown.length - blocks * BLOCK;
  if (shown.length === 0)
    return (
      <View className={styles.none}>
        <View>这样挑下来没有了。</View>
        <PlainButton onPress={() => wish({ adcode: null, evening: false, weekend: false })}>
          <Text>看全部场次</Text>
        </PlainButton>
      </View>
    );
  return (
    <View>
      {shown.slice(0, blocks * BLOCK).map((session) => {
        const said = sayOfCycle(ruleOf(session), cycle.cycle, slotTime(session).day);
        const remark = said && remarks[said];
        return (
          <SessionRow
            key={session.id}
            session={session}
            today={today}
            url={signUpUrl({ session: session.id })}
            remark={remark && <View className={styles.remark}>{remark}</View>}
          />
        );
      })}
      {rest > 0 && (
        <PlainButton onPress={() => setBlocks(blocks + 1)}>
          <Text>再看 {Math.min(rest, BLOCK)} 场</Text>
        </PlainButton>
      )}
    </View>
  );
}
