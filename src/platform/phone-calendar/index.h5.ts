import { saveFile } from '../save-file';
import { icsOf } from './ics';
import type { PhoneCalendarAnswer, PhoneEvent } from './types';

export type { PhoneCalendarAnswer, PhoneEvent } from './types';

/** A browser hands over a file, which the reader has to open. */
export const handsOverFile = true;

/**
 * Puts a date into the phone's calendar: a browser hands over an `.ics` file, which the phone opens there.
 * Call it only from a tap.
 *
 * @example
 * await addToPhoneCalendar({ uid: 'deadline-one-year', title: '仲裁时效最后一天', startsAt, endsAt, allDay: true })
 */
export function addToPhoneCalendar(event: PhoneEvent): Promise<PhoneCalendarAnswer> {
  const name = `${event.title.replace(/[\\/:*?"<>|\s]+/g, '-').slice(0, 40)}.ics`;
  const file = new Blob([icsOf(event, Date.now())], { type: 'text/calendar;charset=utf-8' });
  return Promise.resolve(saveFile(name, file) ? 'added' : 'failed');
}
