/** Writes outside the engine that take effect once a key, with the same answer every time. */
import { lookupKey } from '../crypto/ids';
import { statement, type AuditEntry, type Statement } from './store';
import type { Context } from './operation';
import { ApiProblem } from './problem';

export interface Kept {
  status: number;
  body: unknown;
}

type Asked = Pick<Context, 'service' | 'request' | 'account' | 'idempotencyKey'>;

/** The key as it is stored: by account, saying nothing of either. */
export const storedKey = ({ service, account, idempotencyKey }: Asked): string =>
  lookupKey(service.secrets.blind, 'idempotency', account.id, idempotencyKey);

/** What was asked: the same key with another body is another question. */
export const fingerprintOf = ({ service, request }: Asked, body: unknown): string =>
  lookupKey(
    service.secrets.blind,
    'asked',
    request.method,
    request.url.split('?')[0] as string,
    JSON.stringify(body ?? null),
  );

/**
 * Does `statements` in one transaction with the key; where the key was there before, nothing happens and the first
 * answer is given again.
 *
 * @param missed what it means where a statement did not change what it must
 */
export async function once(
  asked: Asked,
  body: unknown,
  make: () => { statements: Statement[]; audit: AuditEntry[]; answer: Kept },
  { missed = () => Promise.resolve(new ApiProblem('not-found')) }: { missed?: () => Promise<ApiProblem> } = {},
): Promise<Kept> {
  const { store, now } = asked.service;
  const id = storedKey(asked);
  const fingerprint = fingerprintOf(asked, body);
  const { statements, audit, answer } = make();
  const row = { id, fingerprint, answer: JSON.stringify(answer), created_at: now() };
  const insert = store.read
    .insertInto('idempotency')
    .values(row)
    .onConflict((c) => c.doNothing());
  const written = await store.write([statement(insert, 1), ...statements], audit);
  if (written.done) return answer;
  if (written.at > 0) throw await missed();
  const kept = await store.read.selectFrom('idempotency').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
  if (kept.fingerprint !== fingerprint) throw new ApiProblem('idempotency-key-reused');
  return JSON.parse(kept.answer) as Kept;
}
