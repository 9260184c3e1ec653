/** Places to rest. */
import * as v from 'valibot';
import { entryWays, facilities, precisions, stationKinds } from './vocabulary';
import { Prose, record } from '../record/index';

/** A place to rest. `precision: 'area'` is a hint without navigation: the source names no exact place. */
export const StationRecord = record({
  aliases: v.array(Prose),
  kind: v.picklist(stationKinds),
  precision: v.picklist(precisions),
  street: v.nullable(Prose),
  address: v.nullable(Prose),
  /** Position in GCJ-02 degrees; null until somebody has measured it. */
  location: v.nullable(v.strictObject({ lng: v.number(), lat: v.number() })),
  /** OpenStreetMap `opening_hours`; null where no source gives hours. */
  openingHours: v.nullable(Prose),
  /** What the source says of hours beyond the rule, such as the year they held for. */
  hoursNote: v.nullable(Prose),
  /** How one gets in, as far as a source says; empty where none does. */
  entry: v.optional(v.array(v.picklist(entryWays))),
  /** What the source says of getting in, in words. */
  access: v.nullable(Prose),
  facilities: v.array(v.picklist(facilities)),
  phone: v.nullable(Prose),
  note: v.nullable(Prose),
  /** Which union checked it on `verifiedAt`. */
  verifiedBy: v.optional(Prose),
});
