/** What a list shows of a station. */
import type { Day } from '../calendar';
import { travelMinutes, type TravelMode } from '../geo';
import { isAlwaysOpen, type HoursState } from '../opening-hours';
import { MINUTE } from '../time';
import type { StationIndex } from './index-of';
import { areHoursCurrent } from './claims';
import { facilitiesOf } from './needs';
import { verificationOf, type Verification } from './verification';
import { wayOf, type Way } from './way';
import type { AnyoneMayEnter, Facility, Precision, StationKind } from './vocabulary';

export interface StationRow {
  id: string;
  title: string;
  kind: StationKind;
  precision: Precision;
  /** The district as it is called now; null where no source says. */
  district: string | null;
  adcode: string | null;
  street: string | null;
  address: string | null;
  anyoneMayEnter: AnyoneMayEnter;
  floor: string | null;
  facilities: Facility[];
  roundTheClock: boolean;
  /** Null without a position, of the reader or of the station: never made up. */
  way: Way | null;
  now: HoursState;
  /** What the reader finds on arriving; equal to `now` where the way is unknown. */
  arrival: HoursState;
  verification: Verification;
  /** When the source said so, `YYYY[-MM[-DD]]`. */
  toldOn: string | null;
  /** Are the hours recent enough to be relied on? See `areHoursCurrent`. */
  hoursAreCurrent: boolean;
  demo: boolean;
}

/** @param metres as the crow flies, or null; `today` is the day of `now` */
export function rowAt(
  index: StationIndex,
  at: number,
  metres: number | null,
  { travel, now, today }: { travel: TravelMode; now: number; today: Day },
): StationRow {
  const { cells } = index;
  const hours = index.hours(at);
  const adcode = cells.adcode(at);
  const state = index.stateAt(hours, now);
  const toldOn = cells.asOf(at) ?? cells.publishedAt(at);
  return {
    id: cells.id(at),
    title: cells.title(at),
    kind: cells.kind(at),
    precision: cells.area(at) ? 'area' : 'place',
    district: index.districtTitle(adcode),
    adcode,
    street: cells.street(at),
    address: cells.address(at),
    anyoneMayEnter: cells.anyoneMayEnter(at),
    floor: cells.floor(at),
    facilities: facilitiesOf(cells.facilities(at)),
    roundTheClock: hours !== null && isAlwaysOpen(hours),
    way: metres === null ? null : wayOf(metres, index.about(at)),
    now: state,
    arrival: metres === null ? state : index.stateAt(hours, now + travelMinutes(metres, travel) * MINUTE),
    verification: verificationOf(cells.verifiedAt(at), cells.verifiedBy(at), today),
    toldOn,
    hoursAreCurrent: areHoursCurrent(toldOn, cells.verifiedAt(at), today),
    demo: cells.demo(at) !== null,
  };
}
