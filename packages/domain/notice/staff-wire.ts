/** The calls to people whom a notice didn't reach, as console and service say it to each other. */
import * as v from 'valibot';
import { FamilyContactWire } from '../registration/family';
import { Time, WireId } from '../wire';
import { pageEntries } from '../wire/staff';
import { callableKinds, channels } from '.';
import { NoticeWire } from './wire';

/** How a call ended. */
export const callResults = ['reached', 'no-answer', 'wrong-number'] as const;
export type CallResult = (typeof callResults)[number];

/** Why a channel has not been proved to have reached somebody. */
export const undeliveredCauses = [
  'not-configured',
  'no-consent',
  'switched-off',
  'blocked',
  'rejected',
  'no-number',
  'unreadable',
  'unsubscribed',
  'wrong-number',
  'limited',
  'returned',
  'no-receipt',
  'pending',
  'not-tried',
] as const;
export type UndeliveredCause = (typeof undeliveredCauses)[number];

/** What became of a notice on each channel, in the order in which they are tried. */
const Attempts = v.array(v.object({ channel: v.picklist(channels), cause: v.picklist(undeliveredCauses) }));

/**
 * Somebody to be called: the latest notice that still counts of a registration, or of a sign-up that is to be settled,
 * which nobody has read.
 */
export const CallWire = v.object({
  noticeId: v.string(),
  /** Null where it is a sign-up that is still to be settled; then `heldId` says which. */
  registrationId: v.nullable(v.string()),
  heldId: v.optional(v.nullable(v.string()), null),
  sessionId: v.string(),
  kind: v.picklist(callableKinds),
  at: Time,
  /** Since when it is on the list. */
  dueAt: Time,
  /** Of an offer: until when its seat is held. */
  deadline: v.nullable(Time),
  /** Of an offer: from when it may be passed on where nobody is reached. */
  passOnFrom: v.optional(v.nullable(Time), null),
  /** Until when a seat is held for her; null where none is. Sent back as `seen` of what is decided about it. */
  offerUntil: v.optional(v.nullable(Time), null),
  /** Masked; the number is revealed by the operation that writes down who saw it. */
  name: v.string(),
  phone: v.string(),
  /** Name and number can't be read, though somebody has to know: both are empty, and the list says what to do. */
  unreadable: v.optional(v.boolean(), false),
  /** Who signed the person up: to be called second. */
  contact: v.optional(v.nullable(FamilyContactWire), null),
  title: v.string(),
  place: v.string(),
  startsAt: Time,
  /** What the clerk has to say: the union's reason, and what is another now. */
  reason: v.nullable(v.string()),
  changes: NoticeWire.entries.changes,
  attempts: v.optional(Attempts, () => []),
  calls: v.number(),
  lastCall: v.nullable(
    v.object({
      at: Time,
      result: v.picklist(callResults),
      /** The member of staff's name; null where she has left. */
      by: v.optional(v.nullable(v.string()), null),
      /** When to call again; null where the number has to be corrected first. */
      nextAt: v.optional(v.nullable(Time), null),
    }),
  ),
});
export const CallListWire = v.object({ calls: v.array(CallWire) });

/** Of somebody to be called: the number, empty where she gave none. */
export const PhoneWire = v.object({
  phone: v.string(),
  /** The number of who signed the person up, to be called second; null where there is none. */
  contactPhone: v.optional(v.nullable(v.string()), null),
});

export const CallRequest = v.strictObject({ result: v.picklist(callResults, 'value') });

/**
 * How somebody came to know of a notice. Only confirmations count: the phone's read mark, the receipt of WeChat or of a
 * carrier, or a clerk's tick after a call; `unconfirmed`: there is none of them yet.
 */
export const confirmationWays = ['read', 'wechat', 'sms', 'called', 'unconfirmed'] as const;
export type ConfirmationWay = (typeof confirmationWays)[number];

/** How the people whom a session's latest notice concerns came to know, each counted once. */
export const ConfirmationsWire = v.object({
  people: v.number(),
  ...v.entriesFromList(confirmationWays, v.number()),
});

/** Which of a session's people came to know in which way: the list behind one of the numbers of {@link ConfirmationsWire}. */
export const ConfirmedPersonWire = v.object({
  /** Null where it is a sign-up that is still to be settled; then `heldId` says which. */
  registrationId: v.nullable(v.string()),
  heldId: v.optional(v.nullable(v.string()), null),
  /** Masked; empty where the person was erased or can't be read. */
  name: v.string(),
  phone: v.string(),
  /** Who signed the person up, where it wasn't she herself. */
  contact: v.nullable(FamilyContactWire),
  kind: v.picklist(callableKinds),
  /** When it was to be told. */
  at: Time,
  /** When it was confirmed; null where it isn't. */
  confirmedAt: v.nullable(Time),
  /** Why no channel has reached who is unconfirmed; empty for everybody else. */
  attempts: Attempts,
});
export const ConfirmedPeopleParams = v.strictObject({ id: WireId, way: v.picklist(confirmationWays, 'value') });
export const ConfirmedPeopleQuery = v.strictObject(pageEntries);
export const ConfirmedPeopleWire = v.object({
  total: v.number(),
  people: v.array(ConfirmedPersonWire),
  /** What `after` of the next page is; null on the last one. */
  next: v.nullable(v.string()),
});

/** SMS of this hour, day and month, and how many there may be; null where the operator sends none. */
export const SmsUsageWire = v.object({
  sms: v.nullable(
    v.object({
      hour: v.object({ sent: v.number(), ceiling: v.number() }),
      day: v.object({ sent: v.number(), ceiling: v.number() }),
      /** A long text is paid for by the segment. */
      month: v.object({ sent: v.number(), segments: v.number() }),
    }),
  ),
});
export type SmsUsageWire = v.InferOutput<typeof SmsUsageWire>;

export type PhoneWire = v.InferOutput<typeof PhoneWire>;
export type CallWire = v.InferOutput<typeof CallWire>;
export type CallListWire = v.InferOutput<typeof CallListWire>;
export type ConfirmationsWire = v.InferOutput<typeof ConfirmationsWire>;
export type ConfirmedPeopleWire = v.InferOutput<typeof ConfirmedPeopleWire>;
