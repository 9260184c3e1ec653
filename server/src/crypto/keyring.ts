/**
 * The operator's keys, from `YUGONG_SECRET` (`id:base64`, several separated by commas, the first is used for
 * what is new) or from a file made on first start. They only wrap other keys, so that changing them is quick.
 */
import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { defined } from '@yugong/domain/narrow';
import { makePrivate } from '../kernel/private-file';
import { keyed } from './ids';
import { seal, unseal } from './sealing';

export interface Keyring {
  /** Id of the key that wraps what is new. */
  current: string;
  wrap(plain: Buffer, context: string): { kid: string; wrapped: string };
  /** @throws where the key is not on the ring */
  unwrap(kid: string, wrapped: string, context: string): Buffer;
  /** Tells a key from another without giving it away. */
  fingerprint(kid: string): string | null;
}

const HOW =
  '请先生成一把：openssl rand -base64 32，然后设 YUGONG_SECRET=k1:<那一串>。要换钥匙时把新的写在前面：YUGONG_SECRET=k2:<新>,k1:<旧>。';

/** Values from examples and habits; nobody's data is safe under them. */
const KNOWN = /^(change-?me|secret-?key|password|default|example)/i;

/** @throws with what to do, in the operator's language */
export function readKeyring(secret: string): Keyring {
  const keys = new Map<string, Buffer>();
  for (const part of secret.split(',')) {
    const [, id = 'k1', text = ''] = /^(?:([a-z0-9]{1,16}):)?(.*)$/s.exec(part.trim()) ?? [];
    const key = Buffer.from(text, 'base64');
    if (KNOWN.test(text) || key.length < 32 || new Set(key).size < 16) {
      throw new Error(`YUGONG_SECRET 里的钥匙 ${id} 太弱或是示例值。${HOW}`);
    }
    if (keys.has(id)) throw new Error(`YUGONG_SECRET 里有两把叫 ${id} 的钥匙。${HOW}`);
    keys.set(id, createHash('sha256').update('yugong-wrap').update(key).digest());
  }
  const current = defined([...keys.keys()][0]);
  const keyOf = (kid: string): Buffer => {
    const key = keys.get(kid);
    if (!key) throw new Error(`没有钥匙 ${kid}：它加密过现有的数据，请把它放回 YUGONG_SECRET。`);
    return key;
  };
  return {
    current,
    wrap: (plain, context) => ({ kid: current, wrapped: seal(keyOf(current), plain, context) }),
    unwrap: (kid, wrapped, context) => unseal(keyOf(kid), wrapped, context),
    fingerprint: (kid) => (keys.has(kid) ? keyed(keyOf(kid), 'fingerprint').slice(0, 12) : null),
  };
}

/** The ring for this start: given, or from the data folder's file (made 0600 where there is none). */
export function loadKeyring({
  secret,
  dataDir,
  production,
}: {
  secret?: string;
  dataDir: string;
  production: boolean;
}): Keyring {
  if (secret) return readKeyring(secret);
  if (production) throw new Error(`正式运行（NODE_ENV=production）要自带钥匙。${HOW}`);
  const file = path.join(dataDir, 'secret.key');
  if (!existsSync(file)) {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    // 'wx': two first starts at once must not overwrite each other's key.
    writeFileSync(file, `k1:${randomBytes(32).toString('base64')}\n`, { mode: 0o600, flag: 'wx' });
  }
  makePrivate(file);
  return readKeyring(readFileSync(file, 'utf8').trim());
}
