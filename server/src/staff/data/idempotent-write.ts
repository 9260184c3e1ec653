/** Staff's writes outside the engine: once a key, with the same answer every time. */
import type { FastifyRequest } from 'fastify';
import { fingerprintOf, idempotentWrite, storedKey, type StoredResponse } from '../../kernel/idempotent-write';
import { StaleProblem, type ApiProblem } from '../../kernel/problem';
import type { Service } from '../../kernel/context';
import type { Account } from '../../kernel/account';
import type { AuditEntry, Statement } from '../../kernel/store';
import type { ScopedContext } from '../context';
import { storeOf } from './scoped';

export type StaffRequest = ScopedContext & { request: FastifyRequest; idempotencyKey: string };

/** As workers' routes know it; a key of one of the staff is no other's, and no worker's. */
const idempotentRequest = ({ scoped, tools, request, idempotencyKey }: StaffRequest) => ({
  service: { ...tools, store: storeOf(scoped) } as Service,
  account: { id: `staff:${scoped.staffId}` } as Account,
  request,
  idempotencyKey,
});

export const staffKey = (one: StaffRequest, part = ''): string =>
  storedKey({ ...idempotentRequest(one), idempotencyKey: one.idempotencyKey + part });

export const staffFingerprint = (one: StaffRequest, body: unknown): string =>
  fingerprintOf(idempotentRequest(one), body);

/**
 * Refuses a change of what isn't as whoever asks has seen it. A request that was done already isn't judged by what it
 * changed itself: it is answered as before.
 *
 * @param current what there is now in the place of `seen`
 * @throws `stale`
 */
export async function refuseStale(one: StaffRequest, current: unknown): Promise<void> {
  const { read } = storeOf(one.scoped);
  const done = await read.selectFrom('idempotency').select('id').where('id', '=', staffKey(one)).executeTakeFirst();
  if (!done) throw new StaleProblem(current);
}

/** The answer is kept for a week: nothing personal and no secret belongs in it. */
export const staffIdempotentWrite = (
  one: StaffRequest,
  body: unknown,
  make: () => { statements: Statement[]; audit: AuditEntry[]; answer: StoredResponse },
  onConflict?: () => Promise<ApiProblem>,
): Promise<StoredResponse> => idempotentWrite(idempotentRequest(one), body, make, onConflict ? { onConflict } : {});
