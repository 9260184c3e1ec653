/**
 * Who was signed in last on this device, for the hours without a network: name and rights only, so that the door
 * opens. It opens nothing on the service, which asks for the login itself.
 */
import * as v from 'valibot';
import { MeWire } from '@yugong/domain/staff-account/wire';

const NAME = 'staff.me';

export function keepMe(me: MeWire): void {
  localStorage.setItem(NAME, JSON.stringify(me));
}

/** Null where nobody was, or where the login has run out meanwhile. */
export function keptMe(): MeWire | null {
  try {
    const read = v.safeParse(MeWire, JSON.parse(localStorage.getItem(NAME) ?? 'null'));
    return read.success && Date.parse(read.output.expiresAt) > Date.now() ? read.output : null;
  } catch {
    return null;
  }
}

export const dropMe = (): void => localStorage.removeItem(NAME);
