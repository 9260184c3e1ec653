/** Staff's writes outside the engine: once a key, with the same answer every time. */
import type { FastifyRequest } from 'fastify';
import { fingerprintOf, idempotentWrite, storedKey, type StoredResponse } from '../../kernel/idempotent-write';
import { ApiProblem, StaleProblem } from '../../kernel/problem';
import type { Service } from '../../kernel/context';
import type { Account } from '../../kernel/account';
import type { AuditEntry, Statement } from '../../kernel/store';
import type { CaseChange } from '../../talks/changes';
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

/** Writes a change of somebody's request once a key; where somebody ended it meanwhile, nothing is kept. @param over why it wasn't written */
export async function writeChange<T>(
  staffRequest: StaffRequest,
  body: unknown,
  { statements, audit }: CaseChange,
  answered: T,
  over: () => Promise<ApiProblem> = () => Promise.resolve(new ApiProblem('no-longer-open')),
): Promise<T> {
  const response = await staffIdempotentWrite(
    staffRequest,
    body,
    () => ({ statements, audit, answer: { status: 200, body: answered } }),
    over,
  );
  return response.body as T;
}

/** Why nothing was written of a request: somebody ended it, or changed it since it was seen. */
export const overtaken = (isStillOpen: () => Promise<boolean>) => async (): Promise<ApiProblem> =>
  new ApiProblem((await isStillOpen()) ? 'stale' : 'no-longer-open');

/** When somebody last looked at a request, in milliseconds. */
export const instantSeen = (seen: string | undefined): number | undefined =>
  seen === undefined ? undefined : Date.parse(seen);
