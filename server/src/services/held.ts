/** Sign-ups that wait: for a proof of their telephone number, or for staff to settle whose they are. */
import type { Register } from '@yugong/domain/registration';
import type { HeldWire, ProofWire } from '@yugong/domain/registration/detail';
import { maskPerson, type Person } from '@yugong/domain/person';
import { isoAt } from '@yugong/domain/time';
import { PEOPLE_LIMIT } from '@yugong/domain/registration';
import { sql } from 'kysely';
import { base32, keyed } from '../crypto/ids';
import type { Account, FaultLog } from '../kernel/account';
import type { Service } from '../kernel/context';
import { ApiProblem } from '../kernel/problem';
import type { HeldRow, NoticeRow, RegistrationRow } from '../kernel/schema';
import { statement, type Statement } from '../kernel/store';
import { forgetGrants, movedGrants } from '../delivery/grants';
import { noticeRow } from '../storage/rows';
import { deleteNotices } from './notices';
import { proofWays } from './proof-ways';
import { readPerson } from './registrations';
import { sessionWire } from './sessions';

/** The id is the same for the same person, session and account, so that asking again makes no second one. */
export const heldId = (
  { secrets }: Pick<Service, 'secrets'>,
  { accountId, sessionId, limitKey }: Pick<Register, 'accountId' | 'sessionId' | 'limitKey'>,
): string =>
  base32(Buffer.from(keyed(secrets.blind, 'held', accountId, sessionId, limitKey), 'base64url').subarray(0, 16));

/** What of a held sign-up the engine doesn't know; `sealed` is the person, sealed for the id of {@link heldId}. */
type Holding = Pick<
  HeldRow,
  'programme_id' | 'sealed' | 'own_phone' | 'consents' | 'number_key' | 'cause' | 'proof_until' | 'registration_id'
>;

/**
 * Keeps a sign-up until its telephone number is proved or staff have settled it. Asked again it is the same one, and a
 * time to prove the number that is over begins anew.
 *
 * @throws `limit-reached` where the account's own registrations are the programme's limit for this person;
 *   `people-limit-reached` where the account or the device has as many open already as it may hold places for
 */
export async function holdSignUp(
  { store, now, secrets }: Pick<Service, 'store' | 'now' | 'secrets'>,
  command: Pick<Register, 'accountId' | 'sessionId' | 'activeKey' | 'limitKey' | 'phoneKey' | 'deviceKey'>,
  holding: Holding,
): Promise<HeldRow> {
  const { accountId, sessionId, limitKey } = command;
  const { read } = store;
  const { own, limit } = await read
    .selectFrom('programmes')
    .select('limit_per_person as limit')
    .select(({ selectFrom, fn }) =>
      selectFrom('registrations')
        .select(fn.countAll<number>().as('count'))
        .where('account_id', '=', accountId)
        .where('limit_key', '=', limitKey)
        .where('awaits_proof', '=', 0)
        .as('own'),
    )
    .where('id', '=', holding.programme_id)
    .executeTakeFirstOrThrow();
  if (limit !== null && Number(own) >= limit && holding.registration_id === null) throw new ApiProblem('limit-reached');
  const deviceKey = command.deviceKey ?? null;
  const at = now();
  const open = (
    await read
      .selectFrom('held_registrations')
      .selectAll()
      .where('programme_id', '=', holding.programme_id)
      .where(({ or, eb }) =>
        or([eb('account_id', '=', accountId), ...(deviceKey === null ? [] : [eb('device_key', '=', deviceKey)])]),
      )
      .execute()
  ).filter((one) => one.account_id === accountId || one.state === 'held');
  const id = heldId({ secrets }, command);
  const before = open.find((one) => one.id === id);
  if (before && !mustBeginAnew(before, holding, at)) return before;
  const others = open.filter((one) => one.id !== id && !isProofOver(one, at));
  const counts = [
    others.filter(({ account_id }) => account_id === accountId).length,
    others.filter(({ device_key }) => deviceKey !== null && device_key === deviceKey).length,
  ];
  if (Math.max(...counts) >= PEOPLE_LIMIT) throw new ApiProblem('people-limit-reached');
  const row: HeldRow = {
    id,
    session_id: sessionId,
    account_id: accountId,
    active_key: command.activeKey,
    limit_key: limitKey,
    phone_key: command.phoneKey,
    device_key: deviceKey,
    proved_at: null,
    ...holding,
    state: 'held',
    reason: null,
    created_at: at,
  };
  const insert = read
    .insertInto('held_registrations')
    .values(row)
    .onConflict((c) => (before ? c.column('id').doUpdateSet(row) : c.doNothing()));
  const entry = {
    actor: `account:${accountId}`,
    action: 'registration.held',
    subject: id,
    detail: { session: sessionId },
  };
  await store.write([statement(insert)], [entry]);
  return row;
}

/** Is the time to prove its number over, so that nothing comes of it any more? */
const isProofOver = ({ proof_until, proved_at }: HeldRow, at: number): boolean =>
  proof_until !== null && proved_at === null && Number(proof_until) <= at;

const mustBeginAnew = (before: HeldRow, { proof_until }: Holding, at: number): boolean =>
  before.state === 'held' && proof_until !== null && isProofOver(before, at);

/** One's own, or nothing: whose it is otherwise is not said. @throws ApiProblem `not-found` */
export async function ownHeld({ store }: Pick<Service, 'store'>, account: Account, id: string): Promise<HeldRow> {
  const row = await store.read
    .selectFrom('held_registrations')
    .selectAll()
    .where('id', '=', id)
    .where('account_id', '=', account.id)
    .executeTakeFirst();
  if (!row) throw new ApiProblem('not-found');
  return row;
}

export const heldRowsOf = ({ store }: Pick<Service, 'store'>, account: Pick<Account, 'id'>): Promise<HeldRow[]> =>
  store.read
    .selectFrom('held_registrations')
    .selectAll()
    .where('account_id', '=', account.id)
    .orderBy('created_at', 'desc')
    .execute();

/** What an account reads of its own. */
export async function heldOf(service: Service, account: Account, log: FaultLog): Promise<HeldWire[]> {
  const rows = await heldRowsOf(service, account);
  if (rows.length === 0) return [];
  const sessions = await service.store.read
    .selectFrom('sessions')
    .selectAll()
    .where(
      'id',
      'in',
      rows.map(({ session_id }) => session_id),
    )
    .execute();
  return rows.flatMap((row) => {
    const session = sessions.find((one) => one.id === row.session_id);
    if (!session) return [];
    return [
      {
        id: row.id,
        session: sessionWire(session, service.now()),
        state: row.state,
        reason: row.reason,
        createdAt: isoAt(Number(row.created_at)),
        proof: proofWire(service, row, readPerson(account, row, log).person),
      },
    ];
  });
}

/** How its number can be proved; null where that isn't asked for, or was done. */
export const proofWire = (
  service: Pick<Service, 'sms' | 'wechat'>,
  { proof_until, proved_at, state }: HeldRow,
  person: Person | null,
): ProofWire | null =>
  proof_until === null || proved_at !== null || state !== 'held'
    ? null
    : { until: isoAt(Number(proof_until)), ways: proofWays(service), phone: maskPerson(person).phone ?? '' };

/** What the sign-up of a held row is answered with: the same whether a seat is kept for it or somebody else has it. */
export const heldAnswer = (service: Pick<Service, 'sms' | 'wechat'>, row: HeldRow, person: Person | null) => {
  const createdAt = isoAt(Number(row.created_at));
  return {
    ...{ id: row.id, sessionId: row.session_id, programmeId: row.programme_id, status: 'held' as const, ahead: 0 },
    ...{ offerUntil: null, createdAt, updatedAt: createdAt, mine: false as const },
    proof: proofWire(service, row, person),
  };
};

/**
 * Makes a registration the asking account's, with the person as typed there. What was agreed to from the other account,
 * as reminders, ends with it. The first statement changes one row, or nothing is written.
 */
export function handOver(
  { store, now }: Pick<Service, 'store' | 'now'>,
  row: HeldRow,
  there: RegistrationRow,
  { sealed, own_phone }: Pick<RegistrationRow, 'sealed' | 'own_phone'>,
): Statement[] {
  const { read } = store;
  const update = read
    .updateTable('registrations')
    .set({
      account_id: row.account_id,
      sealed,
      own_phone,
      consents: row.consents,
      phone_key: row.phone_key,
      device_key: row.device_key,
      number_key: row.number_key,
      updated_at: now(),
    })
    .where('id', '=', there.id)
    .where('account_id', '=', there.account_id)
    .where('active_key', '=', there.active_key);
  return [
    statement(update, 1),
    statement(read.deleteFrom('reminders').where('registration_id', '=', there.id)),
    forgetGrants({ store }, there.id),
    // What was written of it to the account that had it is that account's no more, but that it has it no more.
    ...deleteNotices({ store }, { registration_id: there.id }),
    ...(there.account_id === '' || there.awaits_proof === 1
      ? []
      : [heldNotice({ store, now }, 'cancelled', { account_id: there.account_id, session_id: there.session_id })]),
  ];
}

/**
 * A held sign-up has become a registration: what was agreed to of it, and what is under way to whoever sent it, is the
 * registration's from now on. What concerned another session than the registration's is nobody's to be told of any more.
 */
export async function becomeRegistration(
  { store, now }: Pick<Service, 'store' | 'now'>,
  account: Account,
  held: Pick<HeldRow, 'id' | 'session_id'>,
  { id, session_id }: Pick<RegistrationRow, 'id' | 'session_id'>,
): Promise<Statement[]> {
  const at = now();
  // By SMS and by a call nobody could be told while the number wasn't proved; where a registration told it, it was.
  const due = sql<number | null>`case when deliver_at is null and told_by is null and read_at is null
    and reached_at is null and delivered_at is null then cast(${at} as bigint) else deliver_at end`;
  const carried = store.read
    .updateTable('notices')
    .set({ registration_id: id, held_id: null, told_by: null, deliver_at: due })
    .where('held_id', '=', held.id);
  return [
    ...(session_id === held.session_id ? [statement(carried)] : deleteNotices({ store }, { held_id: held.id })),
    ...(await movedGrants({ store }, account, { from: held.id, to: id })),
  ];
}

/** Tells an account what was settled: of a place that it has now, or of one that it doesn't have. */
export const heldNotice = (
  { store, now }: Pick<Service, 'store' | 'now'>,
  kind: 'held-released' | 'held-returned' | 'cancelled',
  {
    account_id,
    ...about
  }: Pick<NoticeRow, 'account_id' | 'session_id'> & Partial<Pick<NoticeRow, 'registration_id' | 'held_id' | 'told_by'>>,
): Statement => statement(store.read.insertInto('notices').values(noticeRow(kind, account_id, now(), about)));
