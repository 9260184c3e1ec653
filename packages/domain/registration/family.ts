/** Sign-ups for a member of one's family: the account is one person's, the place another's. */
import * as v from 'valibot';
import type { Purpose } from '../consent/wire';
import { maskPhone, Phone } from '../identity';
import type { FieldFault } from '../problem';
import { familyRelations, FamilyRelationOnWire, type FamilyRelation } from './wire';

/** How a relation is called by whoever has it. */
export const familyRelationLabels: Record<FamilyRelation, string> = {
  daughter: '女儿',
  son: '儿子',
  spouse: '爱人',
  sibling: '兄弟姐妹',
  parent: '父母',
  relative: '其他家人',
};

/**
 * Who signs somebody else up. `phone` is the account holder's own; the person's is in `person.phone`, which is the same
 * number where she has none.
 */
export const FamilyInput = v.strictObject({
  relation: v.picklist(familyRelations, 'value'),
  phone: Phone,
});
export type Family = v.InferOutput<typeof FamilyInput>;

/** Who signed up, as far as a list shows it: the number masked. */
export const FamilyContactWire = v.object({ relation: FamilyRelationOnWire, phone: v.string() });
export type FamilyContactWire = v.InferOutput<typeof FamilyContactWire>;

/**
 * The consents of a sign-up for somebody else, in place of the programme's: the account holder's own, and the one that
 * the person gave (个人信息保护法 13, 14, 29).
 */
export const familyConsents = ['family', 'family-member'] as const satisfies readonly Purpose[];

/** @example saySignedUpBy('daughter') // '女儿代报' */
export const saySignedUpBy = (relation: FamilyRelation): string =>
  relation === 'relative' ? '家人代报' : `${familyRelationLabels[relation]}代报`;

/** @example sayFamilyContact({ relation: 'daughter', phone: '199****0001' }) // '女儿代报，女儿电话 199****0001' */
export const sayFamilyContact = ({ relation, phone }: FamilyContactWire): string =>
  `${saySignedUpBy(relation)}，${relation === 'relative' ? '家人' : familyRelationLabels[relation]}电话 ${phone}`;

/** Whoever signed up, masked; null where the person did it herself. */
export const maskFamily = (family: Family | null): FamilyContactWire | null =>
  family && { relation: family.relation, phone: maskPhone(family.phone) };

/** The number of whoever signed up, in full, where it isn't the person's own; null where the person has no second one. */
export const contactPhoneOf = (person: { phone: string }, family: Family | null): string | null =>
  family && family.phone !== person.phone ? family.phone : null;

/** Has the person a telephone of her own, so that she can be told besides the account? */
export const hasOwnPhone = (person: { phone: string }, family: Family | null | undefined): boolean =>
  family ? person.phone !== '' && person.phone !== family.phone : false;

/**
 * May family members be signed up in a programme? People are told apart by their identity number there: by a shared
 * telephone number mother and daughter would be one. A team has its captain for that.
 */
export const canAllowFamily = ({ fields, team }: { fields: readonly string[]; team: unknown }): boolean =>
  fields.includes('residentId') && !team;

/** Is it a sign-up for somebody else only where the programme takes those? */
export const familyFaults = (isAllowed: boolean, family: Family | undefined): FieldFault[] =>
  family && !isAllowed ? [{ pointer: '/family', code: 'unknown' }] : [];
