import { useEffect } from 'react';
import { replace } from '@/platform/navigation';
import { dismissFromOutbox, useOutbox, type OutboxItem } from '@/platform/outbox';
import { forgetServed } from '@/platform/service';
import { ticketUrl } from '..';
import { heldForUnion, sessionOf, signUpAnswer } from '../outbox-kinds';
import { subscribeAgreed } from '../../shared/subscriptions';
import { heldSubscriptionsPath, subscriptionsPath } from '../endpoints';

/** The sign-up for a session that is in the outbox: the last one, where there are several. */
export const useSubmission = (session: string): OutboxItem | undefined =>
  useOutbox()
    .filter((item) => sessionOf(item) === session)
    .pop();

/** Goes on to the ticket as soon as the service has said yes; of what the union has to settle she is told where she is. */
export function useTicketWhenDone(item: OutboxItem | undefined): void {
  const answer = item ? signUpAnswer(item) : null;
  const id = answer?.mine ? answer.id : null;
  const key = item?.key;
  const had = item?.progress.state === 'done' && item.progress.status === 200;
  useEffect(() => {
    if (id === null || key === undefined) return;
    // Lists that were asked for before don't know of it.
    forgetServed();
    dismissFromOutbox(key);
    void subscribeAgreed(key, subscriptionsPath(id));
    replace(ticketUrl({ registration: id, just: had ? 'had' : 'made' }));
  }, [id, key, had]);
  const held = item ? heldForUnion(item) : null;
  useEffect(() => {
    if (held !== null && key !== undefined) void subscribeAgreed(key, heldSubscriptionsPath(held));
  }, [held, key]);
}
