/** What is wrong with a person's data: while it is typed, and when it is sent. */
import * as v from 'valibot';
import { fieldFaults, type FieldFault } from '../problem';
import { personFieldNames, personFields, type PersonFieldName } from './fields';
import type { Person } from './person';

/** The form in which the service compares and stores a typed text; as it was typed where it can't be understood. */
export function tidyPersonField(name: PersonFieldName, text: string): string {
  const parsed = v.safeParse(personFields[name].schema, text);
  return parsed.success ? parsed.output : text;
}

const isFaultCode = (code: string): code is keyof typeof fieldFaults => code in fieldFaults;

/**
 * What is wrong with a typed text, in words for whoever types it.
 *
 * @returns undefined where nothing is
 * @example describePersonFault('phone', '1990000') // '手机号应为 11 位，现在是 7 位'
 */
export function describePersonFault(name: PersonFieldName, text: string): string | undefined {
  const { schema, label, digits } = personFields[name];
  const parsed = v.safeParse(schema, text);
  if (parsed.success) return undefined;
  const code = parsed.issues[0].message;
  if (code === 'required' || text.trim() === '') return `请填写${label}`;
  if (digits !== null && /^\d+X?$/.test(text) && text.length !== digits)
    return `${label}应为 ${digits} 位，现在是 ${text.length} 位`;
  return fieldFaults[isFaultCode(code) ? code : 'value'];
}

/**
 * Is everything there that a programme asks for, and nothing more?
 *
 * @param fields the names of what the programme asks for
 * @example personFaults(['name', 'phone'], { name: '演示人', phone: '19900000001', residentId: '…' })
 * // [{ pointer: '/person/residentId', code: 'unknown' }]
 */
export const personFaults = (fields: readonly string[], person: Person): FieldFault[] =>
  personFieldNames.flatMap((name) => {
    const pointer = `/person/${name}`;
    const isGiven = person[name] !== undefined;
    if (personFields[name].isAlwaysAsked || fields.includes(name) === isGiven) return [];
    return [{ pointer, code: isGiven ? 'unknown' : 'required' }];
  });
