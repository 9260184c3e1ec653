/**
 * Drafts of forms, kept in this tab until they are saved, so that a dead network, an expired sign-in or a reload loses
 * nothing. A draft is its writer's: nobody else who signs in here finds it, and it goes when its writer signs out, in
 * every tab. Personal data doesn't belong in here.
 */
import { useRef } from 'react';
import { useMe } from '../api/me';

export interface FormDraft<T> {
  read(): T | null;
  save(value: T): void;
  drop(): void;
}

const PREFIX = 'draft.';

/** @param owner the account that types */
export function openFormDraft<T>(owner: string, name: string): FormDraft<T> {
  const key = `${PREFIX}${owner}.${name}`;
  return {
    read: () => {
      try {
        return JSON.parse(sessionStorage.getItem(key) ?? 'null');
      } catch {
        return null;
      }
    },
    save: (value) => sessionStorage.setItem(key, JSON.stringify(value)),
    drop: () => sessionStorage.removeItem(key),
  };
}

/** The draft of a form of whoever is signed in. */
export function useFormDraft<T>(name: string): FormDraft<T> {
  const { id } = useMe();
  return useRef(openFormDraft<T>(id, name)).current;
}

/**
 * Empties a form's text once it went out. The page fetches anew what it shows before it says so: what was typed
 * meanwhile stays, as the draft of the next.
 *
 * @param sent as it went out
 */
export function emptySentText(
  form: { getFieldValue(name: 'text'): unknown; setFieldValue(name: 'text', value: string): void },
  draft: Pick<FormDraft<string>, 'drop'>,
  sent: string,
): void {
  const typed = form.getFieldValue('text');
  if (typeof typed === 'string' && typed.trim() !== sent.trim()) return;
  draft.drop();
  form.setFieldValue('text', '');
}

/** Drops every draft in this tab but those of one account; all of them where it is null. */
export function keepFormDraftsOf(owner: string | null): void {
  const own = `${PREFIX}${owner ?? ''}.`;
  for (const key of Object.keys(sessionStorage)) {
    if (key.startsWith(PREFIX) && (owner === null || !key.startsWith(own))) sessionStorage.removeItem(key);
  }
}

/** Other tabs keep drafts of their own, which only they can drop. */
const signOuts = 'BroadcastChannel' in globalThis ? new BroadcastChannel('staff.signed-out') : null;
signOuts?.addEventListener('message', () => keepFormDraftsOf(null));

/** Drops all drafts of who signs out, here and in the other tabs. */
export function dropFormDrafts(): void {
  keepFormDraftsOf(null);
  signOuts?.postMessage(null);
}
