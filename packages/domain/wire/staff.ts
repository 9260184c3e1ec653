/** Fields of what the union's staff send; the phone has no use for them, and its package no room. */
import * as v from 'valibot';
import { Text } from '../text';
import { Positive } from '.';

/** An organisation's short name in addresses and lists, such as `yuzhong`. */
export const OrganisationId = v.pipe(v.string('type'), v.regex(/^[a-z][a-z0-9-]{0,39}$/, 'value'));
/** No record is changed so often: what PostgreSQL's `integer` holds, which the columns of versions are. */
export const MOST_CHANGES = 2_147_483_647;

/** An angle of a position: within the globe on both axes, so that swapped ones are told apart by the record's own check. */
export const AngleInDegrees = v.pipe(v.number('type'), v.minValue(-180, 'value'), v.maxValue(180, 'value'));

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
