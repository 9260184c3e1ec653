/** The usual way out of the outbox: the service's API, with the item's key against doing it twice. */
import type { Ask, Reply } from '../request';
import type { OutboxItem } from '../storage';
import type { OutboxRefusal } from './core';
import type { Send, SendOutcome } from './engine';
import { wholeBody } from './secret';

/**
 * Sends items to the service.
 *
 * @param ask with the login; may log in first
 * @example startOutbox(sendTo(asMe));
 */
export const sendItem =
  (ask: Ask): Send =>
  async (item) => {
    const { key, method, path } = item;
    const whole = await wholeBody(item);
    if (whole === null) return { kind: 'refused', refusal: lost(item) };
    const body = whole.body === null ? {} : { body: whole.body };
    return outcomeOf(await ask({ path, method, ...body, headers: { 'idempotency-key': key } }));
  };

/** The phone doesn't have the sealed text any more, so its author has to type it again. */
const lost = ({ secret = '' }: OutboxItem): OutboxRefusal => ({
  code: 'secret-lost',
  title: '证件号码没有留在手机里，请补填后再提交',
  errors: [{ pointer: secret, code: 'required' }],
});

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
