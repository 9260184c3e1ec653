/** Workers' accounts as far as staff need them: whose key opens a row, and one for somebody signed up by hand. */
import { randomBytes } from 'node:crypto';
import { defined } from '@yugong/domain/narrow';
import { accountById, accountOf } from '../../services/accounts';
import type { Account } from '../../kernel/account';
import type { RegistrationRow } from '../../kernel/schema';
import { statement } from '../../kernel/store';
import type { ScopedContext } from '../context';
import { storeOf } from './scoped';

/** @param row from {@link Scoped} */
export const accountOfOwner = (
  { scoped, tools }: ScopedContext,
  row: Pick<RegistrationRow, 'account_id'>,
): Promise<Account | null> => accountById({ store: storeOf(scoped), keyring: tools.keyring }, row.account_id);

/** Whose keys open rows, by account. */
export async function accountsOfOwners(
  { scoped, tools }: ScopedContext,
  rows: readonly Pick<RegistrationRow, 'account_id'>[],
): Promise<Map<string, Account>> {
  const ids = [...new Set(rows.map(({ account_id }) => account_id))];
  const owners = new Map<string, Account>();
  for (let at = 0; at < ids.length; at += 500) {
    const keys = await storeOf(scoped)
      .read.selectFrom('account_keys')
      .selectAll()
      .where('account_id', 'in', ids.slice(at, at + 500))
      .execute();
    for (const key of keys) owners.set(key.account_id, accountOf(tools, { ...key, id: null }));
  }
  return owners;
}

/** The account of somebody without a phone; the same for the same request sent again. */
export async function accountForWalkIn({ scoped, tools }: ScopedContext, key: string): Promise<Account> {
  const store = storeOf(scoped);
  const id = `hand-${key.replace(/_/g, '.')}`;
  const insert = store.read
    .insertInto('accounts')
    .values({ id, kind: 'staff', subject: null, created_at: tools.now() })
    .onConflict((c) => c.doNothing());
  const keyRow = { account_id: id, ...tools.keyring.wrap(randomBytes(32), id) };
  const written = await store.write([
    statement(insert, 1),
    statement(store.read.insertInto('account_keys').values(keyRow)),
  ]);
  if (written.done) return accountOf(tools, { ...keyRow, id: null });
  return defined(await accountById({ store, keyring: tools.keyring }, id));
}
