/** Why somebody looks at what is another's, as the audit records it. */
import * as v from 'valibot';
import { Text } from '../text';

/** Why somebody looks at what is another's: chosen, so that the audit can be counted and holds no person's data. */
export const accessReasons = ['call', 'identity', 'correct', 'clinic-list', 'handle', 'complaint', 'other'] as const;
export type AccessReason = (typeof accessReasons)[number];

/** Free words to a reason; long numbers are likely somebody's phone or identity number and are refused. */
export const Note = v.pipe(
  Text(80),
  v.check((text) => !/\d{6}/.test(text.normalize('NFKC')), 'personal'),
);

/** Why, as it goes into the audit. `other` needs words. */
export const Why = v.pipe(
  v.strictObject({ reason: v.picklist(accessReasons, 'value'), note: v.optional(Note) }),
  v.check(({ reason, note }) => reason !== 'other' || note !== undefined, 'required'),
);
export const whyEntries = { reason: v.picklist(accessReasons, 'value'), note: v.optional(Note) };
