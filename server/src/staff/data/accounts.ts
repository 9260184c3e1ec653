/** Workers' accounts as far as staff need them: whose key opens a row, and one for somebody signed up by hand. */
import { randomBytes } from 'node:crypto';
import { accountById, accountOf, type Account } from '../../services/accounts';
import type { RegistrationRow } from '../../storage/schema';
import { statement } from '../../storage/store';
import type { Desk } from '../desk';
import { storeOf } from './scoped';

type Asking = Pick<Desk, 'scoped' | 'tools'>;

/** @param row from {@link Scoped} */
export const ownerOf = ({ scoped, tools }: Asking, row: Pick<RegistrationRow, 'account_id'>): Promise<Account | null> =>
  accountById({ store: storeOf(scoped), keyring: tools.keyring }, row.account_id);

/** The account of somebody without a phone; the same for the same request sent again. */
export async function accountFor({ scoped, tools }: Asking, key: string): Promise<Account> {
  const store = storeOf(scoped);
  const id = `hand-${key.replace(/_/g, '.')}`;
  const insert = store.read
    .insertInto('accounts')
    .values({ id, kind: 'staff', subject: null, created_at: tools.now() })
    .onConflict((c) => c.doNothing());
  const kept = { account_id: id, ...tools.keyring.wrap(randomBytes(32), id) };
  const written = await store.write([statement(insert, 1), statement(store.read.insertInto('account_keys').values(kept))]);
  if (written.done) return accountOf(tools, { ...kept, id: null });
  return (await accountById({ store, keyring: tools.keyring }, id)) as Account;
} // prettier-ignore
