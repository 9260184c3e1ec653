/** Writes outside the engine that take effect once per idempotency key (draft-ietf-httpapi-idempotency-key-header). */
import { defined } from '@yugong/domain/narrow';
import { lookupKey } from '../crypto/ids';
import { statement, type AuditEntry, type Statement } from './store';
import type { OperationContext } from './operation';
import { ApiProblem } from './problem';

/** What a key was first answered with; it is kept with the key for a week. */
export interface StoredResponse {
  status: number;
  body: unknown;
}

type IdempotentRequest = Pick<OperationContext, 'service' | 'request' | 'account' | 'idempotencyKey'>;

/** The idempotency key as it is stored: a keyed hash of account and key, which gives away neither. */
export const storedKey = ({ service, account, idempotencyKey }: IdempotentRequest): string =>
  lookupKey(service.secrets.blind, 'idempotency', account.id, idempotencyKey);

/** A fingerprint of method, path and body, by which a key that is reused for another request is told. */
export const fingerprintOf = ({ service, request }: IdempotentRequest, body: unknown): string =>
  lookupKey(
    service.secrets.blind,
    'asked',
    request.method,
    defined(request.url.split('?')[0]),
    JSON.stringify(body ?? null),
  );

/**
 * Writes `statements` in one transaction with the request's key. Where the key was written before, nothing happens and
 * the first response is given again.
 *
 * @param onConflict the problem to answer with where a statement didn't change the rows it had to; `not-found` if left out
 * @throws ApiProblem `idempotency-key-reused` where the key came with another request before
 */
export async function idempotentWrite(
  from: IdempotentRequest,
  body: unknown,
  make: () => { statements: Statement[]; audit: AuditEntry[]; answer: StoredResponse },
  { onConflict = () => Promise.resolve(new ApiProblem('not-found')) }: { onConflict?: () => Promise<ApiProblem> } = {},
): Promise<StoredResponse> {
  const { store, now } = from.service;
  const id = storedKey(from);
  const fingerprint = fingerprintOf(from, body);
  const { statements, audit, answer } = make();
  const row = { id, fingerprint, answer: JSON.stringify(answer), created_at: now() };
  const insert = store.read
    .insertInto('idempotency')
    .values(row)
    .onConflict((c) => c.doNothing());
  const written = await store.write([statement(insert, 1), ...statements], audit);
  if (written.done) return answer;
  if (written.at > 0) throw await onConflict();
  const stored = await storedResponse(from, body);
  if (!stored) throw new ApiProblem('internal');
  return stored;
}

/**
 * What a key was answered with before; null where it wasn't.
 *
 * @throws ApiProblem `idempotency-key-reused` where the key came with another request
 */
export async function storedResponse(from: IdempotentRequest, body: unknown): Promise<StoredResponse | null> {
  const { read } = from.service.store;
  const row = await read.selectFrom('idempotency').selectAll().where('id', '=', storedKey(from)).executeTakeFirst();
  if (!row) return null;
  if (row.fingerprint !== fingerprintOf(from, body)) throw new ApiProblem('idempotency-key-reused');
  return JSON.parse(row.answer) as StoredResponse;
}
