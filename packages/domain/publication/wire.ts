/** From a pasted newsletter to what the app shows. */
import * as v from 'valibot';
import { Day } from '../wire';

export const draftKinds = ['cases', 'news', 'events'] as const;

/** Pasted text, line ends and all: its lines are what flags point at. */
const Pasted = v.pipe(v.string('type'), v.nonEmpty('required'), v.maxLength(400_000, 'too-long'));
export const DraftRequest = v.strictObject({ text: Pasted, issueDate: v.optional(v.nullable(Day), null) });

export const FlagWire = v.object({
  line: v.number(),
  field: v.string(),
  message: v.string(),
  expected: v.nullable(v.string()),
  severity: v.picklist(['fault', 'note']),
});
export const DraftEntryWire = v.object({
  /** The record's id if it becomes one. */
  id: v.string(),
  kind: v.picklist(draftKinds),
  line: v.number(),
  title: v.string(),
  /** `unsure`: it may be one of `candidates`; whoever edits decides. */
  status: v.picklist(['new', 'changed', 'same', 'unsure']),
  /** As it would be published. */
  record: v.looseObject({ id: v.string() }),
  /** As it is published now; null where it is new. */
  current: v.nullable(v.looseObject({ id: v.string() })),
  /** Changes exactly when `current` does; null where that is. Sent back as `seen`. */
  currentVersion: v.nullable(v.string()),
  /** Fields that differ. */
  changes: v.array(v.object({ field: v.string(), before: v.unknown(), after: v.unknown() })),
  /** Corrected by hand. */
  edited: v.boolean(),
  /** This draft published it, and somebody changed what was published since: it isn't published over that. */
  reworded: v.boolean(),
  /** Changes exactly when `record` is corrected. Sent back as `seen` of a correction. */
  recordVersion: v.string(),
  /** Why it is unsure, for people. */
  reason: v.nullable(v.string()),
  candidates: v.array(v.object({ id: v.string(), title: v.string() })),
});
export const DraftWire = v.object({
  id: v.string(),
  heading: v.nullable(v.string()),
  issueDate: v.nullable(v.string()),
  lines: v.array(v.string()),
  flags: v.array(FlagWire),
  entries: v.array(DraftEntryWire),
  createdAt: v.string(),
  publishedVersion: v.nullable(v.number()),
});

/** A record as corrected by hand, whole; checked as the dataset is. */
export const RecordEdit = v.strictObject({
  record: v.looseObject({ id: v.pipe(v.string('type'), v.nonEmpty('required')) }),
  /** `recordVersion` as it was shown. */
  seen: v.pipe(v.string('type'), v.maxLength(64, 'too-long')),
});
const EntryId = v.pipe(v.string('type'), v.maxLength(120, 'too-long'));
/** Which entries; new and changed ones must be named to be taken. */
export const PublishRequest = v.strictObject({
  entries: v.pipe(v.array(EntryId, 'type'), v.minLength(1, 'required'), v.maxLength(200, 'too-long')),
  /** By entry, `currentVersion` as it was shown: where somebody published over it since, nothing is published. */
  seen: v.optional(v.record(EntryId, v.nullable(v.pipe(v.string('type'), v.maxLength(64, 'too-long')))), {}),
});
export const ContentFaultWire = v.object({ record: v.string(), field: v.string(), message: v.string() });
export const PublishedWire = v.object({
  done: v.boolean(),
  version: v.nullable(v.number()),
  faults: v.array(ContentFaultWire),
});
export const VersionWire = v.object({
  version: v.number(),
  publishedAt: v.string(),
  by: v.string(),
  /** Records a collection that this version changed. */
  changed: v.record(v.string(), v.number()),
  /** The version that undid it; null where it stands. */
  undoneBy: v.nullable(v.number()),
  /** Would taking it back change something now? A release before this one doesn't say, and the preview does. */
  undoable: v.optional(v.boolean(), true),
  note: v.string(),
});
export const VersionsWire = v.object({ versions: v.array(VersionWire) });

/** Which versions to take back, or what that would change; an empty body takes back what nobody touched since. */
export const UndoRequest = v.optional(
  v.strictObject({
    /** Only says what would change now. */
    preview: v.optional(v.boolean('type'), false),
    /** By record, about what somebody changed since: leave it as it is, or put back what was there before. */
    decisions: v.optional(
      v.record(v.pipe(v.string('type'), v.maxLength(200, 'too-long')), v.picklist(['keep', 'revert'], 'value')),
      {},
    ),
  }),
  {},
);

/** What came of taking a version back. Where a question is open nothing is done, and `changes` has it. */
export const UndoneWire = v.object({
  ...PublishedWire.entries,
  changes: v.array(
    v.object({
      collection: v.string(),
      record: v.string(),
      title: v.string(),
      /** `back`: it comes back, `leaves`: it is taken down, `edited`: these fields change. */
      effect: v.picklist(['back', 'leaves', 'edited']),
      changes: v.array(v.object({ field: v.string(), before: v.unknown(), after: v.unknown() })),
      /** Fields that somebody changed since; `*` is the record as a whole. Somebody has to decide. */
      conflicts: v.array(v.string()),
    }),
  ),
});
export type UndoneWire = v.InferOutput<typeof UndoneWire>;

export type DraftWire = v.InferOutput<typeof DraftWire>;
export type DraftEntryWire = v.InferOutput<typeof DraftEntryWire>;
export type PublishedWire = v.InferOutput<typeof PublishedWire>;
export type VersionWire = v.InferOutput<typeof VersionWire>;
