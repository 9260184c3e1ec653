/** A person as they signed up, and what others see of them. */
import type * as v from 'valibot';
import { tidyName } from '../identity';
import { personFieldNames, personFields, propertyOfFields, type PersonFieldName } from './fields';

/** A person as they are sent; which of the optional fields a programme needs is in its `fields`. */
export const personInputEntries = propertyOfFields('input');

/** A person as an answer holds them, masked or in full: null for what the programme doesn't ask for. */
export const personAnswerEntries = propertyOfFields('answer');

export type Person = v.InferOutput<v.ObjectSchema<typeof personInputEntries, undefined>>;
export type PersonAnswer = v.InferOutput<v.ObjectSchema<typeof personAnswerEntries, undefined>>;

/** An answer whose every field comes of `valueOf`; what it gives no value for is empty or null, by the field. */
function answerOf(valueOf: (name: PersonFieldName) => string | undefined): PersonAnswer {
  const entries = personFieldNames.map((name) => [
    name,
    valueOf(name) || (personFields[name].isAlwaysAsked ? '' : null),
  ]);
  return Object.fromEntries(entries) as PersonAnswer;
}

/**
 * What is shown of a person to whoever needs no more.
 *
 * @param person null where they were erased: then every field is empty
 * @example maskPerson({ name: '演示人', phone: '19900000001' })
 * // { name: '演＊＊', phone: '199****0001', residentId: null }
 */
export const maskPerson = (person: Person | null): PersonAnswer =>
  answerOf((name) => {
    const value = person?.[name];
    return value ? personFields[name].mask(value) : undefined;
  });

/** A person in full, for whoever gave a reason that the audit holds. */
export const revealPerson = (person: Person): PersonAnswer => answerOf((name) => person[name]);

/** What a phone at the entrance holds of a person: enough to greet and to find them, and nothing to call them by. */
export const entranceViewOf = (person: Person | null): { name: string; phoneTail: string } => ({
  name: person ? personFields.name.mask(person.name) : '',
  phoneTail: person?.phone.slice(-4) ?? '',
});

/** So many digits must be typed before numbers are compared: fewer would find half of the roster. */
const DIGITS_COMPARED = 3;

/**
 * Compares people with what was typed into the roster's search: a part of a name, or of a number.
 *
 * @returns a test of a person and of further names, such as a team's members
 * @example personSearch('0001')({ name: '演示人', phone: '19900000001' }, []) // true
 */
export function personSearch(typed: string): (person: Person, otherNames: readonly string[]) => boolean {
  const text = tidyName(typed);
  const digits = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^\dX]/g, '');
  const valuesOf = (person: Person, search: 'text' | 'digits'): string[] =>
    personFieldNames.flatMap((name) => (personFields[name].search === search ? [person[name] ?? ''] : []));
  return (person, otherNames) =>
    (text !== '' && [...valuesOf(person, 'text'), ...otherNames].some((value) => value.includes(text))) ||
    (digits.length >= DIGITS_COMPARED && valuesOf(person, 'digits').some((value) => value.includes(digits)));
}
