/** The form as a whole: which parts, what is wrong, what is sent. Pure; `useSignUp` gathers what it needs. */
import type { FieldError } from '@/ui/error-summary';
import { parts } from './parts';
import { faultText, type SignUpAnswers, type FormPart, type RegistrationBody, type FieldValues } from './form-part';

/** The last step, where everything is looked over. */
export const CHECK = 'check';

export const partsFor = (about: Pick<SignUpAnswers, 'programme' | 'session'>): FormPart[] =>
  parts.filter((part) => part.appliesTo(about));

/** The first part with something wrong, or null where all can be sent. */
export const firstUnfinished = (asked: SignUpAnswers): FormPart | null =>
  partsFor(asked).find((part) => part.check(asked).length > 0) ?? null;

/** What is sent. */
export const requestBodyOf = (asked: SignUpAnswers): RegistrationBody =>
  partsFor(asked).reduce<RegistrationBody>((body, part) => part.write(asked, body), { person: {}, consents: [] });

/** What had been typed, from what was sent. */
export const valuesOf = (body: RegistrationBody, about: Pick<SignUpAnswers, 'session'>): FieldValues =>
  parts.reduce<FieldValues>((values, part) => ({ ...values, ...part.read(body, about) }), {});

/** A place where the form is to be put right, with the words for it. */
export interface Correction {
  part: string;
  errors: FieldError[];
}

/**
 * What the service found wrong, at the fields where it was typed; null where none of it is a field of this form.
 *
 * @param body what was sent: a family member's fields are others than one's own
 * @example correctionOf([{ pointer: '/person/phone', code: 'phone' }])
 * // { part: 'phone', errors: [{ field: 'phone', text: '手机号应为 11 位数字' }] }
 */
export function correctionOf(
  faults: readonly { pointer: string; code: string }[],
  body: Pick<RegistrationBody, 'family'> = {},
): Correction | null {
  const found = faults.flatMap(({ pointer, code }) => {
    const text = faultText(code);
    return parts.flatMap((part) => {
      const field = part.fieldOf(pointer, body);
      return field === null ? [] : [{ part: part.id, error: { field, text } }];
    });
  });
  const first = parts.find(({ id }) => found.some((one) => one.part === id));
  if (!first) return null;
  return { part: first.id, errors: found.filter(({ part }) => part === first.id).map(({ error }) => error) };
}
