/** Between an account on the wire and what is typed about it: nothing chosen means all. */
import type { Role } from '@yugong/domain/staff-account';
import type { AccountEdit, AccountRequest, AccountWire } from '@yugong/domain/staff-account/wire';

export interface Typed {
  username?: string;
  name: string;
  roles: Role[];
  /** Empty: every organisation. */
  organisation: string;
  /** Empty: every district. */
  districts: string[];
  disabled?: boolean;
}

export const typedOf = (account: AccountWire | 'new'): Typed =>
  account === 'new'
    ? { username: '', name: '', roles: [], organisation: '', districts: [] }
    : {
        name: account.name,
        roles: account.roles,
        organisation: account.organisation ?? '',
        districts: account.districts ?? [],
        disabled: account.state === 'disabled',
      };

export function bodyOf(typed: Typed, isNew: boolean): AccountRequest | AccountEdit {
  const { username = '', name, roles, organisation, districts, disabled = false } = typed;
  const common = {
    name,
    roles,
    organisation: organisation || null,
    districts: districts.length > 0 ? districts : null,
  };
  return isNew ? { username, ...common } : { ...common, disabled };
}
