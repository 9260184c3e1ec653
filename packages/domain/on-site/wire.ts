/** What a volunteer's page and the service say to each other. The signed link comes as a bearer token (RFC 6750). */
import * as v from 'valibot';
import { MAX_ACCURACY_METRES, MAX_PHOTO_BYTES, findings } from '.';
import { facilities } from '../station/vocabulary';
import { Text } from '../text';
import { Instant, WireId } from '../wire';
import { openPicklist } from '../wire/tolerant';

/** A station of the list with what is published of it: nothing about any person. */
export const OnSiteStation = v.object({
  id: v.string(),
  title: v.string(),
  address: v.nullable(v.string()),
  floor: v.nullable(v.string()),
  /** Degrees of GCJ-02; null until somebody has measured it. */
  position: v.nullable(v.object({ lng: v.number(), lat: v.number() })),
  /** In plain Chinese; null where no source says. */
  hours: v.nullable(v.string()),
  facilities: v.array(v.string()),
  anyoneMayEnter: openPicklist(['yes', 'no', 'unknown'], 'unknown'),
});
export type OnSiteStation = v.InferOutput<typeof OnSiteStation>;

/** The list that a link is for. */
export const OnSiteListWire = v.object({
  id: v.string(),
  title: v.string(),
  /** Who asks for it. */
  union: v.string(),
  /** The one day on which it is checked, in Chongqing. */
  day: v.string(),
  /** Until when the service takes what was recorded on that day. */
  sendUntil: v.string(),
  /** The service's clock, by which the phone notes when it was. */
  now: v.string(),
  /** Stations that somebody with the same link has checked already. */
  checked: v.array(v.string()),
  stations: v.array(OnSiteStation),
});
export type OnSiteListWire = v.InferOutput<typeof OnSiteListWire>;

/** Base64 has four characters for three bytes. */
const MAX_PHOTO_CHARACTERS = Math.ceil(MAX_PHOTO_BYTES / 3) * 4;

/** Within the globe on both axes. */
const Degrees = v.pipe(v.number('type'), v.minValue(-180, 'value'), v.maxValue(180, 'value'));

const FacilityList = v.pipe(v.array(v.picklist(facilities, 'value'), 'type'), v.maxLength(40, 'too-long'));

/** A check of one station. What is null wasn't looked at, or is as it is published. */
export const OnSiteCheck = v.strictObject({
  /** Made by the phone, once a check: sent twice it takes effect once. */
  id: v.pipe(v.string('type'), v.regex(/^[A-Za-z0-9-]{8,36}$/, 'value')),
  stationId: WireId,
  /** When it was; by the phone's clock, as `sentAt`. */
  at: Instant,
  found: v.picklist(findings, 'value'),
  /** Degrees of WGS-84 as browsers have them, with the radius in metres that the phone states (W3C Geolocation). */
  position: v.nullable(
    v.strictObject({
      lng: Degrees,
      lat: Degrees,
      accuracy: v.pipe(v.number('type'), v.minValue(0, 'value'), v.maxValue(MAX_ACCURACY_METRES, 'value')),
    }),
  ),
  /** As they stand on the door, in the volunteer's writing. */
  hours: v.nullable(Text(500)),
  /** What is there and isn't published, and the other way round. */
  facilities: v.nullable(v.strictObject({ present: FacilityList, absent: FacilityList })),
  anyoneMayEnter: v.nullable(v.picklist(['yes', 'no'], 'value')),
  /** A JPEG of the door in base64 (RFC 4648), without any metadata. */
  photo: v.nullable(
    v.pipe(v.string('type'), v.maxLength(MAX_PHOTO_CHARACTERS, 'too-long'), v.regex(/^[A-Za-z0-9+/]+={0,2}$/, 'value')),
  ),
});
export type OnSiteCheck = v.InferOutput<typeof OnSiteCheck>;

/** Checks that go together. Pictures are large, so that one request has at most one. */
export const OnSiteChecksRequest = v.strictObject({
  /** The phone's clock as it sends: how long ago each was is right then, however wrong that clock is. */
  sentAt: Instant,
  checks: v.pipe(
    v.array(OnSiteCheck, 'type'),
    v.minLength(1, 'required'),
    v.maxLength(40, 'too-long'),
    v.check((checks) => checks.filter(({ photo }) => photo !== null).length <= 1, 'value'),
  ),
});
export type OnSiteChecksRequest = v.InferOutput<typeof OnSiteChecksRequest>;

/** Why a check wasn't taken; the volunteer is told, and nothing of it is kept. */
export const checkRefusals = ['not-on-list', 'other-day', 'bad-photo'] as const;
export type CheckRefusal = (typeof checkRefusals)[number];

/** What came of each check. `recorded` is also said of one that was recorded before. */
export const OnSiteChecksWire = v.object({
  results: v.array(
    v.object({
      id: v.string(),
      outcome: openPicklist(['recorded', 'refused'], 'refused'),
      refusal: v.nullable(openPicklist(checkRefusals, 'not-on-list')),
    }),
  ),
});
export type OnSiteChecksWire = v.InferOutput<typeof OnSiteChecksWire>;
