/** What an operation of the staff's works with: who asks, and data by their scope only. */
import type { FastifyRequest } from 'fastify';
import { may, type Permission } from '@yugong/domain/staff-account';
import { ApiProblem } from '../kernel/problem';
import type { Service } from '../kernel/context';
import { Scoped } from './data/scoped';
import type { Member } from './identity/member';
import { signedIn, type SignedInStaff } from './identity/sign-ins';

/** The service without its store. */
export type Tools = Pick<Service, 'keyring' | 'secrets' | 'content' | 'now' | 'sms'>;

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
    sms: service.sms,
  },
});

/** Another site's page could make a browser send the cookie along, were it not strict; old browsers are told apart here. */
function refuseCrossSite(request: FastifyRequest): void {
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') throw new ApiProblem('staff-cross-site');
}

/** @throws `staff-unauthorized`, `staff-forbidden`, `staff-cross-site` */
export async function admit(
  service: Service,
  request: FastifyRequest,
  permissions: readonly Permission[] | 'any',
): Promise<StaffContext> {
  const found = await signedIn(service, request);
  if (!found) throw new ApiProblem('staff-unauthorized');
  if (found.by === 'cookie' && request.method !== 'GET') refuseCrossSite(request);
  const { member, signIn } = found;
  if (permissions !== 'any' && !permissions.some((one) => may(member.roles, one)))
    throw new ApiProblem('staff-forbidden');
  return { ...staffContextOf(service, member), signIn };
}
