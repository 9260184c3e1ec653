/** Signing in: a name, a password, and a code that is good once. What was wrong is never said. */
import { timingSafeEqual } from 'node:crypto';
import type { LoginRequest, SetupRequest } from '@yugong/domain/staff-account/wire';
import { ApiProblem } from '../../kernel/problem';
import { sha256 } from '../../crypto/ids';
import type { Service } from '../../kernel/context';
import type { StaffSignInRow } from '../../kernel/schema';
import { statement, type AuditEntry } from '../../kernel/store';
import { memberOf, type Member } from './member';
import { hashPassword, isPassword, isWeak } from './passwords';
import { newSignIn } from './sign-ins';
import { stepOf, totpUri } from './totp';
import { forgetTries, takeTry } from './tries';

export type LoggedIn =
  | { next: 'code' }
  | { next: 'enrol'; secret: string; uri: string }
  | { next: 'done'; member: Member; signIn: StaffSignInRow; token: string };

/** Where somebody signs in from. */
export interface SignInOrigin {
  /** The browser in words, see `agentOf`. */
  agent: string;
  /** Whose passwords are hashed at once are counted by it, see `networkOf`. */
  network: string;
}

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

/** Writes the sign-in, where the code's step has not been used at this very moment by another request. */
async function enter(
  service: Service,
  member: Member,
  step: number,
  agent: string,
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
    [statement(use, 1), signIn.statement, forgetTries(service, member.username)],
    [entry],
  );
  if (!written.done) throw failed();
  return { next: 'done', member, signIn: signIn.row, token: signIn.token };
}

/** @throws `staff-login-failed`, `staff-locked` */
export async function login(
  service: Service,
  { username, password, code }: LoginRequest,
  { agent, network }: SignInOrigin,
): Promise<LoggedIn> {
  await takeTry(service, username);
  const member = await find(service, username);
  const isRight = await isPassword(password, member?.state === 'active' ? member.row.password : null, network);
  if (!member || !isRight) throw failed();
  // Raised parameters reach everybody who signs in.
  const stored = member.row.password as string;
  const change = isWeak(stored) ? { password: await hashPassword(password, network) } : {};
  if (member.totp === null) return enter(service, member, member.row.totp_step, agent, change);
  if (code === undefined) return { next: 'code' };
  const step = stepOf(member.totp, code, { now: service.now(), used: member.row.totp_step });
  if (step === null) throw failed();
  return enter(service, member, step, agent, change);
}

/** The first time: with the one-time secret, which is used up by it. */
export async function setUp(
  service: Service,
  { username, setup, password, code }: SetupRequest,
  { agent, network }: SignInOrigin,
): Promise<LoggedIn> {
  await takeTry(service, username);
  const member = await find(service, username);
  const { setup_hash: hash = null, setup_until: until = null } = member?.row ?? {};
  const isRight = hash !== null && timingSafeEqual(Buffer.from(hash), Buffer.from(sha256(setup)));
  if (!member || !isRight || (until ?? 0) <= service.now() || member.totp === null) throw failed();
  if (password === undefined || code === undefined)
    return { next: 'enrol', secret: member.totp, uri: totpUri(username, member.totp) };
  const step = stepOf(member.totp, code, { now: service.now(), used: member.row.totp_step });
  if (step === null) throw new ApiProblem('invalid', [{ pointer: '/code', code: 'code' }]);
  const change = {
    state: 'active' as const,
    password: await hashPassword(password, network),
    setup_hash: null,
    setup_until: null,
  };
  return enter(service, { ...member, state: 'active' }, step, agent, change);
}

/** @throws `staff-login-failed` */
export async function changePassword(
  service: Pick<Service, 'store' | 'secrets' | 'now'>,
  member: Member,
  { password, next, code }: { password: string; next: string; code: string },
): Promise<Partial<Member['row']> & { totp_step: number }> {
  await takeTry(service, member.username);
  const isRight = await isPassword(password, member.row.password, member.id);
  const step = member.totp && stepOf(member.totp, code, { now: service.now(), used: member.row.totp_step });
  if (!isRight || typeof step !== 'number') throw failed();
  return { password: await hashPassword(next, member.id), totp_step: step };
}
