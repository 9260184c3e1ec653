/** One event as an iCalendar file (RFC 5545). */
import { addDays, dayAt } from '@yugong/domain/calendar';
import type { PhoneEvent } from './types';

/** Octets a line may have, its end not counted (section 3.1). */
const LINE_OCTETS = 75;

const octets = (character: string): number => {
  const code = character.codePointAt(0) ?? 0;
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
};

/** Folds a line as section 3.1 asks: by octets, never inside a character; a continuation begins with a blank. */
function fold(line: string): string {
  let folded = '';
  let used = 0;
  for (const character of line) {
    const size = octets(character);
    if (used + size > LINE_OCTETS) {
      folded += '\r\n ';
      used = 1;
    }
    folded += character;
    used += size;
  }
  return folded;
}

/** Section 3.3.11. */
const escapeText = (text: string): string =>
  text
    .replace(/[\\;,]/g, (mark) => `\\${mark}`)
    .replace(/\r\n|\r|\n/g, '\\n')
    // No other control character is allowed in a value.
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, ''); // eslint-disable-line no-control-regex

const utc = (at: number): string => new Date(at).toISOString().replace(/[-:]/g, '').replace(/\.\d+/, '');
const date = (day: string): string => day.replace(/-/g, '');

/**
 * The event as the text of an `.ics` file.
 *
 * @param now milliseconds since the epoch, for DTSTAMP
 */
export function icsOf(event: PhoneEvent, now: number): string {
  const { uid, title, startsAt, endsAt, allDay = false, place, notes, alarmMinutesBefore } = event;
  const times = allDay
    ? // DTEND is the first day that no longer belongs to it.
      [`DTSTART;VALUE=DATE:${date(dayAt(startsAt))}`, `DTEND;VALUE=DATE:${date(addDays(dayAt(endsAt), 1))}`]
    : [`DTSTART:${utc(startsAt)}`, `DTEND:${utc(endsAt)}`];
  const alarm = [
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${escapeText(title)}`,
    `TRIGGER:-PT${alarmMinutesBefore}M`,
    'END:VALARM',
  ];
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//yugong//phone-calendar//ZH',
    'METHOD:PUBLISH',
    'BEGIN:VEVENT',
    `UID:${escapeText(uid)}@yugong`,
    `DTSTAMP:${utc(now)}`,
    ...times,
    `SUMMARY:${escapeText(title)}`,
    ...(place ? [`LOCATION:${escapeText(place)}`] : []),
    ...(notes ? [`DESCRIPTION:${escapeText(notes)}`] : []),
    ...(alarmMinutesBefore === undefined ? [] : alarm),
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ]
    .map(fold)
    .join('\r\n');
}
