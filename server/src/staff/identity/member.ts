/** A member of staff, as the service knows them while they are signed in. */
import { randomBytes } from 'node:crypto';
import { permissionsOf, type Role, type Scope } from '@yugong/domain/staff-account';
import type { MeWire } from '@yugong/domain/staff-account/wire';
import { MINUTE, isoAt } from '@yugong/domain/time';
import type { Service } from '../../kernel/context';
import { accountOf } from '../../services/accounts';
import type { Account } from '../../kernel/account';
import type { StaffRow, StaffSignInRow } from '../../kernel/schema';
import { statement, type Statement } from '../../kernel/store';

/** What is sealed of somebody: nobody reads it in the database. */
export interface SealedMember {
  name: string;
  /** Null for a demo's account, which is only on the machine itself. */
  totp: string | null;
}

export interface Member extends SealedMember {
  id: string;
  username: string;
  roles: Role[];
  scope: Scope;
  state: StaffRow['state'];
  demo: boolean;
  /** Whose key seals what is theirs: job inputs and files. */
  key: Account;
  row: StaffRow;
}

type Keys = Pick<Service, 'store' | 'keyring'>;

const context = (id: string): string => `staff|${id}`;

export async function memberOf({ store, keyring }: Keys, row: StaffRow): Promise<Member | null> {
  const keyRow = await store.read
    .selectFrom('account_keys')
    .selectAll()
    .where('account_id', '=', row.id)
    .executeTakeFirst();
  return keyRow ? readMember(row, accountOf({ keyring }, { ...keyRow, id: null })) : null;
}

export const readMember = (row: StaffRow, key: Account): Member => ({
  ...(JSON.parse(key.unseal(row.sealed, context(row.id))) as SealedMember),
  id: row.id,
  username: row.username,
  roles: JSON.parse(row.roles) as Role[],
  scope: {
    organisation: row.organisation,
    districts: row.districts === null ? null : (JSON.parse(row.districts) as string[]),
  },
  state: row.state,
  demo: row.demo === 1,
  key,
  row,
});

export const sealMember = (key: Account, sealed: SealedMember): string =>
  key.seal(JSON.stringify(sealed), context(key.id));

/** A key of its own, kept and renewed where the workers' are. */
export function newMemberKey({ store, keyring }: Keys, id: string): { key: Account; statement: Statement } {
  const keyRow = { account_id: id, ...keyring.wrap(randomBytes(32), id) };
  return {
    key: accountOf({ keyring }, { ...keyRow, id: null }),
    statement: statement(store.read.insertInto('account_keys').values(keyRow)),
  };
}

export const meWire = (member: Member, signIn: Pick<StaffSignInRow, 'idle' | 'expires_at'>): MeWire => ({
  id: member.id,
  username: member.username,
  name: member.name,
  roles: member.roles,
  permissions: permissionsOf(member.roles),
  organisation: member.scope.organisation,
  districts: member.scope.districts === null ? null : [...member.scope.districts],
  demo: member.demo,
  idleMinutes: Math.round(signIn.idle / MINUTE),
  expiresAt: isoAt(signIn.expires_at),
});
