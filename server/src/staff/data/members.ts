/** Staff accounts that are within the asker's own scope: nobody manages somebody who may do more. */
import { defined } from '@yugong/domain/narrow';
import { isWithin } from '@yugong/domain/staff-account';
import type {
  AccountEdit,
  AccountRequest,
  PasswordChange,
  OrganisationEdit,
  OrganisationWire,
  StaffAlertKind,
} from '@yugong/domain/staff-account/wire';
import { ApiProblem, StaleProblem } from '../../kernel/problem';
import { accountOf } from '../../services/accounts';
import type { StaffSignInRow } from '../../kernel/schema';
import { statement, type Statement } from '../../kernel/store';
import type { ScopedContext, StaffContext } from '../context';
import { alertAdministrators, isAdministrator } from '../identity/alerts';
import { invite, reinvite, type Invited } from '../identity/invite';
import { changePassword } from '../identity/login';
import { readMember, sealMember, type Member } from '../identity/member';
import { endSignIns } from '../identity/sign-ins';
import { forgetTries, liftWaits, waitsOf } from '../identity/tries';
import { staffIdempotentWrite, type StaffRequest } from './idempotent-write';
import { storeOf, type Scoped } from './scoped';
import { isoAt } from '@yugong/domain/time';

export async function staffMembersOf({ scoped, tools }: ScopedContext): Promise<Member[]> {
  const rows = await storeOf(scoped)
    .read.selectFrom('staff')
    .innerJoin('account_keys', 'account_keys.account_id', 'staff.id')
    .selectAll()
    .orderBy('staff.created_at')
    .execute();
  return rows
    .map(({ account_id, kid, wrapped, ...row }) =>
      readMember(row, accountOf(tools, { account_id, kid, wrapped, id: null })),
    )
    .filter((one) => isWithin(one.scope, scoped.scope));
}

/**
 * By id the names of everybody at the unions that share the service, for saying who did something within one's scope: of
 * one's own union and of whoever works for all by name, whatever their districts; of another union's only that it is one.
 */
export async function namesOf({ scoped, tools }: ScopedContext): Promise<Map<string, string>> {
  const rows = await storeOf(scoped)
    .read.selectFrom('staff')
    .innerJoin('account_keys', 'account_keys.account_id', 'staff.id')
    .selectAll()
    .execute();
  const { organisation } = scoped.scope;
  return new Map(
    rows.map(({ account_id, kid, wrapped, ...row }) => {
      const member = readMember(row, accountOf(tools, { account_id, kid, wrapped, id: null }));
      const theirs = member.scope.organisation;
      const isOurs = organisation === null || theirs === null || theirs === organisation;
      return [member.id, isOurs ? member.name : '其他工会的同事'];
    }),
  );
}

/** @param names see {@link namesOf}; whoever is in none of them has no account any more */
export const colleagueName = (names: ReadonlyMap<string, string>, id: string): string =>
  names.get(id) ?? '已离开的同事';

/** @throws `not-found`, also for who is beyond one's scope */
export async function memberIn(context: ScopedContext, id: string): Promise<Member> {
  const found = (await staffMembersOf(context)).find((one) => one.id === id);
  if (!found) throw new ApiProblem('not-found');
  return found;
}

/** What administrators are told, where the account has their power or had it. */
async function alertsAbout(
  { scoped, tools }: StaffContext,
  kind: StaffAlertKind,
  member: Pick<Member, 'id' | 'roles' | 'scope'>,
): Promise<Statement[]> {
  if (!isAdministrator(member)) return [];
  const { id, scope } = member;
  const subject = { id, organisation: scope.organisation };
  return alertAdministrators({ store: storeOf(scoped), now: tools.now }, { kind, subject, actor: scoped.staffId });
}

/** @throws `scope-too-wide`, `taken` */
export async function createMember(
  context: StaffContext,
  { username, name, roles, organisation, districts }: AccountRequest,
): Promise<Invited> {
  const { scoped, tools } = context;
  const scope = { organisation, districts };
  if (!isWithin(scope, scoped.scope)) throw new ApiProblem('scope-too-wide');
  const invited = invite({ ...tools, store: storeOf(scoped) }, { username, name, roles, scope });
  const entry = scoped.entry('staff.invited', invited.member.id, { roles: roles.join(' ') });
  const alerts = await alertsAbout(context, 'administrator-added', invited.member);
  const written = await scoped.write([...invited.statements, ...alerts], [entry]);
  if (!written.done) throw new ApiProblem('taken', [{ pointer: '/username', code: 'taken' }]);
  return invited;
}

/** Whoever may do less afterwards, or another thing, signs in anew. */
export async function editMember(
  context: StaffContext & StaffRequest,
  id: string,
  { seen, ...edit }: AccountEdit,
): Promise<Member> {
  const { scoped, tools } = context;
  const store = storeOf(scoped);
  const member = await memberIn(context, id);
  const { name, roles, organisation, districts, disabled } = edit;
  if (!isWithin({ organisation, districts }, scoped.scope)) throw new ApiProblem('scope-too-wide');
  // Locking oneself out is nobody's wish, and the last administrator would be gone.
  if (id === scoped.staffId && (disabled || !roles.includes('administrator'))) throw new ApiProblem('staff-forbidden');
  const wasSetUp = member.row.password !== null;
  const change = {
    sealed: sealMember(member.key, { name, totp: member.totp }),
    roles: JSON.stringify(roles),
    organisation,
    districts: districts === null ? null : JSON.stringify(districts),
    state: disabled ? ('disabled' as const) : wasSetUp ? ('active' as const) : ('invited' as const),
    // An invitation that was taken back stays taken back.
    ...(disabled ? { setup_hash: null, setup_until: null } : {}),
    version: seen + 1,
  };
  const update = store.read.updateTable('staff').set(change).where('id', '=', id).where('version', '=', seen);
  const entry = scoped.entry('staff.edited', id, { roles: roles.join(' '), state: change.state });
  const out = id === scoped.staffId ? [] : [endSignIns({ store, now: tools.now }, id)];
  const edited = readMember({ ...member.row, ...change }, member.key);
  const hasNewPower =
    change.roles !== member.row.roles ||
    change.organisation !== member.row.organisation ||
    change.districts !== member.row.districts ||
    change.state !== member.row.state;
  const alerts = hasNewPower
    ? await alertsAbout(context, 'administrator-edited', isAdministrator(member) ? member : edited)
    : [];
  await staffIdempotentWrite(
    context,
    { seen, ...edit },
    () => ({
      statements: [statement(update, 1), ...out, ...alerts],
      audit: [entry],
      answer: { status: 200, body: {} },
    }),
    async () => new StaleProblem((await memberIn(context, id)).row.version),
  );
  return memberIn(context, id);
}

/** Sets somebody's account up anew; of an administrator's everybody with that power hears. @throws `not-found`, `not-active` */
export async function resetMember(context: StaffContext, id: string): Promise<Invited> {
  const { scoped, tools } = context;
  const member = await memberIn(context, id);
  if (member.state === 'disabled') throw new ApiProblem('not-active');
  const invited = reinvite({ now: tools.now, store: storeOf(scoped) }, member);
  const alerts = await alertsAbout(context, 'administrator-reset', member);
  await scoped.write([...invited.statements, ...alerts], [scoped.entry('staff.reset', id)]);
  return invited;
}

/** Lets somebody try again at once, wherever the wrong tries came from. @throws `not-found` */
export async function unlockMember(context: StaffContext, id: string): Promise<void> {
  const { scoped, tools } = context;
  const { username } = await memberIn(context, id);
  await scoped.write([liftWaits({ ...tools, store: storeOf(scoped) }, username)], [scoped.entry('staff.unlocked', id)]);
}

/** Where somebody is signed in now, the latest first. */
export async function signInsOf({ scoped, tools }: StaffContext, staffId: string): Promise<StaffSignInRow[]> {
  const rows = await storeOf(scoped)
    .read.selectFrom('staff_sign_ins')
    .selectAll()
    .where('staff_id', '=', staffId)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', tools.now())
    .orderBy('seen_at', 'desc')
    .execute();
  return rows.filter(({ seen_at, idle }) => seen_at + idle > tools.now());
}

export async function revokeSignIns({ scoped, tools }: StaffContext, staffId: string, only?: string): Promise<number> {
  const end = endSignIns({ store: storeOf(scoped), now: tools.now }, staffId, only === undefined ? {} : { only });
  const written = await scoped.write([end], [scoped.entry('staff.signed-out', staffId)]);
  return written.done ? defined(written.changes[0]) : 0;
}

/** One's own password; every other place one is signed in at is signed out. */
export async function setOwnPassword(context: StaffContext, asked: PasswordChange): Promise<void> {
  const { scoped, tools, member, signIn } = context;
  const store = storeOf(scoped);
  const change = await changePassword({ ...tools, store }, member, { ...asked, signInId: signIn.id });
  const update = store.read
    .updateTable('staff')
    .set(change)
    .where('id', '=', member.id)
    .where('totp_step', '<', change.totp_step);
  const out = endSignIns({ store, now: tools.now }, member.id, { but: signIn.id });
  const tries = forgetTries({ ...tools, store }, member.username, { kind: 'sign-in', id: signIn.id });
  const written = await scoped.write(
    [statement(update, 1), out, tries],
    [scoped.entry('staff.password-changed', member.id)],
  );
  if (!written.done) throw new ApiProblem('staff-login-failed');
}

export interface Locks {
  lockedUntil(member: Member): string | null;
  lastSeenAt(member: Member): string | null;
}

export async function locksOf({ scoped, tools }: StaffContext, members: readonly Member[]): Promise<Locks> {
  const store = storeOf(scoped);
  const ids = members.map(({ id }) => id);
  const seen = await store.read
    .selectFrom('staff_sign_ins')
    .select(({ fn }) => ['staff_id', fn.max<number>('seen_at').as('seen')])
    .where('staff_id', 'in', ids.length > 0 ? ids : [''])
    .groupBy('staff_id')
    .execute();
  const last = new Map(seen.map((one) => [one.staff_id, Number(one.seen)]));
  const waits = await waitsOf(
    { store, secrets: tools.secrets, now: tools.now },
    members.map(({ username }) => username),
  );
  const isoOrNull = (ms: number | null | undefined): string | null =>
    ms === null || ms === undefined ? null : isoAt(ms);
  return {
    lockedUntil: ({ username }) => isoOrNull(waits.get(username)),
    lastSeenAt: ({ id }) => isoOrNull(last.get(id)),
  };
}

export async function organisationsOf(scoped: Scoped): Promise<OrganisationWire[]> {
  const { organisation } = scoped.scope;
  const rows = storeOf(scoped).read.selectFrom('organisations').select(['id', 'title']).orderBy('id');
  return (organisation === null ? rows : rows.where('id', '=', organisation)).execute();
}

/**
 * Gives a union another name; its code stays.
 *
 * @throws `not-found`, also for who doesn't work for all of the union, `stale`
 */
export async function renameOrganisation(
  request: StaffRequest,
  id: string,
  { title, seen }: OrganisationEdit,
): Promise<OrganisationWire> {
  const { scoped } = request;
  const own = async (): Promise<OrganisationWire | undefined> =>
    scoped.scope.districts === null ? (await organisationsOf(scoped)).find((one) => one.id === id) : undefined;
  if (!(await own())) throw new ApiProblem('not-found');
  const update = storeOf(scoped)
    .read.updateTable('organisations')
    .set({ title })
    .where('id', '=', id)
    .where('title', '=', seen);
  await staffIdempotentWrite(
    request,
    { id, title, seen },
    () => ({
      statements: [statement(update, 1)],
      audit: [scoped.entry('organisation.renamed', id)],
      answer: { status: 200, body: {} },
    }),
    async () => new StaleProblem((await own())?.title ?? null),
  );
  return defined(await own());
}

/** @throws `scope-too-wide`, `taken` */
export async function createOrganisation(scoped: Scoped, one: OrganisationWire, now: number): Promise<void> {
  if (scoped.scope.organisation !== null) throw new ApiProblem('scope-too-wide');
  const insert = storeOf(scoped)
    .read.insertInto('organisations')
    .values({ ...one, created_at: now })
    .onConflict((c) => c.doNothing());
  const written = await scoped.write([statement(insert, 1)], [scoped.entry('organisation.created', one.id)]);
  if (!written.done) throw new ApiProblem('taken', [{ pointer: '/id', code: 'taken' }]);
}
