/** Whom to call, where to go and what the law says. */
import * as v from 'valibot';
import { openPicklist } from '../wire/tolerant';
import { legalPlaceKinds } from '.';
import { DayDate, PartialDate, Prose, record, RecordAdcode, Source } from '../record/index';
import { keysOf } from '../narrow';

/** A number to ring or a channel to write to. */
export const HotlineRecord = record({
  number: v.nullable(v.pipe(v.string(), v.regex(/^\d{3,12}$/, '应为数字'))),
  /** What a phone in Chongqing dials, where that is more than the number. */
  dial: v.optional(v.pipe(v.string(), v.regex(/^\d{3,12}$/, '应为数字'))),
  scope: Prose,
  /** How to reach it from Chongqing. */
  dialling: Prose,
  /** Answering hours; null where none were found, and then none are shown. */
  hours: v.nullable(Prose),
  note: v.nullable(Prose),
});

/** Where the union or a partner helps with the law, as far as the sources say. */
export const LegalPlaceRecord = record({
  /** Left out where the sources don't say it in one word. */
  kind: v.optional(v.picklist(keysOf(legalPlaceKinds))),
  place: v.nullable(Prose),
  address: v.nullable(Prose),
  phone: v.nullable(Prose),
  services: v.array(Prose),
  /** When somebody is there, as it was told. */
  hours: v.optional(Prose),
  /** GCJ-02; absent where nobody told it. */
  location: v.optional(v.strictObject({ lng: v.number(), lat: v.number() })),
  /** Who checked it, where {@link record}'s `verifiedAt` says when. */
  verifiedBy: v.optional(Prose),
  note: v.nullable(Prose),
});

/** A rule of labour law that the app states, with its article. */
export const LawFactRecord = record({
  topic: v.picklist(['time-limit', 'procedure', 'pay', 'termination', 'leave', 'injury', 'aid', 'new-employment']),
  fact: Prose,
  /** Statute and article, such as 劳动争议调解仲裁法第二十七条. */
  basis: Prose,
});

const Wage = v.strictObject({
  /** Whom it is for: a tier of districts, or which workers an average is of. */
  scope: Prose,
  /** The districts that it is for; null where it is for every one that no other figure of the record names. */
  adcodes: v.nullable(v.pipe(v.array(RecordAdcode), v.minLength(1, '不分区县的不写区县代码'))),
  yuan: v.pipe(v.number(), v.finite(), v.minValue(1, '应为大于 0 的金额，单位元')),
});

/**
 * A minimum or average wage that Chongqing has published (最低工资规定, 劳动合同法 47 II). A new figure is a record of
 * its own beside the old one: a claim is reckoned by the figure of its day.
 */
export const LocalWageRecord = record({
  kind: v.picklist(['monthly-minimum', 'hourly-minimum', 'yearly-average']),
  /** The first day that it applies to; of an average, the first day of the year that it is the average of. */
  from: DayDate,
  figures: v.pipe(v.array(Wage), v.minLength(1, '至少要有一个金额')),
  /** How sure the figure is, beside its source. */
  note: v.nullable(Prose),
});

/** A right that a rule gives, with its article, since when it holds and where it was read. */
export const Right = v.strictObject({
  text: Prose,
  /** Since when it holds; null where that wasn't found. */
  since: v.nullable(PartialDate),
  /** Statute and article; where the article wasn't read, that is said here. */
  basis: Prose,
  source: Source,
  /** How sure it is that the rule says this; whatever isn't high is shown as to be checked. */
  confidence: openPicklist(['high', 'medium', 'low'], 'low'),
});

/** Where a step leads within the app. */
export const rightsStepPages = [
  'interview',
  'route',
  'clock',
  'amounts',
  'claim',
  'evidence',
  'ask',
  'supervise',
  'stations',
] as const;

const Month = v.pipe(PartialDate, v.regex(/^\d{4}-\d{2}$/, '应为 YYYY-MM'));
const Count = v.pipe(v.number(), v.integer('应为整数'), v.minValue(1, '应为 1 或更大'));

/**
 * What a worker has a right to in one matter, since when, by which article, and what to do. What a source leaves open is
 * in `open`; no guide is without a next step.
 */
export const RightsGuideRecord = record({
  /** Where it stands in the list. */
  order: Count,
  /** The answer in a sentence or two. */
  summary: Prose,
  /** The words in which people ask for it. */
  keywords: v.pipe(v.array(Prose), v.minLength(1, '至少写一个人们会用的词')),
  rights: v.pipe(v.array(Right), v.minLength(1, '至少写一条')),
  tables: v.array(
    v.pipe(
      v.strictObject({
        title: Prose,
        columns: v.pipe(v.array(Prose), v.minLength(2, '至少两列')),
        rows: v.pipe(v.array(v.array(Prose)), v.minLength(1, '至少一行')),
      }),
      v.check(({ columns, rows }) => rows.every((row) => row.length === columns.length), '每一行的格数要跟列数一样'),
    ),
  ),
  /** What is disputed, or wasn't found. */
  open: v.array(Prose),
  steps: v.pipe(
    v.array(
      v.strictObject({
        text: Prose,
        call: v.optional(v.picklist(['12351', '12348', '12333'])),
        go: v.optional(v.picklist(rightsStepPages)),
      }),
    ),
    v.minLength(1, '至少写一步：不能没有下一步'),
    v.check(
      (steps) => steps.some(({ call, go }) => call !== undefined || go !== undefined),
      '至少有一步能打电话或者打开',
    ),
  ),
  /** Of the guide to the age of retirement: how each group retires later. */
  retirement: v.optional(
    v.pipe(
      v.array(
        v.strictObject({
          who: Prose,
          originalAge: Count,
          firstBorn: Month,
          monthsPerStep: Count,
          mostMonths: Count,
        }),
      ),
      v.minLength(1, '至少写一类人'),
    ),
  ),
});
