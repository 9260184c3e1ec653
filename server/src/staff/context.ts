/** What an operation of the staff's works with: who asks, and data by their scope only. */
import type { FastifyRequest } from 'fastify';
import { may, type Permission } from '@yugong/domain/staff-account';
import { ApiProblem } from '../kernel/problem';
import type { Service } from '../kernel/context';
import { Scoped } from './data/scoped';
import type { Member } from './identity/member';
import { confirmedUntil, signedIn, type SignedInStaff } from './identity/sign-ins';

/** The service without its store. */
export type Tools = Pick<
  Service,
  'keyring' | 'secrets' | 'content' | 'now' | 'operatorName' | 'sms' | 'wechat' | 'geocoding'
>;

export interface StaffContext {
  member: Member;
  signIn: SignedInStaff['signIn'];
  scoped: Scoped;
  tools: Tools;
}

/** What data in somebody's scope needs; jobs and endpoints both have it. */
export type ScopedContext = Pick<StaffContext, 'scoped' | 'tools'>;

export const staffContextOf = (service: Service, member: Member): Omit<StaffContext, 'signIn'> => ({
  member,
  scoped: new Scoped(service, member.id, member.scope),
  tools: {
    keyring: service.keyring,
    secrets: service.secrets,
    content: service.content,
    now: service.now,
    operatorName: service.operatorName,
    sms: service.sms,
    geocoding: service.geocoding,
    wechat: service.wechat,
  },
});

/**
 * Refuses what another site's page made a browser send. Browsers say so in `Sec-Fetch-Site`, which no script can set;
 * where it is missing, as over plain HTTP and in old browsers, `Origin` must name the host that was asked.
 *
 * @throws `staff-cross-site`
 */
export function refuseCrossSite(request: FastifyRequest): void {
  const { 'sec-fetch-site': site, origin } = request.headers;
  const isForeign =
    site === undefined
      ? origin !== undefined && !isOwnOrigin(origin, request)
      : site !== 'same-origin' && site !== 'none';
  if (isForeign) throw new ApiProblem('staff-cross-site');
}

/** `null`, which a sandboxed page sends, is nobody's. */
function isOwnOrigin(origin: string, { host, headers }: FastifyRequest): boolean {
  if (!URL.canParse(origin)) return false;
  const { host: from } = new URL(origin);
  return from === host || from === headers.host;
}

/**
 * Finds out who asks, and whether they may.
 *
 * @param stepUp whether password and code must have been given anew just before
 * @throws `staff-unauthorized`, `staff-forbidden`, `staff-cross-site`, `staff-step-up`
 */
export async function admit(
  service: Service,
  request: FastifyRequest,
  { may: permissions, stepUp }: { may: readonly Permission[] | 'any'; stepUp: boolean },
): Promise<StaffContext> {
  const found = await signedIn(service, request);
  if (!found) throw new ApiProblem('staff-unauthorized');
  if (found.by === 'cookie' && request.method !== 'GET') refuseCrossSite(request);
  const { member, signIn } = found;
  if (permissions !== 'any' && !permissions.some((one) => may(member.roles, one)))
    throw new ApiProblem('staff-forbidden');
  // A session that was stolen gives no power over accounts.
  if (stepUp && confirmedUntil(signIn, service.now()) === null) throw new ApiProblem('staff-step-up');
  return { ...staffContextOf(service, member), signIn };
}
