/** AES-256-GCM: `iv | tag | ciphertext` in base64url. The context is authenticated, so a value moved to another row is refused. */
import { createCipheriv, createDecipheriv } from 'node:crypto';
import { randomSlice } from './random';

const IV = 12;
const TAG = 16;

export function seal(key: Buffer, plain: string | Buffer, context: string): string {
  const iv = randomSlice(IV);
  const cipher = createCipheriv('aes-256-gcm', key, iv);
  cipher.setAAD(Buffer.from(context));
  const body = Buffer.concat([cipher.update(plain as string, 'utf8'), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64url');
}

/** @throws where the key, the text or the context is not the one it was sealed with */
export function unseal(key: Buffer, sealed: string, context: string): Buffer {
  const bytes = Buffer.from(sealed, 'base64url');
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, IV));
  decipher.setAAD(Buffer.from(context));
  decipher.setAuthTag(bytes.subarray(IV, IV + TAG));
  return Buffer.concat([decipher.update(bytes.subarray(IV + TAG)), decipher.final()]);
}
