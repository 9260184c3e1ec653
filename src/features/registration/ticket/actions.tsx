import { sayInstant } from '@yugong/domain/agenda';
import Taro from '@tarojs/taro';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { openMap } from '@/platform/open-map';
import { addToPhoneCalendar, type PhoneCalendarAnswer, type PhoneEvent } from '@/platform/phone-calendar';
import { open } from '@/platform/navigation';
import { Actions } from '@/ui/article';
import { PlainButton } from '@/ui/button';
import { moveUrl } from '..';
import { ConfirmSheet } from '../../shared/confirm-sheet';
import { sendCancel } from '../outbox-kinds';
import type { Ticket } from './tickets';
import styles from './ticket.module.scss';

const answers: Record<PhoneCalendarAnswer, string> = {
  added: '加到日历了',
  cancelled: '没有加',
  denied: '手机没有允许写日历，可以在设置里打开',
  failed: '没有加成，再试一次',
};

const toast = (title: string): void => void Taro.showToast({ title, icon: 'none' });

/** What one does with a place: remember it, find it, change it, give it back. */
export function TicketActions({ ticket, now, today }: { ticket: Ticket; now: number; today: string }) {
  const [asking, setAsking] = useState(false);
  const { registration, session } = ticket;
  const { status } = registration;
  const mayChange = status === 'waitlist' || (status === 'booked' && now < Date.parse(session.cancelUntil));
  const remember = async () => toast(answers[await addToPhoneCalendar(phoneEventOf(ticket, now))]);
  const find = async () => {
    const outcome = await openMap({ name: session.place, address: null, at: null });
    if (outcome === 'copied') toast('地址复制好了，到地图里粘贴');
    if (outcome === 'failed') toast('没有打开地图');
  };
  const giveBack = () => {
    if (!sendCancel(registration.id, session)) toast('手机存储满了，没有取消');
  };
  return (
    <View>
      <Actions>
        {status === 'booked' && (
          <PlainButton icon="calendar-plus" onPress={() => void remember()}>
            <Text>加到手机日历</Text>
          </PlainButton>
        )}
        <PlainButton icon="navigation" onPress={() => void find()}>
          <Text>怎么去</Text>
        </PlainButton>
        {mayChange && (
          <PlainButton onPress={() => open(moveUrl(registration.id))}>
            <Text>改期</Text>
          </PlainButton>
        )}
        {mayChange && (
          <PlainButton onPress={() => setAsking(true)}>
            <Text>{status === 'waitlist' ? '不排了' : '取消报名'}</Text>
          </PlainButton>
        )}
      </Actions>
      {mayChange && status === 'booked' && (
        <View className={styles.hint}>{sayInstant(session.cancelUntil, today)} 前都可以自己改期或取消。</View>
      )}
      {!mayChange && status === 'booked' && now < Date.parse(session.startsAt) && (
        <View className={styles.hint}>过了自己改期、取消的时间。有事去不了，打 12351 说一声，名额能给别人。</View>
      )}
      <ConfirmSheet
        title={status === 'waitlist' ? '不排了？' : '取消这次报名？'}
        open={asking}
        confirm={status === 'waitlist' ? '确定不排了' : '确定取消'}
        keep="留着"
        onConfirm={giveBack}
        onClose={() => setAsking(false)}
      >
        <View>
          {status === 'waitlist'
            ? '排的位置会让给后面的人，再排要重新报。'
            : '名额马上给排队的下一位，要回来只能重新报。换个时间的话，用“改期”更稳妥。'}
        </View>
      </ConfirmSheet>
    </View>
  );
}

/** The evening before a morning's session. */
const EVENING_MS = 15 * 3_600_000;

/**
 * Rings fifteen hours before, or two where that is over. The title of a screening says no more than a glance over the
 * shoulder may read.
 */
function phoneEventOf({ registration, session, programme }: Ticket, now: number): PhoneEvent {
  const startsAt = Date.parse(session.startsAt);
  return {
    uid: `registration-${registration.id}`,
    title: programme?.kind === 'event' ? session.title : '工会预约',
    startsAt,
    endsAt: Date.parse(session.endsAt),
    place: session.place,
    notes: '详情在渝工随行“我的报名”里。',
    alarmMinutesBefore: startsAt - now > EVENING_MS ? EVENING_MS / 60_000 : 120,
  };
}
