/** The roster's door to the other features. */
export { Roster } from './roster';
export { registrationStatusLabels as statusWords } from './labels';
