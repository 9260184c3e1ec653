import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { slotTime } from '@yugong/domain/screening';
import { PlainButton } from '@/ui/button';
import { signUpUrl, ticketUrl } from '../../registration';
import { SessionAlertButton } from '../../shared/session-alert';
import { SessionChoiceRow } from '../../shared/session-row';
import { sayOfCycle } from './session-filter';
import type { useDays } from './use-days';
import styles from './days.module.scss';

/** What waits to be sent says nothing of where or when she is free. */
export const ALERT_TITLE = '有场次通知我';

/** As many as a cheap phone draws at once. */
const ROWS_PER_BLOCK = 20;

const remarks = {
  avoid: '按填写的日期，这天需要避开',
  maybe: '按填写的日期，这天可能需要避开',
  far: '日期较远，推算不准',
  fine: null,
} as const;

/** The sessions to choose from. */
export function DayRows({ shown, today, cycle, ruleOf, wish, alert, registrationOf }: ReturnType<typeof useDays>) {
  const [blocks, setBlocks] = useState(1);
  const rest = shown.length - blocks * ROWS_PER_BLOCK;
  if (shown.length === 0)
    return (
      <View className={styles.none}>
        <View>没有符合条件的场次。</View>
        <PlainButton onPress={() => wish({ adcode: null, evening: false, weekend: false })}>
          <Text>清空筛选</Text>
        </PlainButton>
        <SessionAlertButton request={alert} title={ALERT_TITLE} />
      </View>
    );
  return (
    <View>
      {shown.slice(0, blocks * ROWS_PER_BLOCK).map((session) => {
        const said = sayOfCycle(ruleOf(session), cycle.cycle, slotTime(session).day);
        const registration = registrationOf(session);
        const remark = registration === null ? said && remarks[said] : '你已报名这一场';
        return (
          <SessionChoiceRow
            key={session.id}
            session={session}
            today={today}
            url={registration === null ? signUpUrl({ session: session.id }) : ticketUrl({ registration })}
            remark={remark && <View className={styles.remark}>{remark}</View>}
          />
        );
      })}
      {rest > 0 && (
        <PlainButton onPress={() => setBlocks(blocks + 1)}>
          <Text>再显示 {Math.min(rest, ROWS_PER_BLOCK)} 场</Text>
        </PlainButton>
      )}
    </View>
  );
}
