/** Public API of the roster feature. */
export { Roster } from './roster';
