/**
 * Who was signed in last on this device. Only the name and the permissions are stored, so that check-in opens without
 * a network; they open nothing on the service, which asks for the login itself.
 */
import * as v from 'valibot';
import { MeWire } from '@yugong/domain/staff-account/wire';

const NAME = 'staff.me';

export function storeMe(me: MeWire): void {
  localStorage.setItem(NAME, JSON.stringify(me));
}

/** Answers null where nobody was signed in or the sign-in has expired. */
export function storedMe(): MeWire | null {
  try {
    const read = v.safeParse(MeWire, JSON.parse(localStorage.getItem(NAME) ?? 'null'));
    return read.success && Date.parse(read.output.expiresAt) > Date.now() ? read.output : null;
  } catch {
    return null;
  }
}

/** Was somebody signed in here who didn't sign out? */
export const wasSignedIn = (): boolean => localStorage.getItem(NAME) !== null;

export const clearStoredMe = (): void => localStorage.removeItem(NAME);
