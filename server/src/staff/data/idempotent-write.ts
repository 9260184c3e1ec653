/** Staff's writes outside the engine: once a key, with the same answer every time. */
import type { FastifyRequest } from 'fastify';
import { fingerprintOf, idempotentWrite, storedKey, type StoredResponse } from '../../kernel/idempotent-write';
import { ApiProblem } from '../../kernel/problem';
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

/** The answer is kept for a week: nothing personal and no secret belongs in it. */
export const staffIdempotentWrite = (
  one: StaffRequest,
  body: unknown,
  make: () => { statements: Statement[]; audit: AuditEntry[]; answer: StoredResponse },
  onConflict?: () => Promise<ApiProblem>,
): Promise<StoredResponse> => idempotentWrite(idempotentRequest(one), body, make, onConflict ? { onConflict } : {});

/** Writes a change of somebody's request once a key; where somebody ended it meanwhile, nothing is kept. */
export async function writeChange<T>(
  staffRequest: StaffRequest,
  body: unknown,
  { statements, audit }: CaseChange,
  answered: T,
): Promise<T> {
  const over = () => Promise.resolve(new ApiProblem('no-longer-open'));
  const response = await staffIdempotentWrite(
    staffRequest,
    body,
    () => ({ statements, audit, answer: { status: 200, body: answered } }),
    over,
  );
  return response.body as T;
}
