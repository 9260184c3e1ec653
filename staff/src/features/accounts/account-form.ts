/** Converts between an account on the wire and the form's values, where nothing chosen means all. */
import type { Role } from '@yugong/domain/staff-account';
import type { AccountEdit, AccountRequest, AccountWire } from '@yugong/domain/staff-account/wire';

export interface AccountFormValues {
  username?: string;
  name: string;
  roles: Role[];
  /** Empty means every organisation. */
  organisation: string;
  /** Empty means every district. */
  districts: string[];
  disabled?: boolean;
}

export const toAccountForm = (account: AccountWire | 'new'): AccountFormValues =>
  account === 'new'
    ? { username: '', name: '', roles: [], organisation: '', districts: [] }
    : {
        name: account.name,
        roles: account.roles,
        organisation: account.organisation ?? '',
        districts: account.districts ?? [],
        disabled: account.state === 'disabled',
      };

export function toAccountRequest(typed: AccountFormValues, isNew: boolean): AccountRequest | AccountEdit {
  const { username = '', name, roles, organisation, districts, disabled = false } = typed;
  const common = {
    name,
    roles,
    organisation: organisation || null,
    districts: districts.length > 0 ? districts : null,
  };
  return isNew ? { username, ...common } : { ...common, disabled };
}
