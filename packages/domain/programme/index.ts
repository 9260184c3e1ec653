/** Is a programme what it should be? What its fields say to each other; each alone is the schema's. */
import type { Purpose } from '../consent/wire';
import { personFieldNames, personFields } from '../person';
import type { FieldFault } from '../problem';
import { canAllowFamily } from '../registration/family';
import type { ProgrammeInput } from './staff-wire';

const fault = (pointer: string, code: string): FieldFault => ({ pointer, code });

/** What a programme can't be: it asks for things that its own fields and consents don't go with. */
export function programmeFaults({
  age,
  sex,
  fields,
  consents,
  kind,
  team,
  family,
  rules,
}: ProgrammeInput): FieldFault[] {
  const lacks = (purpose: Purpose): boolean => !consents.includes(purpose);
  const asksId = fields.includes('residentId');
  // Only a screening's consent text is about sensitive fields.
  const needed = kind === 'screening' ? fields.map((name) => personFields[name].consent) : [];
  const lacksConsent = lacks('registration') || needed.some(lacks) || (team && lacks('team'));
  const lacksField = personFieldNames.some((name) => personFields[name].isAlwaysAsked && !fields.includes(name));
  return [
    ...(age && age.min > age.max ? [fault('/age/max', 'order')] : []),
    // Sex and age are read from the identity number.
    ...((sex !== null || age !== null) && !asksId ? [fault('/fields', 'needs-id')] : []),
    ...(lacksConsent ? [fault('/consents', 'required')] : []),
    ...(kind === 'event' && rules !== null ? [fault('/rules', 'other-kind')] : []),
    // A mother and a daughter with one telephone are told apart by their identity numbers.
    ...(family === true && !canAllowFamily({ fields, team })
      ? [fault('/family', team ? 'other-kind' : 'needs-id')]
      : []),
    ...(lacksField ? [fault('/fields', 'required')] : []),
  ];
}
