/** How many SMS go out: counted in the transaction that hands one over, so that no process goes over a ceiling. */
import { dayAt, timeAt } from '@yugong/domain/calendar';
import { HOUR } from '@yugong/domain/time';
import { sql } from 'kysely';
import type { Service } from '../kernel/context';
import { statement, type Statement } from '../kernel/store';

type Reading = Pick<Service, 'store'>;

/** The hour, the day and the month of an instant, by Chongqing's clock. */
const periodsOf = (instant: number) => {
  const day = dayAt(instant);
  return { hour: `${day}T${timeAt(instant).slice(0, 2)}`, day, month: day.slice(0, 7) };
};

/** A month has no ceiling but what the column holds. */
const MOST = 2 ** 31 - 1;

/** One more in every period; the statements of the hour and the day change nothing where their ceiling is reached. */
export function countOne(
  { store }: Reading,
  instant: number,
  ceilings: { hour: number; day: number },
): { hour: Statement; day: Statement; month: Statement } {
  const periods = periodsOf(instant);
  const one = (period: string, most: number): Statement =>
    statement(
      store.read
        .insertInto('sms_usage')
        .values({ period, sent: 1, segments: 0 })
        .onConflict((c) =>
          c
            .column('period')
            .doUpdateSet({ sent: sql<number>`sms_usage.sent + 1` })
            .where('sms_usage.sent', '<', most),
        ),
      1,
    );
  return {
    hour: one(periods.hour, ceilings.hour),
    day: one(periods.day, ceilings.day),
    month: one(periods.month, MOST),
  };
}

/**
 * What was not taken is not paid for; what was taken is paid for by the segment. The rows are changed in the order in which
 * {@link countOne} changes them: two processes that took them the other way round would wait for each other for ever.
 */
export const correctCount = (
  { store }: Reading,
  instant: number,
  change: { sent: number; segments: number },
): Statement[] => {
  const { hour, day, month } = periodsOf(instant);
  return [hour, day, month].map((period) =>
    statement(
      store.read
        .updateTable('sms_usage')
        .set(({ eb }) => ({ sent: eb('sent', '+', change.sent), segments: eb('segments', '+', change.segments) }))
        .where('period', '=', period),
    ),
  );
};

/** When the ceiling of the hour, or of the day, gives room again. */
export const nextHour = (instant: number): number => Math.floor(instant / HOUR) * HOUR + HOUR;

/** SMS of this hour, this day and this month. */
export async function smsUsage({ store, now }: Pick<Service, 'store' | 'now'>) {
  const periods = periodsOf(now());
  const rows = await store.read
    .selectFrom('sms_usage')
    .selectAll()
    .where('period', 'in', Object.values(periods))
    .execute();
  const of = (period: string) => {
    const row = rows.find((one) => one.period === period);
    return { sent: Number(row?.sent ?? 0), segments: Number(row?.segments ?? 0) };
  };
  return { hour: of(periods.hour), day: of(periods.day), month: of(periods.month) };
}
