/** Members of staff for tests: made as the service makes them, signed in without the wait for scrypt. */
import { TOTP, Secret } from 'otpauth';
import { defined } from '@yugong/domain/narrow';
import type { Role, Scope } from '@yugong/domain/staff-account';
import { DAY } from '@yugong/domain/time';
import { invite } from '../../../server/src/staff/identity/invite';
import { newSignIn } from '../../../server/src/staff/identity/sign-ins';
import { statement } from '../../../server/src/kernel/store';
import { noticeRow } from '../../../server/src/storage/rows';
import type { TestService } from '../support/service';

export const everywhere: Scope = { organisation: null, districts: null };
let serial = 0;

export interface TestMember {
  id: string;
  username: string;
  token: string;
  secret: string;
}

/** @param confirmed whether password and code were just given anew, as what gives power over accounts asks */
export async function member(
  { service }: Pick<TestService, 'service'>,
  roles: Role[],
  scope: Scope = everywhere,
  { confirmed = true } = {},
): Promise<TestMember> {
  const username = `test${(serial += 1)}`;
  const invited = invite(service, { username, name: '演示人', roles, scope });
  const { store } = service;
  const { id, totp } = invited.member;
  const signIn = newSignIn(service, { id, roles }, 'Chrome · Linux');
  const active = store.read.updateTable('staff').set({ state: 'active' }).where('id', '=', id);
  const confirm = store.read
    .updateTable('staff_sign_ins')
    .set({ confirmed_at: service.now() })
    .where('id', '=', signIn.row.id);
  await store.write([
    ...invited.statements,
    statement(active, 1),
    signIn.statement,
    ...(confirmed ? [statement(confirm, 1)] : []),
  ]);
  return { id, username, token: signIn.token, secret: defined(totp) };
}

/** A notice to whose a registration is that her session changed, older than anybody may stay uncalled. */
export async function changedNotice(
  { service: { store }, clock }: TestService,
  registrationId: string,
  sessionId: string,
): Promise<string> {
  const { account_id } = await store.read
    .selectFrom('registrations')
    .select('account_id')
    .where('id', '=', registrationId)
    .executeTakeFirstOrThrow();
  const row = noticeRow('changed', account_id, clock.now - DAY, {
    registration_id: registrationId,
    session_id: sessionId,
  });
  await store.write([statement(store.read.insertInto('notices').values(row), 1)]);
  return row.id;
}

export const codeAt = (secret: string, now: number): string =>
  new TOTP({ secret: Secret.fromBase32(secret), digits: 6, period: 30 }).generate({ timestamp: now });

/** Runs a suite on both engines. */
export const engines = ['sqlite', 'postgres'] as const;
