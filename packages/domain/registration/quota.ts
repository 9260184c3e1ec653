/**
 * How many places a programme may give in one district, over all its sessions there. A session has places of its own
 * besides; whichever is used up first says no. A quota that is used up has no waiting list: only a place given back in the
 * same session moves its own line up, and what another session gives back is for the next who asks.
 */
import type { EngineState } from './state';
import type { Quota, Session } from './types';

/** Which sessions share a quota: a programme's in one district. */
export const quotaKey = (programmeId: string, adcode: string): string => `${programmeId}|${adcode}`;

/** @example quotaOf('p1', '500103', [{ adcode: '500103', places: 200 }]) // { key: 'p1|500103', places: 200 } */
export function quotaOf(
  programmeId: string,
  adcode: string,
  quotas: readonly { adcode: string; places: number }[] | null,
): Quota | null {
  const found = quotas?.find((one) => one.adcode === adcode);
  return found ? { key: quotaKey(programmeId, adcode), places: found.places } : null;
}

/** Places the session's district has left in the programme; infinite where nothing binds. */
export const quotaLeft = ({ quotas }: Pick<EngineState, 'quotas'>, { quota }: Pick<Session, 'quota'>): number =>
  quota ? quota.places - (quotas.get(quota.key) ?? 0) : Infinity;

/** Takes or gives back a place of a session, and with it one of its district's. */
export function hold({ quotas }: Pick<EngineState, 'quotas'>, session: Session, by: 1 | -1): void {
  session.held += by;
  if (session.quota) quotas.set(session.quota.key, (quotas.get(session.quota.key) ?? 0) + by);
}
