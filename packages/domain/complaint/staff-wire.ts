/** Complaints as those see them who answer. */
import * as v from 'valibot';
import { MessageWire } from '../legal-aid/wire';
import { legalAidStatuses } from '../legal-aid/fate';
import { callBackTimes, complaintKinds } from './wire';

/** Which of them a queue shows: those that wait for the union, those that were answered, or those that are over. */
export const complaintViews = ['waiting', 'answered', 'closed'] as const;
export type ComplaintView = (typeof complaintViews)[number];

export const ComplaintQueueQuery = v.strictObject({ show: v.optional(v.picklist(complaintViews, 'value')) });

/** A complaint without anything that is its author's. */
export const ComplaintRowWire = v.object({
  id: v.string(),
  number: v.string(),
  kind: v.picklist(complaintKinds),
  page: v.nullable(v.string()),
  adcode: v.nullable(v.string()),
  status: v.picklist(legalAidStatuses),
  /** The last word is the author's. */
  waiting: v.boolean(),
  answerBy: v.string(),
  /** Working days until then, see `workingDaysLeft`. */
  daysLeft: v.number(),
  createdAt: v.string(),
  updatedAt: v.string(),
});
export type ComplaintRowWire = v.InferOutput<typeof ComplaintRowWire>;

export const ComplaintQueueWire = v.object({
  complaints: v.array(ComplaintRowWire),
  counts: v.object({ waiting: v.number(), overdue: v.number(), answered: v.number() }),
});
export type ComplaintQueueWire = v.InferOutput<typeof ComplaintQueueWire>;

/** One with what its author wrote; each reading goes into the audit. */
export const ComplaintCaseWire = v.object({
  ...ComplaintRowWire.entries,
  text: v.string(),
  phone: v.nullable(v.string()),
  callAt: v.nullable(v.picklist(callBackTimes)),
  messages: v.array(MessageWire),
});
export type ComplaintCaseWire = v.InferOutput<typeof ComplaintCaseWire>;
