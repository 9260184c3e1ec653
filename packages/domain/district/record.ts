/** Districts, holidays and published counts. */
import * as v from 'valibot';
import { figureTopics } from '../figure';
import { RecordAdcode, DayDate, Figure, Prose, RecordId, record } from '../record/index';

const Position = v.strictObject({ lng: v.number(), lat: v.number() });

/** A county-level division of Chongqing, today's 37 and those that were merged. */
export const DistrictRecord = record({
  adcode: RecordAdcode,
  kind: v.picklist(['district', 'county', 'autonomous_county', 'functional_area']),
  status: v.picklist(['current', 'abolished', 'functional']),
  /** Names that old texts use for (parts of) it. */
  formerNames: v.array(Prose),
  /** For an abolished or functional one: the code it belongs to now. */
  mergedInto: v.nullable(RecordAdcode),
  /** Centre of the built-up area in GCJ-02; null where unknown. */
  centre: v.nullable(Position),
});

/** One year's public holidays and the working days that pay for them. */
export const HolidayYearRecord = record({
  year: v.number(),
  days: v.array(v.strictObject({ date: DayDate, name: Prose, off: v.boolean() })),
});

/** A published count, for places, districts or the city. */
export const StatisticRecord = record({
  scope: Prose,
  topic: v.picklist(figureTopics),
  /** The statistic that this one is a part of: it is drawn as a proportion of it. */
  partOf: v.optional(RecordId),
  /** Figures under one such heading are drawn on one scale. They need not add up to anything. */
  comparedAs: v.optional(Prose),
  figure: Figure,
  note: v.nullable(Prose),
});
