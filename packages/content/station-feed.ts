/** The stations' feed as it travels: pages of records with their hours compiled. The service makes it, the phone takes it. */
import { defined } from '@yugong/domain/narrow';
import * as v from 'valibot';
import type { CompiledHours } from '@yugong/domain/opening-hours';
import { hasDate } from '@yugong/domain/record';
import { StationRecord } from '@yugong/domain/station/record';
import { readWhole } from '@yugong/domain/wire/tolerant';

/** The answer of `GET /api/v1/content/stations`, its records not looked at yet. */
export const StationPageWire = v.object({
  collection: v.literal('stations'),
  /** Changes exactly when a record does; send it as `since` next time. */
  version: v.string(),
  /** Orders versions as text; see content/feed. */
  edition: v.string(),
  /** False where `since` is this version: then there are no records. */
  changed: v.boolean(),
  /** How many stations the question has in all. */
  total: v.number(),
  /** Records of the dataset, each with `hours` compiled for the phone. */
  records: v.array(v.looseObject({ id: v.string() })),
  /** Send it as `after` for the rest; null at the end. */
  next: v.nullable(v.string()),
});

const minutes = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(2880));
const monthDay = v.pipe(v.number(), v.integer(), v.minValue(101), v.maxValue(1231));
const whole = v.pipe(v.number(), v.integer());
const weekday = v.pipe(whole, v.minValue(0), v.maxValue(6));
const nth = v.pipe(whole, v.minValue(-5), v.maxValue(5));
const week = v.pipe(whole, v.minValue(1), v.maxValue(53));

const Rule = v.strictObject({
  d: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(255))),
  n: v.optional(v.array(v.union([v.tuple([weekday, nth]), v.tuple([weekday, nth, whole])]))),
  h: v.optional(v.literal(1)),
  w: v.optional(v.array(v.union([v.tuple([week, week]), v.tuple([week, week, week])]))),
  r: v.optional(v.array(v.union([v.tuple([monthDay, monthDay]), v.tuple([monthDay, monthDay, whole, whole])]))),
  t: v.optional(
    v.pipe(
      v.array(minutes),
      v.check(
        (times) => times.length % 2 === 0 && times.every((time, at) => at % 2 === 0 || time > defined(times[at - 1])),
      ),
    ),
  ),
  m: v.optional(v.picklist(['off', 'unknown'])),
  j: v.optional(v.picklist([',', '||'])),
});

/**
 * Compiled hours as they travel: what a phone evaluates it checks first. A rule with a part that it doesn't know would
 * say that a station is open when it isn't, so such hours are not known.
 */
const CompiledHoursWire: v.GenericSchema<unknown, CompiledHours> = readWhole(v.array(Rule));

/** One record of it: the dataset's own, and its hours where it has any. */
export const FedStation = v.pipe(
  v.strictObject({ ...StationRecord.entries, hours: v.nullable(CompiledHoursWire) }),
  v.check((station) => hasDate(station), '要有 publishedAt 或 asOf'),
);
export type FedStation = v.InferOutput<typeof FedStation>;
