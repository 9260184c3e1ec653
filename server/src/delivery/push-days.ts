/**
 * One push a person a day, outside the kinds that decide whether she sets out in vain: whatever pushes takes the
 * person's day first, in the transaction that says that it is being sent. Any number of processes may try.
 */
import { DAY, instantOf } from '@yugong/domain/time';
import type { Service } from '../kernel/context';
import { statement, type Statement } from '../kernel/store';

type Reading = Pick<Service, 'store'>;
interface PushDay {
  accountId: string;
  /** A day in Chongqing. */
  day: string;
  /** What is pushed: it may take its day again, since a provider that didn't take it is asked twice. */
  by: string;
}

/** Takes a day; the statement must change its row, which it doesn't where another push has the day. */
export const takePushDay = ({ store: { read } }: Reading, { accountId, day, by }: PushDay): Statement =>
  statement(
    read
      .insertInto('push_days')
      .values({ account_id: accountId, day, taken_by: by })
      .onConflict((c) =>
        c.columns(['account_id', 'day']).doUpdateSet({ taken_by: by }).where('push_days.taken_by', '=', by),
      ),
    1,
  );

/** Keeps a day for good: the push went out, and nothing takes the day again. */
export const keepPushDay = ({ store: { read } }: Reading, { accountId, day }: PushDay): Statement =>
  statement(
    read.updateTable('push_days').set({ taken_by: 'sent' }).where('account_id', '=', accountId).where('day', '=', day),
  );

/** Gives a day back: the provider refused what it was taken for. */
export const giveBackPushDay = ({ store: { read } }: Reading, { accountId, day, by }: PushDay): Statement =>
  statement(
    read.deleteFrom('push_days').where('account_id', '=', accountId).where('day', '=', day).where('taken_by', '=', by),
  );

/** Whether a person had the push of a day. */
export async function hadPush({ store }: Reading, { accountId, day }: Omit<PushDay, 'by'>): Promise<boolean> {
  const row = await store.read
    .selectFrom('push_days')
    .select('day')
    .where('account_id', '=', accountId)
    .where('day', '=', day)
    .executeTakeFirst();
  return row !== undefined;
}

/** In how many sessions of a day an account has places: one push says it of all of them. */
export async function placesOn({ store }: Reading, accountId: string, day: string): Promise<number> {
  const { count } = await store.read
    .selectFrom('registrations')
    .innerJoin('sessions', 'sessions.id', 'registrations.session_id')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('registrations.account_id', '=', accountId)
    .where('registrations.status', '=', 'booked')
    .where('sessions.state', '=', 'open')
    .where('sessions.starts_at', '>=', instantOf(day))
    .where('sessions.starts_at', '<', instantOf(day) + DAY)
    .executeTakeFirstOrThrow();
  return Number(count);
}
