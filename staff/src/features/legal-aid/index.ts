/** Public API of the legal-aid feature. */
export { useQueue } from './api';
export { QueueList } from './queue-list';
