/** Messages to everybody in a session, in one statement however many they are. */
import { sql } from 'kysely';
import { newId } from '../../crypto/ids';
import { statement, type Statement } from '../../kernel/store';
import { storeOf, type Scoped } from './scoped';

/** @param kind what the phone says in its own words */
export function notifySession(scoped: Scoped, sessionId: string, kind: 'changed', now: number): Statement {
  const rows = scoped
    .registrations()
    .select([
      // The event's id and the registration's: one message each.
      sql<string>`${newId(now)} || '-' || registrations.id`.as('id'),
      sql<string>`cast(${kind} as text)`.as('kind'),
      'registrations.account_id',
      sql<string>`registrations.id`.as('registration_id'),
      'registrations.session_id',
      sql<number>`cast(${now} as bigint)`.as('created_at'),
      sql<null>`null`.as('done_at'),
    ])
    .where('registrations.session_id', '=', sessionId)
    .where('registrations.status', 'in', ['booked', 'waitlist'])
    .where('registrations.account_id', '!=', '');
  const insert = storeOf(scoped)
    .read.insertInto('outbox')
    .columns(['id', 'kind', 'account_id', 'registration_id', 'session_id', 'created_at', 'done_at'])
    .expression(rows as never);
  return statement(insert);
}

/** To how many a message went that their place in a session is cancelled, since an instant. */
export async function cancellationsNotifiedSince(scoped: Scoped, sessionId: string, since: number): Promise<number> {
  const { count } = await storeOf(scoped)
    .read.selectFrom('outbox')
    .select(({ fn }) => fn.count<number>('registration_id').distinct().as('count'))
    .where('session_id', '=', (await scoped.session(sessionId)).id)
    .where('kind', '=', 'cancelled')
    .where('created_at', '>=', since)
    .executeTakeFirstOrThrow();
  return Number(count);
}
