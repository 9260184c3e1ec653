/** Screening programmes, clinics, and what to know before and after. */
import * as v from 'valibot';
import { purposes } from '../consent/wire';
import { personFieldNames } from '../person';
import { ScreeningRules } from './rules';
import { Figure, Prose, record } from '../record/index';
import { openPicklist } from '../wire/tolerant';

/** A screening programme; null is 「以主办单位通知为准」, its rules are the domain's (see {@link ScreeningRules}). */
export const ScreeningProgrammeRecord = record({
  level: openPicklist(['union', 'city', 'national'], 'city'),
  organiser: Prose,
  /** Who may come, in the source's words; what can be asked of a reader is in `rules`. */
  audience: v.array(Prose),
  sex: v.nullable(v.picklist(['female', 'male'])),
  ageRange: v.nullable(v.strictObject({ min: v.number(), max: v.number() })),
  rules: ScreeningRules,
  /** Personal fields that signing up asks for, and the consents by version. */
  fields: v.nullable(v.array(v.picklist(personFieldNames))),
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

/**
 * A short page about the screening, for whoever hesitates: a question, its answer in a sentence, and what stands behind
 * it. Information, never advice; each says where it is from.
 */
export const ScreeningGuideRecord = record({
  /** The order in which one reads them. */
  order: v.pipe(v.number(), v.integer(), v.minValue(1)),
  answer: Prose,
  points: v.pipe(
    v.array(v.strictObject({ heading: Prose, paragraphs: v.pipe(v.array(Prose), v.minLength(1)) })),
    v.minLength(1),
  ),
});
