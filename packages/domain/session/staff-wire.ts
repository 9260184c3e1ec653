/** Sessions as the union's staff make and change them. */
import * as v from 'valibot';
import { OneLine, Text } from '../text';
import { Kind } from './wire';
import { SessionWire } from './wire';
import { Adcode, WireId, Day, Instant } from '../wire';
import { FileInput, pageEntries, SeenVersion } from '../wire/staff';
import { Count, Positive } from '../wire';

/** As {@link Text}, but nothing is fine. */
const Maybe = (length: number) => v.nullable(Text(length));

/** A telephone as a phone can dial it, and an extension: 023-63830000 转 801, 12351. */
export const VenuePhone = v.pipe(OneLine(40), v.regex(/^\+?\d[\d -]{3,18}\d(?: ?转 ?\d{1,6})?$/, 'value'));

/** How a session's place is found and reached. Left out of a change, it stays as it is; of a new one, it isn't known. */
export const venueEntries = {
  address: v.optional(v.nullable(OneLine(120))),
  floor: v.optional(v.nullable(OneLine(40))),
  phone: v.optional(v.nullable(VenuePhone)),
};

const sessionEntries = {
  title: OneLine(60),
  place: OneLine(120),
  ...venueEntries,
  adcode: Adcode,
  note: Maybe(400),
  opensAt: Instant,
  closesAt: Instant,
  cancelUntil: Instant,
  startsAt: Instant,
  endsAt: Instant,
};
export const SessionInput = v.strictObject({
  programmeId: WireId,
  ...sessionEntries,
  capacity: Positive(20_000),
  waitlistSize: Count(20_000),
  /** From when others than staff see it. Null: it is a draft until it is published; left out: at once. */
  publicFrom: v.optional(v.nullable(Instant)),
});
/** All but its size, which has a question of its own: whom does it hit? */
export const SessionEdit = v.strictObject({ ...sessionEntries, seen: SeenVersion });

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
  /** Of those on the waiting list: who is offered a seat. */
  offered: v.optional(v.number(), 0),
  /** Of those cancelled: why. */
  cancelledBy: v.optional(v.object({ owner: v.number(), union: v.number(), lapsed: v.number(), session: v.number() }), {
    owner: 0,
    union: 0,
    lapsed: 0,
    session: 0,
  }),
  /** What was said to everybody in it, such as why it was cancelled. */
  notice: v.nullable(v.string()),
  /** Rises with every change that staff make to it, but for its size. */
  version: v.number(),
  /** From when others than staff see it; null of a draft whose time isn't known. */
  publicFrom: v.optional(v.nullable(v.string()), '1970-01-01T08:00:00.000+08:00'),
});

/** As it is typed, before it is saved; `id` where it is there already, and may have begun and have people in it. */
export const SessionCheckRequest = v.strictObject({ ...SessionInput.entries, id: v.optional(WireId) });
/** `faults` keep it from being saved, `warnings` only want a look; `preview` is what the worker will see. */
export const SessionCheckWire = v.object({
  faults: v.array(v.object({ pointer: v.string(), code: v.string() })),
  warnings: v.array(v.object({ pointer: v.string(), code: v.string() })),
  preview: v.nullable(SessionWire),
});

/** What a list of sessions can be narrowed to; `full`: no seat is left, whether one can wait for one or not. */
export const sessionFilterStates = ['draft', 'upcoming', 'open', 'full', 'closed', 'cancelled', 'past'] as const;
export type SessionFilterState = (typeof sessionFilterStates)[number];

/** Of a draft, and of one whose time to be public hasn't come: at once, at a time, or not yet. */
export const PublishSessionRequest = v.strictObject({
  at: v.optional(v.nullable(Instant)),
  /** `publicFrom` as it was seen. */
  seen: v.nullable(Instant),
});

export const StaffSessionQuery = v.strictObject({
  kind: v.optional(Kind),
  /** A part of its title, place or address. */
  q: v.optional(OneLine(60)),
  state: v.optional(v.picklist(sessionFilterStates, 'value')),
  programme: v.optional(WireId),
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
  /** The size that there was when this one was chosen. */
  seen: v.strictObject({ capacity: Count(20_000), waitlistSize: Count(20_000) }),
  displace: v.optional(v.pipe(v.array(WireId, 'type'), v.maxLength(500, 'too-long')), []),
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

/** Filters that one keeps: a name, and the filters as the list's address has them. */
export const SessionFilterInput = v.strictObject({
  name: OneLine(20),
  query: v.pipe(v.string('type'), v.maxLength(1000, 'too-long'), v.regex(/^[\w.~%=&+-]*$/, 'value')),
});
export const SessionFiltersWire = v.object({
  filters: v.array(v.object({ id: v.string(), name: v.string(), query: v.string() })),
});

export const OpenRequest = v.strictObject({ closesAt: v.optional(Instant) });
/** How long the reason of a cancellation may be, as people read it. */
export const MAX_CANCELLATION_LENGTH = 200;
/** Said to everybody in the session; no person's data belongs here. */
export const CancelSessionRequest = v.strictObject({ message: Text(MAX_CANCELLATION_LENGTH) });

/** A reason of cancellations that a union gives often: it is chosen, and changed before it goes out. */
export const CancellationTemplateInput = v.strictObject({ title: OneLine(40), text: Text(MAX_CANCELLATION_LENGTH) });
export const CancellationTemplateEdit = v.strictObject({ ...CancellationTemplateInput.entries, seen: SeenVersion });
export const CancellationTemplateWire = v.object({
  id: v.string(),
  title: v.string(),
  text: v.string(),
  updatedAt: v.string(),
  /** Rises with every change. */
  version: v.number(),
});
export const CancellationTemplatesWire = v.object({ templates: v.array(CancellationTemplateWire) });

export const SessionImportRequest = v.strictObject({
  programmeId: WireId,
  file: FileInput,
  /** Without it only the report. */
  write: v.optional(v.boolean('type'), false),
  /** Rows that are written though a session is there at the same place and time; without it they are left out. */
  keepAlike: v.optional(v.pipe(v.array(Positive(20_000), 'type'), v.maxLength(2000, 'too-long')), () => []),
});
/** What is wrong in a row, in the words of the station import. `row` is the sheet's own number. */
export const RowFaultWire = v.object({
  row: v.number(),
  column: v.nullable(v.string()),
  message: v.string(),
  expected: v.string(),
});
/** What was assumed of a row or left out of it. */
export const RowNoteWire = v.pick(RowFaultWire, ['row', 'column', 'message']);
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
  /** A finished job of before has none. */
  notes: v.optional(v.array(RowNoteWire), []),
  /** Rows at whose place, day and time a session is there already, and which. */
  alike: v.optional(v.array(v.object({ row: v.number(), sessionId: v.string(), title: v.string() })), []),
  written: v.number(),
});

export type CancellationTemplateWire = v.InferOutput<typeof CancellationTemplateWire>;
export type SessionInput = v.InferOutput<typeof SessionInput>;
export type SessionEdit = v.InferOutput<typeof SessionEdit>;
export type StaffSessionWire = v.InferOutput<typeof StaffSessionWire>;
export type SessionCheckRequest = v.InferOutput<typeof SessionCheckRequest>;
export type SessionCheckWire = v.InferOutput<typeof SessionCheckWire>;
export type SessionFiltersWire = v.InferOutput<typeof SessionFiltersWire>;
export type PublishSessionRequest = v.InferOutput<typeof PublishSessionRequest>;
export type StaffSessionQuery = v.InferOutput<typeof StaffSessionQuery>;
export type SizeRequest = v.InferOutput<typeof SizeRequest>;
export type SizeWire = v.InferOutput<typeof SizeWire>;
export type HitWire = v.InferOutput<typeof HitWire>;
export type RowFaultWire = v.InferOutput<typeof RowFaultWire>;
export type SessionImportWire = v.InferOutput<typeof SessionImportWire>;
