/** Public API of the roster feature. */
export { HeldOfSession, HeldSection, useHeldCases } from './held-section';
export { Roster } from './roster';
