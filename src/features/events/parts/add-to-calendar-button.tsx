import Taro from '@tarojs/taro';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import {
  addToPhoneCalendar,
  handsOverFile,
  type PhoneCalendarAnswer,
  type PhoneEvent,
} from '@/platform/phone-calendar';
import { PlainButton } from '@/ui/button';
import { Sheet } from '@/ui/sheet';
import { alarmsFor } from '../phone-event';
import styles from './add-to-calendar-button.module.scss';

const MESSAGES: Record<PhoneCalendarAnswer, string> = {
  added: handsOverFile ? '日历文件已下载，打开即可添加' : '已添添加到手机日历',
  cancelled: '已取消添加',
  denied: '未开启日历权限，请到设置里打开后再试',
  failed: '添加失败，请自己记下时间',
};

/** Puts a date into the phone's calendar, with the alarm that the reader chooses. */
export function AddToCalendarButton({ event }: { event: PhoneEvent }) {
  const [asking, setAsking] = useState(false);
  const keep = async (minutes: number | null) => {
    setAsking(false);
    const answer = await addToPhoneCalendar({
      ...event,
      ...(minutes === null ? {} : { alarmMinutesBefore: minutes }),
    });
    void Taro.showToast({ title: MESSAGES[answer], icon: 'none' });
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
