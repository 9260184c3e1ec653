/** Single records that staff write, correct and take down by a form, now or at a time. */
import * as v from 'valibot';
import { Instant } from '../wire';
import { MOST_CHANGES, SeenVersion } from '../wire/staff';
import { Count } from '../wire';
import { unionCollections } from './feed';
import { PublishedWire } from './wire';

/**
 * Collections whose single records staff write by hand: a union's own, and what is everybody's, which the first union
 * publishes: what the law says, minimum and average wages, whom to ask, the screening's rules, days off. Stations have a list of their own.
 */
export const editedCollections = [
  ...unionCollections,
  'hotlines',
  'legal-places',
  'law-facts',
  'local-wages',
  'rights-guides',
  'screening-programmes',
  'screening-guides',
  'clinics',
  'holidays',
] as const;
export const EditedCollection = v.picklist(editedCollections, 'value');
export type EditedCollection = v.InferOutput<typeof EditedCollection>;

/** Collections that a form can add to; of the others each record has a page or a rule that the app knows. */
export const growingCollections = [...unionCollections, 'hotlines', 'legal-places', 'law-facts'] as const;
export const GrowingCollection = v.picklist(growingCollections, 'value');
export type GrowingCollection = v.InferOutput<typeof GrowingCollection>;

export const isGrowing = (collection: string): collection is GrowingCollection =>
  growingCollections.some((one) => one === collection);

const Version = v.pipe(v.string('type'), v.maxLength(64, 'too-long'));
const PlanId = v.pipe(v.string('type'), v.regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,63}$/, 'value'));
const FieldChanges = v.array(v.object({ field: v.string(), before: v.unknown(), after: v.unknown() }));

/** The records of a collection as they are served now, each with its version. */
export const EditedRecordsWire = v.object({
  records: v.array(
    v.object({
      version: v.string(),
      record: v.looseObject({ id: v.string() }),
      /** Of one's own union, so that it can be changed. */
      own: v.boolean(),
      /** Which union published it, and on which day; null where it came with the app. */
      published: v.nullable(v.object({ by: v.nullable(v.string()), on: v.string() })),
      /** When it is taken down by itself; null where it isn't. */
      expiresAt: v.nullable(v.string()),
    }),
  ),
  /** One's own that were taken down, each with the day: their history is still there. */
  gone: v.array(v.object({ id: v.string(), title: v.string(), on: v.string() })),
});
export type EditedRecordsWire = v.InferOutput<typeof EditedRecordsWire>;

/** A record as written or corrected by hand, whole, to be looked at or published. A new one's id is empty. */
export const RecordPublication = v.strictObject({
  record: v.looseObject({ id: v.string('type') }),
  /** The record's version when its editor opened it, null where it is new: if it changed since, nothing is published. */
  seen: v.nullable(Version),
  /** Only says what would change and what is at fault. */
  preview: v.boolean('type'),
  /** When it is taken down by itself; null: never. Left out, that stays as it was. */
  expiresAt: v.optional(v.nullable(Instant)),
  /** The draft that this publishes, and that is no longer wanted then. */
  plan: v.optional(PlanId),
});

/** What came of it, or of a preview would come of it: `version` is null then. */
export const RecordPublishedWire = v.object({ ...PublishedWire.entries, changes: FieldChanges });
export type RecordPublishedWire = v.InferOutput<typeof RecordPublishedWire>;

export const RecordTakeDown = v.strictObject({ seen: Version });

/** Every version that a record had, newest first. */
export const RecordHistoryWire = v.object({
  /** As it is served now; null where it isn't. */
  version: v.nullable(v.string()),
  revisions: v.array(
    v.object({
      revision: v.number(),
      /** Null for what came with the app. */
      at: v.nullable(v.string()),
      by: v.nullable(v.string()),
      note: v.nullable(v.string()),
      /** Null: it was taken down. */
      title: v.nullable(v.string()),
      /** Against the version before. */
      changes: FieldChanges,
      /** Not what is served now, so that it can be brought back. */
      restorable: v.boolean(),
    }),
  ),
});
export type RecordHistoryWire = v.InferOutput<typeof RecordHistoryWire>;

export const RecordRestore = v.strictObject({
  revision: Count(MOST_CHANGES),
  seen: v.nullable(Version),
  preview: v.boolean('type'),
});

/** A record that waits: a draft, or with the time at which it is published. A new one's id is empty. */
export const RecordPlanRequest = v.strictObject({
  collection: GrowingCollection,
  record: v.looseObject({ id: v.string('type') }),
  seen: v.nullable(Version),
  /** Null: a draft. */
  publishAt: v.nullable(Instant),
  expiresAt: v.nullable(Instant),
});

/** As {@link RecordPlanRequest}, in the place of a plan whose `version` was `seenPlan`. */
export const RecordPlanEdit = v.strictObject({ ...RecordPlanRequest.entries, seenPlan: SeenVersion });

export const RecordPlanWire = v.object({
  id: v.string(),
  /** Rises with every change of the plan. */
  version: v.number(),
  collection: v.string(),
  title: v.string(),
  /** Null: it is to be taken down. */
  record: v.nullable(v.looseObject({ id: v.string() })),
  seen: v.nullable(v.string()),
  publishAt: v.nullable(v.string()),
  expiresAt: v.nullable(v.string()),
  /** Why it didn't happen at its time. */
  failure: v.nullable(v.string()),
  by: v.string(),
  updatedAt: v.string(),
});
export type RecordPlanWire = v.InferOutput<typeof RecordPlanWire>;
export const RecordPlansWire = v.object({ plans: v.array(RecordPlanWire) });

/** Saved, or what of it couldn't be published at its time: then nothing is saved. */
export const RecordPlanSaved = v.object({ plan: v.nullable(RecordPlanWire), faults: PublishedWire.entries.faults });
export type RecordPlanSaved = v.InferOutput<typeof RecordPlanSaved>;

/** The id of a record: words joined by hyphens, up to a title long. */
export const RecordId = v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]{0,199}$/));

/** The parameters of an address with the number of a publication. */
export const VersionParams = v.strictObject({ version: v.pipe(v.string(), v.regex(/^\d{1,9}$/)) });
