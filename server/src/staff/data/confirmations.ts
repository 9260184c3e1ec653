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
import { peopleBehind } from './people';
import { storeOf, type Scoped } from './scoped';

/** Each notice with the registration, or the sign-up that staff have to settle, that it is of. */
export const noticesWithSubjects = (scoped: Scoped) =>
  storeOf(scoped)
    .read.selectFrom('notices')
    .leftJoin('registrations', 'registrations.id', 'notices.registration_id')
    .leftJoin('held_registrations', 'held_registrations.id', 'notices.held_id');

/** The id of what a notice of {@link noticesWithSubjects} is of. */
export const subjectOf = sql<string>`coalesce(notices.registration_id, notices.held_id)`;

/**
 * Whether there is somebody behind a notice of {@link noticesWithSubjects} to be told besides those of others: of a
 * sign-up that staff have to settle, only once its number isn't anybody's, and where no registration's notice goes there.
 */
export const isSomebodys = sql<boolean>`(
  (registrations.id is not null and registrations.account_id <> '')
  or (held_registrations.id is not null and notices.told_by is null
    and (held_registrations.proof_until is null or held_registrations.proved_at is not null)))`;

const ownPhone = sql<number | null>`coalesce(registrations.own_phone, held_registrations.own_phone)`;

/**
 * What shows best that the person knows of a notice. Whom a family member signed up, and who has a telephone of her own,
 * knows it by an SMS or a call: what the account's phone shows is the family member's reading. For queries of
 * {@link noticesWithSubjects}.
 */
export const confirmedBy = sql<ConfirmationWay>`case
  when ${ownPhone} = 1 then case
    when notices.reached_at is not null then 'called'
    when exists (select 1 from deliveries where deliveries.notice_id = notices.id
      and deliveries.channel = 'sms' and deliveries.state = 'confirmed') then 'sms'
    else 'unconfirmed' end
  when notices.read_at is not null then 'read'
  when notices.reached_at is not null then 'called'
  when notices.delivered_at is not null then notices.delivered_by else 'unconfirmed' end`;

/** When that was shown, in milliseconds since the epoch; null where it wasn't. As {@link confirmedBy} has it. */
const confirmedAt = sql<number | null>`case
  when ${ownPhone} = 1 then case
    when notices.reached_at is not null then notices.reached_at
    else (select deliveries.updated_at from deliveries where deliveries.notice_id = notices.id
      and deliveries.channel = 'sms' and deliveries.state = 'confirmed') end
  when notices.read_at is not null then notices.read_at
  when notices.reached_at is not null then notices.reached_at
  else notices.delivered_at end`;

/**
 * The latest notice of each registration in a session, and of each sign-up for it that staff have to settle, with how it
 * is confirmed. Whoever gave the place up since then is not among them.
 */
function latestNotices(scoped: Scoped, sessionId: string) {
  const latest = noticesWithSubjects(scoped)
    .select(['notices.id', 'notices.kind', 'notices.registration_id', 'notices.held_id', 'notices.created_at'])
    .select(['registrations.status', 'registrations.place'])
    .select([
      subjectOf.as('subject'),
      confirmedBy.as('confirmed'),
      confirmedAt.as('confirmed_at'),
      sql<number>`row_number() over (partition by ${subjectOf}
        order by notices.created_at desc, notices.id desc)`.as('newest'),
    ])
    .where('notices.session_id', '=', sessionId)
    .where(({ eb, fn }) => eb(fn.coalesce('registrations.session_id', 'held_registrations.session_id'), '=', sessionId))
    .where('notices.kind', 'in', callableKinds)
    .where(isSomebodys);
  return storeOf(scoped)
    .read.selectFrom(latest.as('latest'))
    .where('newest', '=', 1)
    .where(({ eb, or }) =>
      or([eb('kind', '=', 'cancelled'), eb('held_id', 'is not', null), eb('status', '!=', 'cancelled')]),
    );
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
    // Who has no place in the order of arrival comes after who has.
    .orderBy(sql`case when place is null then 1 else 0 end`)
    .orderBy('place')
    .orderBy('subject')
    .limit(size)
    .offset(Number(after))
    .execute();
  await scoped.saw('confirmations.seen', id, { rows: notices.length, way });
  if (notices.length === 0) return { total: Number(count), people: [], next: null };
  const opened = await peopleBehind(context, notices, log);
  const attempts = await attemptsOf(context, notices);
  const people = notices.flatMap((notice): ConfirmedPeopleWire['people'] => {
    const { subject, kind, created_at, confirmed_at } = notice;
    if (!isCallable(kind)) return [];
    const { person = null, family = null } = opened.get(subject) ?? {};
    const { name, phone } = maskPerson(person);
    return [
      {
        registrationId: notice.registration_id,
        heldId: notice.held_id,
        name,
        phone: phone ?? '',
        contact: maskFamily(family),
        kind,
        at: isoAt(Number(created_at)),
        confirmedAt: confirmed_at === null ? null : isoAt(Number(confirmed_at)),
        attempts: way === 'unconfirmed' ? attempts(notice, person && (phone ?? '')) : [],
      },
    ];
  });
  const shown = Number(after) + notices.length;
  return { total: Number(count), people, next: shown < Number(count) ? String(shown) : null };
}
