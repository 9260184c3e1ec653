/** How much one account or address may ask. Counted in the database, so that all processes count together. */
import type { FastifyRequest } from 'fastify';
import { MINUTE } from '@yugong/domain/time';
import { keyed } from '../crypto/ids';
import type { Service } from '../context';
import { ApiProblem } from './problem';

async function limit({ store }: Service, bucket: string, most: number): Promise<void> {
  if ((await store.hit({ bucket, window: MINUTE })) > most) throw new ApiProblem('too-many-requests', [], 30);
}

export const limitAccount = (service: Service, accountId: string): Promise<void> =>
  limit(service, keyed(service.secrets.blind, 'writes', accountId), service.limits.writes);

/** An address is kept only as a keyed hash, for a minute. */
export function limitAddress(service: Service, request: FastifyRequest): Promise<void> {
  // The machine's own address says nothing about who asks: a proxy that isn't named in YUGONG_TRUST_PROXY.
  if (/^(::1|(::ffff:)?127\.)/.test(request.ip)) return Promise.resolve();
  return limit(service, keyed(service.secrets.blind, 'logins', request.ip), service.limits.logins);
}
