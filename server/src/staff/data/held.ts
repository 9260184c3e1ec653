/** Sign-ups that staff have to settle: whose registration it is, between the account that made it and one that asks. */
import type { HeldCaseWire, HeldDecision, HeldPersonWire } from '@yugong/domain/registration/staff-wire';
import type { Why } from '@yugong/domain/audit';
import type * as v from 'valibot';
import { maskPerson } from '@yugong/domain/person';
import { contactPhoneOf, maskFamily } from '@yugong/domain/registration';
import { isoAt } from '@yugong/domain/time';
import { newId } from '../../crypto/ids';
import type { FaultLog } from '../../kernel/account';
import { ApiProblem, StaleProblem } from '../../kernel/problem';
import type { HeldRow, RegistrationRow } from '../../kernel/schema';
import { statement, type Statement } from '../../kernel/store';
import { handOver, heldNotice } from '../../services/held';
import { throwIfRefused } from '../../services/outcomes';
import { ownPhoneColumn, readPerson, sealPerson } from '../../services/registrations';
import type { ScopedContext } from '../context';
import { accountOfOwner } from './accounts';
import { staffFingerprint, staffKey, type StaffRequest } from './idempotent-write';
import { peopleOf } from './people';
import { storeOf, type Scoped } from './scoped';

const MAX_SHOWN = 200;

/** What waits for staff in the sessions of a scope. */
export const openCases = (scoped: Scoped) =>
  storeOf(scoped)
    .read.selectFrom('held_registrations')
    .where('held_registrations.session_id', 'in', scoped.sessions().select('sessions.id'))
    .where('held_registrations.state', '=', 'held')
    // Whoever can prove the number needs nobody; whoever didn't has had the time for it.
    .where(({ or, eb }) =>
      or([eb('held_registrations.proof_until', 'is', null), eb('held_registrations.proved_at', 'is not', null)]),
    );

/** The registration that there is for the same person, in this session or, where a limit is used up, in another. */
const registeredFor = (scoped: Scoped, one: Pick<HeldRow, 'active_key' | 'limit_key'>): Promise<RegistrationRow[]> =>
  scoped
    .registrations()
    .selectAll()
    .where(({ eb, or }) =>
      or([eb('registrations.active_key', '=', one.active_key), eb('registrations.limit_key', '=', one.limit_key)]),
    )
    .execute();

/** The one that stands in its way; a device or a telephone with too many people is in nobody's way in another session. */
const inTheWay = (
  { active_key, cause }: Pick<HeldRow, 'active_key' | 'cause'>,
  found: readonly RegistrationRow[],
): RegistrationRow | undefined =>
  found.find((row) => row.active_key === active_key) ?? (cause === 'claim' ? found[0] : undefined);

/** Those in scope that are open, the longest waiting first, masked. */
export async function heldCases(
  context: ScopedContext,
  { sessionId }: { sessionId?: string | undefined },
  log: FaultLog,
): Promise<HeldCaseWire[]> {
  const { scoped } = context;
  const rows = await openCases(scoped)
    .selectAll()
    .$if(sessionId !== undefined, (query) => query.where('session_id', '=', sessionId ?? ''))
    .orderBy('created_at')
    .limit(MAX_SHOWN)
    .execute();
  if (rows.length === 0) return [];
  await scoped.saw('registration.held-seen', sessionId ?? null, { rows: rows.length });
  const cases: HeldCaseWire[] = [];
  for (const row of rows) {
    const asker = await accountOfOwner(context, row);
    const typed = asker && readPerson(asker, row, log);
    if (!typed?.person) continue;
    const session = await scoped.session(row.session_id);
    const there = inTheWay(row, await registeredFor(scoped, row));
    const opened = there && (await peopleOf(context, [there], log)).get(there.id);
    const { name, phone } = maskPerson(typed.person);
    const registered = maskPerson(opened?.person ?? null);
    cases.push({
      id: row.id,
      sessionId: row.session_id,
      sessionTitle: session.title,
      startsAt: isoAt(Number(session.starts_at)),
      name,
      phone: phone ?? '',
      family: maskFamily(typed.family),
      createdAt: isoAt(Number(row.created_at)),
      cause: row.cause,
      registered: there
        ? {
            registrationId: there.id,
            name: registered.name,
            phone: registered.phone ?? '',
            family: maskFamily(opened?.family ?? null),
            sessionTitle: (await scoped.session(there.session_id)).title,
            status: there.status,
            source: opened?.source ?? 'gone',
            createdAt: isoAt(Number(there.created_at)),
          }
        : null,
    });
  }
  return cases;
}

async function openCase(scoped: Scoped, id: string): Promise<HeldRow> {
  const row = await openCases(scoped).selectAll().where('held_registrations.id', '=', id).executeTakeFirst();
  if (!row) throw new ApiProblem('not-found');
  return row;
}

/** Whom to call about it. Who saw it, and why, is written down first. */
export async function revealAsker(
  context: ScopedContext,
  id: string,
  { reason, note }: v.InferOutput<typeof Why>,
  log: FaultLog,
): Promise<HeldPersonWire> {
  const { scoped } = context;
  const row = await openCase(scoped, id);
  await scoped.saw('person.revealed', row.id, { session: row.session_id, reason, note: note ?? null });
  const asker = await accountOfOwner(context, row);
  const typed = asker && readPerson(asker, row, log);
  if (!typed?.person) throw new ApiProblem('not-found');
  const { name, phone } = typed.person;
  return { name, phone, contactPhone: contactPhoneOf(typed.person, typed.family) };
}

/**
 * Settles one. Released, the registration that there is becomes the asking account's, with the person as typed there;
 * where it was given up meanwhile the person is signed up anew, by staff's rules.
 *
 * @throws `not-found` where it is settled already, `stale` where the registration changed meanwhile
 */
export async function settleHeld(
  request: StaffRequest,
  id: string,
  { decision, reason, seen }: HeldDecision,
): Promise<void> {
  const { scoped } = request;
  const store = storeOf(scoped);
  const { read } = store;
  const tools = { store, now: request.tools.now };
  const row = await openCase(scoped, id);
  const there = inTheWay(row, await registeredFor(scoped, row));
  if ((there?.id ?? null) !== seen) throw new StaleProblem(there?.id ?? null);
  const entry = scoped.entry(decision === 'release' ? 'registration.released' : 'registration.returned', row.id, {
    session: row.session_id,
    note: reason,
  });
  if (decision === 'return') {
    const update = read
      .updateTable('held_registrations')
      .set({ state: 'returned', reason })
      .where('id', '=', id)
      .where('state', '=', 'held');
    const written = await scoped.write([statement(update, 1), heldNotice(tools, 'held-returned', row)], [entry]);
    if (!written.done) throw new ApiProblem('not-found');
    return;
  }
  const settled = statement(read.deleteFrom('held_registrations').where('id', '=', id).where('state', '=', 'held'), 1);
  const toldOf = (registration: Pick<RegistrationRow, 'id' | 'session_id'>): Statement =>
    heldNotice(tools, 'held-released', {
      account_id: row.account_id,
      session_id: registration.session_id,
      registration_id: registration.id,
    });
  if (!there) {
    const made = await signUpAnew(request, row);
    await scoped.write([settled, toldOf({ id: made, session_id: row.session_id })], [entry]);
    return;
  }
  if (there.id === row.registration_id && there.awaits_proof === 1) {
    throwIfRefused(await scoped.submit(proveByStaff(request, row, there)));
    await scoped.write([settled, toldOf(there)], [entry]);
    return;
  }
  const { asker, signedUp } = await askerOf(request, row);
  const hers = { sealed: sealPerson(asker, there.id, signedUp), own_phone: ownPhoneColumn(signedUp) };
  // The notice comes last, since what the other account was told of the registration goes with handing it over.
  const written = await scoped.write([settled, ...handOver(tools, row, there, hers), toldOf(there)], [entry]);
  if (!written.done) throw new ApiProblem(written.at === 0 ? 'not-found' : 'stale');
  if (there.awaits_proof === 1)
    throwIfRefused(await scoped.submit(proveByStaff(request, row, { ...there, account_id: row.account_id })));
}

/** Who asks, and with which key. @throws `not-found` where it can't be read any more */
async function askerOf(request: StaffRequest, row: HeldRow) {
  const asker = await accountOfOwner(request, row);
  const read = asker && readPerson(asker, row, request.request.log);
  if (!asker || !read?.person) throw new ApiProblem('not-found');
  return { asker, signedUp: { person: read.person, team: read.team, family: read.family } };
}

/** Staff know who it is: that is a proof as good as a code. */
const proveByStaff = (request: StaffRequest, row: HeldRow, there: RegistrationRow) => ({
  type: 'prove' as const,
  key: staffKey(request),
  fingerprint: staffFingerprint(request, { released: row.id }),
  registrationId: there.id,
  sessionId: there.session_id,
  accountId: row.account_id,
  by: 'staff' as const,
  staff: request.scoped.staffId,
});

/** @returns the id of the registration that there is now */
async function signUpAnew(request: StaffRequest, row: HeldRow): Promise<string> {
  const { scoped } = request;
  const { asker, signedUp } = await askerOf(request, row);
  const registrationId = newId(request.tools.now());
  const outcome = throwIfRefused(
    await scoped.submit(
      {
        type: 'register',
        key: staffKey(request),
        fingerprint: staffFingerprint(request, { released: row.id }),
        registrationId,
        sessionId: row.session_id,
        accountId: row.account_id,
        activeKey: row.active_key,
        limitKey: row.limit_key,
        phoneKey: row.phone_key,
        deviceKey: row.device_key,
        by: 'staff',
        staff: scoped.staffId,
      },
      {
        sealed: sealPerson(asker, registrationId, signedUp),
        consents: row.consents,
        own_phone: ownPhoneColumn(signedUp),
        numberKey: row.number_key,
      },
    ),
  );
  return 'registrationId' in outcome ? outcome.registrationId : registrationId;
}

/** Nobody waits any more for a session that was called off: whoever sent it reads why, and is told. */
export async function returnHeld(
  { scoped, tools }: Pick<ScopedContext, 'scoped' | 'tools'>,
  sessionId: string,
): Promise<void> {
  const store = storeOf(scoped);
  const { notice } = await scoped.session(sessionId);
  const rows = await store.read
    .selectFrom('held_registrations')
    .select(['id', 'account_id', 'session_id'])
    .where('session_id', '=', sessionId)
    .where('state', '=', 'held')
    .execute();
  for (const row of rows) {
    const end = store.read
      .updateTable('held_registrations')
      .set({ state: 'returned', reason: notice })
      .where('id', '=', row.id)
      .where('state', '=', 'held');
    await scoped.write(
      [statement(end, 1), heldNotice({ store, now: tools.now }, 'cancelled', row)],
      [scoped.entry('registration.returned', row.id, { session: sessionId })],
    );
  }
}
