/** Notices to everybody in a session, in one statement however many they are, and what SMS cost. */
import { sql } from 'kysely';
import type { SmsUsageWire } from '@yugong/domain/notice/staff-wire';
import type { NoticeWire } from '@yugong/domain/notice/wire';
import { newId } from '../../crypto/ids';
import { templateKindOf } from '@yugong/domain/notice';
import type { RegistrationRow } from '../../kernel/schema';
import { statement, type Statement } from '../../kernel/store';
import { noticeRow } from '../../storage/rows';
import { smsUsage } from '../../delivery/usage';
import type { ScopedContext } from '../context';
import { storeOf, type Scoped } from './scoped';

/** Tells everybody with a place or in line that their session's time or place is another. */
export function notifyChanged(
  scoped: Scoped,
  sessionId: string,
  changes: NoticeWire['changes'],
  now: number,
): Statement {
  const event = newId(now);
  const rows = scoped
    .registrations()
    .select([
      // The event's id and the registration's: one notice each.
      sql<string>`cast(${event} as text) || '-' || registrations.id`.as('id'),
      sql<'changed'>`'changed'`.as('kind'),
      'registrations.account_id',
      sql<string>`registrations.id`.as('registration_id'),
      'registrations.session_id',
      sql<string>`cast(${JSON.stringify(changes)} as text)`.as('changes'),
      sql<number>`cast(${now} as bigint)`.as('created_at'),
      sql<number>`0`.as('calls'),
      sql<number>`cast(${now} as bigint)`.as('deliver_at'),
    ])
    .where('registrations.session_id', '=', sessionId)
    .where('registrations.status', 'in', ['booked', 'waitlist'])
    // A number that nobody has proved may be anybody's.
    .where('registrations.awaits_proof', '=', 0)
    .where('registrations.account_id', '!=', '');
  const insert = storeOf(scoped)
    .read.insertInto('notices')
    .columns([
      'id',
      'kind',
      'account_id',
      'registration_id',
      'session_id',
      'changes',
      'created_at',
      'calls',
      'deliver_at',
    ])
    .expression(rows);
  return statement(insert);
}

/** A message to whose a registration is, sealed already. */
export const messageNotice = (
  { scoped, tools }: ScopedContext,
  { id, account_id, session_id }: Pick<RegistrationRow, 'id' | 'account_id' | 'session_id'>,
  sealed: string,
): Statement =>
  statement(
    storeOf(scoped)
      .read.insertInto('notices')
      .values(noticeRow('message', account_id, tools.now(), { registration_id: id, session_id, sealed })),
  );

/** Of which registrations WeChat would say that there is a message: a yes to it is left besides the last one. */
export async function wechatReaders(
  { scoped, tools }: ScopedContext,
  rows: readonly Pick<RegistrationRow, 'id'>[],
): Promise<ReadonlySet<string>> {
  const kind = templateKindOf('message');
  const template = tools.wechat.templates?.[kind];
  if (!template) return new Set();
  const grants = await storeOf(scoped)
    .read.selectFrom('wechat_grants')
    .select('subject_id')
    .where('template_kind', '=', kind)
    .where('remaining', '>=', template.longTerm ? 1 : 2)
    .where(
      'subject_id',
      'in',
      rows.map(({ id }) => id),
    )
    .execute();
  return new Set(grants.map(({ subject_id }) => subject_id));
}

/** For how many people a notice says that their place in a session is cancelled, since an instant. */
export async function cancellationsSince(scoped: Scoped, sessionId: string, since: number): Promise<number> {
  const { count } = await storeOf(scoped)
    .read.selectFrom('notices')
    .select(({ fn }) => fn.count<number>('registration_id').distinct().as('count'))
    .where('session_id', '=', (await scoped.session(sessionId)).id)
    .where('kind', '=', 'cancelled')
    .where('created_at', '>=', since)
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** What SMS cost, and how near their ceilings they are; null where none are sent. */
export async function smsUsageOf({ scoped, tools }: ScopedContext): Promise<SmsUsageWire> {
  const { sms, now } = tools;
  if (!sms) return { sms: null };
  const { hour, day, month } = await smsUsage({ store: storeOf(scoped), now });
  return {
    sms: {
      hour: { sent: hour.sent, ceiling: sms.ceilings.hour },
      day: { sent: day.sent, ceiling: sms.ceilings.day },
      month,
    },
  };
}
