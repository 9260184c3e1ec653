/** Keeps the day on which somebody is due again, by her separate consent, and tells her when it has come. */
import { dayAt, monthsAfter, type Day } from '@yugong/domain/calendar';
import { dueAgain, firstTold, nextStepAt, TIMES_TOLD } from '@yugong/domain/due-reminder';
import type { DueOfferWire, DueReminderChange, DueReminderWire } from '@yugong/domain/due-reminder/wire';
import { isQuiet } from '@yugong/domain/notice';
import { isoAt } from '@yugong/domain/time';
import { lookupKey } from '../crypto/ids';
import type { Account } from '../kernel/account';
import type { Service } from '../kernel/context';
import { ApiProblem } from '../kernel/problem';
import type { DueReminderRow, RegistrationRow, SessionRow } from '../kernel/schema';
import { statement, type Statement } from '../kernel/store';
import { noticeRow } from '../storage/rows';
import { findSession, type SessionOfProgramme } from './registrations';
import { consentOnWire, rulesIn } from './sessions';

type Reading = Pick<Service, 'store'>;

const PURPOSE = 'due-reminder';

/** The id of what is kept for a registration; the row itself doesn't say which that was. */
const idOf = ({ secrets }: Pick<Service, 'secrets'>, account: Pick<Account, 'id'>, registrationId: string): string =>
  `d${lookupKey(secrets.blind, PURPOSE, account.id, registrationId).replace(/[_-]/g, '0')}`;

export const dueReminderOnWire = (row: DueReminderRow): DueReminderWire => ({
  id: row.id,
  day: row.day,
  months: row.months,
  told: row.told,
  createdAt: isoAt(Number(row.created_at)),
});

const rowsOf = ({ store }: Reading, account: Pick<Account, 'id'>) =>
  store.read.selectFrom('due_reminders').selectAll().where('account_id', '=', account.id);

/** Everything that an account is to be told of, the earliest day first. */
export const dueRemindersOf = async (reading: Reading, account: Pick<Account, 'id'>): Promise<DueReminderWire[]> =>
  (await rowsOf(reading, account).orderBy('day').orderBy('id').execute()).map(dueReminderOnWire);

export const findDueReminder = (
  reading: Reading,
  account: Pick<Account, 'id'>,
  id: string,
): Promise<DueReminderRow | undefined> => rowsOf(reading, account).where('id', '=', id).executeTakeFirst();

/** Somebody's own. @throws ApiProblem `not-found` where there is none */
export async function ownDueReminder(
  reading: Reading,
  account: Pick<Account, 'id'>,
  id: string,
): Promise<DueReminderRow> {
  const row = await findDueReminder(reading, account, id);
  if (!row) throw new ApiProblem('not-found');
  return row;
}

/** The day on which somebody is due again after a screening; null where no rule says, or where she wasn't there. */
function dueAfter(
  { now }: Pick<Service, 'now'>,
  row: Pick<RegistrationRow, 'status'>,
  { session, programme }: SessionOfProgramme,
): { day: Day; months: number } | null {
  const hasSeat = ['booked', 'checked-in', 'fulfilled'].includes(row.status) && session.state !== 'cancelled';
  if (session.kind !== 'screening' || !hasSeat) return null;
  const due = dueAgain(rulesIn(programme.rules), dayAt(Number(session.starts_at)));
  return due && due.day > dayAt(now()) ? due : null;
}

/** What a ticket offers once its session is over; null before, and where there is nothing to be told of. */
export async function dueOfferOf(
  service: Service,
  account: Pick<Account, 'id'>,
  row: RegistrationRow,
  found: SessionOfProgramme,
): Promise<DueOfferWire | null> {
  const due = Number(found.session.ends_at) > service.now() ? null : dueAfter(service, row, found);
  if (!due) return null;
  const kept = await findDueReminder(service, account, idOf(service, account, row.id));
  const consent = consentOnWire(service, PURPOSE);
  return { day: due.day, consent, kept: kept ? dueReminderOnWire(kept) : null };
}

/**
 * What the tickets of sessions that are over offer.
 *
 * @param sessions theirs, by id
 * @returns by the registration's id; nothing where nothing is offered
 */
export async function dueOffersOf(
  service: Service,
  account: Pick<Account, 'id'>,
  rows: readonly RegistrationRow[],
  sessions: ReadonlyMap<string, SessionRow>,
): Promise<Map<string, DueOfferWire>> {
  const offers = new Map<string, DueOfferWire>();
  for (const row of rows) {
    const session = sessions.get(row.session_id);
    if (session?.kind !== 'screening' || Number(session.ends_at) > service.now()) continue;
    const found = await findSession(service, row.session_id);
    const offer = found && (await dueOfferOf(service, account, row, found));
    if (offer) offers.set(row.id, offer);
  }
  return offers;
}

/**
 * The row that keeps the day on which somebody is due again after a registration.
 *
 * @param consents what she agreed to, as it is recorded
 * @returns null where the ticket offers none
 */
export function dueReminderRow(
  service: Service,
  account: Pick<Account, 'id'>,
  row: RegistrationRow,
  found: SessionOfProgramme,
  consents: string,
): DueReminderRow | null {
  const due = dueAfter(service, row, found);
  return (
    due && {
      id: idOf(service, account, row.id),
      account_id: account.id,
      ...due,
      told: 0,
      next_at: firstTold(due.day),
      consents,
      created_at: service.now(),
    }
  );
}

/** Keeps it; what is kept already stays as it is, also where she deferred it. */
export const keepDueReminder = ({ store }: Reading, row: DueReminderRow): Statement =>
  statement(
    store.read
      .insertInto('due_reminders')
      .values(row)
      .onConflict((c) => c.doNothing()),
  );

/** Somebody comes later, or has been there: what is kept is another day, of which she is told anew. */
export function changeDueReminder(
  { store, now }: Pick<Service, 'store' | 'now'>,
  row: DueReminderRow,
  change: DueReminderChange,
): { row: DueReminderRow; statement: Statement } {
  const day = change.action === 'defer' ? monthsAfter(dayAt(now()), change.months) : monthsAfter(change.on, row.months);
  const changed = { day, told: 0, next_at: firstTold(day) };
  const update = store.read
    .updateTable('due_reminders')
    .set(changed)
    .where('id', '=', row.id)
    .where('account_id', '=', row.account_id);
  return { row: { ...row, ...changed }, statement: statement(update, 1) };
}

/** Somebody doesn't want to be told any more: the day is gone at once. */
export const removeDueReminder = ({ store }: Reading, account: Pick<Account, 'id'>, id: string): Statement =>
  statement(store.read.deleteFrom('due_reminders').where('id', '=', id).where('account_id', '=', account.id), 1);

const ROUND = 200;

/**
 * Tells whoever's day has come, outside the quiet hours, and a month later once more. Every process may: the count of
 * times is raised and the notice written together, and only one can raise it.
 *
 * @returns how many were told
 */
export async function sweepDueReminders({ store, now }: Pick<Service, 'store' | 'now'>): Promise<number> {
  const at = now();
  if (isQuiet(at)) return 0;
  const rows = await store.read
    .selectFrom('due_reminders')
    .selectAll()
    .where('told', '<', TIMES_TOLD)
    .where('next_at', '<=', at)
    .orderBy('next_at')
    .limit(ROUND)
    .execute();
  const written = await Promise.all(
    rows.map(({ id, account_id, told, next_at }) => {
      const raise = store.read
        .updateTable('due_reminders')
        .set({ told: told + 1, next_at: nextStepAt(told, at) })
        .where('id', '=', id)
        .where('told', '=', told)
        // Deferred since it was read, it is another day's.
        .where('next_at', '=', next_at);
      const notice = store.read.insertInto('notices').values(noticeRow('due-again', account_id, at, { alert_id: id }));
      return store.write([statement(raise, 1), statement(notice)]);
    }),
  );
  return written.filter(({ done }) => done).length;
}
