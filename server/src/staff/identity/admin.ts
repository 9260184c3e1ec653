/** The first administrator, from the command line; and the demo's. */
import { randomBytes } from 'node:crypto';
import { base32, newId } from '../../crypto/ids';
import { isLoopbackHost } from '../../kernel/address';
import type { Service } from '../../kernel/context';
import { statement } from '../../kernel/store';
import { alertAdministrators } from './alerts';
import { invite, reinvite, type Invited } from './invite';
import { staffEntry } from './login';
import { memberOf, newMemberKey, sealMember } from './member';
import { BY_THE_SERVICE, hashPassword } from './passwords';

type Opened = Pick<Service, 'store' | 'keyring' | 'now'>;

/** Makes an administrator of everything; where the name is taken by one, sets that one up anew (`reset`). */
export async function inviteAdministrator(
  service: Opened,
  { username, name, reset }: { username: string; name: string; reset: boolean },
): Promise<Invited | 'taken' | 'missing'> {
  const { store } = service;
  const row = await store.read.selectFrom('staff').selectAll().where('username', '=', username).executeTakeFirst();
  const member = row && (await memberOf(service, row));
  if (reset && !member) return 'missing';
  if (!reset && row) return 'taken';
  const invited = member
    ? reinvite(service, member)
    : invite(service, { username, name, roles: ['administrator'], scope: { organisation: null, districts: null } });
  const entry = staffEntry('command', member ? 'staff.reset' : 'staff.invited', invited.member.id);
  const alerts = await alertAdministrators(service, {
    kind: member ? 'administrator-reset' : 'administrator-added',
    subject: { id: invited.member.id, organisation: invited.member.scope.organisation },
    actor: null,
  });
  await store.write([...invited.statements, ...alerts], [entry]);
  return invited;
}

/** Of the operator's settings, what says whether anybody but this machine can come in. */
export interface Exposure {
  demo: boolean;
  production: boolean;
  host: string;
  gatewayPort: number | null;
  trustProxy: string | null;
}

/** May there be a demo's administrator at all? Only where nobody but this machine comes in, and it isn't for real. */
export const hasDemoStaff = ({ demo, production, host, gatewayPort, trustProxy }: Exposure): boolean =>
  demo && !production && isLoopbackHost(host) && gatewayPort === null && trustProxy === null;

export const DEMO_USERNAME = 'demo';

/**
 * Gives the demo's administrator a new password, or takes the account away where there may be none.
 *
 * @returns the password, to be printed; null where there is no such account
 */
export async function renewDemoStaff(service: Opened, exposure: Exposure): Promise<string | null> {
  const { store, now } = service;
  const old = await store.read
    .selectFrom('staff')
    .select(['id', 'demo'])
    .where('username', '=', DEMO_USERNAME)
    .executeTakeFirst();
  // The name may be a real person's.
  if (old && old.demo === 0) return null;
  const gone = old
    ? [
        statement(store.read.deleteFrom('staff_sign_ins').where('staff_id', '=', old.id)),
        statement(store.read.deleteFrom('account_keys').where('account_id', '=', old.id)),
        statement(store.read.deleteFrom('staff').where('id', '=', old.id)),
      ]
    : [];
  if (!hasDemoStaff(exposure)) {
    if (gone.length > 0) await store.write(gone);
    return null;
  }
  const password = (base32(randomBytes(10)).match(/.{4}/g) as string[]).join('-');
  const id = newId(now());
  const { key, statement: keep } = newMemberKey(service, id);
  const row = {
    id,
    username: DEMO_USERNAME,
    sealed: sealMember(key, { name: '演示管理员', totp: null }),
    roles: JSON.stringify(['administrator']),
    organisation: null,
    districts: null,
    state: 'active' as const,
    // Random and gone with the process: it needn't resist guessing for years, and the start shouldn't wait for it.
    password: await hashPassword(password, BY_THE_SERVICE, { N: 2 ** 14, r: 8, p: 1 }),
    totp_step: 0,
    setup_hash: null,
    setup_until: null,
    demo: 1,
    created_at: now(),
  };
  await store.write(
    [...gone, keep, statement(store.read.insertInto('staff').values(row))],
    [staffEntry('service', 'staff.demo', id)],
  );
  return password;
}
