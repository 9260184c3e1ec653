/**
 * What every record of the bundled dataset carries, whatever its collection.
 *
 * The dataset's first rule is that nothing is made up: each record names its source, says of when the
 * information is, and leaves out (null) what no source gives.
 */
import * as v from 'valibot';
import { openPicklist } from '../wire/tolerant';

/** `2024`, `2024-11` or `2024-11-13`: as exact as the source is, never more. */
export const PartialDate = v.pipe(
  v.string(),
  v.regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, '应为 YYYY、YYYY-MM 或 YYYY-MM-DD'),
  v.check(isRealPartialDate, '日历上没有这一天'),
);

/** A whole calendar day, `YYYY-MM-DD`, in China Standard Time. */
export const DayDate = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d{2}-\d{2}$/, '应为 YYYY-MM-DD'),
  v.check(isRealPartialDate, '日历上没有这一天'),
);

function isRealPartialDate(text: string): boolean {
  const [year, month = '01', day = '01'] = text.split('-');
  const date = new Date(`${year}-${month}-${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(`${year}-${month}-${day}`);
}

/** County-level administrative code of GB/T 2260; Chongqing's begin with 50. */
export const RecordAdcode = v.pipe(v.string(), v.regex(/^50\d{4}$/, '应为重庆的六位区划代码，例如 500103'));

/** Stable and unique over all collections: lower-case words joined by hyphens, first the kind. */
export const RecordId = v.pipe(
  v.string(),
  v.regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)+$/, '应为用连字符连接的小写英文，例如 news-2024-11-13-anniversary'),
);

/**
 * Line breaks, control characters, characters without width and Unicode's direction controls (UAX #9): a line break
 * tears a packed column, and a turned direction makes a title read as what it isn't.
 */
const UNSEEN =
  /[\p{Cc}\u00ad\u061c\u115f\u1160\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\u{e0000}-\u{e0fff}]/u;
/** More than any paragraph of a newsletter has. */
const MAX_PROSE_LENGTH = 5_000;

/** One paragraph of plain Chinese: trimmed, not empty, in one line, of characters that can be seen. */
export const Prose = v.pipe(
  v.string(),
  v.trim(),
  v.nonEmpty('不能是空的'),
  v.maxLength(MAX_PROSE_LENGTH, `不能超过 ${MAX_PROSE_LENGTH} 个字`),
  v.check((text) => !UNSEEN.test(text), '不能换行，也不能有看不见的控制字符'),
);

/** What a list, a tab or a shared card can show: a title is no paragraph. */
const MAX_TITLE_LENGTH = 200;
const Title = v.pipe(Prose, v.maxLength(MAX_TITLE_LENGTH, `标题不能超过 ${MAX_TITLE_LENGTH} 个字`));

/**
 * `https://gov.cn@evil.example` leads to evil.example: an address names no user. Browsers take any number of slashes, of
 * either kind, for two (WHATWG URL, special authority slashes).
 */
const hasNoUser = (url: string): boolean => !/^https?:[\\/]*[^\\/?#]*@/.test(url);
/** More than any browser's address bar shows. */
const MAX_URL_LENGTH = 2_000;

/** An address that a reader may be sent to. */
export const HttpUrl = v.pipe(
  v.string(),
  v.maxLength(MAX_URL_LENGTH, `网址不能超过 ${MAX_URL_LENGTH} 个字`),
  v.check((url) => !UNSEEN.test(url), '网址里不能有看不见的控制字符'),
  v.url('应为网址'),
  v.regex(/^https?:\/\//, '网址应以 http:// 或 https:// 开头'),
  v.check(hasNoUser, '网址的域名前不能有 @'),
);

/**
 * Where a record comes from. `url` is given only for an address that a reader may safely open:
 * a mirror or a hijacked domain is named (`kind: 'mirror'`) but never linked.
 */
export const Source = v.strictObject({
  title: Prose,
  publisher: Prose,
  url: v.optional(HttpUrl),
  /** When the source was published; null where it does not say. */
  published: v.nullable(PartialDate),
  kind: openPicklist(['official', 'news', 'newsletter', 'statute', 'secondary', 'mirror', 'package'], 'secondary'),
});

/**
 * A figure exactly as its source gives it.
 *
 * `value` is in units (268万元 is 2680000 元). `qualifier` keeps the source's vagueness:
 * 268万余元 is `over`, 约40 is `about`, 不少于5 is `at-least`.
 */
export const Figure = v.strictObject({
  label: Prose,
  value: v.pipe(v.number(), v.finite(), v.minValue(0, '应为 0 或更大的数，减少了多少写在说明里')),
  unit: Prose,
  qualifier: v.optional(v.picklist(['over', 'about', 'at-least'])),
  asOf: PartialDate,
});

/**
 * A picture of a record. Its size is known ahead of its file, so that a page keeps its shape while the picture is loading.
 * How many there may be, how long their words are and that the file is there is held where a record is published
 * (server/src/staff/data/pictures.ts): this schema is in the mini-program's main package.
 */
export const RecordPicture = v.strictObject({
  /** The SHA-256 of its file, in hexadecimal. */
  id: v.string(),
  /** In pixels. */
  width: v.number(),
  height: v.number(),
  /** What is to be seen, for a screen reader and in the place of a picture that couldn't be loaded. */
  alt: Prose,
  /** Who made it and by what right it is shown (著作权法 24, 民法典 1019). */
  rights: Prose,
});

/** The pictures of a record, in the order in which they are shown; absent for none. */
export const RecordPictures = v.optional(v.array(RecordPicture));

/** The services of the app that a record can lead to. */
export const ServiceId = v.picklist(['stations', 'screening', 'legal-aid', 'events']);

/** The fields shared by every record. `publishedAt` or `asOf` must be there: see {@link hasDate}. */
const baseFields = {
  id: RecordId,
  title: Title,
  /** When the thing was made public. */
  publishedAt: v.optional(PartialDate),
  /** Of when the information is. */
  asOf: v.optional(PartialDate),
  source: Source,
  /** Further sources that say the same or fill a gap. */
  moreSources: v.optional(v.array(Source)),
  /** The day on which the union itself checked the record; absent until it has. */
  verifiedAt: v.optional(DayDate),
  /** The district the record is about, as it is coded today. */
  adcode: v.optional(RecordAdcode),
  /** The districts it is about where they are several, as they are coded today; then `adcode` is absent. */
  adcodes: v.optional(v.pipe(v.array(RecordAdcode), v.minLength(2, '只有一个区县就写 adcode'))),
  /** The district's name on the day of the record, where it has changed since. */
  districtThen: v.optional(Prose),
  /** How sure we are that the source says this, not that it still holds. */
  confidence: openPicklist(['high', 'medium', 'low'], 'low'),
  /** Invented for demonstration; shown with a 「演示」 mark. */
  demo: v.optional(v.literal(true)),
  /** Ids of records of any collection that a reader may want next. */
  related: v.optional(v.array(RecordId)),
} as const;

/** True when a record says of when it is. */
export const hasDate = (record: { publishedAt?: string; asOf?: string }): boolean =>
  record.publishedAt !== undefined || record.asOf !== undefined;

/** A record that says of when it is: `publishedAt` or `asOf`. */
export const record = <T extends v.ObjectEntries>(fields: T) =>
  v.pipe(
    // A field of its own takes the base's place, in the types as in the object.
    v.strictObject({ ...baseFields, ...fields } as Omit<typeof baseFields, keyof T> & T),
    v.check((r) => hasDate(r as { publishedAt?: string; asOf?: string }), '要有 publishedAt 或 asOf'),
  );

export type Source = v.InferOutput<typeof Source>;
export type RecordPicture = v.InferOutput<typeof RecordPicture>;
export type Figure = v.InferOutput<typeof Figure>;
export type ServiceId = v.InferOutput<typeof ServiceId>;
