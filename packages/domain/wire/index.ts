/** Fields that the wires of several nouns share. Times are ISO 8601 at +08:00. */
import * as v from 'valibot';
import { Text } from '../text';

export const Time = v.pipe(v.string(), v.isoTimestamp());

/** Any id in an address or a body. */
export const WireId = v.pipe(v.string('type'), v.regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,63}$/, 'value'));
/** The parameters of an address with one id. */
export const IdParams = v.strictObject({ id: WireId });
export const Adcode = v.pipe(v.string('type'), v.regex(/^50\d{4}$/, 'value'));
/** An organisation's short name in addresses and lists, such as `yuzhong`. */
export const OrganisationId = v.pipe(v.string('type'), v.regex(/^[a-z][a-z0-9-]{0,39}$/, 'value'));
/** An instant as typed or picked: with its zone, so that nobody's phone decides. */
export const Instant = v.pipe(v.string('type'), v.isoTimestamp('value'));
export const Day = v.pipe(v.string('type'), v.isoDate('value'));

/** No record is changed so often: what PostgreSQL's `integer` holds, which the columns of versions are. */
export const MOST_CHANGES = 2_147_483_647;

/** An angle of a position: within the globe on both axes, so that swapped ones are told apart by the record's own check. */
export const Degrees = v.pipe(v.number('type'), v.minValue(-180, 'value'), v.maxValue(180, 'value'));

/** A whole number from 0. */
export const Count = (most: number) =>
  v.pipe(v.number('type'), v.integer('type'), v.minValue(0, 'value'), v.maxValue(most, 'value'));
/** A whole number from 1. */
export const Positive = (most: number) =>
  v.pipe(v.number('type'), v.integer('type'), v.minValue(1, 'value'), v.maxValue(most, 'value'));

/**
 * `seen` of a write that replaces what is there: the `version` that its writer looked at. Where somebody else wrote since,
 * the answer is 409 `stale` with the version that there is now, and nothing is written.
 */
export const SeenVersion = Positive(MOST_CHANGES);

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
