/** Public API of the outcomes feature. */
export { usePendingNotifications } from './api';
