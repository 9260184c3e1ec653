/** Passwords by scrypt, kept with the parameters they were hashed with, so that these can be raised later. */
import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';

export interface Cost {
  N: number;
  r: number;
  p: number;
}

/** OWASP's password storage cheat sheet (2024): 32 MB a try, thrice. */
export const COST: Cost = { N: 2 ** 15, r: 8, p: 3 };
const LENGTH = 32;

const derive = (password: string, salt: Buffer, { N, r, p }: Cost): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    // One form for what looks the same, however a keyboard composes it.
    scrypt(password.normalize('NFKC'), salt, LENGTH, { N, r, p, maxmem: 256 * N * r }, (error, key) =>
      error ? reject(error) : resolve(key),
    );
  });

/** @returns `scrypt$N$r$p$salt$hash` */
export async function hashPassword(password: string, cost: Cost = COST): Promise<string> {
  const salt = randomBytes(16);
  const hash = await derive(password, salt, cost);
  return ['scrypt', cost.N, cost.r, cost.p, salt.toString('base64url'), hash.toString('base64url')].join('$');
}

/** Of nobody: trying it takes as long as trying somebody's. */
const NOBODY = ['scrypt', COST.N, COST.r, COST.p, 'AAAAAAAAAAAAAAAAAAAAAA', 'A'.repeat(43)].join('$');

/** Is it this password? Takes its time for null, which is nobody's. */
export async function isPassword(password: string, stored: string | null): Promise<boolean> {
  const [, N, r, p, salt = '', hash = ''] = (stored ?? NOBODY).split('$');
  const cost = { N: Number(N), r: Number(r), p: Number(p) };
  const expected = Buffer.from(hash, 'base64url');
  const given = await derive(password, Buffer.from(salt, 'base64url'), cost);
  return timingSafeEqual(expected, given) && stored !== null;
}

/** Was it hashed with less than is asked for today? */
export const isWeak = (stored: string): boolean => {
  const [, N, r, p] = stored.split('$').map(Number) as [number, number, number, number];
  return N * r * p < COST.N * COST.r * COST.p;
};
