/** Sign-ups that staff have to settle, because another account has a place for the same person. */
import * as v from 'valibot';
import { Note, whyEntries } from '../audit/reasons';
import { signUpSources } from '../roster/wire';
import { heldCauses } from './commands';
import { FamilyContactWire } from './family';
import { WireId } from '../wire';
import { registrationStatuses } from './types';

/** A person as far as staff see them without saying why they need more. */
const Masked = {
  name: v.string(),
  phone: v.string(),
  /** Who signed the person up, where a member of the family did; null where the person did it herself. */
  family: v.optional(v.nullable(FamilyContactWire), null),
};

export const HeldCaseWire = v.object({
  id: v.string(),
  sessionId: v.string(),
  sessionTitle: v.string(),
  startsAt: v.string(),
  /** For whom it is asked, as typed. */
  ...Masked,
  /** Nobody can read any more for whom it is: name and number are empty, and it can only be sent back. */
  unreadable: v.optional(v.boolean(), false),
  createdAt: v.string(),
  /** Why it is held; a release before this was had claims only. */
  cause: v.optional(v.picklist(heldCauses), 'claim'),
  /** The registration that there is for this person; null where it was given up meanwhile. */
  registered: v.nullable(
    v.object({
      ...Masked,
      registrationId: v.string(),
      sessionTitle: v.string(),
      status: v.picklist(registrationStatuses),
      source: v.picklist(signUpSources),
      createdAt: v.string(),
    }),
  ),
});
export const HeldCasesWire = v.object({ held: v.array(HeldCaseWire) });
export const HeldRevealRequest = v.strictObject(whyEntries);
export const HeldPersonWire = v.object({
  name: v.string(),
  phone: v.string(),
  /** The number of the family member who signed the person up; null where there is none, or it is the same. */
  contactPhone: v.optional(v.nullable(v.string()), null),
});
export type HeldPersonWire = v.InferOutput<typeof HeldPersonWire>;

/** `release`: the place becomes the asking account's. `return`: everything stays as it is, and who asked reads why. */
export const HeldDecision = v.strictObject({
  decision: v.picklist(['release', 'return'], 'value'),
  reason: Note,
  /** The registration that there was for the person when this was decided; null where there was none. */
  seen: v.nullable(WireId),
});

export type HeldCaseWire = v.InferOutput<typeof HeldCaseWire>;
export type HeldDecision = v.InferOutput<typeof HeldDecision>;
