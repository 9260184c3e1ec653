/** Who did and saw what, when and why. */
import * as v from 'valibot';
import { StaffId } from '../staff-account/wire';
import { Day } from '../wire';
import { pageEntries } from '../wire/staff';

export const AuditQuery = v.strictObject({
  staff: v.optional(StaffId),
  /** Begins with, such as `roster.`. */
  action: v.optional(v.pipe(v.string('type'), v.regex(/^[a-z.-]{1,60}$/, 'value'))),
  from: v.optional(Day),
  to: v.optional(Day),
  ...pageEntries,
});
export const AuditRowWire = v.object({
  id: v.string(),
  at: v.string(),
  /** Null for workers and the service itself. */
  staff: v.nullable(v.object({ id: v.string(), name: v.string() })),
  action: v.string(),
  subject: v.nullable(v.string()),
  /** `reason` is in here where somebody looked. */
  detail: v.record(v.string(), v.union([v.string(), v.number(), v.null()])),
});
export const AuditWire = v.object({
  rows: v.array(AuditRowWire),
  next: v.nullable(v.string()),
  /** Every entry is as it was written and none is missing. */
  intact: v.boolean(),
});
export type AuditRowWire = v.InferOutput<typeof AuditRowWire>;
