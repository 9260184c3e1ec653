/** Public API of the roster feature. */
export { Roster } from './roster';
export { registrationStatusLabels as statusWords } from './labels';
