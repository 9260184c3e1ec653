/** Converts between an account on the wire and the form's values. A new account may do nothing anywhere until that is chosen. */
import { roles as allRoles, type Role } from '@yugong/domain/staff-account';
import type { AccountEdit, AccountRequest, AccountWire } from '@yugong/domain/staff-account/wire';
import { roleLabels } from '@yugong/domain/staff-account/words';
import type { Directory } from '../../api/directory';

/** The choice that stands for every union. No union's id looks like it. */
export const EVERY_ORGANISATION = '*';

export interface AccountFormValues {
  username?: string;
  name: string;
  roles: Role[];
  /** Empty while nothing is chosen. */
  organisation: string;
  /** Whether the chosen districts count, or every one; empty while nothing is chosen. */
  reach: 'some' | 'every' | '';
  districts: string[];
  disabled?: boolean;
}

/** The form's fields, as it calls them. */
export const accountFieldLabels = {
  name: '姓名',
  roles: '角色',
  organisation: '所属工会',
  reach: '负责的范围',
  districts: '负责的区县',
  disabled: '停用',
} as const satisfies Partial<Record<keyof AccountFormValues, string>>;

const reachLabels: Record<AccountFormValues['reach'], string> = { some: '部分区县', every: '全部区县', '': '未选' };

/** A value of the form as people read it. */
export function sayAccountValue(field: string, value: unknown, directory: Directory | undefined): string {
  if (field === 'disabled') return value === true ? '是' : '否';
  if (field === 'reach') return Object.entries(reachLabels).find(([reach]) => reach === value)?.[1] ?? '';
  if (Array.isArray(value))
    return field === 'roles'
      ? allRoles
          .filter((role) => value.includes(role))
          .map((role) => roleLabels[role])
          .join('、')
      : directory?.districts.flatMap(({ adcode, title }) => (value.includes(adcode) ? [title] : [])).join('、') ||
          '未选';
  if (value === EVERY_ORGANISATION) return '所有工会';
  return directory?.organisations.find(({ id }) => id === value)?.title ?? String(value ?? '');
}

export const toAccountForm = (account: AccountWire | 'new'): AccountFormValues =>
  account === 'new'
    ? { username: '', name: '', roles: [], organisation: '', reach: '', districts: [] }
    : {
        name: account.name,
        roles: account.roles,
        organisation: account.organisation ?? EVERY_ORGANISATION,
        reach: account.districts === null ? 'every' : 'some',
        districts: account.districts ?? [],
        disabled: account.state === 'disabled',
      };

/** @param seen the version of the account that the form was filled from; null for a new account */
export function toAccountRequest(typed: AccountFormValues, seen: number | null): AccountRequest | AccountEdit {
  const { username = '', name, roles, organisation, reach, districts, disabled = false } = typed;
  const common = {
    name,
    roles,
    organisation: organisation === EVERY_ORGANISATION ? null : organisation,
    districts: reach === 'every' ? null : districts,
  };
  return seen === null ? { username, ...common } : { ...common, disabled, seen };
}
