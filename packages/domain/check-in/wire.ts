/** At the door: who may come in, with a network or without. */
import * as v from 'valibot';
import { FamilyRelationOnWire } from '../registration/wire';
import { registrationStatuses } from '../registration/types';
import { SessionWire } from '../session/wire';
import { WireId, Instant } from '../wire';

/**
 * What a phone at the door needs to work offline. A pass is checked by its digest: base64url of the SHA-256 of its
 * code in `readPass`'s normal form. So the list tells true passes from false ones and cannot be used to make one.
 */
export const DoorWire = v.object({
  session: SessionWire,
  /** The list is destroyed then, whatever happened to it meanwhile. */
  expiresAt: v.string(),
  /** The service's clock, by which the phone notes when somebody came. */
  now: v.string(),
  people: v.array(
    v.object({
      registrationId: v.string(),
      /** 演＊＊ */
      name: v.string(),
      /** The phone number's last four. */
      phoneTail: v.string(),
      /** What who signed up is to the person; null where it was she herself. */
      signedUpBy: v.optional(v.nullable(FamilyRelationOnWire), null),
      status: v.picklist(registrationStatuses),
      checkedInAt: v.nullable(v.string()),
      passDigest: v.string(),
    }),
  ),
  /** Passes of the programme's other sessions, so that a wrong day is told offline too. */
  elsewhere: v.array(v.object({ passDigest: v.string(), sessionId: v.string() })),
  sessions: v.array(v.object({ sessionId: v.string(), title: v.string(), place: v.string(), startsAt: v.string() })),
});

const common = {
  /** Made by the phone, once a check-in: sent twice it takes effect once. */
  id: v.pipe(v.string('type'), v.regex(/^[\w-]{8,64}$/, 'value')),
  /** When it was; by the phone's clock where `sentAt` is by it too. */
  at: Instant,
  /** Somebody at the entrance says that it was at this session, where the time that was noted is another day's. */
  confirmed: v.optional(v.boolean('type'), false),
};
export const CheckIn = v.variant(
  'how',
  [
    v.strictObject({ ...common, how: v.literal('scan'), code: v.pipe(v.string('type'), v.maxLength(120, 'too-long')) }),
    v.strictObject({ ...common, how: v.literal('name'), registrationId: WireId }),
  ],
  'value',
);
export const CheckInsRequest = v.strictObject({
  /** Which phone, as its clerk calls it: 「一号门」. */
  device: v.pipe(v.string('type'), v.regex(/^[\p{L}\p{N} -]{1,20}$/u, 'value')),
  /** The phone's clock as it sends: how long ago each was is right then, however wrong that clock is. */
  sentAt: v.optional(Instant),
  checkIns: v.pipe(v.array(CheckIn, 'type'), v.minLength(1, 'required'), v.maxLength(200, 'too-long')),
});

/** Somebody of the waiting list who stands at the door gets a seat and comes in. */
export const WalkInRequest = v.strictObject({
  device: CheckInsRequest.entries.device,
  /** Made by the phone, as a check-in's. */
  id: common.id,
  registrationId: WireId,
});

export const checkInOutcomes = [
  'checked-in',
  'already',
  'wrong-session',
  // Not of the session's day by the time that was noted: a person may say that it was, see `confirmed`.
  'wrong-day',
  'waitlist',
  'cancelled',
  'session-cancelled',
  'unknown',
] as const;
export type CheckInOutcome = (typeof checkInOutcomes)[number];

export const CheckInResult = v.object({
  id: v.string(),
  outcome: v.picklist(checkInOutcomes),
  registrationId: v.nullable(v.string()),
  name: v.nullable(v.string()),
  signedUpBy: v.optional(v.nullable(FamilyRelationOnWire), null),
  /** When and by which phone it was used, where it was. */
  checkedInAt: v.nullable(v.string()),
  device: v.nullable(v.string()),
  /** Where the pass belongs, in one's own scope. */
  elsewhere: v.nullable(
    v.object({ sessionId: v.string(), title: v.string(), place: v.string(), startsAt: v.string() }),
  ),
});
export const CheckInsWire = v.object({
  results: v.array(CheckInResult),
  counts: v.object({ booked: v.number(), checkedIn: v.number() }),
});

export type DoorWire = v.InferOutput<typeof DoorWire>;
export type CheckIn = v.InferOutput<typeof CheckIn>;
export type WalkInRequest = v.InferOutput<typeof WalkInRequest>;
export type CheckInsRequest = v.InferOutput<typeof CheckInsRequest>;
export type CheckInResult = v.InferOutput<typeof CheckInResult>;
export type CheckInsWire = v.InferOutput<typeof CheckInsWire>;
