/** Staff's writes outside the engine: once a key, with the same answer every time. */
import type { FastifyRequest } from 'fastify';
import { fingerprintOf, once, storedKey, type Kept } from '../../kernel/idempotent-write';
import type { ApiProblem } from '../../kernel/problem';
import type { Service } from '../../kernel/context';
import type { Account } from '../../kernel/account';
import type { AuditEntry, Statement } from '../../kernel/store';
import type { Desk } from '../context';
import { storeOf } from './scoped';

export type AskedOnce = Pick<Desk, 'scoped' | 'tools'> & { request: FastifyRequest; idempotencyKey: string };

/** As workers' routes know it; a key of one of the staff is no other's, and no worker's. */
const asked = ({ scoped, tools, request, idempotencyKey }: AskedOnce) => ({
  service: { ...tools, store: storeOf(scoped) } as Service,
  account: { id: `staff:${scoped.staffId}` } as Account,
  request,
  idempotencyKey,
});

export const staffKey = (one: AskedOnce, part = ''): string =>
  storedKey({ ...asked(one), idempotencyKey: one.idempotencyKey + part });

export const staffFingerprint = (one: AskedOnce, body: unknown): string => fingerprintOf(asked(one), body);

/** The answer is kept for a week: nothing personal and no secret belongs in it. */
export const staffOnce = (
  one: AskedOnce,
  body: unknown,
  make: () => { statements: Statement[]; audit: AuditEntry[]; answer: Kept },
  missed?: () => Promise<ApiProblem>,
): Promise<Kept> => once(asked(one), body, make, missed ? { missed } : {});
