/** How much of one kind an account may send within a day, counted where it is written. */
import { sql, type Expression, type RawBuilder, type SqlBool } from 'kysely';
import { addDays, dayAt } from '@yugong/domain/calendar';
import { COMPLAINTS_PER_DAY } from '@yugong/domain/complaint';
import { REQUESTS_PER_DAY, URGENT_DAYS, URGENT_PER_DAY } from '@yugong/domain/legal-aid';
import { REPORTS_PER_DAY } from '@yugong/domain/report';
import { DAY } from '@yugong/domain/time';
import type { Account } from '../kernel/account';
import type { Service } from '../kernel/context';
import { ApiProblem } from '../kernel/problem';
import { statement, type Statement } from '../kernel/store';

type Writing = Pick<Service, 'store' | 'now'>;
type Sender = Pick<Account, 'id'>;

/** What one account sent within the last day. */
const sentToday = ({ store, now }: Writing, { id }: Sender, table: 'station_reports' | 'legal_aid' | 'complaints') =>
  store.read
    .selectFrom(table)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('account_id', '=', id)
    .where('created_at', '>', now() - DAY);

/** Of the requests that, those whose last day was within a week when they were sent. */
const urgentToday = (service: Writing, sender: Sender) => {
  const today = dayAt(service.now());
  return service.store.read
    .selectFrom('legal_aid')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('account_id', '=', sender.id)
    .where('created_at', '>', service.now() - DAY)
    .where('due_day', '>=', addDays(today, -1))
    .where('due_day', '<', addDays(today, URGENT_DAYS));
};

const isFewer = (sent: Expression<{ count: number }>, most: number): RawBuilder<SqlBool> =>
  sql<SqlBool>`(${sent}) < ${most}`;

/**
 * Statements that change a row only while there is room: written before what is limited, they keep it from being
 * written. The account's row is locked first, so that what is sent at the same moment is counted too.
 */
function whileFewer({ store: { read } }: Writing, { id }: Sender, limits: readonly RawBuilder<SqlBool>[]): Statement[] {
  const touch = () =>
    read
      .updateTable('accounts')
      .set({ created_at: sql`created_at` })
      .where('id', '=', id);
  return [statement(touch(), 1), ...limits.map((limit) => statement(touch().where(limit), 1))];
}

export const whileFewReports = (service: Writing, sender: Sender): Statement[] =>
  whileFewer(service, sender, [isFewer(sentToday(service, sender, 'station_reports'), REPORTS_PER_DAY)]);

export const tooManyReports = (): Promise<ApiProblem> => Promise.resolve(new ApiProblem('too-many-reports'));

export const whileFewComplaints = (service: Writing, sender: Sender): Statement[] =>
  whileFewer(service, sender, [isFewer(sentToday(service, sender, 'complaints'), COMPLAINTS_PER_DAY)]);

export const tooManyComplaints = (): Promise<ApiProblem> => Promise.resolve(new ApiProblem('too-many-complaints'));

/** @param urgent whether the request that is to be written is urgent */
export const whileFewRequests = (service: Writing, sender: Sender, urgent: boolean): Statement[] =>
  whileFewer(service, sender, [
    isFewer(sentToday(service, sender, 'legal_aid'), REQUESTS_PER_DAY),
    ...(urgent ? [isFewer(urgentToday(service, sender), URGENT_PER_DAY)] : []),
  ]);

/** Which of the limits on requests it was. */
export async function tooManyRequests(service: Writing, sender: Sender): Promise<ApiProblem> {
  const { count } = await sentToday(service, sender, 'legal_aid').executeTakeFirstOrThrow();
  return new ApiProblem(Number(count) >= REQUESTS_PER_DAY ? 'too-many-requests-open' : 'too-many-urgent');
}
