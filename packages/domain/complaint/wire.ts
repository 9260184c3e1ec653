/** What travels about a complaint between app and service. */
import * as v from 'valibot';
import { Phone } from '../identity';
import { legalAidStatuses } from '../legal-aid/fate';
import { MessageWire } from '../legal-aid/wire';
import { Text } from '../text';
import { Adcode, Time } from '../wire';
import { openPicklist } from '../wire/tolerant';

/** `call-back`: for those who would rather be rung up than write. */
export const complaintKinds = ['complaint', 'suggestion', 'call-back'] as const;
export type ComplaintKind = (typeof complaintKinds)[number];

/** When somebody wants to be called back, within office hours. */
export const callBackTimes = ['any', 'morning', 'afternoon'] as const;
export type CallBackTime = (typeof callBackTimes)[number];

/** Length in characters. */
export const MOST_COMPLAINT = 2000;

/** A page of the app, as its package names it: `pages/home/index`. What stood in its address is never sent. */
export const PageRoute = v.pipe(v.string('type'), v.regex(/^[a-z][a-z-]*(\/[a-z][a-z-]*){1,5}$/, 'value'));

export const ComplaintRequest = v.pipe(
  v.strictObject({
    kind: v.picklist(complaintKinds, 'value'),
    text: Text(MOST_COMPLAINT),
    /** On which page it was begun; null where none is known, or its author took it away. */
    page: v.optional(v.nullable(PageRoute), null),
    /** A number to call; whoever leaves it out reads the answer in the app. */
    phone: v.optional(v.nullable(Phone), null),
    /** When to call back. */
    callAt: v.optional(v.nullable(v.picklist(callBackTimes, 'value')), null),
    /** The district that it is about, so that it reaches the right union; null for the whole city's. */
    adcode: v.optional(v.nullable(Adcode), null),
  }),
  v.forward(
    v.check(({ kind, phone }) => kind !== 'call-back' || phone !== null, 'required'),
    ['phone'],
  ),
);
export type ComplaintRequest = v.InferInput<typeof ComplaintRequest>;

/** What every answer about a complaint says of it. */
const complaintEntries = {
  id: v.string(),
  /** See `complaintNumber`. */
  number: v.string(),
  status: openPicklist(legalAidStatuses, 'received'),
  /** The last day for the union's answer, `YYYY-MM-DD`. */
  answerBy: v.string(),
  createdAt: Time,
};

/** The answer to a complaint that was sent. */
export const SentComplaintWire = v.object(complaintEntries);
export type SentComplaintWire = v.InferOutput<typeof SentComplaintWire>;

export const ComplaintWire = v.object({
  ...complaintEntries,
  kind: openPicklist(complaintKinds, 'suggestion'),
  text: v.string(),
  page: v.nullable(v.string()),
  phone: v.nullable(v.string()),
  callAt: v.nullable(openPicklist(callBackTimes, 'any')),
  adcode: v.nullable(v.string()),
  updatedAt: Time,
  messages: v.array(MessageWire),
});
export type ComplaintWire = v.InferOutput<typeof ComplaintWire>;

export const ComplaintList = v.object({ complaints: v.array(ComplaintWire) });
export type ComplaintList = v.InferOutput<typeof ComplaintList>;
