/** Ids and keys as text. */
import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { randomSlice } from './random';

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Bytes in Crockford's base 32: no letter that is mistaken for a digit. */
export function base32(bytes: Uint8Array): string {
  let text = '';
  let bits = 0;
  let value = 0;
  for (const byte of bytes) {
    value = ((value << 8) | byte) & 0xffff;
    bits += 8;
    while (bits >= 5) {
      text += CROCKFORD[(value >>> (bits - 5)) & 31];
      bits -= 5;
    }
  }
  return bits > 0 ? text + CROCKFORD[(value << (5 - bits)) & 31] : text;
}

/** 26 characters: 48 bits of time, so that new rows lie together in an index, and 80 that nobody can guess. */
export function newId(now: number): string {
  const bytes = Buffer.allocUnsafe(16);
  bytes.writeUIntBE(now, 0, 6);
  randomSlice(10).copy(bytes, 6);
  return base32(bytes);
}

export const newSecret = (bytes = 32): string => randomBytes(bytes).toString('base64url');

/** A keyed hash as text; parts are joined so that no two lists of parts read the same. */
export const keyed = (key: Buffer, ...parts: string[]): string =>
  createHmac('sha256', key)
    .update(parts.map((part) => `${part.length}:${part}`).join(''))
    .digest('base64url');

/** The first 132 bits, for what is looked up: nobody finds two alike, and an index of them is half as large. */
export const lookupKey = (key: Buffer, ...parts: string[]): string => keyed(key, ...parts).slice(0, 22);

/** Whether two secrets are alike, in a time that doesn't tell how far they are. */
export const isSameSecret = (a: string, b: string): boolean =>
  a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));

export const sha256 = (text: string | Buffer): string => createHash('sha256').update(text).digest('base64url');
