/** The usual way out of the outbox: the service's API, with the item's key against doing it twice. */
import { request, type Reply } from '../request';
import type { Send, SendOutcome } from './engine';

/**
 * Sends items to the service at `origin`.
 *
 * @param origin whole in WeChat, empty in browsers
 * @param headers asked anew for each attempt, such as the login; may log in first
 * @example startOutbox(sendTo('', async () => ({ authorization: `Bearer ${await token()}` })));
 */
export const sendTo =
  (origin: string, headers: () => Promise<Record<string, string>> = () => Promise.resolve({})): Send =>
  async ({ key, method, path, body }) =>
    outcomeOf(
      await request({ url: origin + path, method, body, headers: { ...(await headers()), 'idempotency-key': key } }),
    );

/**
 * What an answer means for what waits. An expired login is no refusal: the next attempt logs in again, and
 * what was written must not be lost for it.
 */
export function outcomeOf(reply: Reply): SendOutcome {
  if (reply.kind === 'answered') return { kind: 'acknowledged', answer: reply.data };
  if (reply.kind === 'no-answer') return { kind: 'unanswered' };
  const { problem, retryAfterMs } = reply;
  if (problem.retryable || problem.status === 401) return { kind: 'unanswered', retryAfterMs };
  return { kind: 'refused', refusal: { code: problem.code, title: problem.title } };
}
