/** Who did and saw what, when and why. */
import * as v from 'valibot';
import { keysOf } from '../narrow';
import { StaffId } from '../staff-account/wire';
import { Day } from '../wire';
import { pageEntries } from '../wire/staff';

/** The console's pages by what is done on them: names of actions, or how they begin. */
export const auditPages = {
  sessions: ['session.', 'programme.', 'roster.', 'person.', 'registration.corrected', 'registration.checked'],
  people: ['people.'],
  door: ['door.', 'check-in.', 'registration.attended'],
  'call-list': ['call-list.', 'call.', 'confirmations.'],
  held: ['registration.held-seen', 'registration.released', 'registration.returned'],
  outcomes: ['outcome.'],
  'legal-aid': ['legal-aid.'],
  complaints: ['complaint.'],
  stations: ['station.', 'station-'],
  content: ['content.'],
  figures: ['figures.'],
  jobs: ['job.'],
  users: ['staff.', 'organisation.'],
  audit: ['audit.'],
} as const;
export type AuditPage = keyof typeof auditPages;

const filterEntries = {
  /** Who did it. */
  staff: v.optional(StaffId),
  /** Where in the console it was done. */
  page: v.optional(v.picklist(keysOf(auditPages), 'value')),
  /** Begins with, such as `roster.`. */
  action: v.optional(v.pipe(v.string('type'), v.regex(/^[a-z.-]{1,60}$/, 'value'))),
  from: v.optional(Day),
  to: v.optional(Day),
};
export const AuditQuery = v.strictObject({ ...filterEntries, ...pageEntries });
export const AuditFileQuery = v.strictObject(filterEntries);
export const AuditRowWire = v.object({
  id: v.string(),
  at: v.string(),
  /** Null for workers and the service itself. */
  staff: v.nullable(v.object({ id: v.string(), name: v.string() })),
  action: v.string(),
  subject: v.nullable(v.string()),
  /** What the subject is called, such as a session's title and time; never a worker's name. */
  about: v.optional(v.nullable(v.string()), null),
  /** How many entries this row stands for: one action on several people writes one for each. */
  count: v.optional(v.number(), 1),
  /** `reason` is in here where somebody looked. */
  detail: v.record(v.string(), v.union([v.string(), v.number(), v.null()])),
});
export const AuditWire = v.object({
  rows: v.array(AuditRowWire),
  next: v.nullable(v.string()),
  /** Whose entries the asker may see, for choosing one. */
  staff: v.optional(v.array(v.object({ id: v.string(), name: v.string() })), []),
  /** Every entry is as it was written and none is missing. */
  intact: v.boolean(),
});
export type AuditRowWire = v.InferOutput<typeof AuditRowWire>;
