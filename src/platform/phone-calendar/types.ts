/** A date for the phone's own calendar. */
export interface PhoneEvent {
  /** The same for the same date at every tap, so that a browser's calendar replaces it instead of adding a second. */
  uid: string;
  title: string;
  /** Milliseconds since the epoch. Of an all-day event any moment of its first day in Chongqing. */
  startsAt: number;
  /** Milliseconds since the epoch. Of an all-day event any moment of its last day, which belongs to it. */
  endsAt: number;
  allDay?: boolean | undefined;
  place?: string | undefined;
  notes?: string | undefined;
  /** Minutes before the start, for an all-day event before its midnight: 900 rings at 9:00 the day before. Left out, nothing rings. */
  alarmMinutesBefore?: number | undefined;
}

/**
 * What became of it. `added` in a browser means that the file was handed over; what the phone does with it
 * nobody tells us. `denied`: the reader doesn't allow the calendar; `cancelled`: not this time.
 */
export type PhoneCalendarAnswer = 'added' | 'cancelled' | 'denied' | 'failed';
