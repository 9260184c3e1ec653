/** Events of the calendar. */
import * as v from 'valibot';
import { DayDate, Figure, Prose, RecordPictures, record } from '../record/index';

/** A time of day at +08:00; `24:00` is the midnight that ends the day. */
export const EventTime = v.pipe(v.string(), v.regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, '应为 HH:mm，例如 19:30'));

/** An event of the calendar. Past ones stay: they are what the union has done. */
export const EventRecord = record({
  /** First day of the (first) occurrence. */
  start: DayDate,
  /** Last day, inclusive, of the (first) occurrence; absent for a single day. */
  end: v.optional(DayDate),
  /** RFC 5545 recurrence rule, without the `RRULE:` prefix. */
  rrule: v.optional(v.pipe(v.string(), v.regex(/^FREQ=/, '应为 RFC 5545 的规则，例如 FREQ=YEARLY'))),
  /** Days on which the rule would have it and it isn't (RFC 5545 EXDATE), and further first days (RDATE). */
  exdates: v.optional(v.array(DayDate)),
  rdates: v.optional(v.array(DayDate)),
  /** From when on the first day to when on the last, where the source says; absent for whole days. */
  time: v.optional(v.strictObject({ from: EventTime, to: v.nullable(EventTime) })),
  place: v.nullable(Prose),
  organiser: v.nullable(Prose),
  /** Who may come; absent where no source says. */
  audience: v.optional(Prose),
  /** The programme of the service whose sessions one signs up for. */
  programme: v.optional(v.pipe(v.string(), v.regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,63}$/, '应为服务里项目的 id'))),
  summary: Prose,
  /** What a reader must know before relying on it, such as a recurring day nobody has announced here. */
  caveat: v.optional(Prose),
  figures: v.array(Figure),
  pictures: RecordPictures,
});
