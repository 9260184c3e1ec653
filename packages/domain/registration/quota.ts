/**
 * How many seats a programme may give in one district, over all its sessions there. A session has a capacity of its own
 * too; whichever is used up first refuses. A quota that is used up has no waiting list: a seat given back in a session
 * promotes that session's own waiting list, and a seat given back in another session is for the next person who asks.
 */
import type { EngineState } from './state';
import type { DistrictQuota, Session } from './types';

/** The key of a quota: a programme's sessions in one district share it. */
export const quotaKey = (programmeId: string, adcode: string): string => `${programmeId}|${adcode}`;

/** @example quotaOf('p1', '500103', [{ adcode: '500103', places: 200 }]) // { key: 'p1|500103', places: 200 } */
export function quotaOf(
  programmeId: string,
  adcode: string,
  quotas: readonly { adcode: string; places: number }[] | null,
): DistrictQuota | null {
  const found = quotas?.find((one) => one.adcode === adcode);
  return found ? { key: quotaKey(programmeId, adcode), seats: found.places } : null;
}

/** How many seats the session's district has left in the programme; infinite where there is no quota. */
export const quotaLeft = ({ quotas }: Pick<EngineState, 'quotas'>, { quota }: Pick<Session, 'quota'>): number =>
  quota ? quota.seats - (quotas.get(quota.key) ?? 0) : Infinity;

/** Takes (1) or gives back (-1) a seat of a session, and with it one of its district's quota. */
export function countSeat({ quotas }: Pick<EngineState, 'quotas'>, session: Session, by: 1 | -1): void {
  session.held += by;
  if (session.quota) quotas.set(session.quota.key, (quotas.get(session.quota.key) ?? 0) + by);
}
