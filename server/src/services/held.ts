/** Sign-ups that staff have to settle, because another account has a place for the same person. */
import type { Register } from '@yugong/domain/registration';
import type { HeldWire } from '@yugong/domain/registration/wire';
import { isoAt } from '@yugong/domain/time';
import { PEOPLE_LIMIT } from '@yugong/domain/registration';
import { base32, keyed } from '../crypto/ids';
import type { Account } from '../kernel/account';
import type { Service } from '../kernel/context';
import { ApiProblem } from '../kernel/problem';
import type { HeldRow } from '../kernel/schema';
import { statement } from '../kernel/store';
import { sessionWire } from './sessions';

/** The id is the same for the same person, session and account, so that asking again makes no second one. */
export const heldId = (
  { secrets }: Pick<Service, 'secrets'>,
  { accountId, sessionId, limitKey }: Pick<Register, 'accountId' | 'sessionId' | 'limitKey'>,
): string =>
  base32(Buffer.from(keyed(secrets.blind, 'held', accountId, sessionId, limitKey), 'base64url').subarray(0, 16));

/**
 * Keeps a sign-up for staff to settle.
 *
 * @param sealed the person, sealed for the id of {@link heldId}
 * @throws `limit-reached` where the account's own registrations are the programme's limit for this person;
 *   `people-limit-reached` where it has as many open already as it may hold places for
 */
export async function holdForStaff(
  { store, now, secrets }: Pick<Service, 'store' | 'now' | 'secrets'>,
  command: Register,
  { programmeId, sealed, consents }: { programmeId: string; sealed: string; consents: string },
): Promise<HeldRow> {
  const { accountId, sessionId, limitKey } = command;
  const { read } = store;
  const own = await read
    .selectFrom('registrations')
    .select('id')
    .where('account_id', '=', accountId)
    .where('limit_key', '=', limitKey)
    .executeTakeFirst();
  if (own) throw new ApiProblem('limit-reached');
  const open = await read
    .selectFrom('held_registrations')
    .selectAll()
    .where('account_id', '=', accountId)
    .where('programme_id', '=', programmeId)
    .execute();
  const id = heldId({ secrets }, command);
  const before = open.find((one) => one.id === id);
  if (before) return before;
  if (open.length >= PEOPLE_LIMIT) throw new ApiProblem('people-limit-reached');
  const row: HeldRow = {
    id,
    session_id: sessionId,
    programme_id: programmeId,
    account_id: accountId,
    active_key: command.activeKey,
    limit_key: limitKey,
    phone_key: command.phoneKey,
    sealed,
    consents,
    state: 'held',
    reason: null,
    created_at: now(),
  };
  const insert = read
    .insertInto('held_registrations')
    .values(row)
    .onConflict((c) => c.doNothing());
  const entry = {
    actor: `account:${accountId}`,
    action: 'registration.held',
    subject: id,
    detail: { session: sessionId },
  };
  await store.write([statement(insert)], [entry]);
  return row;
}

export const heldRowsOf = ({ store }: Pick<Service, 'store'>, account: Pick<Account, 'id'>): Promise<HeldRow[]> =>
  store.read
    .selectFrom('held_registrations')
    .selectAll()
    .where('account_id', '=', account.id)
    .orderBy('created_at', 'desc')
    .execute();

/** What an account reads of its own. */
export async function heldOf(service: Service, account: Account): Promise<HeldWire[]> {
  const rows = await heldRowsOf(service, account);
  if (rows.length === 0) return [];
  const sessions = await service.store.read
    .selectFrom('sessions')
    .selectAll()
    .where(
      'id',
      'in',
      rows.map(({ session_id }) => session_id),
    )
    .execute();
  return rows.flatMap(({ id, session_id, state, reason, created_at }) => {
    const session = sessions.find((one) => one.id === session_id);
    if (!session) return [];
    return [{ id, session: sessionWire(session, service.now()), state, reason, createdAt: isoAt(Number(created_at)) }];
  });
}
