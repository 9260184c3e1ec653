/**
 * The service's own keys: random, made once, kept in the database wrapped by the operator's. So the operator's key
 * can be changed without every blind index, token and audit hash changing with it.
 */
import { randomBytes } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Tables } from '../kernel/schema';
import type { Keyring } from './keyring';

const NAMES = ['blind', 'token', 'pass', 'audit'] as const;
export type Secrets = Record<(typeof NAMES)[number], Buffer>;

const ROW = 'keys';
const SIZE = 32;

/** @throws with what to do, where the operator's key isn't the one that wrapped them */
export async function loadSecrets(db: Kysely<Tables>, keyring: Keyring): Promise<Secrets> {
  const fresh = keyring.wrap(randomBytes(SIZE * NAMES.length), ROW);
  const value = JSON.stringify({ ...fresh, print: keyring.fingerprint(fresh.kid) });
  // Whichever process comes first makes them; all read what is there then.
  await db
    .insertInto('meta')
    .values({ name: ROW, value })
    .onConflict((c) => c.doNothing())
    .execute();
  const row = await db.selectFrom('meta').select('value').where('name', '=', ROW).executeTakeFirstOrThrow();
  const stored = JSON.parse(row.value) as { kid: string; wrapped: string; print: string };
  if (keyring.fingerprint(stored.kid) !== stored.print) {
    throw new Error(
      `现有的数据是用另一把钥匙（${stored.kid}）加密的。请把原来的 YUGONG_SECRET 或数据文件夹里的 secret.key 放回来；没有它谁也读不出这些数据。`,
    );
  }
  const bytes = keyring.unwrap(stored.kid, stored.wrapped, ROW);
  if (stored.kid !== keyring.current) {
    const again = keyring.wrap(bytes, ROW);
    const renewed = JSON.stringify({ ...again, print: keyring.fingerprint(again.kid) });
    await db.updateTable('meta').set({ value: renewed }).where('name', '=', ROW).execute();
  }
  const part = (index: number) => bytes.subarray(index * SIZE, (index + 1) * SIZE);
  return Object.fromEntries(NAMES.map((name, index) => [name, part(index)])) as Secrets;
}
