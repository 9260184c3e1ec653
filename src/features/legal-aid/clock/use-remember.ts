import Taro from '@tarojs/taro';
import { daysLeft, sayArticle, type Deadline } from '@yugong/domain/labour-law';
import { instantOf } from '@yugong/domain/time';
import { addToPhoneCalendar, handsOverFile, type PhoneCalendarAnswer } from '@/platform/phone-calendar';
import { useMyDates } from '@/platform/my-dates';
import { legalPageUrl } from '..';
import { calendarAnswers } from '../../shared/calendar-answers';
import { DATE_PREFIX } from '../draft/store';

const sayings: Record<PhoneCalendarAnswer, string> = {
  ...calendarAnswers,
  ...(handsOverFile ? {} : { added: '已添加，提前 7 天提醒' }),
};

/** 9:00, seven days before the last day's midnight. */
const ALARM_MINUTES = 7 * 24 * 60 - 9 * 60;

/** Puts a deadline where it is seen: the phone's calendar, or this app's. Titles give nothing away over a shoulder. */
export function useRemember() {
  const keep = useMyDates((state) => state.keep);
  const say = (title: string) => void Taro.showToast({ title, icon: 'none' });
  return {
    intoPhone: async (deadline: Deadline) => {
      if (deadline.due === null) return;
      const noon = instantOf(deadline.due, '12:00');
      const answer = await addToPhoneCalendar({
        uid: `${DATE_PREFIX}${deadline.id}`,
        title: '最后一天：交材料',
        startsAt: noon,
        endsAt: noon,
        allDay: true,
        alarmMinutesBefore: ALARM_MINUTES,
      });
      say(sayings[answer]);
    },
    intoApp: (deadline: Deadline, today: string) => {
      if (deadline.due === null || (daysLeft(deadline, today) ?? -1) < 0) return;
      const kept = keep({
        id: `${DATE_PREFIX}${deadline.id}`,
        title: deadline.title,
        day: deadline.due,
        note: deadline.articles.slice(0, 1).map(sayArticle).join(''),
        url: legalPageUrl('clock'),
      });
      say(kept === 'kept' ? '已记在日历页' : '保存失败，请自己记下这个日子');
    },
  };
}
