/** What somebody is told of administrators' accounts, and how she proves that she is the owner of her own. */
import type { StaffAlertWire, StepUpRequest } from '@yugong/domain/staff-account/wire';
import { isoAt } from '@yugong/domain/time';
import { ApiProblem } from '../../kernel/problem';
import { statement } from '../../kernel/store';
import type { StaffContext } from '../context';
import { proveOwner } from '../identity/login';
import { memberOf } from '../identity/member';
import { confirmedUntil } from '../identity/sign-ins';
import { forgetTries } from '../identity/tries';
import { storeOf } from './scoped';

const MAX_ALERTS_SHOWN = 50;

/** What she hasn't marked as read, the latest first. Everything is in the audit as well. */
export async function alertsOf({ scoped, tools }: StaffContext): Promise<StaffAlertWire[]> {
  const store = storeOf(scoped);
  const rows = await store.read
    .selectFrom('staff_alerts')
    .selectAll()
    .where('staff_id', '=', scoped.staffId)
    .where('read_at', 'is', null)
    .orderBy('created_at', 'desc')
    .limit(MAX_ALERTS_SHOWN)
    .execute();
  const ids = [...new Set(rows.flatMap(({ subject_id, actor_id }) => [subject_id, actor_id ?? '']))];
  const staff = await store.read
    .selectFrom('staff')
    .selectAll()
    .where('id', 'in', [...ids, ''])
    .execute();
  const names = new Map<string, { name: string; username: string }>();
  for (const row of staff) {
    const member = await memberOf({ store, keyring: tools.keyring }, row);
    if (member) names.set(row.id, { name: member.name, username: member.username });
  }
  return rows.flatMap(({ id, kind, subject_id, actor_id, created_at }) => {
    const account = names.get(subject_id);
    if (!account) return [];
    const by = names.get(actor_id ?? '') ?? null;
    return [{ id, kind, account, own: subject_id === scoped.staffId, by, at: isoAt(Number(created_at)) }];
  });
}

/** Takes an alert off her list; once more is the same. @throws `not-found` where it isn't hers */
export async function markAlertRead({ scoped, tools }: StaffContext, id: string): Promise<void> {
  const { read } = storeOf(scoped);
  const own = read.selectFrom('staff_alerts').select('id').where('id', '=', id);
  if (!(await own.where('staff_id', '=', scoped.staffId).executeTakeFirst())) throw new ApiProblem('not-found');
  const update = read
    .updateTable('staff_alerts')
    .set({ read_at: tools.now() })
    .where('id', '=', id)
    .where('staff_id', '=', scoped.staffId)
    .where('read_at', 'is', null);
  await scoped.write([statement(update)]);
}

/**
 * Takes password and code anew, for this sign-in alone.
 *
 * @returns until when it may do what gives power, in milliseconds
 * @throws `staff-login-failed`, `staff-locked`
 */
export async function confirmOwner(
  { scoped, tools, member, signIn }: StaffContext,
  { password, code }: StepUpRequest,
): Promise<number> {
  const store = storeOf(scoped);
  const service = { ...tools, store };
  const step = await proveOwner(service, member, { password, code, signInId: signIn.id });
  const use = store.read
    .updateTable('staff')
    .set({ totp_step: step })
    .where('id', '=', member.id)
    .where('totp_step', member.totp === null ? '<=' : '<', step);
  const at = tools.now();
  const confirm = store.read.updateTable('staff_sign_ins').set({ confirmed_at: at }).where('id', '=', signIn.id);
  const tries = forgetTries(service, member.username, { kind: 'sign-in', id: signIn.id });
  const written = await scoped.write(
    [statement(use, 1), statement(confirm, 1), tries],
    [scoped.entry('staff.confirmed', member.id)],
  );
  if (!written.done) throw new ApiProblem('staff-login-failed');
  return confirmedUntil({ confirmed_at: at }, at) ?? at;
}
