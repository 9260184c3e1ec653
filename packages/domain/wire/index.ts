/** Fields that the wires of several nouns share. Times are ISO 8601 at +08:00. */
import * as v from 'valibot';

export const Time = v.pipe(v.string(), v.isoTimestamp());

/** Any id in an address or a body. */
export const WireId = v.pipe(v.string('type'), v.regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,63}$/, 'value'));
/** The parameters of an address with one id. */
export const IdParams = v.strictObject({ id: WireId });
export const Adcode = v.pipe(v.string('type'), v.regex(/^50\d{4}$/, 'value'));
/** An instant as typed or picked: with its zone, so that nobody's phone decides. */
export const Instant = v.pipe(v.string('type'), v.isoTimestamp('value'));
export const Day = v.pipe(v.string('type'), v.isoDate('value'));

/** A whole number from 0. */
export const Count = (most: number) =>
  v.pipe(v.number('type'), v.integer('type'), v.minValue(0, 'value'), v.maxValue(most, 'value'));
/** A whole number from 1. */
export const Positive = (most: number) =>
  v.pipe(v.number('type'), v.integer('type'), v.minValue(1, 'value'), v.maxValue(most, 'value'));
