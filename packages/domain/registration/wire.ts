/** What travels between app and service about signing up. Times are ISO 8601 at +08:00. */
import * as v from 'valibot';
import { GivenConsents } from '../consent/wire';
import { DueOfferWire } from '../due-reminder/wire';
import { personAnswerEntries, personInputEntries } from '../person';
import { changeKinds } from './history';
import { FamilyContactWire, FamilyInput, FamilyRelationOnWire } from './family';
import { registrationStatuses } from './types';
import { TeamInput } from './team';
import { SessionWire } from '../session/wire';
import { Time, WireId } from '../wire';
import { WechatCode } from '../wechat/wire';
import { openPicklist } from '../wire/tolerant';

/** Which of these a programme needs is in its `fields`; what it doesn't need is refused. */
export const PersonInput = v.strictObject(personInputEntries);

/** `team` where the programme says how many a team has, and only there. */
export const RegistrationRequest = v.strictObject({
  person: PersonInput,
  team: v.optional(TeamInput),
  /** Where `person` is of the account holder's family and not she herself; the consents are the programme's `family`'s. */
  family: v.optional(FamilyInput),
  consents: GivenConsents,
});
export const MoveRequest = v.strictObject({ sessionId: WireId });

/**
 * A status as phones read it. The service never writes `unknown`: it is what a released app takes a status of that
 * comes later, and it says so instead of guessing what became of somebody's place.
 */
const StatusOnWire = openPicklist([...registrationStatuses, 'unknown'], 'unknown');
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

/**
 * How the telephone number of a sign-up can be proved, and until when; which ways there are is the operator's. What the
 * service adds later is of no use to a phone that doesn't know it.
 */
export const ProofWire = v.object({
  until: Time,
  ways: v.array(openPicklist(['sms', 'wechat', 'unknown'], 'unknown')),
  /** Masked. */
  phone: v.string(),
});
export type ProofWire = v.InferOutput<typeof ProofWire>;

/** A code was sent. */
export const CodeSentWire = v.object({ expiresAt: Time, againAt: Time });

/** Six digits from an SMS, or what WeChat's button for the phone number gives. */
export const ProofRequest = v.union([
  v.strictObject({ code: v.pipe(v.string('type'), v.regex(/^\d{6}$/, 'code')) }),
  v.strictObject({ wechatCode: WechatCode }),
]);

/**
 * The answer to a sign-up. `held`: the union has to settle whose registration it is before it counts, which is all that
 * is said. Releases before read it as the last of these, that the person has a place from another phone.
 */
export const SignUpWire = v.union([
  v.object({ ...RegistrationWire.entries, mine: v.literal(true) }),
  v.object({
    ...RegistrationWire.entries,
    status: v.literal('held'),
    mine: v.literal(false),
    /** There where the telephone number has to be proved first. */
    proof: v.optional(v.nullable(ProofWire), null),
  }),
  v.object({ sessionId: v.string(), mine: v.literal(false) }),
]);

/** A message the day before. `offered`: it can be had, by a yes to this template. */
export const ReminderWire = v.object({
  /** Of an unknown state it isn't to be relied on. */
  state: openPicklist(['offered', 'waiting', 'sent', 'failed'], 'failed'),
  at: Time,
  template: v.nullable(v.string()),
});
export type ReminderWire = v.InferOutput<typeof ReminderWire>;

/** Something that happened to a registration. */
const ChangeWire = v.object({
  at: Time,
  what: v.picklist(changeKinds),
  by: v.picklist(['me', 'union', 'service']),
  status: StatusOnWire,
});

/** One's own registration with what was given, masked as far as it needn't be read. */
export const RegistrationDetailWire = v.object({
  ...RegistrationWire.entries,
  session: SessionWire,
  /** Null once erased. */
  person: v.nullable(v.object(personAnswerEntries)),
  /** The others of the team, whose captain `person` is; null where there is none, or erased. */
  team: v.optional(v.nullable(v.object({ members: v.array(v.string()) })), null),
  /** Who signed the person up, where it wasn't she herself. */
  family: v.optional(v.nullable(FamilyContactWire), null),
  /** There where the person cannot be read any more though it wasn't erased: the place is kept all the same. */
  unreadable: v.optional(v.literal(true)),
  /** What happened to it, the oldest first; left out of lists. */
  history: v.optional(v.array(ChangeWire), []),
  /** Null where there is none and none can be had. */
  reminder: v.optional(v.nullable(ReminderWire), null),
  /** Once a screening is over: when the next is due, and whether the reader wants to be told. */
  due: v.optional(v.nullable(DueOfferWire)),
  consents: v.array(
    v.object({
      purpose: v.string(),
      version: v.string(),
      hash: v.string(),
      /** Who was named in it; null where nobody was. */
      operator: v.optional(v.nullable(v.string()), null),
      at: Time,
    }),
  ),
});

export const PassWire = v.object({
  /** What the QR code holds. */
  code: v.string(),
  initials: v.string(),
  /** What who signed up is to whose initials these are; null where it was she herself. */
  signedUpBy: v.optional(v.nullable(FamilyRelationOnWire), null),
  status: StatusOnWire,
  session: SessionWire,
});

export type RegistrationRequest = v.InferOutput<typeof RegistrationRequest>;
export type RegistrationWire = v.InferOutput<typeof RegistrationWire>;

/** A registration with its session and what was given for it, as its own person reads it. */
export type RegistrationDetail = v.InferOutput<typeof RegistrationDetailWire>;

/** A sign-up that the union has to settle first, as whoever sent it reads it. */
export const HeldWire = v.object({
  id: v.string(),
  session: SessionWire,
  /** `returned`: the union didn't let it through, and said why. */
  state: openPicklist(['held', 'returned'], 'held'),
  reason: v.nullable(v.string()),
  createdAt: Time,
  /** There where its telephone number has to be proved first. */
  proof: v.optional(v.nullable(ProofWire), null),
});
export type HeldWire = v.InferOutput<typeof HeldWire>;

/** What the list of one's own registrations is answered with. */
export const RegistrationListWire = v.object({
  registrations: v.array(RegistrationDetailWire),
  held: v.optional(v.array(HeldWire), []),
});
