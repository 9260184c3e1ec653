/** The parts of the form, in the order they are asked. A new one joins here. */
import type { Part } from '../part';
import { consentsPart } from './consents';
import { personParts } from './person';
import { teamPart } from './team';

export const parts: readonly Part[] = [...personParts, teamPart, consentsPart];
