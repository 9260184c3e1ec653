/** The parts of the form, in the order they are asked. A new one joins here. */
import type { Part } from '../part';
import { consentsPart } from './consents';
import { namePart, phonePart, residentIdPart } from './person';

export const parts: readonly Part[] = [namePart, phonePart, residentIdPart, consentsPart];
