/** The stations' feed as it travels: pages of records with their hours compiled. The service makes it, the phone takes it. */
import * as v from 'valibot';
import { CompiledHoursWire } from '@yugong/domain/opening-hours/schema';
import { hasDate } from '@yugong/domain/record';
import { StationRecord } from '@yugong/domain/station/record';

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

/** One record of it: the dataset's own, and its hours where it has any. */
export const FedStation = v.pipe(
  v.strictObject({ ...StationRecord.entries, hours: v.nullable(CompiledHoursWire) }),
  v.check((station) => hasDate(station), '要有 publishedAt 或 asOf'),
);
export type FedStation = v.InferOutput<typeof FedStation>;
