/** Check-ins from a phone at the door, one or a morning's worth: each takes effect once, however often it is sent. */
import { EARLY, isCheckInOpen } from '@yugong/domain/check-in';
import { initialsOf } from '@yugong/domain/identity';
import { readPass } from '@yugong/domain/pass';
import type {
  CheckIn,
  CheckInOutcome,
  CheckInResult,
  CheckInsRequest,
  CheckInsWire,
  WalkInRequest,
} from '@yugong/domain/check-in/wire';
import { defined } from '@yugong/domain/narrow';
import { isoAt } from '@yugong/domain/time';
import { lookupKey } from '../../crypto/ids';
import { ApiProblem } from '../../kernel/problem';
import { isPassOf } from '../../services/passes';
import type { RegistrationRow, SessionRow, CheckInRow } from '../../kernel/schema';
import { saveCheckIns } from '../data/check-ins';
import type { StaffRequest } from '../data/idempotent-write';
import { peopleOf } from '../data/people';
import { admitFor } from '../roster/changes';

interface Judged {
  one: CheckIn;
  row: RegistrationRow | null;
  outcome: CheckInOutcome;
  at: number;
}

/**
 * When somebody came. How long before it was sent is taken from the phone, and what time it is from the service, so that a
 * phone whose clock is a day slow loses nobody; where a person says that it was at this session, it is moved there.
 */
function timeOf(
  session: SessionRow,
  { at, confirmed }: CheckIn,
  { sentAt, now }: { sentAt?: string; now: number },
): number {
  const noted = Date.parse(at);
  const ago = sentAt === undefined ? now - noted : Date.parse(sentAt) - noted;
  const came = now - Math.max(0, ago);
  if (!confirmed || isItsDay(session, came)) return came;
  return Math.min(now, Math.max(session.starts_at - EARLY, Math.min(came, session.ends_at - 1)));
}

/** Is the day one of the session's, or is it about to begin? */
const isItsDay = ({ starts_at, ends_at }: SessionRow, at: number): boolean =>
  isCheckInOpen({ startsAt: starts_at, endsAt: ends_at }, at);

/** @throws `check-in-early` before the check-in of its session opens */
export async function mustBeOpenFor({ scoped, tools }: StaffRequest, registrationId: string): Promise<void> {
  const session = await scoped.session((await scoped.registration(registrationId)).session_id);
  if (tools.now() < session.starts_at && !isItsDay(session, tools.now())) throw new ApiProblem('check-in-early');
}

function judge(session: SessionRow, row: RegistrationRow | null, at: number): CheckInOutcome {
  if (!row) return 'unknown';
  if (row.session_id !== session.id) return 'wrong-session';
  if (session.state === 'cancelled') return 'session-cancelled';
  if (row.status === 'cancelled') return 'cancelled';
  if (row.status === 'waitlist') return 'waitlist';
  return isItsDay(session, at) ? 'checked-in' : 'wrong-day';
}

async function findRow({ scoped, tools }: StaffRequest, one: CheckIn): Promise<RegistrationRow | null> {
  const id = one.how === 'name' ? one.registrationId : readPass(one.code)?.registrationId;
  if (id === undefined) return null;
  const row = await scoped.registrations().selectAll().where('registrations.id', '=', id).executeTakeFirst();
  if (!row) return null;
  return one.how === 'name' || isPassOf(tools, one.code, row) ? row : null;
}

/**
 * In the order in which people came, so that the first of two doors is the one that counts.
 *
 * @param withAddedSeat they came in on a seat that was added for them
 */
export async function recordCheckIns(
  staffRequest: StaffRequest,
  sessionId: string,
  { device, checkIns, sentAt }: CheckInsRequest,
  { withAddedSeat = false } = {},
): Promise<CheckInsWire> {
  const { scoped, tools } = staffRequest;
  const session = await scoped.session(sessionId);
  const now = tools.now();
  const judged: Judged[] = [];
  for (const one of checkIns) {
    const row = await findRow(staffRequest, one);
    const at = timeOf(session, one, { now, ...(sentAt === undefined ? {} : { sentAt }) });
    judged.push({ one, row, at, outcome: judge(session, row, at) });
  }
  const entering = judged.filter(({ outcome }) => outcome === 'checked-in').sort((a, b) => a.at - b.at);
  const entered: CheckInRow[] = [];
  const dated: string[] = [];
  // One after another within a person, together over people: the batcher takes them in few transactions.
  await Promise.all(
    entering.map(async (entry) => {
      const row = defined(entry.row);
      const outcome = await scoped.submit({
        type: 'attend',
        key: lookupKey(tools.secrets.blind, 'check-in', sessionId, entry.one.id),
        fingerprint: row.id,
        registrationId: row.id,
        sessionId,
        accountId: row.account_id,
        by: 'staff',
        staff: scoped.staffId,
        to: 'checked-in',
      });
      if (outcome.result === 'attended') {
        if (entry.one.confirmed) dated.push(row.id);
        entered.push({
          registration_id: row.id,
          session_id: sessionId,
          at: entry.at,
          device,
          staff_id: scoped.staffId,
          how: withAddedSeat ? 'added-seat' : entry.one.how,
          recorded_at: now,
        });
      } else entry.outcome = outcome.result === 'unchanged' || row.status === 'fulfilled' ? 'already' : 'unknown';
    }),
  );
  await saveCheckIns(
    scoped,
    entered,
    dated.map((id) => scoped.entry('check-in.dated', id, { session: sessionId })),
  );
  return { results: await resultsOf(staffRequest, judged), counts: await countsOf(staffRequest, sessionId) };
}

/**
 * Gives somebody of the waiting list who came a seat, and checks them in. Before the session begins only a seat that is
 * free; once it has begun, also one of those who were expected and aren't there.
 *
 * @throws `session-full` where as many are inside or expected, `check-in-early`, `not-active` where they don't wait
 */
export async function admitWalkIn(
  staffRequest: StaffRequest,
  sessionId: string,
  { device, id, registrationId }: WalkInRequest,
): Promise<CheckInsWire> {
  const { scoped, tools } = staffRequest;
  const now = tools.now();
  const session = await scoped.session(sessionId);
  const row = await scoped.registration(registrationId);
  if (row.session_id !== sessionId) throw new ApiProblem('not-found');
  if (!isItsDay(session, now)) throw new ApiProblem('check-in-early');
  // A phone that missed the answer asks again: by then they have the seat.
  const isWaiting = row.status === 'waitlist';
  const addSeat = isWaiting && session.held >= session.capacity && (await hasUnusedSeat(staffRequest, session));
  const seen = row.offer_until === null ? null : isoAt(Number(row.offer_until));
  if (isWaiting) await admitFor(staffRequest, registrationId, { as: 'booked', addSeat, seen });
  const checkIn: CheckIn = { id, at: isoAt(now), confirmed: false, how: 'name', registrationId };
  return recordCheckIns(staffRequest, sessionId, { device, checkIns: [checkIn] }, { withAddedSeat: addSeat });
}

/** Are fewer people inside than there were seats before any was added at the door, now that the session has begun? */
async function hasUnusedSeat(staffRequest: StaffRequest, session: SessionRow): Promise<boolean> {
  const { scoped, tools } = staffRequest;
  if (tools.now() < session.starts_at) return false;
  const { checkedIn } = await countsOf(staffRequest, session.id);
  const { added } = await scoped
    .checkIns()
    .select(({ fn }) => fn.countAll<number>().as('added'))
    .where('check_ins.session_id', '=', session.id)
    .where('check_ins.how', '=', 'added-seat')
    .executeTakeFirstOrThrow();
  return checkedIn < session.capacity - Number(added);
}

async function resultsOf(staffRequest: StaffRequest, judged: readonly Judged[]): Promise<CheckInResult[]> {
  const { scoped } = staffRequest;
  const rows = judged.flatMap(({ row }) => (row ? [row] : []));
  const ids = rows.map(({ id }) => id);
  const people = await peopleOf(staffRequest, rows, staffRequest.request.log);
  const used = await scoped
    .checkIns()
    .selectAll()
    .where('registration_id', 'in', ids.length > 0 ? ids : [''])
    .execute();
  const usedBy = new Map(used.map((one) => [one.registration_id, one]));
  const elsewhere = [
    ...new Set(judged.flatMap(({ row, outcome }) => (row && outcome === 'wrong-session' ? [row.session_id] : []))),
  ];
  const sessions = await scoped
    .sessions()
    .selectAll()
    .where('sessions.id', 'in', elsewhere.length > 0 ? elsewhere : [''])
    .execute();
  const sessionOf = new Map(sessions.map((one) => [one.id, one]));
  return judged.map(({ one, row, outcome }) => {
    const { person, family } = (row && people.get(row.id)) ?? {};
    const before = row && usedBy.get(row.id);
    const other = outcome === 'wrong-session' && row ? sessionOf.get(row.session_id) : undefined;
    return {
      id: one.id,
      outcome,
      registrationId: row?.id ?? null,
      name: person ? initialsOf(person.name) : null,
      signedUpBy: family?.relation ?? null,
      checkedInAt: before ? isoAt(before.at) : null,
      device: before?.device ?? null,
      elsewhere: other
        ? { sessionId: other.id, title: other.title, place: other.place, startsAt: isoAt(other.starts_at) }
        : null,
    };
  });
}

async function countsOf({ scoped }: StaffRequest, sessionId: string): Promise<CheckInsWire['counts']> {
  const rows = await scoped
    .registrations()
    .select(({ fn }) => ['registrations.status', fn.countAll<number>().as('count')])
    .where('registrations.session_id', '=', sessionId)
    .groupBy('registrations.status')
    .execute();
  const of = (status: string): number => Number(rows.find((row) => row.status === status)?.count ?? 0);
  return { booked: of('booked'), checkedIn: of('checked-in') + of('fulfilled') };
}
