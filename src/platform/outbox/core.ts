/** What becomes of the things a person sent, as pure steps: {@link next} alone decides. */
import { MINUTE, DAY } from '@yugong/domain/time';
import type { OutboxItem } from '../storage';

export type Outbox = readonly OutboxItem[];

/** Why the service will never accept it, in its own words. */
export interface OutboxRefusal {
  code: string;
  title: string;
  /** Fields at fault, by RFC 6901 pointer into what was sent; never what was in them. */
  errors: { pointer: string; code: string }[];
}

export type OutboxEvent =
  | { type: 'put'; item: OutboxItem }
  | { type: 'sent'; key: string }
  /** Only this makes a success of it. */
  | { type: 'acknowledged'; key: string; status: number; answer: unknown; now: number }
  | { type: 'refused'; key: string; refusal: OutboxRefusal }
  /** Nobody knows whether it arrived: the same key goes out again. */
  | { type: 'unanswered'; key: string; now: number; random: number; retryAfterMs: number | null }
  | { type: 'cancelled'; key: string }
  | { type: 'dismissed'; key: string }
  /** The network or the reader came back: no more waiting, for all or for one. */
  | { type: 'hurried'; now: number; key?: string }
  /** The app starts: what was on its way when it was killed goes again, with the same key. */
  | { type: 'restored'; now: number };

const FIRST_WAIT_MS = 2000;
export const LONGEST_WAIT_MS = 15 * MINUTE;
const KEEP_DONE_MS = 7 * DAY;

/**
 * How long to wait after the nth attempt: twice as long each time, up to a quarter of an hour; half of it
 * by chance, so that a service that returns is not met by everybody at once.
 *
 * @param random from 0 to 1
 * @example backoff(3, 1) // 8000
 */
export function backoff(attempts: number, random: number): number {
  const full = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (Math.max(attempts, 1) - 1));
  return Math.round(full * (0.5 + random / 2));
}

/** The outbox after an event; events that no longer fit change nothing. */
export function next(outbox: Outbox, event: OutboxEvent): Outbox {
  switch (event.type) {
    case 'put':
      // A second tap on the same form brings the same key.
      return outbox.some(({ key }) => key === event.item.key) ? outbox : [...outbox, event.item];
    case 'restored':
      return outbox
        .filter(({ progress }) => progress.state !== 'done' || progress.at > event.now - KEEP_DONE_MS)
        .map((item) => restored(item, event.now));
    case 'hurried':
      return outbox.map((item) =>
        item.progress.state === 'waiting' && (event.key === undefined || event.key === item.key)
          ? { ...item, progress: { state: 'waiting', until: Math.min(item.progress.until, event.now) } }
          : item,
      );
    default:
      return outbox.flatMap((item) => (item.key === event.key ? stepped(item, event) : [item]));
  }
}

function restored(item: OutboxItem, now: number): OutboxItem {
  if (item.progress.state !== 'sending') return item;
  return item.progress.stopping ? stopped(item) : { ...item, progress: { state: 'waiting', until: now } };
}

type ItemEvent = Exclude<OutboxEvent, { type: 'put' | 'restored' | 'hurried' }>;

/** One item after an event of its own; none when it leaves the outbox. */
function stepped(item: OutboxItem, event: ItemEvent): OutboxItem[] {
  const { progress } = item;
  switch (event.type) {
    case 'sent':
      return progress.state === 'waiting'
        ? [{ ...item, attempts: item.attempts + 1, progress: { state: 'sending', stopping: false } }]
        : [item];
    case 'acknowledged':
      // The body may be personal: it goes as soon as the service has it.
      return progress.state === 'done'
        ? [item]
        : [
            {
              ...item,
              body: null,
              progress: { state: 'done', at: event.now, status: event.status, answer: event.answer ?? null },
            },
          ];
    case 'refused':
      if (progress.state !== 'sending') return [item];
      return progress.stopping ? [] : [{ ...item, progress: { state: 'refused', ...event.refusal } }];
    case 'unanswered':
      if (progress.state !== 'sending') return [item];
      return [progress.stopping ? stopped(item) : waiting(item, event)];
    case 'cancelled':
      if (progress.state === 'waiting') return item.attempts === 0 ? [] : [stopped(item)];
      return progress.state === 'sending' ? [{ ...item, progress: { state: 'sending', stopping: true } }] : [item];
    case 'dismissed':
      return ['done', 'refused', 'stopped'].includes(progress.state) ? [] : [item];
  }
}

/** Given up by its author after it had gone out: whether it arrived is not known, and said so. */
const stopped = (item: OutboxItem): OutboxItem => ({ ...item, body: null, progress: { state: 'stopped' } });

const waiting = (
  item: OutboxItem,
  { now, random, retryAfterMs }: Extract<OutboxEvent, { type: 'unanswered' }>,
): OutboxItem => ({
  ...item,
  progress: { state: 'waiting', until: now + Math.max(backoff(item.attempts, random), retryAfterMs ?? 0) },
});

/** The first that is to be sent now. A wait longer than the longest means that the phone's clock was set back. */
export const due = (outbox: Outbox, now: number): OutboxItem | undefined =>
  outbox.find((item) => waitOf(item, now) === 0);

/** Milliseconds until the next is due; null when none waits. */
export function untilDue(outbox: Outbox, now: number): number | null {
  const waits = outbox.map((item) => waitOf(item, now)).filter((wait) => wait !== null);
  return waits.length > 0 ? Math.min(...waits) : null;
}

function waitOf({ progress }: OutboxItem, now: number): number | null {
  if (progress.state !== 'waiting') return null;
  const wait = progress.until - now;
  return wait <= 0 || wait > 24 * LONGEST_WAIT_MS ? 0 : wait;
}
