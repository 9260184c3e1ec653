/** The coming months: events and public holidays together, as far as they are known. */
import type { Digest } from '@/content/bundle';
import { daysBetween, type Day } from '@/domain/calendar';

export interface CalendarLine {
  key: string;
  start: Day;
  end: Day;
  title: string;
  /** Null for a public holiday. */
  eventId: string | null;
  place: string | null;
}

/** Events and holidays that aren't over, by month (`YYYY-MM`), soonest first. */
export function comingMonths(digest: Digest, today: Day): { month: string; lines: CalendarLine[] }[] {
  const lines: CalendarLine[] = [
    ...digest.events.map(({ id, start, end, title, place }) => ({
      key: id + start,
      start,
      end,
      title,
      eventId: id,
      place,
    })),
    ...digest.holidays.map(({ name, start, end }) => ({
      key: name + start,
      start,
      end,
      title: `${name}放假`,
      eventId: null,
      place: null,
    })),
  ]
    .filter((line) => line.end >= today && daysBetween(today, line.start) <= 366)
    .sort((a, b) => a.start.localeCompare(b.start));
  const months: { month: string; lines: CalendarLine[] }[] = [];
  for (const line of lines) {
    const month = (line.start < today ? today : line.start).slice(0, 7);
    const last = months[months.length - 1];
    if (last?.month === month) last.lines.push(line);
    else months.push({ month, lines: [line] });
  }
  return months;
}
