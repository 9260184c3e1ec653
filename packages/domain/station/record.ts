/** Places to rest. */
import * as v from 'valibot';
import { anyoneStates, entryWays, facilities, precisions, stationKinds } from './vocabulary';
import { Prose, record, RecordPictures } from '../record/index';
import { openPicklist } from '../wire/tolerant';

/**
 * GCJ-02 degrees within a box around Chongqing (105°17′–110°11′ E, 28°10′–32°13′ N, rounded outwards). Anything else,
 * such as 0,0 of an empty cell, is no place to send anybody to, and the packed columns have no room for it.
 */
export const PositionInChongqing = v.strictObject({
  lng: v.pipe(
    v.number(),
    v.minValue(105.2, '经度应在重庆范围内（105.2–110.3）'),
    v.maxValue(110.3, '经度应在重庆范围内（105.2–110.3）'),
  ),
  lat: v.pipe(
    v.number(),
    v.minValue(28.1, '纬度应在重庆范围内（28.1–32.3）'),
    v.maxValue(32.3, '纬度应在重庆范围内（28.1–32.3）'),
  ),
});

/** A floor is a few words; the way to it belongs to the address. */
const MAX_FLOOR_LENGTH = 30;

/** A place to rest. `precision: 'area'` is a hint without navigation: the source names no exact place. */
export const StationRecord = record({
  aliases: v.array(Prose),
  kind: openPicklist(stationKinds, 'convenience_station'),
  precision: openPicklist(precisions, 'area'),
  street: v.nullable(Prose),
  address: v.nullable(Prose),
  /** Position in GCJ-02 degrees; null until somebody has measured it. */
  location: v.nullable(PositionInChongqing),
  /** OpenStreetMap `opening_hours`; null where no source gives hours. */
  openingHours: v.nullable(Prose),
  /** What the source says of hours beyond the rule, such as the year they held for. */
  hoursNote: v.nullable(Prose),
  /** How one gets in, as far as a source says; empty where none does. */
  entry: v.optional(v.array(v.picklist(entryWays))),
  /** What the source says of getting in, in words. */
  access: v.nullable(Prose),
  /** May anybody come in, without buying anything or showing papers? Left out where no source says. */
  anyoneMayEnter: v.optional(openPicklist(anyoneStates, 'unknown')),
  /** On which floor, as a sign in the building says it: 2 楼, 负一楼电梯旁. */
  floor: v.optional(v.pipe(Prose, v.maxLength(MAX_FLOOR_LENGTH, `楼层不能超过 ${MAX_FLOOR_LENGTH} 个字`))),
  facilities: v.array(v.picklist(facilities)),
  phone: v.nullable(Prose),
  note: v.nullable(Prose),
  /** Which union checked it on `verifiedAt`. */
  verifiedBy: v.optional(Prose),
  /** What it looks like from outside: the door first, as a volunteer photographed it and a union accepted it. */
  pictures: RecordPictures,
});
