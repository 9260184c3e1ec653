/** What became of somebody after a screening, without any medical result. */
import * as v from 'valibot';
import { WireId } from '../wire';
import { RosterRow } from '../roster/wire';

export const attendances = ['full', 'partly'] as const;

/** Only what is said changes. */
export const OutcomeEdit = v.strictObject({
  /** All examinations, or some were left out. */
  attendance: v.optional(v.nullable(v.picklist(attendances, 'value'))),
  /** She has been told her result, by whoever tells it; what it is, is not kept. */
  notified: v.optional(v.boolean('type')),
  /** She was asked to come again. */
  recalled: v.optional(v.boolean('type')),
  helpOffered: v.optional(v.boolean('type')),
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
  helpOfferedAt: v.nullable(v.string()),
});
export const OutcomeRosterRow = v.object({ ...RosterRow.entries, outcome: OutcomeWire });
export const OutcomesWire = v.object({ total: v.number(), rows: v.array(OutcomeRosterRow) });

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
export type OutcomesWire = v.InferOutput<typeof OutcomesWire>;
export type UntoldWire = v.InferOutput<typeof UntoldWire>;
