/** Asking to be reminded: what is reminder of it, and how it stands. */
import { addDays, dayAt } from '@yugong/domain/calendar';
import { quietHours } from '@yugong/domain/notice';
import { reminderAt } from '@yugong/domain/registration/reminder';
import type { ReminderWire } from '@yugong/domain/registration/detail';
import { instantOf, isoAt } from '@yugong/domain/time';
import type { Service } from '../kernel/context';
import { hadPush } from '../delivery/push-days';
import { audit } from '../services/accounts';
import type { Account } from '../kernel/account';
import type { RegistrationRow, SessionRow } from '../kernel/schema';
import { statement } from '../kernel/store';

export const openidContext = (registrationId: string): string => `reminder|${registrationId}`;

/** Is there still a day before, for somebody with a place? */
const isInTime = (row: RegistrationRow, session: SessionRow, now: number): boolean =>
  row.status === 'booked' && session.state === 'open' && now < reminderAt(session.starts_at);

/**
 * How the reminders of registrations stand.
 *
 * @param sessions theirs, by id
 * @returns by the registration's id; nothing where there is none and none can be had
 */
export async function remindersOf(
  { store, wechat, now }: Pick<Service, 'store' | 'wechat' | 'now'>,
  rows: readonly RegistrationRow[],
  sessions: ReadonlyMap<string, SessionRow>,
): Promise<Map<string, ReminderWire>> {
  if (wechat.templates === null || rows.length === 0) return new Map();
  const template = wechat.templates.reminder?.id;
  const ids = rows.map(({ id }) => id);
  const asked = await store.read
    .selectFrom('reminders')
    .select(['registration_id', 'state', 'session_id', 'not_before'])
    .where('registration_id', 'in', ids)
    .execute();
  const reminders = new Map(asked.map((one) => [one.registration_id, one]));
  return new Map(
    rows.flatMap((row): [string, ReminderWire][] => {
      const session = sessions.get(row.session_id);
      if (!session) return [];
      const at = isoAt(reminderAt(session.starts_at));
      const reminder = reminders.get(row.id);
      // One that couldn't go out at its time, since another push was that day's, comes later.
      const due = isoAt(Math.max(reminderAt(session.starts_at), Number(reminder?.not_before ?? 0)));
      // Moved after the message for the session before: for this one there was none.
      if (reminder && (reminder.session_id === null || reminder.session_id === session.id))
        return row.status === 'booked' ? [[row.id, { state: reminder.state, at: due, template: null }]] : [];
      return template !== undefined && isInTime(row, session, now())
        ? [[row.id, { state: 'offered', at, template }]]
        : [];
    }),
  );
}

/**
 * Keeps that the person said yes to one message. The openid is reminder for nothing else, sealed, and only until then.
 *
 * @returns false where it is too late, or was sent already
 */
export async function askReminder(
  { store, now, wechat }: Service,
  { account, row, session, openid }: { account: Account; row: RegistrationRow; session: SessionRow; openid: string },
): Promise<boolean> {
  if (wechat.templates === null || !isInTime(row, session, now())) return false;
  const day = dayAt(reminderAt(session.starts_at));
  const isTaken = day === dayAt(now()) && (await hadPush({ store }, { accountId: account.id, day }));
  const notBefore = isTaken ? instantOf(addDays(day, 1), quietHours.to) : 0;
  // The next morning would be too late.
  if (notBefore >= Number(session.starts_at)) return false;
  const sealed = account.seal(openid, openidContext(row.id));
  const fresh = {
    state: 'waiting' as const,
    session_id: null,
    sealed,
    tries: 0,
    not_before: notBefore,
    errcode: null,
    created_at: now(),
  };
  const insert = store.read
    .insertInto('reminders')
    .values({ registration_id: row.id, account_id: account.id, ...fresh })
    .onConflict((c) =>
      c
        .column('registration_id')
        .doUpdateSet(fresh)
        .where(({ eb, or }) =>
          or([eb('reminders.state', '=', 'waiting'), eb('reminders.session_id', '!=', session.id)]),
        ),
    );
  const written = await store.write([statement(insert, 1)], [audit(account.id, 'reminder.asked')]);
  return written.done;
}
