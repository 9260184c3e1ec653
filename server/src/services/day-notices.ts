/**
 * What a day brings to whoever has a place: the session is tomorrow, or what it needs begins today.
 *
 * A notice's id says of which registration and session it is, so that it is written once, whoever writes it: any
 * number of processes, a restart in between, or a day on which the service was away for an hour.
 */
import { sql } from 'kysely';
import { dayAt } from '@yugong/domain/calendar';
import { isQuiet } from '@yugong/domain/notice';
import type { NoticeKind } from '@yugong/domain/notice/wire';
import { reminderAt } from '@yugong/domain/registration/reminder';
import { preparationTimeline } from '@yugong/domain/screening';
import { DAY, instantOf, isoAt } from '@yugong/domain/time';
import { sha256 } from '../crypto/ids';
import type { Service } from '../kernel/context';
import type { ProgrammeRow } from '../kernel/schema';
import { statement, type Statement } from '../kernel/store';
import { rulesIn } from './sessions';

/** Preparation begins so many days before a session at the most; what a programme says beyond it is no preparation. */
const LONGEST_PREPARATION_DAYS = 31;

type Sweeping = Pick<Service, 'store' | 'now'>;

/**
 * A notice to everybody who has a place in a session, and had it before `since`: who signs up or is moved later knows
 * the day already.
 */
function notifyBooked(
  { store: { read }, now }: Sweeping,
  kind: NoticeKind,
  { id: sessionId, startsAt }: { id: string; startsAt: number },
  since: number,
): Statement {
  // Of a session that is moved to another day people are told anew.
  const occasion = sha256(`${kind}|${sessionId}|${dayAt(startsAt)}`)
    .replace(/[_-]/g, '0')
    .slice(0, 20);
  const rows = read
    .selectFrom('registrations')
    .select([
      sql<string>`cast(${`d${occasion}-`} as text) || registrations.id`.as('id'),
      'registrations.account_id',
      sql<NoticeKind>`cast(${kind} as text)`.as('kind'),
      sql<string>`registrations.id`.as('registration_id'),
      'registrations.session_id',
      sql<string>`'[]'`.as('changes'),
      sql<number>`cast(${now()} as bigint)`.as('created_at'),
      sql<number>`0`.as('calls'),
      sql<number>`cast(${now()} as bigint)`.as('deliver_at'),
    ])
    .where('registrations.session_id', '=', sessionId)
    .where('registrations.status', '=', 'booked')
    .where('registrations.updated_at', '<', since)
    .where('registrations.account_id', '!=', '');
  const insert = read
    .insertInto('notices')
    .columns([
      'id',
      'account_id',
      'kind',
      'registration_id',
      'session_id',
      'changes',
      'created_at',
      'calls',
      'deliver_at',
    ])
    .expression(rows)
    .onConflict((c) => c.column('id').doNothing());
  return statement(insert);
}

/** When the first thing that a session needs begins; null where nothing does. */
function preparationBegins(rules: ProgrammeRow['rules'], startsAt: number): number | null {
  const [first] = preparationTimeline({ rules: rulesIn(rules) }, isoAt(startsAt)) ?? [];
  return first?.from ?? null;
}

/**
 * Writes what is due today, outside the quiet hours: from ten in the morning of the day before, that the session is
 * tomorrow; from the day's first waking hour, that preparation begins.
 *
 * @returns how many were told
 */
export async function sweepDayNotices(service: Sweeping): Promise<number> {
  const { store, now } = service;
  const at = now();
  if (isQuiet(at)) return 0;
  const today = dayAt(at);
  const sessions = await store.read
    .selectFrom('sessions')
    .innerJoin('programmes', 'programmes.id', 'sessions.programme_id')
    .select(['sessions.id', 'sessions.starts_at', 'programmes.rules'])
    .where('sessions.state', '=', 'open')
    .where('sessions.held', '>', 0)
    .where('sessions.starts_at', '>', at)
    .where('sessions.starts_at', '<', at + LONGEST_PREPARATION_DAYS * DAY)
    .execute();
  const due = sessions.flatMap(({ id, starts_at, rules }) => {
    const startsAt = Number(starts_at);
    const remindedAt = reminderAt(startsAt);
    const begins = preparationBegins(rules, startsAt);
    return [
      ...(remindedAt <= at ? [notifyBooked(service, 'day-before', { id, startsAt }, remindedAt)] : []),
      ...(begins !== null && dayAt(begins) === today && dayAt(startsAt) > today
        ? [notifyBooked(service, 'preparation-starts', { id, startsAt }, instantOf(today))]
        : []),
    ];
  });
  if (due.length === 0) return 0;
  const written = await store.write(due);
  return written.done ? written.changes.reduce((sum, one) => sum + one, 0) : 0;
}
