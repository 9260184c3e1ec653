/** News of the unions. */
import * as v from 'valibot';
import { Figure, PartialDate, Prose, RecordPictures, ServiceId, record } from '../record/index';

/** A dated (or honestly undated) piece of news. */
export const NewsRecord = record({
  /** The day, or month, it happened; null where the source only says 近日. */
  happenedOn: v.nullable(PartialDate),
  paragraphs: v.pipe(v.array(Prose), v.minLength(1)),
  figures: v.array(Figure),
  service: v.optional(ServiceId),
  pictures: RecordPictures,
});
