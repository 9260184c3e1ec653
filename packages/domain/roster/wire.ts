/** Who is in a session. Masked unless somebody says why they need more. */
import * as v from 'valibot';
import { Phone, ResidentId } from '../identity';
import { personAnswerEntries, personFieldNames, personFields, propertyOfFields } from '../person';
import { FamilyContactWire } from '../registration/family';
import { TeamInput } from '../registration/team';
import { cancelCauses, registrationStatuses } from '../registration/types';
import { Note, whyEntries } from '../audit/reasons';
import { MAX_CANCELLATION_LENGTH } from '../session/staff-wire';
import { keysOf } from '../narrow';
import { problems } from '../problem';
import { Text } from '../text';
import { Instant, WireId } from '../wire';

/** How somebody signed up. */
export const signUpSources = ['wechat', 'browser', 'staff', 'gone'] as const;
export type SignUpSource = (typeof signUpSources)[number];

/** In a body and not in the address: what is searched for is a person's name or number. */
export const RosterRequest = v.strictObject({
  /** What the roster shows: a name's beginning, or three or four of a number's last four digits. */
  q: v.optional(v.pipe(v.string('type'), v.maxLength(60, 'too-long'))),
  statuses: v.optional(v.pipe(v.array(v.picklist(registrationStatuses, 'value'), 'type'), v.maxLength(6, 'too-long'))),
  page: v.optional(v.pipe(v.number('type'), v.integer('type'), v.minValue(1, 'value'), v.maxValue(10_000, 'value')), 1),
  size: v.optional(v.pipe(v.number('type'), v.integer('type'), v.minValue(1, 'value'), v.maxValue(200, 'value')), 50),
});

/**
 * What a clerk should look at twice. `same-device`: other accounts signed people up for this session from the same
 * device; `near-number`: somebody else's identity number differs in the last four digits only.
 */
export const rosterFlags = ['same-device', 'near-number'] as const;
export type RosterFlag = (typeof rosterFlags)[number];

export const RosterRow = v.object({
  registrationId: v.string(),
  sessionId: v.string(),
  status: v.picklist(registrationStatuses),
  /** Order of arrival. */
  place: v.number(),
  offerUntil: v.nullable(v.string()),
  /** Of an offer: whether the person is known to have heard of it, so that its hold runs. */
  offerBegun: v.optional(v.boolean(), true),
  /** The union took the booked seat away, so the person is first in line. */
  displaced: v.optional(v.boolean(), false),
  /** Why it is cancelled; null while it isn't. */
  cancelCause: v.optional(v.nullable(v.picklist(cancelCauses)), null),
  /** Masked: 演＊＊, 199****0001. */
  ...personAnswerEntries,
  /** Who signed the person up, where it wasn't she herself. */
  family: v.optional(v.nullable(FamilyContactWire), null),
  masked: v.literal(true),
  /** Changes exactly when who is signed up is corrected; sent back as `seen` of a correction. It tells nothing of her. */
  personVersion: v.string(),
  /** Erased, or not to be read any more. */
  person: v.picklist(['there', 'erased', 'unreadable']),
  source: v.picklist(signUpSources),
  createdAt: v.string(),
  checkedInAt: v.nullable(v.string()),
  flags: v.optional(v.array(v.picklist(rosterFlags)), []),
  /** Its seat is kept until `offerUntil` for the telephone number to be proved. */
  awaitsProof: v.optional(v.boolean(), false),
  /** How many notes staff have written about it. */
  notes: v.optional(v.number(), 0),
});
export const RosterWire = v.object({
  total: v.number(),
  page: v.number(),
  size: v.number(),
  rows: v.array(RosterRow),
});

/** Which of a person's fields are wanted in full. */
const PersonFields = v.pipe(
  v.array(v.picklist(personFieldNames, 'value'), 'type'),
  v.maxLength(personFieldNames.length, 'too-long'),
);
/** How many people are revealed at once, for one reason. */
export const MAX_REVEALED = 100;
export const RevealRequest = v.strictObject({
  ids: v.pipe(v.array(WireId, 'type'), v.minLength(1, 'required'), v.maxLength(MAX_REVEALED, 'too-long')),
  /** What the reason needs; whoever calls somebody needs no identity number. */
  fields: v.optional(v.pipe(PersonFields, v.minLength(1, 'required')), () => ['name' as const, 'phone' as const]),
  ...whyEntries,
});
export const PersonWire = v.object({
  registrationId: v.string(),
  ...personAnswerEntries,
  /** With the telephone number: the number of who signed the person up, to be called second; null where there is none. */
  contactPhone: v.optional(v.nullable(v.string()), null),
});
export const RevealWire = v.object({ people: v.array(PersonWire) });

/**
 * Somebody who stands at the counter, or a team's captain: a name is enough. Without a phone number and an identity
 * number, doubles cannot be told apart.
 */
export const AddRequest = v.strictObject({
  person: v.strictObject({
    ...v.partial(v.object(propertyOfFields('schema'))).entries,
    name: personFields.name.schema,
  }),
  /** The others by name, where the programme takes teams, and only there; `person` is the captain. */
  team: v.optional(TeamInput),
  /** The consent texts were read to them or signed on paper. */
  agreed: v.literal(true, 'required'),
});
export const AddWire = v.object({
  registrationId: v.nullable(v.string()),
  /** `exists`: this person already has a place in this session. */
  result: v.picklist(['booked', 'waitlist', 'exists']),
});

/** `seen`: the session that the person was in when this was decided. */
export const StaffMoveRequest = v.strictObject({ sessionId: WireId, seen: WireId });
/** `1`: the person asked staff to cancel, so it counts as her own decision and she isn't told of it again. */
export const StaffCancelQuery = v.strictObject({ onBehalf: v.optional(v.literal('1', 'value')) });
/** How many people a step is taken for at once. */
export const MAX_PEOPLE_AT_ONCE = 100;
const SomePeople = v.pipe(
  v.array(WireId, 'type'),
  v.minLength(1, 'required'),
  v.maxLength(MAX_PEOPLE_AT_ONCE, 'too-long'),
);

/**
 * Several registrations of a session are cancelled. `reason`: why, as each of them reads it in the app; only what people
 * asked staff to do themselves (`onBehalf`) needs none, since nobody is told of it again.
 */
export const CancelSeveralRequest = v.pipe(
  v.strictObject({
    ids: SomePeople,
    onBehalf: v.optional(v.boolean('type'), false),
    reason: v.optional(v.nullable(Text(MAX_CANCELLATION_LENGTH)), null),
  }),
  v.forward(
    v.check(({ onBehalf, reason }) => onBehalf || reason !== null, 'required'),
    ['reason'],
  ),
);
/** Of each person whether it was done, and else why not. */
export const CancelledSeveralWire = v.object({
  people: v.array(v.object({ registrationId: v.string(), problem: v.nullable(v.picklist(keysOf(problems))) })),
});

/** A message to people of a session: read in the app, and what WeChat pushes of it has none of its words. */
export const MessageSeveralRequest = v.strictObject({ ids: SomePeople, text: Text(200) });
/**
 * What becomes of a message to each. `app`: it is among her notices; `wechat`: there too, and WeChat says that there is
 * one; `no-app`: staff signed her up, so no phone shows it; `erased`: she has deleted her data; `unproven`: nobody has
 * proved the number yet, so it may be anybody's.
 */
export const messageWays = ['app', 'wechat', 'no-app', 'erased', 'unproven'] as const;
export type MessageWay = (typeof messageWays)[number];
export const MessagedSeveralWire = v.object({
  people: v.array(v.object({ registrationId: v.string(), way: v.picklist(messageWays) })),
});

/**
 * About an offered seat. `accept`, `decline`: what the person said, for somebody without a phone; `wait`, `next`: what
 * staff decide where the offer could not be delivered in time.
 */
export const offerDecisions = ['accept', 'decline', 'wait', 'next'] as const;
/** `seen` of what is done about a waiting person: until when a seat was held for her, null where none was. */
const SeenOffer = v.nullable(Instant);
export const OfferRequest = v.strictObject({ decision: v.picklist(offerDecisions, 'value'), seen: SeenOffer });
/** A seat for somebody on the waiting list, out of turn: booked at once, or offered. */
export const AdmitRequest = v.strictObject({
  as: v.picklist(['booked', 'offered'], 'value'),
  /** Where no seat is free, the session gets one more. */
  addSeat: v.optional(v.boolean('type'), false),
  seen: SeenOffer,
});
/** What was misspelt, as it should read; what isn't named stays. */
export const CorrectRequest = v.strictObject({
  person: v.pipe(
    v.strictObject(v.partial(v.object(propertyOfFields('schema'))).entries),
    v.check((person) => Object.keys(person).length > 0, 'required'),
  ),
  /** `personVersion` as it was shown. */
  seen: v.pipe(v.string('type'), v.maxLength(64, 'too-long')),
});
/** What is flagged is in order: how that was found out. */
export const CheckedRequest = v.strictObject({ reason: Note, seen: v.array(v.picklist(rosterFlags, 'value')) });
export const AttendRequest = v.strictObject({
  to: v.picklist(['booked', 'checked-in', 'fulfilled', 'noshow'], 'value'),
  /** The status that there was when this was decided. */
  seen: v.picklist(registrationStatuses, 'value'),
});
export const StatusWire = v.object({
  registrationId: v.string(),
  sessionId: v.string(),
  status: v.picklist(registrationStatuses),
});
export const NoShowsWire = v.object({ marked: v.number() });

/**
 * By a whole number, over every session in scope or in one of them: by the blind index, so that nothing is opened to be
 * compared. It needs a reason, as a reveal does: whoever may try numbers learns whose they are.
 */
export const PeopleRequest = v.pipe(
  v.strictObject({
    phone: v.optional(Phone),
    residentId: v.optional(ResidentId),
    sessionId: v.optional(WireId),
    ...whyEntries,
  }),
  v.check(({ phone, residentId }) => (phone === undefined) !== (residentId === undefined), 'required'),
);
export const PeopleWire = v.object({
  rows: v.array(v.object({ ...RosterRow.entries, sessionTitle: v.string(), startsAt: v.string() })),
});

/**
 * By what the lists show: the first character of a name and the last four digits of a number, over the sessions of the
 * last 30 days and those to come. Hidden digits are never compared.
 */
export const ShownPeopleRequest = v.strictObject({
  q: v.pipe(v.string('type'), v.maxLength(40, 'too-long'), v.regex(/(?:^|\D)\d{3}[\dX]\D*$/i, 'value')),
});
export const ShownPeopleWire = v.object({
  ...PeopleWire.entries,
  /** There were more sign-ups than are looked through; the latest were. */
  cut: v.boolean(),
});

export const RosterExportRequest = v.strictObject({
  ...whyEntries,
  /** Which personal fields are written out in full; the others stay masked. */
  fields: PersonFields,
});

export type RosterRequest = v.InferOutput<typeof RosterRequest>;
export type RosterRow = v.InferOutput<typeof RosterRow>;
export type RosterWire = v.InferOutput<typeof RosterWire>;
export type RevealRequest = v.InferOutput<typeof RevealRequest>;
export type PeopleRequest = v.InferOutput<typeof PeopleRequest>;
export type RevealWire = v.InferOutput<typeof RevealWire>;
export type AddRequest = v.InferOutput<typeof AddRequest>;
export type AddWire = v.InferOutput<typeof AddWire>;
export type CancelSeveralRequest = v.InferOutput<typeof CancelSeveralRequest>;
export type CancelledSeveralWire = v.InferOutput<typeof CancelledSeveralWire>;
export type MessageSeveralRequest = v.InferOutput<typeof MessageSeveralRequest>;
export type MessagedSeveralWire = v.InferOutput<typeof MessagedSeveralWire>;
export type AdmitRequest = v.InferOutput<typeof AdmitRequest>;
export type AttendRequest = v.InferOutput<typeof AttendRequest>;
export type CheckedRequest = v.InferOutput<typeof CheckedRequest>;
export type OfferRequest = v.InferOutput<typeof OfferRequest>;
export type StaffMoveRequest = v.InferOutput<typeof StaffMoveRequest>;
export type CorrectRequest = v.InferOutput<typeof CorrectRequest>;
export type OfferDecision = (typeof offerDecisions)[number];
export type StatusWire = v.InferOutput<typeof StatusWire>;
export type ShownPeopleWire = v.InferOutput<typeof ShownPeopleWire>;
export type PeopleWire = v.InferOutput<typeof PeopleWire>;
export type RosterExportRequest = v.InferOutput<typeof RosterExportRequest>;
