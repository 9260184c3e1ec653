/** The one text of what is sent that isn't kept with the rest: an identity number stands in no storage as it is. */
import { dropSecretsBut, keepSecret, readSecret } from '../secret';
import type { OutboxItem } from '../storage';
import type { Outbox } from './core';

/** Texts whose items are about to be put in; those that are sealed already have theirs. */
const coming = new Map<string, string | null>();
let needed = '';

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** The body with another text at a pointer; null takes it out. The pointer's way has to be there. */
function withText(body: unknown, pointer: string, text: string | null): unknown {
  const [, name = '', ...rest] = pointer.split('/');
  if (!isRecord(body)) return body;
  const { [name]: inner, ...others } = body;
  if (rest.length > 0) return { ...others, [name]: withText(inner, `/${rest.join('/')}`, text) };
  return text === null ? others : { ...others, [name]: text };
}

/**
 * Seals a text before it is sent. Sealing takes a moment, and what is sent on a tap has to be kept on that tap, whatever
 * becomes of the app in the next instant.
 */
export async function sealAhead(key: string, text: string): Promise<void> {
  if (coming.get(key) === text) return;
  coming.set(key, null);
  await keepSecret(key, text);
  coming.set(key, text);
}

/**
 * Keeps a text sealed and puts the rest in, at once where the text was sealed ahead.
 *
 * @param put puts the item in, without the text
 * @returns what `put` returned
 */
export async function putWithout<Kept>(
  { key, body, secret, text }: { key: string; body: unknown; secret: string; text: string },
  put: (rest: unknown) => Kept,
): Promise<Kept> {
  if (coming.get(key) !== text) await sealAhead(key, text);
  const kept = put(withText(body, secret, null));
  coming.delete(key);
  return kept;
}

/** What was to be sent, whole again; null where its text can't be read any more. */
export async function wholeBody({ key, body, secret }: OutboxItem): Promise<{ body: unknown } | null> {
  if (secret === undefined || body === null) return { body };
  const text = await readSecret(key);
  return text === null ? null : { body: withText(body, secret, text) };
}

/** Takes texts off the phone whose items have arrived, or were given up. */
export function sweepSecrets(outbox: Outbox): void {
  const keys = outbox.filter(({ secret, body }) => secret !== undefined && body !== null).map(({ key }) => key);
  const now = keys.join(' ');
  if (now === needed) return;
  needed = now;
  void dropSecretsBut(new Set([...keys, ...coming.keys()]));
}
