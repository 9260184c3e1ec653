/** Accounts, their keys and their logins. */
import { randomBytes } from 'node:crypto';
import { MINUTE, HOUR, DAY } from '@yugong/domain/time';
import { isSameSecret, keyed, newId, newSecret, sha256 } from '../crypto/ids';
import { seal, unseal } from '../crypto/sealing';
import type { Account } from '../kernel/account';
import type { Service } from '../kernel/context';
import type { LoginRow } from '../kernel/schema';
import { statement, type AuditEntry, type Statement } from '../kernel/store';

export interface LoginAnswer {
  /** Sent as `Authorization: Bearer`; good for two hours. */
  token: string;
  expiresAt: number;
  /** Gets the next token and the next renewal, once. */
  renewal: string;
  renewalExpiresAt: number;
}

const ACCESS = 2 * HOUR;
/** A login lives on so long from its last use. */
export const RENEWAL = 400 * DAY;
const ACCESS_TOKEN = /^ya1\.([0-9A-Z]{26})\.([0-9a-z]{8,10})\.([\w-]{43})$/;
const RENEWAL_TOKEN = /^yr1\.([0-9A-Z]{26})\.([\w-]{43})$/;
const NEXT_RENEWAL_TOKEN = /^yr2\.([0-9A-Z]{26})\.(\d{1,9})\.([\w-]{43})$/;

export const accountOf = (
  { keyring }: Pick<Service, 'keyring'>,
  login: { account_id: string; id: string | null; kid: string; wrapped: string },
): Account => {
  const key = keyring.unwrap(login.kid, login.wrapped, login.account_id);
  return {
    id: login.account_id,
    loginId: login.id,
    seal: (plain, context) => seal(key, plain, `${context}|${login.account_id}`),
    unseal: (sealed, context) => unseal(key, sealed, `${context}|${login.account_id}`).toString('utf8'),
  };
};

const accessToken = ({ secrets }: Service, loginId: string, expiresAt: number): string => {
  const until = expiresAt.toString(36);
  return `ya1.${loginId}.${until}.${keyed(secrets.token, 'access', loginId, until)}`;
};

/** An account by its id, for what is sealed for its owner by others; null where it is gone. */
export async function accountById(
  { store, keyring }: Pick<Service, 'store' | 'keyring'>,
  id: string,
): Promise<Account | null> {
  const key = await store.read
    .selectFrom('account_keys')
    .select(['account_id', 'kid', 'wrapped'])
    .where('account_id', '=', id)
    .executeTakeFirst();
  return key ? accountOf({ keyring }, { ...key, id: null }) : null;
}

/** The account behind a token; null where it is false, over or revoked. */
export async function accountByToken(service: Service, token: string): Promise<Account | null> {
  const parts = ACCESS_TOKEN.exec(token);
  if (!parts) return null;
  const [, loginId, until, proof] = parts as unknown as [string, string, string, string];
  if (!isSameSecret(proof, keyed(service.secrets.token, 'access', loginId, until))) return null;
  if (parseInt(until, 36) <= service.now()) return null;
  const login = await service.store.login(loginId);
  return login && login.revoked_at === null ? accountOf(service, login) : null;
}

/** A renewal token of a login: each renewal gives the next of the series, and only the service can make one. */
const renewalToken = ({ secrets }: Pick<Service, 'secrets'>, loginId: string, serial: number): string =>
  `yr2.${loginId}.${serial}.${keyed(secrets.token, 'renewal', loginId, String(serial))}`;

type RenewalRow = Pick<LoginRow, 'renewal_hash' | 'renewal_serial' | 'renewal_previous' | 'renewed_at'>;

/** Which of a login's series a token is; null where it is none. The first of a series is random, and 0. */
function serialOf(service: Service, token: string, loginId: string, { renewal_hash }: RenewalRow): number | null {
  if (RENEWAL_TOKEN.test(token)) return isSameSecret(renewal_hash, sha256(token)) ? 0 : null;
  const serial = Number(NEXT_RENEWAL_TOKEN.exec(token)?.[2] ?? NaN);
  return Number.isSafeInteger(serial) && isSameSecret(token, renewalToken(service, loginId, serial)) ? serial : null;
}

/** Which login a renewal token says it is of; null where it is none. Whether it is right is {@link renew}'s to say. */
export const loginIdIn = (token: string): string | null =>
  (RENEWAL_TOKEN.exec(token) ?? NEXT_RENEWAL_TOKEN.exec(token))?.[1] ?? null;

/** An answer that was lost is given again for so long, so that two tabs that ask at once get the same. */
const SAME_ANSWER = MINUTE;

/**
 * A new token for a login, which lives on as long as it is used, and the next renewal.
 *
 * The last renewal but one is still good while its successor was never used: an answer that got lost costs nobody their
 * account. Any older one was used up, so somebody has a copy: the login ends, for whoever holds any of its tokens.
 *
 * @returns null where the token is false, over, revoked or used up
 */
export async function renew(service: Service, token: string): Promise<LoginAnswer | null> {
  const loginId = loginIdIn(token);
  const login = loginId === null ? undefined : await service.store.login(loginId);
  const now = service.now();
  if (!login || login.revoked_at !== null || login.expires_at <= now) return null;
  const { read } = service.store;
  const row = await read
    .selectFrom('logins')
    .select(['renewal_hash', 'renewal_serial', 'renewal_previous', 'renewed_at'])
    .where('id', '=', login.id)
    .executeTakeFirstOrThrow();
  const serial = serialOf(service, token, login.id, row);
  if (serial === null) return null;
  const { renewal_serial: latest, renewal_previous: previous, renewed_at: renewedAt } = row;
  if (serial !== latest && serial !== previous) {
    await revoke(service, login.id, login.account_id);
    return null;
  }
  const isRepeated = serial !== latest && renewedAt !== null && now - Number(renewedAt) < SAME_ANSWER;
  const next = isRepeated ? latest : latest + 1;
  const renewalExpiresAt = now + RENEWAL;
  if (!isRepeated) {
    const update = read
      .updateTable('logins')
      .set({ renewal_serial: next, renewal_previous: serial, renewed_at: now, expires_at: renewalExpiresAt })
      .where('id', '=', login.id)
      .where('renewal_serial', '=', latest);
    // Asked twice at once: the other has been given the next one, and so is this.
    if (!(await service.store.write([statement(update, 1)])).done) return renew(service, token);
  }
  const expiresAt = now + ACCESS;
  return {
    token: accessToken(service, login.id, expiresAt),
    expiresAt,
    renewal: renewalToken(service, login.id, next),
    renewalExpiresAt,
  };
}

/** Ends a login with all its tokens. */
export async function revoke(service: Service, loginId: string, accountId: string): Promise<void> {
  const { store, now } = service;
  const update = store.read.updateTable('logins').set({ revoked_at: now() }).where('id', '=', loginId);
  await store.write([statement(update)], [audit(accountId, 'login.revoked')]);
}

export const audit = (accountId: string, action: string, detail: AuditEntry['detail'] = {}): AuditEntry => ({
  actor: `account:${accountId}`,
  action,
  subject: accountId,
  detail,
});

function newAccount({ store, keyring, now }: Service, kind: 'device' | 'wechat', subject: string | null) {
  const id = newId(now());
  const { read } = store;
  const insert = read.insertInto('accounts').values({ id, kind, subject, created_at: now() });
  const key = { account_id: id, ...keyring.wrap(randomBytes(32), id) };
  const statements: Statement[] = [
    statement(
      insert.onConflict((c) => c.doNothing()),
      1,
    ),
    statement(read.insertInto('account_keys').values(key)),
  ];
  return { id, key, statements };
}

function newLogin(service: Service, accountId: string): { answer: LoginAnswer; statement: Statement } {
  const now = service.now();
  const id = newId(now);
  const renewal = `yr1.${id}.${newSecret()}`;
  const [expiresAt, renewalExpiresAt] = [now + ACCESS, now + RENEWAL];
  const row = {
    id,
    account_id: accountId,
    renewal_hash: sha256(renewal),
    created_at: now,
    expires_at: renewalExpiresAt,
    revoked_at: null,
    renewal_serial: 0,
    renewal_previous: null,
    renewed_at: null,
  };
  return {
    answer: { token: accessToken(service, id, expiresAt), expiresAt, renewal, renewalExpiresAt },
    statement: statement(service.store.read.insertInto('logins').values(row)),
  };
}

/** A new, anonymous account for a browser. */
export async function loginDevice(service: Service): Promise<LoginAnswer> {
  const account = newAccount(service, 'device', null);
  const login = newLogin(service, account.id);
  await service.store.write([...account.statements, login.statement], [audit(account.id, 'login.device')]);
  return login.answer;
}

/** The account of a WeChat person: only a keyed hash of the openid is kept. */
async function wechatAccount(service: Service, openid: string) {
  const subject = keyed(service.secrets.blind, 'wechat', openid);
  const find = () =>
    service.store.read
      .selectFrom('accounts')
      .innerJoin('account_keys', 'account_keys.account_id', 'accounts.id')
      .select(['account_keys.account_id', 'account_keys.kid', 'account_keys.wrapped'])
      .where('accounts.subject', '=', subject)
      .executeTakeFirst();
  const found = await find();
  if (found) return found;
  const { id, key, statements } = newAccount(service, 'wechat', subject);
  const written = await service.store.write(statements, [audit(id, 'login.wechat')]);
  // Somebody logging in twice at once: the first made the account.
  return written.done ? key : ((await find()) as NonNullable<typeof found>);
}

export async function loginWechat(service: Service, openid: string): Promise<LoginAnswer> {
  const { account_id } = await wechatAccount(service, openid);
  const login = newLogin(service, account_id);
  await service.store.write([login.statement]);
  return login.answer;
}

/** On the gateway's own listener every request says who it is from. */
export const accountByOpenid = async (service: Service, openid: string): Promise<Account> =>
  accountOf(service, { ...(await wechatAccount(service, openid)), id: null });
