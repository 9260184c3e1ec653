/** What became of somebody after a screening, without any medical result. */
import * as v from 'valibot';
import { callResults } from '../notice/staff-wire';
import { Day, WireId } from '../wire';
import { RosterRow } from '../roster/wire';

export const attendances = ['full', 'partly'] as const;

/** How it ended that she was asked to come again: she came, she didn't want to, or nobody reached her. */
export const recallOutcomes = ['came', 'declined', 'unreachable'] as const;
export type RecallOutcome = (typeof recallOutcomes)[number];

/** Only what is said changes. */
export const OutcomeEdit = v.strictObject({
  /** All examinations, or some were left out. */
  attendance: v.optional(v.nullable(v.picklist(attendances, 'value'))),
  /** She has been told her result, by whoever tells it; what it is, is not kept. */
  notified: v.optional(v.boolean('type')),
  /** She was asked to come again. */
  recalled: v.optional(v.boolean('type')),
  helpOffered: v.optional(v.boolean('type')),
  /** By which day she is to come again. */
  recallBy: v.optional(v.nullable(Day)),
  /** She was called about it; each call is kept. */
  recallContact: v.optional(v.picklist(callResults, 'value')),
  /** How that ended. Whether she came is all that is kept: not what was found. */
  recallOutcome: v.optional(v.nullable(v.picklist(recallOutcomes, 'value'))),
});
export const OutcomesRequest = v.strictObject({
  ids: v.pipe(v.array(WireId, 'type'), v.minLength(1, 'required'), v.maxLength(200, 'too-long')),
  set: OutcomeEdit,
});
export const OutcomesSetWire = v.object({ changed: v.number() });

export const OutcomeWire = v.object({
  attendance: v.nullable(v.picklist(attendances)),
  notifiedAt: v.nullable(v.string()),
  recalledAt: v.nullable(v.string()),
  /** Of whom was asked to come again. */
  recall: v.optional(
    v.object({
      by: v.nullable(v.string()),
      contacts: v.array(v.object({ at: v.string(), result: v.picklist(callResults) })),
      outcome: v.nullable(v.picklist(recallOutcomes)),
    }),
    { by: null, contacts: [], outcome: null },
  ),
  helpOfferedAt: v.nullable(v.string()),
});
export const OutcomeRosterRow = v.object({ ...RosterRow.entries, outcome: OutcomeWire });
export const OutcomesWire = v.object({ total: v.number(), rows: v.array(OutcomeRosterRow) });

/** Whoever was asked to come again and of whom it isn't known how that ended, the earliest day first, no day last. */
export const RecallsWire = v.object({
  rows: v.array(v.object({ ...OutcomeRosterRow.entries, sessionTitle: v.string(), startsAt: v.string() })),
});

/** `all`: those in which everybody has been told too, for 90 days. */
export const UntoldQuery = v.strictObject({ all: v.optional(v.literal('1', 'value')) });
/** Sessions in which somebody came and has not been told, the longest wait first. */
export const UntoldWire = v.object({
  sessions: v.array(
    v.object({
      sessionId: v.string(),
      title: v.string(),
      place: v.string(),
      adcode: v.string(),
      startsAt: v.string(),
      came: v.number(),
      untold: v.number(),
      /** By the programme's own rule; null where it has none. */
      dueAt: v.nullable(v.string()),
      overdue: v.boolean(),
    }),
  ),
});

export type OutcomeEdit = v.InferOutput<typeof OutcomeEdit>;
export type OutcomeWire = v.InferOutput<typeof OutcomeWire>;
export type OutcomeRosterRow = v.InferOutput<typeof OutcomeRosterRow>;
export type RecallsWire = v.InferOutput<typeof RecallsWire>;
export type OutcomesWire = v.InferOutput<typeof OutcomesWire>;
export type UntoldWire = v.InferOutput<typeof UntoldWire>;
