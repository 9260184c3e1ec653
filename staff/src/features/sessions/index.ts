/** Public API of the sessions feature. */
export { useProgrammes, useStaffSession, useStaffSessions } from './api';
export { SessionsByDay } from './session-list';
export { CancellationReason } from './cancellation-reason';
export { isDraftSession } from './labels';
