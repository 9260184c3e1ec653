/**
 * What a person did and the service has not acknowledged yet: sign-ups, reports, messages. It survives a dead
 * network, a killed app and an expired login, and a retry never makes a second one, because every attempt
 * carries the same key.
 *
 * A page puts something in and shows how it stands. It must not say that something is done before its item's
 * state is `done`: being in the outbox means only that it is kept on this phone.
 *
 * @example
 * // Once, in the feature: what is sent and what comes back.
 * const signUp = defineKind<{ sessionId: string; name: string }, Registration>('sign-up', Registration);
 *
 * // In the form: a key when it is opened, so that a second tap is the same sign-up.
 * const [key] = useState(newKey);
 * const item = useOutboxItem(key);
 * const submit = () => {
 *   const kept = putIntoOutbox(signUp, { key, title: '报名：周四 9:30 渝中', path: '/api/v1/sessions/s1/registrations', body });
 *   if (!kept) say('手机存储已满，没有存下来');
 * };
 * if (item?.progress.state === 'done') showPass(answerOf(signUp, item));
 */
import * as v from 'valibot';
import { create } from 'zustand';
import { onReconnect, isOnline } from '../network';
import { load, save, stored, type OutboxItem } from '../storage';
import type { Outbox } from './core';
import { OutboxEngine, type Send } from './engine';
import { putWithout, sweepSecrets } from './secret';
import { onWake } from './wake';

export type { OutboxItem } from '../storage';
export type { Send, SendOutcome } from './engine';
export { sealAhead, wholeBody } from './secret';
export { sendItem } from './send';

/** A kind of thing that is sent: what it holds, and what the service answers. */
export interface OutboxKind<Body, Answer> {
  name: string;
  answer: v.GenericSchema<unknown, Answer>;
  /** Only for the compiler: which body belongs to the kind. */
  body?: Body;
}

/**
 * Names a kind. The name is stored with the item, so it is for ever.
 *
 * @example const report = defineKind<{ what: string }, { id: string }>('station-report', v.object({ id: v.string() }));
 */
export const defineKind = <Body, Answer>(
  name: string,
  answer: v.GenericSchema<unknown, Answer>,
): OutboxKind<Body, Answer> => ({ name, answer });

/** The kind of a login that is to end: on no list, for it is nobody's any more, and nobody may give it up. */
export const LOGOUT = 'logout';

const store = create<{ items: Outbox }>(() => ({ items: [] }));

const engine = new OutboxEngine({
  read: () => load(stored.outbox),
  write: (outbox) => save(stored.outbox, [...outbox]),
  now: Date.now,
  random: Math.random,
  online: isOnline,
  later: (ms, callback) => {
    const timer = setTimeout(callback, ms);
    return () => clearTimeout(timer);
  },
  show: (items) => {
    store.setState({ items: items.filter(({ kind }) => kind !== LOGOUT) });
    sweepSecrets(items);
  },
});

/**
 * Begins to send, now, when the network returns and when the reader does. Called once, by the app.
 *
 * @example startOutbox(sendTo(asMe));
 */
export function startOutbox(send: Send): void {
  onReconnect(() => engine.hurry());
  onWake(() => engine.hurry());
  engine.start(send);
}

/**
 * A key for something that is to happen once. 128 bits by chance and the time; WeChat's logic layer has no
 * WebCrypto, and the key only has to differ, not to be secret.
 *
 * @example const [key] = useState(newKey);
 */
export const newIdempotencyKey = (): string =>
  [Date.now(), ...Array.from({ length: 4 }, () => Math.floor(Math.random() * 2 ** 32))]
    .map((part) => part.toString(36))
    .join('-');

interface Sending<Body> {
  key: string;
  /** What it is called in the list of what waits, without anything personal: 报名：周四 9:30 渝中. */
  title: string;
  path: string;
  body: Body;
  method?: 'POST' | 'PUT' | 'DELETE';
}

/**
 * Keeps something on the phone and sends it as soon as it can be. Putting the same key again changes nothing.
 *
 * @returns false where the phone could not keep it: say so, and leave what was typed where it is
 */
export const putIntoOutbox = <Body, Answer>(kind: OutboxKind<Body, Answer>, what: Sending<Body>): boolean =>
  engine.put(itemOf(kind.name, what));

/**
 * The same for what holds a text that must not stand in the phone's storage as it is.
 *
 * @param secret where the text stands in the body, by an RFC 6901 pointer
 */
export const putSealed = <Body, Answer>(
  kind: OutboxKind<Body, Answer>,
  { secret, text, ...what }: Sending<Body> & { secret: string; text: string },
): Promise<boolean> =>
  putWithout({ key: what.key, body: what.body, secret, text }, (body) =>
    engine.put({ ...itemOf(kind.name, { ...what, body }), secret }),
  );

function itemOf(kind: string, { key, title, path, body, method = 'POST' }: Sending<unknown>): OutboxItem {
  const now = Date.now();
  return {
    key,
    kind,
    title,
    method,
    path,
    // Storage keeps null but drops undefined.
    body: body ?? null,
    createdAt: now,
    attempts: 0,
    progress: { state: 'waiting', until: now },
  };
}

/**
 * Gives something up. What has never gone out leaves at once; what has may have arrived, and stays as
 * `stopped` until its author has read that.
 */
export const cancelInOutbox = (key: string): void => engine.cancel(key);

/** Sends one without waiting longer. */
export const retryInOutbox = (key: string): void => engine.hurry(key);

/** Takes what is done, refused or stopped off the list. */
export const dismissFromOutbox = (key: string): void => engine.dismiss(key);

/** Gives up and takes off the list all of some kinds. What is on its way at this moment can't be called back. */
export function clearFromOutbox(kinds: readonly string[]): void {
  for (const { key, kind } of store.getState().items) {
    if (!kinds.includes(kind)) continue;
    engine.cancel(key);
    engine.dismiss(key);
  }
}

/** Everything in the outbox that is its reader's to see, oldest first. */
export const useOutbox = (): Outbox => store((state) => state.items);

/** One item by its key, or undefined. */
export const useOutboxItem = (key: string): OutboxItem | undefined =>
  store((state) => state.items.find((item) => item.key === key));

/** What the service answered, once it is done and of the expected shape; else null. */
export function answerOf<Body, Answer>(kind: OutboxKind<Body, Answer>, item: OutboxItem): Answer | null {
  if (item.kind !== kind.name || item.progress.state !== 'done') return null;
  const parsed = v.safeParse(kind.answer, item.progress.answer);
  return parsed.success ? parsed.output : null;
}
