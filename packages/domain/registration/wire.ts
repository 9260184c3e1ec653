/** What travels between app and service about a registration, as far as every screen needs it. Times are ISO 8601 at +08:00. */
import * as v from 'valibot';
import { SessionWire } from '../session/wire';
import { Time } from '../wire';
import { openPicklist } from '../wire/tolerant';
import { registrationStatuses } from './types';

/**
 * A status as phones read it. The service never writes `unknown`: it is what a released app takes a status of that
 * comes later, and it says so instead of guessing what became of somebody's place.
 */
export const StatusOnWire = openPicklist([...registrationStatuses, 'unknown'], 'unknown');
export type StatusOnWire = v.InferOutput<typeof StatusOnWire>;

export const RegistrationWire = v.object({
  id: v.string(),
  sessionId: v.string(),
  programmeId: v.string(),
  status: StatusOnWire,
  /** How many people are in front on the waiting list. */
  ahead: v.number(),
  /**
   * Until when an offered seat is held; a PUT with the same session accepts it. While its hold hasn't begun, when the
   * session begins.
   */
  offerUntil: v.nullable(Time),
  /** Of an offer: whether its hold has begun, which it does once the service knows that the person has heard of it. */
  offerBegun: v.optional(v.boolean(), true),
  /** The union took her booked seat away, so she is first in line. */
  displaced: v.optional(v.boolean(), false),
  createdAt: Time,
  updatedAt: Time,
});

/** What whoever signs up is to the person who comes. */
export const familyRelations = ['daughter', 'son', 'spouse', 'sibling', 'parent', 'relative'] as const;
export type FamilyRelation = (typeof familyRelations)[number];

/** A relation as it is read; one that a later release adds is some relative. */
export const FamilyRelationOnWire = openPicklist(familyRelations, 'relative');

export const PassWire = v.object({
  /** What the QR code holds. */
  code: v.string(),
  initials: v.string(),
  /** What who signed up is to whose initials these are; null where it was she herself. */
  signedUpBy: v.optional(v.nullable(FamilyRelationOnWire), null),
  status: StatusOnWire,
  session: SessionWire,
});

export type RegistrationWire = v.InferOutput<typeof RegistrationWire>;

/** A registration with its session, without what was given for it: what a list of appointments needs. */
export const AppointmentWire = v.object({ ...RegistrationWire.entries, session: SessionWire });
export type AppointmentWire = v.InferOutput<typeof AppointmentWire>;

/** The same answer as the list of one's registrations, of which this reads the appointments. */
export const AppointmentListWire = v.object({ registrations: v.array(AppointmentWire) });
