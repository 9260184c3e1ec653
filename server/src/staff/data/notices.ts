/** Notices to everybody in a session, in one statement however many they are, and how many of them are confirmed. */
import { sql } from 'kysely';
import { callableKinds } from '@yugong/domain/notice';
import type { ConfirmationsWire, SmsUsageWire } from '@yugong/domain/notice/staff-wire';
import type { NoticeWire } from '@yugong/domain/notice/wire';
import { newId } from '../../crypto/ids';
import { statement, type Statement } from '../../kernel/store';
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

/**
 * What shows best that the person knows of a notice. Whom a family member signed up, and who has a telephone of her own,
 * knows it by an SMS or a call: what the account's phone shows is the family member's reading. For queries that join
 * `notices` with `registrations`.
 */
export const confirmedBy = sql<Exclude<keyof ConfirmationsWire, 'people'>>`case
  when registrations.own_phone = 1 then case
    when notices.reached_at is not null then 'called'
    when exists (select 1 from deliveries where deliveries.notice_id = notices.id
      and deliveries.channel = 'sms' and deliveries.state = 'confirmed') then 'sms'
    else 'unconfirmed' end
  when notices.read_at is not null then 'read'
  when notices.reached_at is not null then 'called'
  when notices.delivered_at is not null then notices.delivered_by else 'unconfirmed' end`;

/**
 * How the people whom a session's latest notice concerns came to know of it, each counted once: by what shows best that
 * she knows. Whoever gave the place up since then is not among them.
 */
export async function confirmationsOf(scoped: Scoped, sessionId: string): Promise<ConfirmationsWire> {
  const { id } = await scoped.session(sessionId);
  const latest = storeOf(scoped)
    .read.selectFrom('notices')
    .innerJoin('registrations', 'registrations.id', 'notices.registration_id')
    .select([
      'notices.kind',
      'registrations.status',
      confirmedBy.as('confirmed'),
      sql<number>`row_number() over (partition by notices.registration_id
        order by notices.created_at desc, notices.id desc)`.as('newest'),
    ])
    .where('notices.session_id', '=', id)
    .where('registrations.session_id', '=', id)
    .where('notices.kind', 'in', callableKinds);
  const counted = await storeOf(scoped)
    .read.selectFrom(latest.as('latest'))
    .select(({ fn }) => ['confirmed', fn.countAll<number>().as('people')])
    .where('newest', '=', 1)
    .where(({ eb, or }) => or([eb('kind', '=', 'cancelled'), eb('status', '!=', 'cancelled')]))
    .groupBy('confirmed')
    .execute();
  const of = (how: keyof ConfirmationsWire): number =>
    Number(counted.find(({ confirmed }) => confirmed === how)?.people ?? 0);
  return {
    people: counted.reduce((sum, { people }) => sum + Number(people), 0),
    read: of('read'),
    wechat: of('wechat'),
    sms: of('sms'),
    called: of('called'),
    unconfirmed: of('unconfirmed'),
  };
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
