/** Public API of the call list: the count for 今天, and how many of a session know of its last change. */
export { Confirmations } from './confirmations';
export { useCallList } from './requests';
