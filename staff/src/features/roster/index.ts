/** Public API of the roster feature. */
export { HeldOfSession, HeldSection, useHeldCases } from './held-section';
export { PrintRoster } from './print-roster';
export { Roster } from './roster';
