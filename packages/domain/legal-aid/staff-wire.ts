/** Requests for legal aid as those see them who answer. */
import * as v from 'valibot';
import { Text } from '../text';
import { isRealDay } from '../labour-law/dates';
import { letterKinds } from './letter';
import { LetterWire, MessageWire, topics } from './wire';
import { StaffId } from '../staff-account/wire';
import { Instant, WireId } from '../wire';
import { SeenVersion } from '../wire/staff';

export const queueStates = ['new', 'assigned', 'answered', 'closed', 'withdrawn'] as const;
export type QueueState = (typeof queueStates)[number];

export const QueueQuery = v.strictObject({
  state: v.optional(v.picklist(queueStates, 'value')),
  /** `1`: only what is assigned to me. */
  mine: v.optional(v.literal('1', 'value')),
});

export const QueueRow = v.object({
  id: v.string(),
  topic: v.picklist(topics),
  state: v.picklist(queueStates),
  urgent: v.boolean(),
  /** A deadline the worker named; null where none is known. */
  deadline: v.nullable(v.string()),
  daysLeft: v.nullable(v.number()),
  adcode: v.nullable(v.string()),
  assignee: v.nullable(v.object({ id: v.string(), name: v.string() })),
  /** The last word is the worker's. */
  waiting: v.boolean(),
  createdAt: v.string(),
  updatedAt: v.string(),
  /** The union's last letter to the employer or the authority; null where none was sent. */
  letter: v.nullable(LetterWire),
});
export const QueueWire = v.object({
  requests: v.array(QueueRow),
  counts: v.object({
    new: v.number(),
    assigned: v.number(),
    answered: v.number(),
    closed: v.number(),
    urgent: v.number(),
  }),
});

/** Read by who handles it; each reading goes into the audit. */
export const CaseWire = v.object({
  ...QueueRow.entries,
  name: v.string(),
  phone: v.string(),
  text: v.string(),
  /** What the worker has and will bring along. */
  bring: v.array(v.string()),
  messages: v.array(MessageWire),
});

export const AssignRequest = v.strictObject({
  assignee: v.nullable(StaffId),
  /** Who had it when this was decided. */
  seen: v.nullable(StaffId),
});
/**
 * `seen`: the request's `updatedAt` when this was written. Where somebody wrote or took it since, nothing is sent (409
 * `stale`), so that two people don't answer over one another.
 */
const Seen = v.optional(Instant);
export const AnswerRequest = v.strictObject({ text: Text(2000), seen: Seen });
export const CloseRequest = v.strictObject({ text: v.optional(Text(2000)), seen: Seen });

/** That a letter was sent, on a day that isn't to come. */
export const LetterRequest = v.strictObject({
  kind: v.picklist(letterKinds, 'value'),
  sentOn: v.pipe(v.string('type'), v.check(isRealDay, 'value')),
});

export const TemplateInput = v.strictObject({
  title: Text(40),
  topic: v.nullable(v.picklist(topics, 'value')),
  text: Text(2000),
});
export const TemplateEdit = v.strictObject({ ...TemplateInput.entries, seen: SeenVersion });
export const TemplateWire = v.object({
  id: v.string(),
  title: v.string(),
  topic: v.nullable(v.picklist(topics)),
  text: v.string(),
  updatedAt: v.string(),
  /** Rises with every change. */
  version: v.number(),
});
export const TemplatesWire = v.object({ templates: v.array(TemplateWire) });
/** Who a request can be given to. */
export const LawyersWire = v.object({
  lawyers: v.array(v.object({ id: v.string(), name: v.string(), open: v.number() })),
});
export const TemplateParams = v.strictObject({ id: WireId });

export type AnswerRequest = v.InferOutput<typeof AnswerRequest>;
export type AssignRequest = v.InferOutput<typeof AssignRequest>;
export type QueueRow = v.InferOutput<typeof QueueRow>;
export type QueueWire = v.InferOutput<typeof QueueWire>;
export type CaseWire = v.InferOutput<typeof CaseWire>;
export type TemplateWire = v.InferOutput<typeof TemplateWire>;
