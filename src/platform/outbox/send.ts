/** The usual way out of the outbox: the service's API, with the item's key against doing it twice. */
import type { Ask, Reply } from '../request';
import type { Send, SendOutcome } from './engine';

/**
 * Sends items to the service.
 *
 * @param ask with the login; may log in first
 * @example startOutbox(sendTo(asMe));
 */
export const sendItem =
  (ask: Ask): Send =>
  async ({ key, method, path, body }) =>
    outcomeOf(await ask({ path, method, ...(body === null ? {} : { body }), headers: { 'idempotency-key': key } }));

/**
 * What an answer means for what waits. An expired login is no refusal: the next attempt logs in again, and
 * what was written must not be lost for it.
 */
export function outcomeOf(reply: Reply): SendOutcome {
  if (reply.kind === 'answered') return { kind: 'acknowledged', status: reply.status, answer: reply.data };
  if (reply.kind === 'no-answer') return { kind: 'unanswered' };
  const { problem, retryAfterMs } = reply;
  if (problem.retryable || problem.status === 401) return { kind: 'unanswered', retryAfterMs };
  return { kind: 'refused', refusal: { code: problem.code, title: problem.title, errors: problem.errors } };
}
