/**
 * The signed link with which a volunteer opens a list of stations, without an account. It names the list, its day and when
 * it lapses, so that a forged one costs no look into the database; whether it was revoked is looked up then.
 */
import { keyed, isSameSecret } from '../crypto/ids';
import type { Service } from '../kernel/context';
import type { OnSiteListRow } from '../kernel/schema';

/** Characters of the proof: 132 bits, as an index of lookups has. */
const PROOF = 22;

export type OnSiteLink = Pick<OnSiteListRow, 'id' | 'day' | 'expires_at'>;

const proofOf = ({ secrets }: Pick<Service, 'secrets'>, { id, day, expires_at }: OnSiteLink): string =>
  keyed(secrets.token, 'on-site', id, day, String(expires_at)).slice(0, PROOF);

/**
 * The token of a list's link.
 *
 * @example writeOnSiteLink(service, list) // '01J….20261130.mi3k….proof'
 */
export const writeOnSiteLink = (service: Pick<Service, 'secrets'>, link: OnSiteLink): string =>
  [link.id, link.day.replace(/-/g, ''), link.expires_at.toString(36), proofOf(service, link)].join('.');

/** Reads a token; null where it is none of ours, was altered, or has lapsed. */
export function readOnSiteLink(service: Pick<Service, 'secrets' | 'now'>, token: string): OnSiteLink | null {
  const parts = /^([0-9A-Z]{26})\.(\d{4})(\d{2})(\d{2})\.([0-9a-z]{1,11})\.([\w-]{22})$/.exec(token);
  if (!parts) return null;
  const [, id = '', year, month, day, until = '', proof = ''] = parts;
  const link = { id, day: `${year}-${month}-${day}`, expires_at: parseInt(until, 36) };
  return isSameSecret(proof, proofOf(service, link)) && link.expires_at > service.now() ? link : null;
}
