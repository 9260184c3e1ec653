/** The roster's door to the other features. */
export { Roster } from './roster';
export { statusWords } from './words';
