import { Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import { addDays, dayAt } from '@yugong/domain/calendar';
import { sayVenue } from '@yugong/domain/session/venue';
import { instantOf, MINUTE } from '@yugong/domain/time';
import { addToPhoneCalendar, type PhoneEvent } from '@/platform/phone-calendar';
import { PlainButton } from '@/ui/button';
import { Sheet } from '@/ui/sheet';
import { calendarAnswers } from '../../shared/calendar-answers';
import type { Ticket } from './tickets';
import styles from './ticket.module.scss';

/** How long before the session one may be told to leave, in minutes. */
const leadTimes = [
  { minutes: 30, text: '提前 30 分钟' },
  { minutes: 60, text: '提前 1 小时' },
  { minutes: 120, text: '提前 2 小时' },
] as const;

/** Puts the session into the phone's calendar, and for who wants it a second alarm for leaving. */
export function CalendarButtons({ ticket, now }: { ticket: Ticket; now: number }) {
  const [asking, setAsking] = useState(false);
  const startsAt = Date.parse(ticket.session.startsAt);
  const add = async (event: PhoneEvent) => {
    setAsking(false);
    void Taro.showToast({ title: calendarAnswers[await addToPhoneCalendar(event)], icon: 'none' });
  };
  const possible = leadTimes.filter(({ minutes }) => startsAt - minutes * MINUTE > now);
  return (
    <>
      <PlainButton icon="calendar-plus" onPress={() => void add(phoneEventOf(ticket, now))}>
        <Text>添加到手机日历</Text>
      </PlainButton>
      {possible.length > 0 && (
        <PlainButton icon="bell" onPress={() => setAsking(true)}>
          <Text>出发前再提醒</Text>
        </PlainButton>
      )}
      <Sheet title="出发前再提醒" open={asking} onClose={() => setAsking(false)}>
        <View className={styles.hint}>会在手机日历里另加一条，到点响一次。</View>
        <View className={styles.leads}>
          {possible.map(({ minutes, text }) => (
            <PlainButton key={minutes} onPress={() => void add(leaveEventOf(ticket, minutes))}>
              <Text>{text}</Text>
            </PlainButton>
          ))}
        </View>
      </Sheet>
    </>
  );
}

/** When one looks at what tomorrow brings. */
const EVENING = '19:00';

/** How many minutes before a session its alarm rings: the evening before, or two hours before where that is over. */
export function alarmMinutes(startsAt: number, now: number): number {
  const evening = instantOf(addDays(dayAt(startsAt), -1), EVENING);
  return evening > now ? (startsAt - evening) / MINUTE : 120;
}

/** The title of a screening says no more than a glance over the shoulder may read. */
const titleOf = ({ session, programme }: Ticket): string => (programme?.kind === 'event' ? session.title : '工会预约');

/** The session itself, which rings once: the evening before. */
function phoneEventOf(ticket: Ticket, now: number): PhoneEvent {
  const { registration, session } = ticket;
  const startsAt = Date.parse(session.startsAt);
  return {
    uid: `registration-${registration.id}`,
    title: titleOf(ticket),
    startsAt,
    endsAt: Date.parse(session.endsAt),
    place: sayVenue(session),
    notes: '详情见渝工随行“我的报名”。',
    alarmMinutesBefore: alarmMinutes(startsAt, now),
  };
}

/** The way there as an entry of its own, which rings when it begins: WeChat gives an entry one alarm. */
export function leaveEventOf(ticket: Ticket, minutes: number): PhoneEvent {
  const { registration, session } = ticket;
  const startsAt = Date.parse(session.startsAt);
  return {
    uid: `registration-${registration.id}-leave`,
    title: `该出发了：${titleOf(ticket)}`,
    startsAt: startsAt - minutes * MINUTE,
    endsAt: startsAt,
    place: sayVenue(session),
    alarmMinutesBefore: 0,
  };
}
