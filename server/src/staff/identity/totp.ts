/** Codes of an authenticator app (RFC 6238), each good once. */
import { Secret, TOTP } from 'otpauth';

const PERIOD = 30;
/** A code typed at its end arrives in the next step; clocks go wrong by seconds. */
const WINDOW = 1;

const totpOf = (username: string, secret: string): TOTP =>
  new TOTP({ issuer: '渝工随行', label: username, secret: Secret.fromBase32(secret), digits: 6, period: PERIOD });

export const newTotpSecret = (): string => new Secret({ size: 20 }).base32;

export const totpUri = (username: string, secret: string): string => totpOf(username, secret).toString();

/**
 * The time step a code belongs to; null where it is wrong, or was used (steps up to `used`), which `isUsed` tells apart.
 *
 * @param now milliseconds since the epoch
 */
export function stepOf(
  secret: string,
  code: string,
  { now, used }: { now: number; used: number },
): { step: number | null; isUsed: boolean } {
  const delta = totpOf('', secret).validate({ token: code, timestamp: now, window: WINDOW });
  if (delta === null) return { step: null, isUsed: false };
  const step = Math.floor(now / 1000 / PERIOD) + delta;
  return step > used ? { step, isUsed: false } : { step: null, isUsed: true };
}
