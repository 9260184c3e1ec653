/** The list that a phone takes to the door: enough to let people in without a network, and nothing to make a pass with. */
import { createHash } from 'node:crypto';
import { addDays, dayAt } from '@yugong/domain/calendar';
import { entranceViewOf } from '@yugong/domain/person';
import type { DoorWire } from '@yugong/domain/check-in/wire';
import { HOUR, DAY, isoAt } from '@yugong/domain/time';
import { ApiProblem } from '../../kernel/problem';
import { sessionWire } from '../../services/sessions';
import { passOf } from '../../services/passes';
import type { FaultLog } from '../../kernel/account';
import type { RegistrationRow } from '../../kernel/schema';
import { peopleOf } from '../data/people';
import type { StaffContext } from '../context';
import { checkInTimes } from '../roster/list';

const AFTER = 12 * HOUR;
/** Other sessions of the programme whose passes people hold up by mistake. */
const NEAR = 60 * DAY;
const MAX_ELSEWHERE = 5000;

/**
 * From the morning of the day before: whoever prepares tomorrow's door has the list until the session is over, with or
 * without a network there.
 *
 * @throws `door-closed`: nobody carries a list about for longer than it is needed
 */
export async function offlineList(
  context: Pick<StaffContext, 'scoped' | 'tools' | 'signIn'>,
  sessionId: string,
  log: FaultLog,
): Promise<DoorWire> {
  const { scoped, tools, signIn } = context;
  const session = await scoped.session(sessionId);
  const now = tools.now();
  const until = session.ends_at + AFTER;
  if (session.state === 'cancelled') throw new ApiProblem('session-cancelled');
  if (dayAt(now) < addDays(dayAt(session.starts_at), -1) || now >= until) throw new ApiProblem('door-closed');
  const digest = (row: RegistrationRow) => createHash('sha256').update(passOf(tools, row)).digest('base64url');
  const rows = await scoped
    .registrations()
    .selectAll()
    .where('registrations.session_id', '=', sessionId)
    .where('registrations.status', '!=', 'cancelled')
    .orderBy('registrations.place')
    .execute();
  const people = await peopleOf(context, rows, log);
  const came = await checkInTimes(context, sessionId);
  const others = await scoped
    .sessions()
    .select(['sessions.id', 'sessions.title', 'sessions.place', 'sessions.starts_at'])
    .where('sessions.programme_id', '=', session.programme_id)
    .where('sessions.id', '!=', sessionId)
    .where('sessions.starts_at', '>', session.starts_at - NEAR)
    .where('sessions.starts_at', '<', session.starts_at + NEAR)
    .execute();
  const ids = others.map(({ id }) => id);
  const elsewhere = await scoped
    .registrations()
    .selectAll()
    .where('registrations.session_id', 'in', ids.length > 0 ? ids : [''])
    .where('registrations.status', 'in', ['booked', 'checked-in'])
    .limit(MAX_ELSEWHERE)
    .execute();
  // The open page asks every minute; signing out destroys the list, so whoever signs in again takes it anew.
  await scoped.sawSince(Math.max(signIn.created_at, now - AFTER), 'door.taken', sessionId, { rows: rows.length });
  return {
    session: sessionWire(session, now),
    now: isoAt(now),
    expiresAt: isoAt(until),
    people: rows.map((row) => {
      const { person, family } = people.get(row.id) ?? {};
      const at = came.get(row.id);
      return {
        registrationId: row.id,
        ...entranceViewOf(person ?? null),
        signedUpBy: family?.relation ?? null,
        status: row.status as DoorWire['people'][number]['status'],
        checkedInAt: at === undefined ? null : isoAt(at),
        passDigest: digest(row),
      };
    }),
    elsewhere: elsewhere.map((row) => ({ passDigest: digest(row), sessionId: row.session_id })),
    sessions: others.map(({ id, title, place, starts_at }) => ({
      sessionId: id,
      title,
      place,
      startsAt: isoAt(starts_at),
    })),
  };
}
