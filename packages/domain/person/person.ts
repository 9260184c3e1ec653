/** A person as they signed up, and what others see of them. */
import type * as v from 'valibot';
import { initialsOf, tidyName } from '../identity';
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

/**
 * What whoever gave a reason sees: the named fields in full, every other one masked.
 *
 * @param fields what the reason needs; the audit names it
 * @example revealPerson({ name: '演示人', phone: '19900000001' }, ['phone'])
 * // { name: '演＊＊', phone: '19900000001', residentId: null }
 */
export const revealPerson = (person: Person, fields: readonly PersonFieldName[]): PersonAnswer =>
  answerOf((name) => {
    const value = person[name];
    return value && !fields.includes(name) ? personFields[name].mask(value) : value;
  });

/** What a phone at the entrance holds of a person: enough to greet and to find them, and nothing to call them by. */
export const entranceViewOf = (person: Person | null): { name: string; phoneTail: string } => ({
  name: person ? personFields.name.mask(person.name) : '',
  phoneTail: person?.phone.slice(-4) ?? '',
});

/**
 * What the roster shows of a person to whoever checks people in: as {@link entranceViewOf}, in the shape of an answer.
 *
 * @example maskForEntrance({ name: '演示人', phone: '19900000001', residentId: '990101199001010027' })
 * // { name: '演＊＊', phone: '*******0001', residentId: null }
 */
export const maskForEntrance = (person: Person | null): PersonAnswer => {
  const { name, phoneTail } = entranceViewOf(person);
  const shown: Partial<Record<PersonFieldName, string>> = { name, phone: phoneTail && phoneTail.padStart(11, '*') };
  return answerOf((field) => shown[field]);
};

/** A masked number ends in so many digits that are shown; only these are compared with what is typed. */
const DIGITS_SHOWN = 4;
/** So many digits must be typed before numbers are compared: fewer would find half of the roster. */
const DIGITS_COMPARED = 3;

/**
 * Compares what is shown of people with what was typed into the roster's search. It gets what is masked and never what is
 * behind the mask, so that asking it again and again tells nobody a hidden character.
 *
 * @returns a test of a person as they are shown, and of further masked names, such as a team's members
 * @example personSearch('0001')(maskPerson({ name: '演示人', phone: '19900000001' }), []) // true
 * @example personSearch('演示人')(maskPerson({ name: '演示人', phone: '19900000001' }), []) // true, as of any 演＊＊
 */
export function personSearch(typed: string): (shown: PersonAnswer, otherNames: readonly string[]) => boolean {
  const text = tidyName(typed);
  const beginning = [...text].length === 1 ? text.toUpperCase() : initialsOf(text);
  const number = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^\dX*]/g, '');
  const isNumberShown = (value: string): boolean =>
    number.includes('*')
      ? value === number
      : number.length >= DIGITS_COMPARED &&
        number.length <= DIGITS_SHOWN &&
        value.slice(-DIGITS_SHOWN).includes(number);
  const valuesOf = (shown: PersonAnswer, search: 'text' | 'digits'): string[] =>
    personFieldNames.flatMap((name) => (personFields[name].search === search ? [shown[name] ?? ''] : []));
  return (shown, otherNames) =>
    (text !== '' && [...valuesOf(shown, 'text'), ...otherNames].some((value) => value.startsWith(beginning))) ||
    valuesOf(shown, 'digits').some(isNumberShown);
}
