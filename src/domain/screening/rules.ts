/**
 * A screening programme's rules as data, the same in the app's bundle and in the service. No union's rule is in
 * code: what differs from union to union or from clinic to clinic is a field here.
 *
 * `null` always means that no source says; the app shows 「以主办单位通知为准」 and calls the answer unclear. `'any'`
 * means that the programme is known not to care.
 */
import * as v from 'valibot';

/** Kinds of employment that programmes tell apart. */
export const employments = ['new-form', 'private', 'state-firm', 'public', 'self-employed', 'none'] as const;
export type Employment = (typeof employments)[number];

const Words = v.pipe(v.string(), v.trim(), v.nonEmpty());
const Count = v.pipe(v.number(), v.integer(), v.minValue(1));
const Adcode = v.pipe(v.string(), v.regex(/^50\d{4}$/));

/**
 * How long before the session: hours count back from its start, days from the midnight that begins its day
 * (3 days before a Thursday's session is Monday 0:00).
 */
const Before = v.union([v.strictObject({ hours: Count }), v.strictObject({ days: Count })]);

/** Something to do or to leave before the session. */
export const PreparationStep = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]*$/)),
  text: Words,
  /** Why the clinic asks for it, where it says. */
  why: v.nullable(Words),
  /** From when on. */
  from: Before,
  /** Until when; null is until the session begins. */
  until: v.nullable(Before),
});

/** What the clinic says of the menstrual cycle, in days. */
export const CycleRule = v.strictObject({
  /** Not during the period itself. */
  avoidDuring: v.boolean(),
  /** Nor on so many days before its first day. */
  avoidBefore: v.pipe(v.number(), v.integer(), v.minValue(0)),
  /** Nor on so many days after its last day. */
  avoidAfter: v.pipe(v.number(), v.integer(), v.minValue(0)),
  /** How many days the clinic counts for a period. */
  periodDays: Count,
  /** The clinic's own words. */
  text: Words,
});

/** A yes-or-no condition that the fields above do not know, asked in the programme's own words. */
export const Condition = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]*$/)),
  question: Words,
  hint: v.nullable(Words),
  /** The answer with which one may come. */
  wanted: v.picklist(['yes', 'no']),
  /** Said where the answer is the other one. */
  because: Words,
});

export const ScreeningRules = v.strictObject({
  employment: v.nullable(v.union([v.literal('any'), v.pipe(v.array(v.picklist(employments)), v.minLength(1))])),
  /** Household registration: the city's only, or any. */
  household: v.nullable(v.picklist(['any', 'city'])),
  /** Where one has to live or work, GB/T 2260. */
  districts: v.nullable(v.union([v.literal('any'), v.pipe(v.array(Adcode), v.minLength(1))])),
  /** How long after the last one, by test; `months: null` where the source leaves a test's open. */
  intervals: v.nullable(v.pipe(v.array(v.strictObject({ of: Words, months: v.nullable(Count) })), v.minLength(1))),
  conditions: v.array(Condition),
  /** What is examined; empty where no source says. */
  items: v.array(Words),
  cost: v.nullable(Words),
  bring: v.nullable(v.array(Words)),
  /** An empty list says that nothing needs preparing. */
  preparation: v.nullable(v.array(PreparationStep)),
  cycle: v.nullable(CycleRule),
  /** Days on which the programme runs, first and last. */
  windows: v.nullable(
    v.array(v.strictObject({ from: v.pipe(v.string(), v.isoDate()), to: v.pipe(v.string(), v.isoDate()) })),
  ),
  /** Places a district. */
  quotas: v.nullable(v.array(v.strictObject({ adcode: Adcode, places: Count }))),
  /** How and within how many days the result comes. */
  results: v.nullable(v.strictObject({ withinDays: v.nullable(Count), how: v.nullable(Words) })),
});

export type ScreeningRules = v.InferOutput<typeof ScreeningRules>;
export type PreparationStep = v.InferOutput<typeof PreparationStep>;
export type CycleRule = v.InferOutput<typeof CycleRule>;
export type Condition = v.InferOutput<typeof Condition>;
