/** What travels between app and service about sessions. Times are ISO 8601 at +08:00. */
import * as v from 'valibot';
import { sessionStates } from '../registration/window';
import { Time, WireId } from '../wire';
import { openPicklist } from '../wire/tolerant';

export const programmeKinds = ['screening', 'event'] as const;
/** A kind that this release doesn't know is shown as an event. */
export const Kind = openPicklist(programmeKinds, 'event');

/** What an older service leaves out, and a newer one may not have. */
const TextOrNone = v.optional(v.nullable(v.string()));

export const SessionWire = v.object({
  id: v.string(),
  programmeId: v.string(),
  kind: Kind,
  title: v.string(),
  place: v.string(),
  /** How to get there and whom to ring, as far as the union says: the street and number, the floor or door, a telephone. */
  address: TextOrNone,
  floor: TextOrNone,
  phone: TextOrNone,
  adcode: v.string(),
  note: v.nullable(v.string()),
  /** Said by the union to everybody in it, such as why it was cancelled. */
  notice: TextOrNone,
  demo: v.boolean(),
  /** A word that this release doesn't know is taken as closed: nobody is promised a place by a guess. */
  state: openPicklist(sessionStates, 'closed'),
  capacity: v.number(),
  /** It has places left, but its district's quota of the programme is used up: `state` is `full`. */
  districtFull: v.optional(v.boolean()),
  /** Seats bookable now; 0 while anyone is waitlisted. */
  seatsLeft: v.number(),
  waiting: v.number(),
  waitlistSize: v.number(),
  opensAt: Time,
  closesAt: Time,
  cancelUntil: Time,
  startsAt: Time,
  endsAt: Time,
});

export const SessionQuery = v.strictObject({
  kind: v.optional(Kind),
  programme: v.optional(WireId),
  adcode: v.optional(v.pipe(v.string('type'), v.regex(/^50\d{4}$/, 'value'))),
  from: v.optional(v.pipe(v.string('type'), v.isoDate('value'))),
  to: v.optional(v.pipe(v.string('type'), v.isoDate('value'))),
  /** The first so many; five hundred where it isn't said. */
  limit: v.optional(v.pipe(v.string('type'), v.regex(/^([1-9]|[1-9]\d|[1-4]\d\d|500)$/, 'value'))),
});

export type SessionWire = v.InferOutput<typeof SessionWire>;

/** What a list of sessions is answered with; one object, so that pages that ask the same share the answer. */
export const SessionListWire = v.object({ sessions: v.array(SessionWire) });

/** The calendar's feed: the same, public holidays too, or only what one can still sign up for. */
export const CalendarQuery = v.strictObject({
  ...v.omit(SessionQuery, ['limit']).entries,
  kind: v.optional(v.picklist([...programmeKinds, 'holiday'], 'value')),
  joinable: v.optional(v.literal('1', 'value')),
});
export type CalendarQuery = v.InferOutput<typeof CalendarQuery>;
