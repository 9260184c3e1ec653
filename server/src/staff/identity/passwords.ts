/**
 * Which passwords are taken, and how they are kept: by scrypt, with the parameters they were hashed with, so that these
 * can be raised later.
 */
import { randomBytes, scrypt, timingSafeEqual, type ScryptOptions } from 'node:crypto';
import { WorkerPool } from '../../kernel/worker-pool';

export interface Cost {
  N: number;
  r: number;
  p: number;
}

/** OWASP's password storage cheat sheet (2024): 32 MB a try, thrice. */
export const COST: Cost = { N: 2 ** 15, r: 8, p: 3 };
const LENGTH = 32;

/** What the thread is asked. */
export interface HashRequest {
  password: string;
  salt: Uint8Array;
  length: number;
  options: ScryptOptions;
}

/** One thread: a flood of wrong passwords takes one of the machine's processors, and waits in its own queue. */
const pool = new WorkerPool<HashRequest, Uint8Array>({
  thread: { folder: __dirname, name: 'password-worker' },
  threads: 1,
  limits: { maxOldGenerationSizeMb: 64 },
  // As many as a name allows within its time.
  perPerson: 8,
  queue: 60,
  timeout: 20_000,
});

/** The service itself, which needn't wait behind anybody. */
export const BY_THE_SERVICE = null;

const derive = (password: string, salt: Buffer, { N, r, p }: Cost, person: string | null): Promise<Uint8Array> => {
  // One form for what looks the same, however a keyboard composes it.
  const request = { password: password.normalize('NFKC'), salt, length: LENGTH };
  const options = { N, r, p, maxmem: 256 * N * r };
  if (person !== BY_THE_SERVICE) return pool.run(person, { ...request, options });
  return new Promise((resolve, reject) => {
    scrypt(request.password, salt, LENGTH, options, (error, key) => (error ? reject(error) : resolve(key)));
  });
};

/**
 * @param person whose limit of hashes under way it counts for: a member's id, a network, or {@link BY_THE_SERVICE}
 * @returns `scrypt$N$r$p$salt$hash`
 * @throws ApiProblem where too many are under way
 */
export async function hashPassword(password: string, person: string | null, cost: Cost = COST): Promise<string> {
  const salt = randomBytes(16);
  const hash = Buffer.from(await derive(password, salt, cost, person));
  return ['scrypt', cost.N, cost.r, cost.p, salt.toString('base64url'), hash.toString('base64url')].join('$');
}

/** Of nobody: trying it takes as long as trying somebody's. */
const NOBODY = ['scrypt', COST.N, COST.r, COST.p, 'AAAAAAAAAAAAAAAAAAAAAA', 'A'.repeat(43)].join('$');

/**
 * Is it this password? Takes its time for null, which is nobody's.
 *
 * @param person as of {@link hashPassword}
 * @throws ApiProblem where too many are under way
 */
export async function isPassword(password: string, stored: string | null, person: string | null): Promise<boolean> {
  const [, N, r, p, salt = '', hash = ''] = (stored ?? NOBODY).split('$');
  const cost = { N: Number(N), r: Number(r), p: Number(p) };
  const expected = Buffer.from(hash, 'base64url');
  const given = await derive(password, Buffer.from(salt, 'base64url'), cost, person);
  return timingSafeEqual(expected, given) && stored !== null;
}

/** What a password is without the case, the digits and the signs that people add to a common one. */
const core = (password: string): string => password.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');

/** One of these written several times over is as easily guessed. */
const unitOf = (password: string): string => /^(.+?)\1+$/su.exec(password)?.[1] ?? password;

/**
 * Why a password isn't taken: it is one of the commonest (the list of zxcvbn-ts, some 49,000 of which the first are the
 * 10,000 commonest), alone, repeated, or with digits and signs around it; or its owner's name is in it.
 *
 * @returns a code of `fieldFaults`; null where nothing speaks against it
 */
export async function refusedPassword(
  password: string,
  { username, name }: { username: string; name: string },
): Promise<'password-common' | 'password-own-name' | null> {
  const given = password.normalize('NFKC').toLowerCase();
  if ([username, name].some((one) => one.length > 1 && given.includes(one.normalize('NFKC').toLowerCase())))
    return 'password-own-name';
  // Loaded when somebody sets a password: the service starts without it.
  const { dictionary } = await import('@zxcvbn-ts/language-common');
  const common = new Set(dictionary['passwords-common']);
  const forms = [given, core(given)].flatMap((one) => [one, unitOf(one)]);
  return forms.some((one) => common.has(one)) ? 'password-common' : null;
}

/** Was it hashed with less than is asked for today? */
export const isWeak = (stored: string): boolean => {
  const [, N, r, p] = stored.split('$').map(Number) as [number, number, number, number];
  return N * r * p < COST.N * COST.r * COST.p;
};
