/** What the service answers about one's own registrations, with what was given for them. Times are ISO 8601 at +08:00. */
import * as v from 'valibot';
import { DueOfferWire } from '../due-reminder/wire';
import { personAnswerEntries } from '../person';
import { SessionWire } from '../session/wire';
import { Time } from '../wire';
import { openPicklist } from '../wire/tolerant';
import { FamilyContactWire } from './family';
import { changeKinds } from './history';
import { RegistrationWire, StatusOnWire } from './wire';

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
  consents: v.array(v.object({ purpose: v.string(), version: v.string(), hash: v.string(), at: Time })),
});

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
