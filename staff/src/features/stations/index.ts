/** Public API of the stations feature. */
export { useReports } from './api';
