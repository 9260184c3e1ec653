import Taro from '@tarojs/taro';
import { dayAt } from '@yugong/domain/calendar';
import { DAY, instantOf } from '@yugong/domain/time';
import { errorMessage } from '../error-message';
import { log } from '../log';
import type { PhoneCalendarAnswer, PhoneEvent } from './types';

export type { PhoneCalendarAnswer, PhoneEvent } from './types';

/** WeChat writes into the calendar itself. */
export const handsOverFile = false;

/** WeChat wants seconds. */
const seconds = (at: number): number => Math.floor(at / 1000);
const midnight = (at: number): number => instantOf(dayAt(at));

/** What WeChat's refusal means; its words differ between iOS and Android. */
function answerOf(message: string): PhoneCalendarAnswer {
  if (/cancel/i.test(message)) return 'cancelled';
  return /auth|deny|denied|permission|authorize/i.test(message) ? 'denied' : 'failed';
}

/** Puts a date into the phone's calendar, after WeChat has asked the reader. Call it only from a tap. */
export async function addToPhoneCalendar(event: PhoneEvent): Promise<PhoneCalendarAnswer> {
  const { title, startsAt, endsAt, allDay = false, place, notes, alarmMinutesBefore } = event;
  try {
    await Taro.addPhoneCalendar({
      title,
      allDay,
      startTime: seconds(allDay ? midnight(startsAt) : startsAt),
      // The last second of the last day. WeChat's page says a number today; its older ones and the typings that it
      // publishes say a string, which released base libraries take. The digits are the same, so the string stays.
      endTime: String(seconds(allDay ? midnight(endsAt) + DAY - 1 : endsAt)),
      alarm: alarmMinutesBefore !== undefined,
      ...(alarmMinutesBefore === undefined ? {} : { alarmOffset: alarmMinutesBefore * 60 }),
      ...(place ? { location: place } : {}),
      ...(notes ? { description: notes } : {}),
    });
    return 'added';
  } catch (error) {
    const message = errorMessage(error);
    const answer = answerOf(message);
    if (answer === 'failed') log('phone-calendar', message || 'failed');
    return answer;
  }
}
