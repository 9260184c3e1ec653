/** Where somebody is signed in: made at the login, looked up at every request, over when idle, old or revoked. */
import { timingSafeEqual } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Role } from '@yugong/domain/staff-account';
import { UNATTENDED } from '@yugong/domain/staff-account/wire';
import { MINUTE, HOUR } from '@yugong/domain/time';
import { newId, newSecret, sha256 } from '../../crypto/ids';
import type { Service } from '../../kernel/context';
import type { StaffSignInRow } from '../../kernel/schema';
import { statement, type Statement } from '../../kernel/store';
import { cookieOf, writeCookie } from './cookies';
import { memberOf, type Member } from './member';

const LIFE = 14 * HOUR;
const IDLE = 30 * MINUTE;
/** A phone at the door is offline for hours; it sees masked names only. */
const DOOR_IDLE = 8 * HOUR;

const TOKEN = /^ys1\.([0-9A-HJKMNP-TV-Z]{26})\.([\w-]{43})$/;
export const COOKIE = 'yugong_staff';

export interface SignedInStaff {
  member: Member;
  signIn: StaffSignInRow;
  /** How the token came: a cookie is sent by the browser itself. */
  by: 'cookie' | 'bearer';
}

const idleOf = (roles: readonly Role[]): number => (roles.every((role) => role === 'check-in') ? DOOR_IDLE : IDLE);

/** Kind of browser and system; no more of what a browser tells is kept. */
export function agentOf(header: string | undefined): string {
  const browser = /MicroMessenger|Edg|Firefox|Chrome|Safari/.exec(header ?? '')?.[0] ?? '未知浏览器';
  const system = /Android|iPhone|iPad|Windows|Mac OS|Linux/.exec(header ?? '')?.[0] ?? '未知系统';
  return `${browser === 'Edg' ? 'Edge' : browser === 'MicroMessenger' ? '微信' : browser} · ${system}`;
}

export function newSignIn(
  { store, now }: Pick<Service, 'store' | 'now'>,
  member: Pick<Member, 'id' | 'roles'>,
  agent: string,
): { token: string; row: StaffSignInRow; statement: Statement } {
  const at = now();
  const id = newId(at);
  const secret = newSecret();
  const row: StaffSignInRow = {
    id,
    staff_id: member.id,
    secret_hash: sha256(secret),
    agent,
    idle: idleOf(member.roles),
    created_at: at,
    seen_at: at,
    expires_at: at + LIFE,
    revoked_at: null,
    confirmed_at: null,
  };
  return {
    token: `ys1.${id}.${secret}`,
    row,
    statement: statement(store.read.insertInto('staff_sign_ins').values(row)),
  };
}

/** Is it still good? */
export const isLive = (row: StaffSignInRow, now: number): boolean =>
  row.revoked_at === null && row.expires_at > now && row.seen_at + row.idle > now;

function tokenOf(request: FastifyRequest): { token: string; by: SignedInStaff['by'] } | null {
  const [, bearer] = /^Bearer (\S{1,200})$/.exec(request.headers.authorization ?? '') ?? [];
  if (bearer) return { token: bearer, by: 'bearer' };
  const cookie = cookieOf(request, COOKIE);
  return cookie === undefined ? null : { token: cookie, by: 'cookie' };
}

/** Who asks; null where nobody does, or nobody any more. Reads nothing that a gateway may have set. */
export async function signedIn(
  service: Pick<Service, 'store' | 'keyring' | 'now'>,
  request: FastifyRequest,
): Promise<SignedInStaff | null> {
  const found = tokenOf(request);
  const parts = TOKEN.exec(found?.token ?? '');
  if (!found || !parts) return null;
  const { read } = service.store;
  const signIn = await read
    .selectFrom('staff_sign_ins')
    .selectAll()
    .where('id', '=', parts[1] as string)
    .executeTakeFirst();
  const now = service.now();
  if (!signIn || !isLive(signIn, now)) return null;
  if (!timingSafeEqual(Buffer.from(signIn.secret_hash), Buffer.from(sha256(parts[2] as string)))) return null;
  const row = await read.selectFrom('staff').selectAll().where('id', '=', signIn.staff_id).executeTakeFirst();
  const member = row?.state === 'active' ? await memberOf(service, row) : null;
  if (!member) return null;
  // Not at every request: a minute more or less is no matter.
  if (now - signIn.seen_at > MINUTE && request.headers[UNATTENDED] === undefined) {
    const seen = read.updateTable('staff_sign_ins').set({ seen_at: now }).where('id', '=', signIn.id);
    await service.store.write([statement(seen)]);
  }
  return { member, signIn, by: found.by };
}

/** Ends sign-ins of somebody: one, all, or all but one. */
export function endSignIns(
  { store, now }: Pick<Service, 'store' | 'now'>,
  staffId: string,
  { only, but }: { only?: string; but?: string } = {},
): Statement {
  let update = store.read
    .updateTable('staff_sign_ins')
    .set({ revoked_at: now() })
    .where('staff_id', '=', staffId)
    .where('revoked_at', 'is', null);
  if (only !== undefined) update = update.where('id', '=', only);
  if (but !== undefined) update = update.where('id', '!=', but);
  return statement(update);
}

/** Puts the token into the browser's cookie, or takes it away. */
export const setCookie = (reply: FastifyReply, token: string | null): void => writeCookie(reply, COOKIE, token, LIFE);

/** How long after password and code were given anew something that gives power may be done. */
const CONFIRMED = 5 * MINUTE;

/** Until when a sign-in may do what gives power, in milliseconds; null where password and code must be given anew. */
export function confirmedUntil({ confirmed_at: at }: Pick<StaffSignInRow, 'confirmed_at'>, now: number): number | null {
  const until = at === null ? now : Number(at) + CONFIRMED;
  return until > now ? until : null;
}
