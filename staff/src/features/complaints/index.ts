/** Public API of the complaints feature. */
export { useComplaints } from './api';
