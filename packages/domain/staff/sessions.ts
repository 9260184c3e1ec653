/** Programmes and their sessions as staff make and change them. */
import * as v from 'valibot';
import { purposes } from '../consent';
import { Text } from '../identity';
import { Kind, personFields, ProgrammeWire, SessionWire } from '../registration/wire';
import { TeamSize } from '../registration/team';
import { ScreeningRules } from '../screening/rules';
import { Adcode, AnyId, Day, FileInput, Instant, OrganisationId, pageEntries } from './parts';

const Count = (most: number) =>
  v.pipe(v.number('type'), v.integer('type'), v.minValue(0, 'value'), v.maxValue(most, 'value'));
const Positive = (most: number) =>
  v.pipe(v.number('type'), v.integer('type'), v.minValue(1, 'value'), v.maxValue(most, 'value'));
/** As {@link Text}, but nothing is fine. */
const Maybe = (length: number) => v.nullable(Text(length));

export const ProgrammeInput = v.strictObject({
  /** Whose it is; left out where one works for a single organisation. */
  organisation: v.optional(OrganisationId),
  /** Null: the whole city's. */
  adcode: v.nullable(Adcode),
  kind: Kind,
  title: Text(60),
  summary: Text(400),
  organiser: Text(60),
  limitPerPerson: v.nullable(Positive(50)),
  /** Minutes a freed place is kept for the first in line; null books them at once. */
  offerMinutes: v.nullable(Positive(7 * 24 * 60)),
  fields: v.pipe(
    v.array(v.picklist(personFields, 'value'), 'type'),
    v.minLength(1, 'required'),
    v.maxLength(3, 'too-long'),
  ),
  sex: v.nullable(v.picklist(['female', 'male'], 'value')),
  age: v.nullable(v.strictObject({ min: Count(120), max: Count(120) })),
  consents: v.pipe(
    v.array(v.picklist(purposes, 'value'), 'type'),
    v.minLength(1, 'required'),
    v.maxLength(3, 'too-long'),
  ),
  /** People a team has, captain included; left out where everybody signs up alone. */
  team: v.optional(v.nullable(TeamSize), null),
  rules: v.nullable(ScreeningRules),
});

export const StaffProgrammeWire = v.object({
  ...ProgrammeWire.entries,
  organisation: v.string(),
  adcode: v.nullable(v.string()),
  /** A programme of the whole city is seen by every district and changed by whoever works for all. */
  editable: v.boolean(),
});

const sessionEntries = {
  title: Text(60),
  place: Text(120),
  adcode: Adcode,
  note: Maybe(400),
  opensAt: Instant,
  closesAt: Instant,
  cancelUntil: Instant,
  startsAt: Instant,
  endsAt: Instant,
};
export const SessionInput = v.strictObject({
  programmeId: AnyId,
  ...sessionEntries,
  capacity: Positive(20_000),
  waitlistSize: Count(20_000),
});
/** All but its size, which has a question of its own: whom does it hit? */
export const SessionEdit = v.strictObject(sessionEntries);

export const StaffSessionWire = v.object({
  ...SessionWire.entries,
  organisation: v.string(),
  programmeTitle: v.string(),
  /** Places gone: booked, offered, attended, missed. */
  held: v.number(),
  /** Registrations by status. */
  counts: v.object({
    booked: v.number(),
    waitlist: v.number(),
    'checked-in': v.number(),
    fulfilled: v.number(),
    noshow: v.number(),
    cancelled: v.number(),
  }),
  /** What was said to everybody in it, such as why it was cancelled. */
  notice: v.nullable(v.string()),
});

/** As it is typed, before it is saved; `id` where it is there already, and may have begun and have people in it. */
export const SessionCheckRequest = v.strictObject({ ...SessionInput.entries, id: v.optional(AnyId) });
/** `faults` keep it from being saved, `warnings` only want a look; `preview` is what the worker will see. */
export const SessionCheckWire = v.object({
  faults: v.array(v.object({ pointer: v.string(), code: v.string() })),
  warnings: v.array(v.object({ pointer: v.string(), code: v.string() })),
  preview: v.nullable(SessionWire),
});

export const StaffSessionQuery = v.strictObject({
  kind: v.optional(Kind),
  programme: v.optional(AnyId),
  adcode: v.optional(Adcode),
  from: v.optional(Day),
  to: v.optional(Day),
  ...pageEntries,
});

/**
 * A session's size. Fewer places than are taken is answered with whom it would hit and changes nothing (409
 * `would-displace`), until the same is sent again with exactly those people in `displace`.
 */
export const SizeRequest = v.strictObject({
  capacity: Positive(20_000),
  waitlistSize: Count(20_000),
  displace: v.optional(v.pipe(v.array(AnyId, 'type'), v.maxLength(500, 'too-long')), []),
  /** Only tells what would happen. */
  dryRun: v.optional(v.boolean('type'), false),
});
export const HitWire = v.object({ registrationId: v.string(), name: v.string(), phone: v.string(), place: v.number() });
export const SizeWire = v.object({
  done: v.boolean(),
  capacity: v.number(),
  waitlistSize: v.number(),
  /** People in line who get a place. */
  promotes: v.number(),
  /** People who lose theirs and go to the head of the waiting list: the last to come, masked. */
  hits: v.array(HitWire),
  session: v.nullable(StaffSessionWire),
});

export const OpenRequest = v.strictObject({ closesAt: v.optional(Instant) });
/** Said to everybody in the session; no person's data belongs here. */
export const CancelSessionRequest = v.strictObject({ message: Text(200) });

export const SessionImportRequest = v.strictObject({
  programmeId: AnyId,
  file: FileInput,
  /** Without it only the report. */
  write: v.optional(v.boolean('type'), false),
});
/** What is wrong in a row, in the words of the station import. `row` is the sheet's own number. */
export const RowFaultWire = v.object({
  row: v.number(),
  column: v.nullable(v.string()),
  message: v.string(),
  expected: v.string(),
});
export const SessionImportWire = v.object({
  rows: v.number(),
  sessions: v.array(
    v.object({
      row: v.number(),
      title: v.string(),
      place: v.string(),
      adcode: v.string(),
      startsAt: v.string(),
      capacity: v.number(),
    }),
  ),
  faults: v.array(RowFaultWire),
  written: v.number(),
});

export type ProgrammeInput = v.InferOutput<typeof ProgrammeInput>;
export type StaffProgrammeWire = v.InferOutput<typeof StaffProgrammeWire>;
export type SessionInput = v.InferOutput<typeof SessionInput>;
export type SessionEdit = v.InferOutput<typeof SessionEdit>;
export type StaffSessionWire = v.InferOutput<typeof StaffSessionWire>;
export type SessionCheckRequest = v.InferOutput<typeof SessionCheckRequest>;
export type SessionCheckWire = v.InferOutput<typeof SessionCheckWire>;
export type StaffSessionQuery = v.InferOutput<typeof StaffSessionQuery>;
export type SizeRequest = v.InferOutput<typeof SizeRequest>;
export type SizeWire = v.InferOutput<typeof SizeWire>;
export type HitWire = v.InferOutput<typeof HitWire>;
export type RowFaultWire = v.InferOutput<typeof RowFaultWire>;
export type SessionImportWire = v.InferOutput<typeof SessionImportWire>;
