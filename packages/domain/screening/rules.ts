/**
 * A screening programme's rules as data, the same in the app's bundle and in the service. No union's rule is in
 * code: what differs from union to union or from clinic to clinic is a field here.
 *
 * `null` always means that no source says; the app shows 「以主办单位通知为准」 and calls the answer unclear. `'any'`
 * means that the programme is known not to care.
 */
import * as v from 'valibot';
import { withStandIn } from '../wire/tolerant';

/** Kinds of employment that programmes tell apart. */
export const employments = ['new-form', 'private', 'state-firm', 'public', 'self-employed', 'none'] as const;
export type Employment = (typeof employments)[number];

// Messages are the codes of `fieldFaults`, which say them to whoever types a rule.
const Words = v.pipe(v.string('type'), v.trim(), v.nonEmpty('required'), v.maxLength(400, 'too-long'));
const Whole = (least: number) =>
  v.pipe(v.number('type'), v.integer('type'), v.minValue(least, 'value'), v.maxValue(100_000, 'value'));
const Count = Whole(1);
const Adcode = v.pipe(v.string('type'), v.regex(/^50\d{4}$/, 'value'));
const Id = v.pipe(v.string('type'), v.regex(/^[a-z][a-z0-9-]*$/, 'value'));
const Day = v.pipe(v.string('type'), v.isoDate('value'));
/** A list as long as somebody can still read on a phone. */
const few = <S extends v.GenericSchema>(one: S, most = 40) =>
  v.pipe(v.array(one, 'type'), v.maxLength(most, 'too-many'));
const some = <S extends v.GenericSchema>(one: S, most = 40) =>
  v.pipe(v.array(one, 'type'), v.minLength(1, 'required'), v.maxLength(most, 'too-many'));

/**
 * How long before the session: hours count back from its start, days from the midnight that begins its day
 * (3 days before a Thursday's session is Monday 0:00).
 */
export const Before = v.union([v.strictObject({ hours: Count }), v.strictObject({ days: Count })], 'required');
type Before = v.InferOutput<typeof Before>;

/** How many hours before the session it is, at the least and at the most: which, the session's hour decides. */
const span = (before: Before): [least: number, most: number] =>
  'hours' in before ? [before.hours, before.hours] : [before.days * 24, before.days * 24 + 24];

/** Does it end before it begins, whatever the session's hour? */
function isReversed(from: Before, until: Before): boolean {
  const isSameUnit = 'hours' in from === 'hours' in until;
  return span(until)[0] >= span(from)[isSameUnit ? 0 : 1];
}

/** Something to do or to leave before the session. */
export const PreparationStep = v.pipe(
  v.strictObject({
    id: Id,
    text: Words,
    /** Why the clinic asks for it, where it says. */
    why: v.nullable(Words),
    /** From when on. */
    from: Before,
    /** Until when; null is until the session begins. */
    until: v.nullable(Before),
  }),
  v.forward(
    v.check(({ from, until }) => until === null || !isReversed(from, until), 'order'),
    ['until'],
  ),
);

/** What the clinic says of the menstrual cycle, in days. */
export const CycleRule = v.strictObject({
  /** Not during the period itself. */
  avoidDuring: v.boolean('type'),
  /** Nor on so many days before its first day. */
  avoidBefore: Whole(0),
  /** Nor on so many days after its last day. */
  avoidAfter: Whole(0),
  /** How many days the clinic counts for a period. */
  periodDays: Count,
  /** The clinic's own words. */
  text: Words,
});

/**
 * Stands for a condition that a later release wrote and this one can't read: nobody is asked it, and a programme that has
 * it says yes to nobody.
 */
export const unreadCondition: Record<'id' | 'question' | 'because', string> & { hint: null; wanted: 'yes' | 'no' } = {
  id: 'of-a-later-release',
  question: '？',
  hint: null,
  wanted: 'yes',
  because: '？',
};

/**
 * A yes-or-no condition that the fields above do not know, asked in the programme's own words. Whatever restricts a
 * programme from a later release on is a condition, so that phones of this one don't say yes.
 */
export const Condition = withStandIn(
  v.strictObject({
    id: Id,
    question: Words,
    hint: v.nullable(Words),
    /** The answer with which one may come. */
    wanted: v.picklist(['yes', 'no'], 'required'),
    /** Said where the answer is the other one. */
    because: Words,
  }),
  unreadCondition,
);

/** Days on which a programme runs, first and last. */
export const Window = v.pipe(
  v.strictObject({ from: Day, to: Day }),
  v.forward(
    v.check(({ from, to }) => from <= to, 'order'),
    ['to'],
  ),
);
/** One that can't be read is of some test, and how long it takes is open: nobody may come sooner for it. */
export const Interval = withStandIn(v.strictObject({ of: Words, months: v.nullable(Count) }), {
  of: '其他检查（请更新应用查看）',
  months: null,
});
export const Quota = v.strictObject({ adcode: Adcode, places: Count });

export const ScreeningRules = v.strictObject({
  employment: v.nullable(v.union([v.literal('any'), some(v.picklist(employments, 'value'))], 'required')),
  /** Household registration: the city's only, or any. */
  household: v.nullable(v.picklist(['any', 'city'], 'value')),
  /** Where one has to live or work, GB/T 2260. */
  districts: v.nullable(v.union([v.literal('any'), some(Adcode, 60)], 'required')),
  /** How long after the last one, by test; `months: null` where the source leaves a test's open. */
  intervals: v.nullable(some(Interval)),
  conditions: few(Condition),
  /** What is examined; empty where no source says. */
  items: few(Words),
  cost: v.nullable(Words),
  bring: v.nullable(few(Words)),
  /** An empty list says that nothing needs preparing. */
  preparation: v.nullable(few(PreparationStep)),
  cycle: v.nullable(CycleRule),
  windows: v.nullable(few(Window)),
  /** Places a district. */
  quotas: v.nullable(few(Quota, 60)),
  /** How and within how many days the result comes. */
  results: v.nullable(v.strictObject({ withinDays: v.nullable(Count), how: v.nullable(Words) })),
});

export type ScreeningRules = v.InferOutput<typeof ScreeningRules>;
export type PreparationStep = v.InferOutput<typeof PreparationStep>;
export type CycleRule = v.InferOutput<typeof CycleRule>;
export type Condition = v.InferOutput<typeof Condition>;
