import Taro from '@tarojs/taro';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { addToPhoneCalendar, type PhoneEvent } from '@/platform/phone-calendar';
import { PlainButton } from '@/ui/button';
import { Sheet } from '@/ui/sheet';
import { calendarAnswers } from '../../shared/calendar-answers';
import { alarmsFor } from '../phone-event';
import styles from './add-to-calendar-button.module.scss';

/** Puts a date into the phone's calendar, with the alarm that the reader chooses. */
export function AddToCalendarButton({ event }: { event: PhoneEvent }) {
  const [asking, setAsking] = useState(false);
  const keep = async (minutes: number | null) => {
    setAsking(false);
    const answer = await addToPhoneCalendar({
      ...event,
      ...(minutes === null ? {} : { alarmMinutesBefore: minutes }),
    });
    void Taro.showToast({ title: calendarAnswers[answer], icon: 'none' });
  };
  return (
    <>
      <PlainButton icon="calendar-plus" onPress={() => setAsking(true)}>
        <Text>添加到手机日历</Text>
      </PlainButton>
      <Sheet title="设置提醒" open={asking} onClose={() => setAsking(false)}>
        <View className={styles.alarms}>
          {alarmsFor(event).map(({ text, minutes }) => (
            <PlainButton key={text} onPress={() => void keep(minutes)}>
              <Text>{text}</Text>
            </PlainButton>
          ))}
        </View>
      </Sheet>
    </>
  );
}
