/** New staff accounts, and old ones set up anew: a one-time secret, shown once. */
import { randomBytes } from 'node:crypto';
import type { Role, Scope } from '@yugong/domain/staff-account';
import { HOUR } from '@yugong/domain/time';
import { base32, newId, sha256 } from '../../crypto/ids';
import type { Service } from '../../kernel/context';
import type { StaffRow } from '../../kernel/schema';
import { statement, type Statement } from '../../kernel/store';
import { newMemberKey, readMember, sealMember, type Member } from './member';
import { endSignIns } from './sign-ins';
import { newTotpSecret } from './totp';

const SETUP_LIFE = 72 * HOUR;

export interface Invited {
  member: Member;
  /** 80 bits, in groups to be read out over the phone. */
  setup: string;
  until: number;
  statements: Statement[];
}

/**
 * A setup code in its one form, however it was read out and typed: in any case, with or without dashes and spaces, and with
 * the letters that look like digits and are in none.
 *
 * @example tidySetupCode('abcd 1o2l-efgh5678') // 'ABCD-1021-EFGH-5678'
 */
export const tidySetupCode = (typed: string): string =>
  (
    typed
      .normalize('NFKC')
      .toUpperCase()
      .replace(/[\s\p{Pd}]/gu, '')
      .replace(/O/g, '0')
      .replace(/[IL]/g, '1')
      .match(/.{1,4}/gu) ?? []
  ).join('-');

const newSetup = (now: number): { setup: string; setup_hash: string; setup_until: number } => {
  const setup = (base32(randomBytes(10)).match(/.{4}/g) as string[]).join('-');
  return { setup, setup_hash: sha256(setup), setup_until: now + SETUP_LIFE };
};

export function invite(
  service: Pick<Service, 'store' | 'keyring' | 'now'>,
  { username, name, roles, scope }: { username: string; name: string; roles: Role[]; scope: Scope },
): Invited {
  const now = service.now();
  const id = newId(now);
  const { key, statement: keep } = newMemberKey(service, id);
  const { setup, ...hashed } = newSetup(now);
  const row: StaffRow = {
    id,
    username,
    sealed: sealMember(key, { name, totp: newTotpSecret() }),
    roles: JSON.stringify(roles),
    organisation: scope.organisation,
    districts: scope.districts === null ? null : JSON.stringify(scope.districts),
    state: 'invited',
    password: null,
    totp_step: 0,
    ...hashed,
    demo: 0,
    created_at: now,
    version: 1,
  };
  const insert = service.store.read
    .insertInto('staff')
    .values(row)
    .onConflict((c) => c.doNothing());
  return { member: readMember(row, key), setup, until: hashed.setup_until, statements: [statement(insert, 1), keep] };
}

/** Somebody lost their phone or their password: both are made anew, and whoever is signed in is out. */
export function reinvite(service: Pick<Service, 'store' | 'now'>, member: Member): Invited {
  const { setup, ...hashed } = newSetup(service.now());
  const sealed = sealMember(member.key, { name: member.name, totp: newTotpSecret() });
  const change = { ...hashed, sealed, state: 'invited' as const, password: null, totp_step: 0 };
  const update = service.store.read.updateTable('staff').set(change).where('id', '=', member.id);
  return {
    member: { ...member, state: 'invited', row: { ...member.row, ...change } },
    setup,
    until: hashed.setup_until,
    statements: [statement(update, 1), endSignIns(service, member.id)],
  };
}
