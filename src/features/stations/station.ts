/** One station as its page shows it: how it stands, and how far it is from where the reader is. */
import type { TravelMode, Gcj02 } from '@yugong/domain/geo';
import { gcj02, metresBetween, travelMinutes } from '@yugong/domain/geo';
import {
  dayNumberAt,
  isAlwaysOpen,
  sayRow,
  saySpecial,
  stateAt,
  stateOnArrival,
  weekOf,
  type WeekRow,
} from '@yugong/domain/opening-hours';
import { areHoursCurrent, verificationOf, wayOf } from '@yugong/domain/station';
import { dayAt } from '@yugong/domain/calendar';
import { MINUTE, DAY, CHONGQING_OFFSET } from '@yugong/domain/time';
import type { HoursDay } from '@/ui/week-hours';
import type { Stations } from './model';

/** @returns null where there is no station of that id */
export function stationView(stations: Stations, id: string, from: Gcj02 | null, travel: TravelMode, now: number) {
  const station = stations.station(id);
  if (!station) return null;
  const { hours, location } = station;
  const metres = from && location ? metresBetween(from, gcj02(location.lng, location.lat)) : null;
  const today = dayAt(now);
  const toldOn = station.asOf ?? station.publishedAt;
  const place = stations.indexOf(id);
  const state = stateAt(hours, now, stations.holidays);
  return {
    station,
    district: stations.districtTitle(station.adcode),
    way: metres === null ? null : wayOf(metres),
    now: state,
    arrival: metres === null ? state : stateOnArrival(hours, now, travelMinutes(metres, travel), stations.holidays),
    roundTheClock: hours !== null && isAlwaysOpen(hours),
    week: weekOf(hours, now, stations.holidays)?.map(dayOf) ?? null,
    verification: verificationOf(station.verifiedAt, station.verifiedBy, today),
    toldOn,
    hoursAreCurrent: areHoursCurrent(toldOn, station.verifiedAt, today),
    /** Where only the street is known: how far off in metres its centre may be. */
    about: stations.about(place),
  };
}

export type StationView = NonNullable<ReturnType<typeof stationView>>;

const dayOf = (row: WeekRow): HoursDay => ({
  key: row.day,
  name: row.isToday ? `今天 ${row.weekday}` : row.weekday,
  note: row.special ? saySpecial(row.special) : undefined,
  today: row.isToday,
  state: row.stretches.some(({ state }) => state === 'unknown') ? 'unknown' : 'known',
  text: sayRow(row),
  spans: row.stretches.flatMap(({ from, to, state }) => (state === 'open' ? [[from, to] as const] : [])),
});

/** Today's hours of a station as a strip shows them; null where none are known. */
export function hoursToday(stations: Stations, id: string, now: number): HoursDay | null {
  const week = weekOf(stations.hours(stations.indexOf(id)), now, stations.holidays);
  const today = week?.find(({ isToday }) => isToday);
  return today ? dayOf(today) : null;
}

/** Minutes after midnight in Chongqing. */
export const minuteOfDay = (now: number): number =>
  Math.floor((now + CHONGQING_OFFSET - dayNumberAt(now) * DAY) / MINUTE);
