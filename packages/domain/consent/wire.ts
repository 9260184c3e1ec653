/** What travels between app and service about what was agreed to. */
import * as v from 'valibot';

/** What people are asked to agree to; the texts are in `@yugong/domain/consent`, which a list of them needn't bring along. */
export const purposes = [
  'registration',
  'health',
  'team',
  'legal-aid',
  'due-reminder',
  'family',
  'family-member',
] as const;
export type Purpose = (typeof purposes)[number];

/** What was agreed to; the texts are at `GET /programmes`. */
export const GivenConsents = v.optional(
  v.pipe(
    v.array(
      v.strictObject({
        purpose: v.picklist(purposes, 'value'),
        version: v.pipe(v.string('type'), v.regex(/^\d{4}-\d{2}[a-z]?$/, 'value')),
      }),
      'type',
    ),
    v.maxLength(10, 'too-long'),
  ),
  [],
);

/** A text that a programme asks to agree to, in its current wording. */
export const ConsentWire = v.object({
  purpose: v.picklist(purposes),
  version: v.string(),
  title: v.string(),
  text: v.string(),
  /** SHA-256 of the text, as it is recorded with a registration. */
  hash: v.string(),
});

/** A consent in the wording it was given to, with what rests on it: withdrawing it ends that. */
export const GivenConsentWire = v.object({
  purpose: v.picklist(purposes),
  version: v.string(),
  title: v.string(),
  text: v.string(),
  /** When it was given first, ISO 8601. */
  at: v.string(),
  /** Registrations that still count. */
  registrations: v.number(),
  /** Requests to the union, answered ones too. */
  requests: v.number(),
});
export type GivenConsentWire = v.InferOutput<typeof GivenConsentWire>;

export const GivenConsentList = v.object({ consents: v.array(GivenConsentWire) });
