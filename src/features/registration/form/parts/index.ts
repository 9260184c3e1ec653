/** The parts of the form, in the order they are asked. A new one joins here. */
import type { FormPart } from '../form-part';
import { consentsPart } from './consents';
import { personParts } from './person';
import { teamPart } from './team';

export const parts: readonly FormPart[] = [...personParts, teamPart, consentsPart];
