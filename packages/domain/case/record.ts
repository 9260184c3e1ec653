/** Innovation cases. */
import * as v from 'valibot';
import { Figure, Prose, RecordPictures, ServiceId, Source, record } from '../record/index';

/** A statement beside a case whose own text is not public: its neighbourhood, never its content. */
const ContextFact = v.strictObject({ text: Prose, source: Source });

/** An innovation case of the national union's lists, or a union's own. `points` is empty where no text is public. */
export const CaseRecord = record({
  /** The number of the national list (期); null for a case that a union published itself. */
  period: v.nullable(
    v.pipe(
      v.number(),
      v.check((period) => period > 0 && period % 1 === 0, '应为期数，例如 9'),
    ),
  ),
  category: v.picklist([1, 2, 4, 11, 12, 13, 15, 16]),
  /** A category that the national lists don't have, by its own name; `category` is 其他工作 then. */
  categoryName: v.optional(Prose),
  /** The union that did it, as it was called then. */
  unit: Prose,
  /** One or two sentences; null where the case's text is not public. */
  lead: v.nullable(Prose),
  points: v.array(v.strictObject({ heading: Prose, body: Prose })),
  figures: v.array(Figure),
  context: v.array(ContextFact),
  service: v.optional(ServiceId),
  pictures: RecordPictures,
});
