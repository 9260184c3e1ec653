/** Pieces that several nouns of the staff API share. Times are ISO 8601 at +08:00. */
import * as v from 'valibot';
import { Text } from '../identity';

export const StaffId = v.pipe(v.string('type'), v.regex(/^[0-9A-HJKMNP-TV-Z]{26}$/, 'value'));
export const Adcode = v.pipe(v.string('type'), v.regex(/^50\d{4}$/, 'value'));
/** An organisation's short name in addresses and lists, such as `yuzhong`. */
export const OrganisationId = v.pipe(v.string('type'), v.regex(/^[a-z][a-z0-9-]{0,39}$/, 'value'));
/** An instant as typed or picked: with its zone, so that nobody's phone decides. */
export const Instant = v.pipe(v.string('type'), v.isoTimestamp('value'));
export const Day = v.pipe(v.string('type'), v.isoDate('value'));

/** Any id in an address. */
export const AnyId = v.pipe(v.string('type'), v.regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,63}$/, 'value'));
export const ById = v.strictObject({ id: AnyId });

/** Why somebody looks at what is another's: chosen, so that the audit can be counted and holds no person's data. */
export const reasons = ['call', 'identity', 'correct', 'clinic-list', 'handle', 'complaint', 'other'] as const;
export type Reason = (typeof reasons)[number];
export const reasonLabels: Record<Reason, string> = {
  call: '打电话联系本人',
  identity: '现场核对身份',
  correct: '更正填错的信息',
  'clinic-list': '给承办的医院或场馆名单',
  handle: '办理这件事',
  complaint: '处理投诉或查询',
  other: '其他（请写明）',
};

/** Free words to a reason; long numbers are likely somebody's phone or identity number and are refused. */
const Note = v.pipe(
  Text(80),
  v.check((text) => !/\d{6}/.test(text.normalize('NFKC')), 'personal'),
);

/** Why, as it goes into the audit. `other` needs words. */
export const Why = v.pipe(
  v.strictObject({ reason: v.picklist(reasons, 'value'), note: v.optional(Note) }),
  v.check(({ reason, note }) => reason !== 'other' || note !== undefined, 'required'),
);
export const whyEntries = { reason: v.picklist(reasons, 'value'), note: v.optional(Note) };

/** A page of a list: `after` is the last answer's `next`, the number of entries before the page. */
export const pageEntries = {
  after: v.optional(v.pipe(v.string('type'), v.regex(/^\d{1,9}$/, 'value'))),
  limit: v.optional(v.pipe(v.string('type'), v.regex(/^([1-9]|[1-9]\d|1\d\d|200)$/, 'value'))),
};

/** A file on its way up, in base64: 3 MB of it at most. */
export const FileInput = v.strictObject({
  name: v.pipe(Text(120), v.regex(/\.(csv|xlsx)$/i, 'value')),
  data: v.pipe(v.string('type'), v.maxLength(4_200_000, 'too-long'), v.base64('value')),
});
