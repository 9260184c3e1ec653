/**
 * The bundled dataset: one base record, one variant a collection (`collections/<name>.json`).
 *
 * Types are inferred from the schemas. `npm run content -- check` validates every file against them
 * and the build refuses what does not pass. Nothing in the app parses with these at run time: what
 * the app bundles is derived from checked content.
 */
import * as v from 'valibot';
import { entryWays, facilities, precisions, stationKinds } from '../domain/station/vocabulary';
import { personFields } from '../domain/registration/wire';
import { ScreeningRules } from '../domain/screening/rules';
import { purposes } from '../domain/consent';
import { Adcode, DayDate, Figure, PartialDate, Prose, ServiceId, Source, baseFields, hasDate } from './schema/base';

/** A record that says of when it is: `publishedAt` or `asOf`. */
const record = <T extends v.ObjectEntries>(fields: T) =>
  v.pipe(
    // A field of its own takes the base's place, in the types as in the object.
    v.strictObject({ ...baseFields, ...fields } as Omit<typeof baseFields, keyof T> & T),
    v.check((r) => hasDate(r as { publishedAt?: string; asOf?: string }), '要有 publishedAt 或 asOf'),
  );

/** A statement beside a case whose own text is not public: its neighbourhood, never its content. */
const ContextFact = v.strictObject({ text: Prose, source: Source });

/** The national union's numbered categories, those that the two lists of 2024 use. */
export const caseCategories = {
  1: '思想政治引领',
  2: '宣传传播',
  4: '发挥劳模工匠作用',
  11: '构建和谐劳动关系',
  12: '参与劳动争议调解和职工法律援助',
  13: '劳动法律监督“一函两书”',
  15: '女职工工作',
  16: '其他工作',
} as const;

/** An innovation case of the national union's lists. `points` is empty where no text is public. */
export const CaseRecord = record({
  /** The number of the national list (期). */
  period: v.pipe(v.number(), v.integer('应为期数，例如 9'), v.minValue(1, '应为期数，例如 9')),
  category: v.picklist([1, 2, 4, 11, 12, 13, 15, 16]),
  /** The union that did it, as it was called then. */
  unit: Prose,
  /** One or two sentences; null where the case's text is not public. */
  lead: v.nullable(Prose),
  points: v.array(v.strictObject({ heading: Prose, body: Prose })),
  figures: v.array(Figure),
  context: v.array(ContextFact),
  service: v.optional(ServiceId),
});

/** A dated (or honestly undated) piece of news. */
export const NewsRecord = record({
  /** The day, or month, it happened; null where the source only says 近日. */
  happenedOn: v.nullable(PartialDate),
  paragraphs: v.pipe(v.array(Prose), v.minLength(1)),
  figures: v.array(Figure),
  service: v.optional(ServiceId),
});

/** A time of day at +08:00; `24:00` is the midnight that ends the day. */
const TimeOfDay = v.pipe(v.string(), v.regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, '应为 HH:mm，例如 19:30'));

/** An event of the calendar. Past ones stay: they are what the union has done. */
export const EventRecord = record({
  /** First day of the (first) occurrence. */
  start: DayDate,
  /** Last day, inclusive, of the (first) occurrence; absent for a single day. */
  end: v.optional(DayDate),
  /** RFC 5545 recurrence rule, without the `RRULE:` prefix. */
  rrule: v.optional(v.pipe(v.string(), v.regex(/^FREQ=/, '应为 RFC 5545 的规则，例如 FREQ=YEARLY'))),
  /** Days on which the rule would have it and it isn't (RFC 5545 EXDATE), and further first days (RDATE). */
  exdates: v.optional(v.array(DayDate)),
  rdates: v.optional(v.array(DayDate)),
  /** From when on the first day to when on the last, where the source says; absent for whole days. */
  time: v.optional(v.strictObject({ from: TimeOfDay, to: v.nullable(TimeOfDay) })),
  place: v.nullable(Prose),
  organiser: v.nullable(Prose),
  /** Who may come; absent where no source says. */
  audience: v.optional(Prose),
  /** The programme of the service whose sessions one signs up for. */
  programme: v.optional(v.pipe(v.string(), v.regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,63}$/, '应为服务里项目的 id'))),
  summary: Prose,
  /** What a reader must know before relying on it, such as a recurring day nobody has announced here. */
  caveat: v.optional(Prose),
  figures: v.array(Figure),
});

/** A place to rest. `precision: 'area'` is a hint without navigation: the source names no exact place. */
export const StationRecord = record({
  aliases: v.array(Prose),
  kind: v.picklist(stationKinds),
  precision: v.picklist(precisions),
  street: v.nullable(Prose),
  address: v.nullable(Prose),
  /** Position in GCJ-02 degrees; null until somebody has measured it. */
  location: v.nullable(v.strictObject({ lng: v.number(), lat: v.number() })),
  /** OpenStreetMap `opening_hours`; null where no source gives hours. */
  openingHours: v.nullable(Prose),
  /** What the source says of hours beyond the rule, such as the year they held for. */
  hoursNote: v.nullable(Prose),
  /** How one gets in, as far as a source says; empty where none does. */
  entry: v.optional(v.array(v.picklist(entryWays))),
  /** What the source says of getting in, in words. */
  access: v.nullable(Prose),
  facilities: v.array(v.picklist(facilities)),
  phone: v.nullable(Prose),
  note: v.nullable(Prose),
  /** Which union checked it on `verifiedAt`. */
  verifiedBy: v.optional(Prose),
});

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
  place: v.nullable(Prose),
  address: v.nullable(Prose),
  phone: v.nullable(Prose),
  services: v.array(Prose),
  note: v.nullable(Prose),
});

/** A screening programme; null is 「以主办单位通知为准」, its rules are the domain's (see {@link ScreeningRules}). */
export const ScreeningProgrammeRecord = record({
  level: v.picklist(['union', 'city', 'national']),
  organiser: Prose,
  /** Who may come, in the source's words; what can be asked of a reader is in `rules`. */
  audience: v.array(Prose),
  sex: v.nullable(v.picklist(['female', 'male'])),
  ageRange: v.nullable(v.strictObject({ min: v.number(), max: v.number() })),
  rules: ScreeningRules,
  /** Personal fields that signing up asks for, and the consents by version. */
  fields: v.nullable(v.array(v.picklist(personFields))),
  consents: v.nullable(v.array(v.strictObject({ purpose: v.picklist(purposes), version: Prose }))),
  howTo: v.nullable(Prose),
  aftercare: v.nullable(Prose),
  figures: v.array(Figure),
  note: v.nullable(Prose),
});

/** A clinic that appears in a source about the screening; none is promised to offer it now. */
export const ClinicRecord = record({
  address: v.nullable(Prose),
  phone: v.nullable(Prose),
  booking: v.nullable(Prose),
  note: v.nullable(Prose),
});

const Position = v.strictObject({ lng: v.number(), lat: v.number() });

/** A county-level division of Chongqing, today's 37 and those that were merged. */
export const DistrictRecord = record({
  adcode: Adcode,
  kind: v.picklist(['district', 'county', 'autonomous_county', 'functional_area']),
  status: v.picklist(['current', 'abolished', 'functional']),
  /** Names that old texts use for (parts of) it. */
  formerNames: v.array(Prose),
  /** For an abolished or functional one: the code it belongs to now. */
  mergedInto: v.nullable(Adcode),
  /** Centre of the built-up area in GCJ-02; null where unknown. */
  centre: v.nullable(Position),
});

/** One year's public holidays and the working days that pay for them. */
export const HolidayYearRecord = record({
  year: v.number(),
  days: v.array(v.strictObject({ date: DayDate, name: Prose, off: v.boolean() })),
});

/** A rule of labour law that the app states, with its article. */
export const LawFactRecord = record({
  topic: v.picklist(['time-limit', 'procedure', 'pay', 'termination', 'leave', 'injury', 'aid', 'new-employment']),
  fact: Prose,
  /** Statute and article, such as 劳动争议调解仲裁法第二十七条. */
  basis: Prose,
});

/** A published count, for places, districts or the city. */
export const StatisticRecord = record({ scope: Prose, figure: Figure, note: v.nullable(Prose) });

/** Every collection by the name of its file. */
export const collections = {
  cases: CaseRecord,
  news: NewsRecord,
  events: EventRecord,
  stations: StationRecord,
  hotlines: HotlineRecord,
  'legal-places': LegalPlaceRecord,
  'screening-programmes': ScreeningProgrammeRecord,
  clinics: ClinicRecord,
  districts: DistrictRecord,
  holidays: HolidayYearRecord,
  'law-facts': LawFactRecord,
  statistics: StatisticRecord,
} as const;

export type CollectionName = keyof typeof collections;
export type RecordOf<C extends CollectionName> = v.InferOutput<(typeof collections)[C]>;
/** All records, by collection, as read from the files. */
export type Dataset = { [C in CollectionName]: RecordOf<C>[] };
