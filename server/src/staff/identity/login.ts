/** Signing in: a name, a password, and a code that is good once. What was wrong is never said. */
import { timingSafeEqual } from 'node:crypto';
import type { LoginRequest, SetupRequest } from '@yugong/domain/staff-account/wire';
import { ApiProblem } from '../../kernel/problem';
import { sha256 } from '../../crypto/ids';
import type { Service } from '../../kernel/context';
import type { StaffSignInRow } from '../../kernel/schema';
import { statement, type AuditEntry } from '../../kernel/store';
import { tidySetupCode } from './invite';
import { memberOf, type Member } from './member';
import { hashPassword, isPassword, isWeak, refusedPassword } from './passwords';
import { newSignIn } from './sign-ins';
import { stepOf, totpUri } from './totp';
import { forgetTries, takeTry, type TrySource } from './tries';

export type LoggedIn =
  | { next: 'code' }
  | { next: 'enrol'; secret: string; uri: string }
  | { next: 'done'; member: Member; signIn: StaffSignInRow; token: string };

const failed = (): ApiProblem => new ApiProblem('staff-login-failed');

export const staffEntry = (
  actor: string,
  action: string,
  subject: string | null,
  detail: AuditEntry['detail'] = {},
): AuditEntry => ({
  actor: `staff:${actor}`,
  action,
  subject,
  detail,
});

async function find({ store, keyring }: Service, username: string): Promise<Member | null> {
  const row = await store.read.selectFrom('staff').selectAll().where('username', '=', username).executeTakeFirst();
  return row ? memberOf({ store, keyring }, row) : null;
}

/** Where somebody signs in from. */
export interface Entrance {
  /** The browser in words, see `agentOf`. */
  agent: string;
  /** Whose wrong tries are counted together. */
  source: TrySource;
  /** Whose passwords are hashed at once are counted by it, see `networkOf`. */
  network: string;
}

/** Writes the sign-in, where the code's step has not been used at this very moment by another request. */
async function enter(
  service: Service,
  member: Member,
  step: number,
  { agent, source }: Entrance,
  change: Partial<Member['row']> = {},
): Promise<LoggedIn> {
  const { store } = service;
  const signIn = newSignIn(service, member, agent);
  const use = store.read
    .updateTable('staff')
    .set({ totp_step: step, ...change })
    .where('id', '=', member.id)
    .where('totp_step', member.totp === null ? '<=' : '<', step);
  const entry = staffEntry(member.id, 'staff.signed-in', member.id, { agent });
  const written = await store.write(
    [statement(use, 1), signIn.statement, forgetTries(service, member.username, source)],
    [entry],
  );
  if (!written.done) throw failed();
  return { next: 'done', member, signIn: signIn.row, token: signIn.token };
}

/** @throws `staff-login-failed`, `staff-locked` */
export async function login(
  service: Service,
  { username, password, code }: LoginRequest,
  entrance: Entrance,
): Promise<LoggedIn> {
  await takeTry(service, username, entrance.source);
  const member = await find(service, username);
  const isRight = await isPassword(password, member?.state === 'active' ? member.row.password : null, entrance.network);
  if (!member || !isRight) throw failed();
  // Raised parameters reach everybody who signs in.
  const stored = member.row.password as string;
  const change = isWeak(stored) ? { password: await hashPassword(password, entrance.network) } : {};
  if (member.totp === null) return enter(service, member, member.row.totp_step, entrance, change);
  if (code === undefined) return { next: 'code' };
  return enter(service, member, stepOfCode(service, member.totp, member, code), entrance, change);
}

/**
 * The time step of a code. Whoever got here knows the password, and may hear that the code was right and is used up.
 *
 * @throws `staff-code-used`, `staff-login-failed`
 */
function stepOfCode({ now }: Pick<Service, 'now'>, secret: string, { row }: Member, code: string): number {
  const { step, isUsed } = stepOf(secret, code, { now: now(), used: row.totp_step });
  if (step === null) throw isUsed ? new ApiProblem('staff-code-used') : failed();
  return step;
}

/** The first time: with the one-time secret, which is used up by it. */
export async function setUp(
  service: Service,
  { username, setup, password, code }: SetupRequest,
  entrance: Entrance,
): Promise<LoggedIn> {
  await takeTry(service, username, entrance.source);
  const member = await find(service, username);
  const { setup_hash: hash = null, setup_until: until = null } = member?.row ?? {};
  const isRight = hash !== null && timingSafeEqual(Buffer.from(hash), Buffer.from(sha256(tidySetupCode(setup))));
  if (!member || !isRight || (until ?? 0) <= service.now() || member.totp === null) throw failed();
  if (password === undefined || code === undefined)
    return { next: 'enrol', secret: member.totp, uri: totpUri(username, member.totp) };
  await mustBeAcceptable(password, member, '/password');
  const { step, isUsed } = stepOf(member.totp, code, { now: service.now(), used: member.row.totp_step });
  if (step === null) throw new ApiProblem('invalid', [{ pointer: '/code', code: isUsed ? 'code-used' : 'code' }]);
  const change = {
    state: 'active' as const,
    password: await hashPassword(password, entrance.network),
    setup_hash: null,
    setup_until: null,
  };
  return enter(service, { ...member, state: 'active' }, step, entrance, change);
}

async function mustBeAcceptable(password: string, member: Member, pointer: string): Promise<void> {
  const code = await refusedPassword(password, member);
  if (code !== null) throw new ApiProblem('invalid', [{ pointer, code }]);
}

/**
 * Proves that whoever uses a sign-in is its owner: her password, and a code that wasn't used before. A demo's account
 * has no authenticator.
 *
 * @param signInId whose tries they are, so that nobody else's wrong ones stand in the way
 * @returns the time step of the code, which the caller writes as used
 * @throws `staff-login-failed`, `staff-locked`
 */
export async function proveOwner(
  service: Pick<Service, 'store' | 'secrets' | 'now'>,
  member: Member,
  { password, code, signInId }: { password: string; code: string | undefined; signInId: string },
): Promise<number> {
  await takeTry(service, member.username, { kind: 'sign-in', id: signInId });
  const isRight = await isPassword(password, member.row.password, member.id);
  if (!isRight) throw failed();
  if (member.totp === null) return member.row.totp_step;
  return stepOfCode(service, member.totp, member, code ?? '');
}

/**
 * What changes with a new password.
 *
 * @throws `staff-login-failed`, `staff-locked`, `invalid` where the new one is too common or has the owner's name in it
 */
export async function changePassword(
  service: Pick<Service, 'store' | 'secrets' | 'now'>,
  member: Member,
  { password, next, code, signInId }: { password: string; next: string; code: string; signInId: string },
): Promise<Partial<Member['row']> & { totp_step: number }> {
  const step = await proveOwner(service, member, { password, code, signInId });
  await mustBeAcceptable(next, member, '/next');
  return { password: await hashPassword(next, member.id), totp_step: step };
}
