/** Public API of the complaints feature. */
export { useComplaintQueue } from './api';
