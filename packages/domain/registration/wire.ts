/** What travels between app and service about signing up. Times are ISO 8601 at +08:00. */
import * as v from 'valibot';
import { purposes } from '../consent';
import { Name, Phone, ResidentId } from '../identity';
import { ScreeningRules } from '../screening/rules';
import { changeKinds } from './history';
import { registrationStatuses } from './types';
import { TeamInput, TeamSize } from './team';
import { sessionStates } from './window';

export const Time = v.pipe(v.string(), v.isoTimestamp());
const Id = v.pipe(v.string('type'), v.regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,63}$/, 'value'));

/** What was agreed to; the texts are at `GET /programmes`. */
export const GivenConsents = v.optional(
  v.pipe(
    v.array(
      v.strictObject({
        purpose: v.picklist(purposes, 'value'),
        version: v.pipe(v.string('type'), v.regex(/^\d{4}-\d{2}[a-z]?$/, 'value')),
      }),
      'type',
    ),
    v.maxLength(10, 'too-long'),
  ),
  [],
);

/** Which of these a programme needs is in its `fields`; what it doesn't need is refused. */
export const PersonInput = v.strictObject({ name: Name, phone: Phone, residentId: v.optional(ResidentId) });

/** `team` where the programme says how many a team has, and only there. */
export const RegistrationRequest = v.strictObject({
  person: PersonInput,
  team: v.optional(TeamInput),
  consents: GivenConsents,
});
export const MoveRequest = v.strictObject({ sessionId: Id });

const kinds = ['screening', 'event'] as const;
export const Kind = v.picklist(kinds, 'value');
export const personFields = ['name', 'phone', 'residentId'] as const;

export const ConsentWire = v.object({
  purpose: v.picklist(purposes),
  version: v.string(),
  title: v.string(),
  text: v.string(),
  /** SHA-256 of the text, as it is recorded with a registration. */
  hash: v.string(),
});

export const ProgrammeWire = v.object({
  id: v.string(),
  kind: Kind,
  title: v.string(),
  summary: v.string(),
  organiser: v.string(),
  demo: v.boolean(),
  fields: v.array(v.picklist(personFields)),
  limitPerPerson: v.nullable(v.number()),
  offerMinutes: v.nullable(v.number()),
  sex: v.nullable(v.picklist(['female', 'male'])),
  age: v.nullable(v.object({ min: v.number(), max: v.number() })),
  /** People a team has, the captain included; null where everybody signs up alone. A place is a team's. */
  team: v.optional(v.nullable(TeamSize), null),
  consents: v.array(ConsentWire),
  /** A screening programme's rules; null where it has none of its own. */
  rules: v.nullable(ScreeningRules),
});

export const SessionWire = v.object({
  id: v.string(),
  programmeId: v.string(),
  kind: Kind,
  title: v.string(),
  place: v.string(),
  adcode: v.string(),
  note: v.nullable(v.string()),
  /** Said by the union to everybody in it, such as why it was cancelled. */
  notice: v.optional(v.nullable(v.string())),
  demo: v.boolean(),
  state: v.picklist(sessionStates),
  capacity: v.number(),
  /** It has places left, but its district's quota of the programme is used up: `state` is `full`. */
  districtFull: v.optional(v.boolean()),
  /** Places one would get now; nobody passes a waiting line. */
  seatsLeft: v.number(),
  waiting: v.number(),
  waitlistSize: v.number(),
  opensAt: Time,
  closesAt: Time,
  cancelUntil: Time,
  startsAt: Time,
  endsAt: Time,
});

export const RegistrationWire = v.object({
  id: v.string(),
  sessionId: v.string(),
  programmeId: v.string(),
  status: v.picklist(registrationStatuses),
  /** People in front on the waiting list. */
  ahead: v.number(),
  /** A place is kept until then: take it by a PUT with the same session. */
  offerUntil: v.nullable(Time),
  createdAt: Time,
  updatedAt: Time,
});

/** The answer to a sign-up. `mine: false`: the person has a place from another phone, of which nothing is said. */
export const SignUpWire = v.union([
  v.object({ ...RegistrationWire.entries, mine: v.literal(true) }),
  v.object({ sessionId: v.string(), mine: v.literal(false) }),
]);

/** A code of WeChat's, good once. */
export const WechatCode = v.pipe(v.string('type'), v.regex(/^[\w-]{1,128}$/, 'value'));

/** A message the day before. `offered`: it can be had, by a yes to this template. */
export const ReminderWire = v.object({
  state: v.picklist(['offered', 'waiting', 'sent', 'failed']),
  at: Time,
  template: v.nullable(v.string()),
});
export type ReminderWire = v.InferOutput<typeof ReminderWire>;

/** Something that happened to a registration. */
const ChangeWire = v.object({
  at: Time,
  what: v.picklist(changeKinds),
  by: v.picklist(['me', 'union', 'service']),
  status: v.picklist(registrationStatuses),
});

/** One's own registration with what was given, masked as far as it needn't be read. */
export const RegistrationDetailWire = v.object({
  ...RegistrationWire.entries,
  session: SessionWire,
  /** Null once erased. */
  person: v.nullable(v.object({ name: v.string(), phone: v.string(), residentId: v.nullable(v.string()) })),
  /** The others of the team, whose captain `person` is; null where there is none, or erased. */
  team: v.optional(v.nullable(v.object({ members: v.array(v.string()) })), null),
  /** There where the person cannot be read any more though it wasn't erased: the place is kept all the same. */
  unreadable: v.optional(v.literal(true)),
  /** What happened to it, the oldest first; left out of lists. */
  history: v.optional(v.array(ChangeWire), []),
  /** Null where there is none and none can be had. */
  reminder: v.optional(v.nullable(ReminderWire), null),
  consents: v.array(v.object({ purpose: v.string(), version: v.string(), hash: v.string(), at: Time })),
});

export const PassWire = v.object({
  /** What the QR code holds. */
  code: v.string(),
  initials: v.string(),
  status: v.picklist(registrationStatuses),
  session: SessionWire,
});

/** What of WeChat's the operator has: what isn't there is not shown. */
export const WechatOffers = v.object({ phone: v.boolean() });

/** The number that WeChat knows, for the form of whoever gave it. */
export const WechatPhone = v.object({ phone: v.string() });

export const SessionQuery = v.strictObject({
  kind: v.optional(Kind),
  programme: v.optional(Id),
  adcode: v.optional(v.pipe(v.string('type'), v.regex(/^50\d{4}$/, 'value'))),
  from: v.optional(v.pipe(v.string('type'), v.isoDate('value'))),
  to: v.optional(v.pipe(v.string('type'), v.isoDate('value'))),
  /** The first so many; five hundred where it isn't said. */
  limit: v.optional(v.pipe(v.string('type'), v.regex(/^([1-9]|[1-9]\d|[1-4]\d\d|500)$/, 'value'))),
});

/** The calendar's feed: the same, public holidays too, or only what one can still sign up for. */
export const CalendarQuery = v.strictObject({
  ...v.omit(SessionQuery, ['limit']).entries,
  kind: v.optional(v.picklist([...kinds, 'holiday'], 'value')),
  joinable: v.optional(v.literal('1', 'value')),
});
export type CalendarQuery = v.InferOutput<typeof CalendarQuery>;

export const IdParams = v.strictObject({ id: Id });
export { Id as WireId };

export type RegistrationRequest = v.InferOutput<typeof RegistrationRequest>;
export type Person = v.InferOutput<typeof PersonInput>;
export type ProgrammeWire = v.InferOutput<typeof ProgrammeWire>;
export type SessionWire = v.InferOutput<typeof SessionWire>;
export type RegistrationWire = v.InferOutput<typeof RegistrationWire>;
