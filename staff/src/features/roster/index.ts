/** Public API of the roster feature. */
import { lazy } from 'react';

export { useHeldCases } from './api';
export { HeldOfSession } from './held-section';
export { PrintRoster } from './print-roster';
export { Roster } from './roster';

/** Sign-ups that wait to be settled; what settles them is fetched where there are any, which is on few days. */
export const HeldSection = lazy(() => import('./held-section'));
