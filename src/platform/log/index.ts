import { errorMessage } from '../error-message';

/**
 * Where failures are written down. Only the place and a technical message: never what a person typed,
 * an id of theirs or an address.
 */
export function log(place: string, message: string): void {
  console.warn(`[${place}] ${message}`);
}

/**
 * Writes down a promise that nobody caught: what kind of failure it was, `TypeError` or `request:fail`. What follows may hold
 * an address or a piece of what was parsed, and is left out.
 */
export function logRejection({ reason }: { reason: unknown }): void {
  const said = reason instanceof Error ? reason.name : errorMessage(reason).split(' ')[0];
  log('promise', said || typeof reason);
}
