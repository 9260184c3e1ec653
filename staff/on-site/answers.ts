/** What a volunteer answers at one station, and the check that it makes. What isn't touched is as it is published. */
import { MAX_ACCURACY_METRES, type VisitFinding } from '@yugong/domain/on-site';
import type { OnSiteCheck, OnSiteStation } from '@yugong/domain/on-site/wire';
import type { Facility } from '@yugong/domain/station/vocabulary';

/** A position of the phone, in degrees of WGS-84. */
export interface Fix {
  lng: number;
  lat: number;
  /** Radius in metres. */
  accuracy: number;
  /** When, in milliseconds. */
  at: number;
}

export interface VisitAnswers {
  found: VisitFinding | null;
  /** Null until somebody says that the door has other hours. */
  hours: string | null;
  /** Those that differ from what is published. */
  toggled: readonly Facility[];
  /** Null: as it is published. */
  anyoneMayEnter: 'yes' | 'no' | null;
  /** Base64 of a JPEG. */
  photo: string | null;
}

export const noAnswers: VisitAnswers = { found: null, hours: null, toggled: [], anyoneMayEnter: null, photo: null };

/** A position older than this may be the last station's. */
const FRESH_MS = 60_000;

/** Is the phone's position good enough for the door's? */
export const isExact = (fix: Fix | null, now: number): fix is Fix =>
  fix !== null && fix.accuracy <= MAX_ACCURACY_METRES && now - fix.at <= FRESH_MS;

/** Has nothing been said beside whether it is open? */
export const isAsPublished = ({ hours, toggled, anyoneMayEnter, photo }: VisitAnswers): boolean =>
  (hours === null || hours.trim() === '') && toggled.length === 0 && anyoneMayEnter === null && photo === null;

/** Turns a facility's answer round; turned twice it is as published again. */
export const toggle = (answers: VisitAnswers, facility: Facility): VisitAnswers => ({
  ...answers,
  toggled: answers.toggled.includes(facility)
    ? answers.toggled.filter((one) => one !== facility)
    : [...answers.toggled, facility],
});

/**
 * The check to send. A place that wasn't found says nothing of itself, and the phone's position isn't its.
 *
 * @param of `fix`: the phone's position, null where it isn't good enough or isn't to be noted
 */
export function toCheck(
  station: OnSiteStation,
  { found, hours, toggled, anyoneMayEnter, photo }: VisitAnswers & { found: VisitFinding },
  { id, at, fix }: { id: string; at: number; fix: Fix | null },
): OnSiteCheck {
  const check = { id, stationId: station.id, at: new Date(at).toISOString(), found };
  if (found === 'missing')
    return { ...check, position: null, hours: null, facilities: null, anyoneMayEnter: null, photo };
  const present = toggled.filter((one) => !station.facilities.includes(one));
  const absent = toggled.filter((one) => station.facilities.includes(one));
  return {
    ...check,
    position: fix && { lng: fix.lng, lat: fix.lat, accuracy: fix.accuracy },
    hours: hours?.trim() || null,
    facilities: toggled.length > 0 ? { present, absent } : null,
    anyoneMayEnter,
    photo,
  };
}
