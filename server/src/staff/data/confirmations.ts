/** Who of a session's people is known to know of its latest notice, and by what: the counts, and the list behind each. */
import { sql } from 'kysely';
import type * as v from 'valibot';
import { callableKinds, isCallable } from '@yugong/domain/notice';
import type {
  ConfirmationsWire,
  ConfirmationWay,
  ConfirmedPeopleQuery,
  ConfirmedPeopleWire,
} from '@yugong/domain/notice/staff-wire';
import { maskPerson } from '@yugong/domain/person';
import { maskFamily } from '@yugong/domain/registration';
import { isoAt } from '@yugong/domain/time';
import type { FaultLog } from '../../kernel/account';
import type { ScopedContext } from '../context';
import { attemptsOf } from './call-attempts';
import { peopleOf } from './people';
import { storeOf, type Scoped } from './scoped';

/**
 * What shows best that the person knows of a notice. Whom a family member signed up, and who has a telephone of her own,
 * knows it by an SMS or a call: what the account's phone shows is the family member's reading. For queries that join
 * `notices` with `registrations`.
 */
export const confirmedBy = sql<ConfirmationWay>`case
  when registrations.own_phone = 1 then case
    when notices.reached_at is not null then 'called'
    when exists (select 1 from deliveries where deliveries.notice_id = notices.id
      and deliveries.channel = 'sms' and deliveries.state = 'confirmed') then 'sms'
    else 'unconfirmed' end
  when notices.read_at is not null then 'read'
  when notices.reached_at is not null then 'called'
  when notices.delivered_at is not null then notices.delivered_by else 'unconfirmed' end`;

/** When that was shown, in milliseconds since the epoch; null where it wasn't. As {@link confirmedBy} has it. */
const confirmedAt = sql<number | null>`case
  when registrations.own_phone = 1 then case
    when notices.reached_at is not null then notices.reached_at
    else (select deliveries.updated_at from deliveries where deliveries.notice_id = notices.id
      and deliveries.channel = 'sms' and deliveries.state = 'confirmed') end
  when notices.read_at is not null then notices.read_at
  when notices.reached_at is not null then notices.reached_at
  else notices.delivered_at end`;

/**
 * The latest notice of each registration in a session, with how it is confirmed. Whoever gave the place up since then is
 * not among them.
 */
function latestNotices(scoped: Scoped, sessionId: string) {
  const { read } = storeOf(scoped);
  const latest = read
    .selectFrom('notices')
    .innerJoin('registrations', 'registrations.id', 'notices.registration_id')
    .select(['notices.id', 'notices.kind', 'notices.registration_id', 'notices.created_at'])
    .select(['registrations.status', 'registrations.place'])
    .select([
      confirmedBy.as('confirmed'),
      confirmedAt.as('confirmed_at'),
      sql<number>`row_number() over (partition by notices.registration_id
        order by notices.created_at desc, notices.id desc)`.as('newest'),
    ])
    .where('notices.session_id', '=', sessionId)
    .where('registrations.session_id', '=', sessionId)
    .where('notices.kind', 'in', callableKinds);
  return read
    .selectFrom(latest.as('latest'))
    .where('newest', '=', 1)
    .where(({ eb, or }) => or([eb('kind', '=', 'cancelled'), eb('status', '!=', 'cancelled')]));
}

/** How the people whom a session's latest notice concerns came to know of it, each counted once: by what shows it best. */
export async function confirmationsOf(scoped: Scoped, sessionId: string): Promise<ConfirmationsWire> {
  const { id } = await scoped.session(sessionId);
  const counted = await latestNotices(scoped, id)
    .select(({ fn }) => ['confirmed', fn.countAll<number>().as('people')])
    .groupBy('confirmed')
    .execute();
  const of = (way: ConfirmationWay): number => Number(counted.find(({ confirmed }) => confirmed === way)?.people ?? 0);
  return {
    people: counted.reduce((sum, { people }) => sum + Number(people), 0),
    read: of('read'),
    wechat: of('wechat'),
    sms: of('sms'),
    called: of('called'),
    unconfirmed: of('unconfirmed'),
  };
}

const PAGE_SIZE = 50;

/** The people behind one of the counts of {@link confirmationsOf}, masked, in the order of their arrival. */
export async function confirmedPeople(
  context: ScopedContext,
  { id: sessionId, way }: { id: string; way: ConfirmationWay },
  { after = '0', limit }: v.InferOutput<typeof ConfirmedPeopleQuery>,
  log: FaultLog,
): Promise<ConfirmedPeopleWire> {
  const { scoped } = context;
  const { id } = await scoped.session(sessionId);
  const size = limit === undefined ? PAGE_SIZE : Number(limit);
  const of = latestNotices(scoped, id).where('confirmed', '=', way);
  const { count } = await of.select(({ fn }) => fn.countAll<number>().as('count')).executeTakeFirstOrThrow();
  const notices = await of
    .selectAll()
    .orderBy('place')
    .orderBy('registration_id')
    .limit(size)
    .offset(Number(after))
    .execute();
  await scoped.saw('confirmations.seen', id, { rows: notices.length, way });
  if (notices.length === 0) return { total: Number(count), people: [], next: null };
  const rows = await scoped
    .registrations()
    .selectAll()
    .where(
      'registrations.id',
      'in',
      notices.flatMap(({ registration_id }) => registration_id ?? []),
    )
    .execute();
  const opened = await peopleOf(context, rows, log);
  const attempts = await attemptsOf(context, notices);
  const people = notices.flatMap((notice): ConfirmedPeopleWire['people'] => {
    const { registration_id: registrationId, kind, created_at, confirmed_at } = notice;
    if (registrationId === null || !isCallable(kind)) return [];
    const { person = null, family = null } = opened.get(registrationId) ?? {};
    const { name, phone } = maskPerson(person);
    return [
      {
        registrationId,
        name,
        phone: phone ?? '',
        contact: maskFamily(family),
        kind,
        at: isoAt(Number(created_at)),
        confirmedAt: confirmed_at === null ? null : isoAt(Number(confirmed_at)),
        attempts: way === 'unconfirmed' ? attempts(notice, phone ?? '') : [],
      },
    ];
  });
  const shown = Number(after) + notices.length;
  return { total: Number(count), people, next: shown < Number(count) ? String(shown) : null };
}
