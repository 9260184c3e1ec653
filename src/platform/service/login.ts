/**
 * Who this phone is to the service: an account without a name. Made when something is first sent or asked for
 * that belongs to somebody, never for reading.
 */
import * as v from 'valibot';
import { MINUTE } from '@yugong/domain/time';
import type { Ask, Reply } from '../request';
import { isSinglePage } from '../scene';
import { serviceNow } from '../service-time';
import { forget, load, save, stored, type Login } from '../storage';
import { hasService, identify, reach } from './reach';

const LoginAnswer = v.object({
  token: v.string(),
  expiresAt: v.string(),
  renewal: v.string(),
  renewalExpiresAt: v.string(),
});

/** A token that ends while the request is on its way is no use. */
const MARGIN_MS = MINUTE;

/** Was there ever anything sent from this phone? */
export const hasLogin = (): boolean => load(stored.login) !== null || load(stored.gatewayLogin);

/** Forgets the account on this phone. What the service keeps is not touched. */
export function forgetLogin(): void {
  forget(stored.login);
  forget(stored.gatewayLogin);
}

function loginIn(reply: Reply): Login | null {
  const parsed = reply.kind === 'answered' ? v.safeParse(LoginAnswer, reply.data) : null;
  if (!parsed?.success) return null;
  const { token, expiresAt, renewal } = parsed.output;
  return { token, expiresAt: Date.parse(expiresAt), renewal };
}

function keep(reply: Reply): Login | null {
  const login = loginIn(reply);
  if (login) save(stored.login, login);
  return login;
}

const renew = ({ renewal }: Login): Promise<Reply> =>
  reach({ method: 'POST', path: '/api/v1/login/renew', headers: { authorization: `Bearer ${renewal}` } });

const isRefused = (reply: Reply): boolean => reply.kind === 'problem' && reply.problem.status === 401;
const over = { kind: 'answered', status: 204, data: null } as const;

/**
 * Ends a login on the service, whoever is logged in on this phone by then; it never makes a login. One that the
 * service no longer knows has ended. Asked again after a lost answer it ends as well: the renewal that was given is
 * either still good or ends the login by being used twice.
 *
 * @returns answered once the login is over
 */
export async function endLogin(login: Login, key: string): Promise<Reply> {
  const end = (token: string): Promise<Reply> =>
    reach({
      method: 'DELETE',
      path: '/api/v1/login',
      headers: { authorization: `Bearer ${token}`, 'idempotency-key': key },
    });
  if (login.expiresAt > serviceNow()) {
    const reply = await end(login.token);
    if (!isRefused(reply)) return reply;
  }
  const renewed = await renew(login);
  if (isRefused(renewed)) return over;
  const current = loginIn(renewed);
  if (!current) return renewed.kind === 'answered' ? unexpected : renewed;
  const reply = await end(current.token);
  return isRefused(reply) ? over : reply;
}

async function enter(): Promise<Reply> {
  const identity = await identify();
  // The gateway says who is asking.
  if (!identity) return { kind: 'answered', status: 200, data: null };
  const reply = await reach({ method: 'POST', ...identity });
  // A service without WeChat's keys, as on a developer's machine, still takes a phone without a name.
  if (reply.kind === 'problem' && reply.problem.code === 'wechat-not-configured')
    return reach({ method: 'POST', path: '/api/v1/login/device' });
  return reply;
}

type Entered = { token: string | null } | Exclude<Reply, { kind: 'answered' }>;

async function token(): Promise<Entered> {
  const login = load(stored.login);
  if (login && login.expiresAt - MARGIN_MS > serviceNow()) return { token: login.token };
  if (login) {
    const renewed = await renew(login);
    // Whoever logged out meanwhile stays so.
    if (load(stored.login) === null) return unexpected;
    const kept = keep(renewed);
    if (kept) return { token: kept.token };
    // Only a clear no ends an account's login; a dead network doesn't.
    if (renewed.kind !== 'problem') return renewed.kind === 'no-answer' ? renewed : unexpected;
    if (renewed.problem.status !== 401) return renewed;
    forgetLogin();
  }
  const reply = await enter();
  if (reply.kind !== 'answered') return reply;
  if (reply.data === null) {
    save(stored.gatewayLogin, true);
    return { token: null };
  }
  const kept = keep(reply);
  return kept ? { token: kept.token } : unexpected;
}

const unexpected = { kind: 'no-answer', reason: 'network' } as const;

const isSignUp = /^POST .*\/registrations$/;

/** It outlives the login: whoever signs out and in again is the same phone. By chance, so it says nothing of it. */
function deviceId(): string {
  const known = load(stored.device);
  if (known !== null) return known;
  const part = (): string => Math.floor(Math.random() * 2 ** 32).toString(36);
  const made = Array.from({ length: 4 }, () => part().padStart(7, '0')).join('-');
  save(stored.device, made);
  return made;
}

let entering: Promise<Entered> | null = null;

/** One login for everyone who asks meanwhile. */
function enteredOnce(): Promise<Entered> {
  entering ??= token()
    .catch((): Entered => unexpected)
    .finally(() => {
      entering = null;
    });
  return entering;
}

/**
 * Asks as this phone's account, logging in where needed, once more where the service has forgotten the login.
 *
 * @example const reply = await asMe({ path: '/api/v1/me/registrations' });
 */
export const asMe: Ask = async (options) => {
  // Nobody to log in with, so WeChat isn't asked for a code either; alone in the timeline it gives none.
  if (!hasService) return reach(options);
  if (isSinglePage()) return unexpected;
  for (let tries = 1; ; tries += 1) {
    const entered = await enteredOnce();
    if (!('token' in entered)) return entered;
    const headers = {
      ...options.headers,
      ...(entered.token === null ? {} : { authorization: `Bearer ${entered.token}` }),
      ...(isSignUp.test(`${options.method} ${options.path}`) ? { 'x-yugong-device': deviceId() } : {}),
    };
    const reply = await reach({ ...options, headers });
    const refused = reply.kind === 'problem' && reply.problem.status === 401;
    if (!refused || tries === 2) return reply;
    expire(entered.token);
  }
};

/** The token is no good whatever its date says; the renewal may be. */
function expire(token: string | null): void {
  const login = load(stored.login);
  if (login && login.token === token) save(stored.login, { ...login, expiresAt: 0 });
}
