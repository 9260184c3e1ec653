/** Who came, who has been told, who hasn't. */
import type { RegistrationStatus } from '@yugong/domain/registration';
import type { ScreeningRules } from '@yugong/domain/screening';
import { followUpOf, type FollowUpWire } from '@yugong/domain/screening-outcome/follow-up';
import type { OutcomeEdit, OutcomesWire, RecallsWire, UntoldWire } from '@yugong/domain/screening-outcome/wire';
import { defined } from '@yugong/domain/narrow';
import { DAY, isoAt } from '@yugong/domain/time';
import { ApiProblem } from '../../kernel/problem';
import type { FaultLog } from '../../kernel/account';
import { mapInTurns } from '../../kernel/turns';
import { accountsOfOwners } from '../data/accounts';
import { staffKey, type StaffRequest } from '../data/idempotent-write';
import { readOutcome, saveOutcome } from '../data/outcomes';
import { peopleOf } from '../data/people';
import type { ScopedContext } from '../context';
import { checkInTimes, rosterRow } from '../roster/list';

const CAME: RegistrationStatus[] = ['checked-in', 'fulfilled'];

export async function outcomesOf(context: ScopedContext, sessionId: string, log: FaultLog): Promise<OutcomesWire> {
  const { scoped } = context;
  await scoped.session(sessionId);
  const rows = await scoped
    .registrations()
    .selectAll()
    .where('registrations.session_id', '=', sessionId)
    .where('registrations.status', 'in', CAME)
    .orderBy('registrations.place')
    .execute();
  const stored = await scoped.outcomes().selectAll().where('outcomes.session_id', '=', sessionId).execute();
  const of = new Map(stored.map((one) => [one.registration_id, one]));
  const [people, owners, came] = await Promise.all([
    peopleOf(context, rows, log),
    accountsOfOwners(context, rows),
    checkInTimes(context, sessionId),
  ]);
  await scoped.saw('outcome.seen', sessionId, { rows: rows.length });
  return {
    total: rows.length,
    rows: rows.map((row) => ({
      ...rosterRow(row, people.get(row.id), came.get(row.id)),
      outcome: readOutcome(of.get(row.id), owners.get(row.account_id) ?? null),
    })),
  };
}

/** @returns how many people it was noted of; whoever didn't come or is gone has no outcome */
export async function setOutcomes(
  context: StaffRequest,
  sessionId: string,
  { ids, set }: { ids: string[]; set: OutcomeEdit },
): Promise<number> {
  const { scoped } = context;
  const contactId = staffKey(context);
  const session = await scoped.session(sessionId);
  const rows = await scoped
    .registrations()
    .selectAll()
    .where('registrations.session_id', '=', session.id)
    .where('registrations.id', 'in', ids)
    .execute();
  if (rows.length !== new Set(ids).size) throw new ApiProblem('not-found');
  const stored = await scoped.outcomes().selectAll().where('outcomes.registration_id', 'in', ids).execute();
  const of = new Map(stored.map((one) => [one.registration_id, one]));
  const owners = await accountsOfOwners(context, rows);
  const noted = rows.filter((row) => CAME.includes(row.status) && owners.has(row.account_id));
  const statements = noted.map((row) =>
    saveOutcome(context, row, of.get(row.id), defined(owners.get(row.account_id)), set, contactId),
  );
  const fields = Object.keys(set).sort().join(' ');
  await scoped.write(
    statements,
    noted.map(({ id }) => scoped.entry('outcome.noted', id, { session: session.id, set: fields })),
  );
  return noted.length;
}

/**
 * Whoever was asked to come again and of whom it isn't known how that ended. That somebody was asked stands in the sealed
 * part alone, so the rows are opened to be listed.
 */
export async function openRecalls(context: ScopedContext, log: FaultLog): Promise<RecallsWire> {
  const { scoped } = context;
  const stored = await scoped
    .outcomes()
    .innerJoin('registrations', 'registrations.id', 'outcomes.registration_id')
    .selectAll('outcomes')
    .select('registrations.account_id')
    .where('outcomes.sealed', 'is not', null)
    .execute();
  const owners = await accountsOfOwners(context, stored);
  const read = await mapInTurns(stored, (row) => ({
    id: row.registration_id,
    outcome: readOutcome(row, owners.get(row.account_id) ?? null),
  }));
  const open = new Map(
    read
      .filter(({ outcome }) => outcome.recalledAt !== null && outcome.recall.outcome === null)
      .map(({ id, outcome }) => [id, outcome]),
  );
  const ids = [...open.keys()];
  const rows = await scoped
    .registrations()
    .innerJoin('sessions', 'sessions.id', 'registrations.session_id')
    .selectAll('registrations')
    .select(['sessions.title', 'sessions.starts_at'])
    .where('registrations.id', 'in', ids.length > 0 ? ids : [''])
    .execute();
  const people = await peopleOf(context, rows, log);
  await scoped.saw('outcome.recalls-seen', null, { rows: rows.length });
  const last = '9';
  return {
    rows: rows
      .map(({ title, starts_at, ...row }) => ({
        ...rosterRow(row, people.get(row.id), undefined),
        outcome: defined(open.get(row.id)),
        sessionTitle: title,
        startsAt: isoAt(Number(starts_at)),
      }))
      .sort((a, b) =>
        `${a.outcome.recall.by ?? last}${a.outcome.recalledAt ?? ''}`.localeCompare(
          `${b.outcome.recall.by ?? last}${b.outcome.recalledAt ?? ''}`,
        ),
      ),
  };
}

/**
 * How a programme's screening goes on after the day, over its sessions in scope that are over: counts alone, small groups
 * hidden. Who was asked to come again stands in the sealed part, so the rows are opened to be counted.
 */
export async function programmeFollowUp(context: ScopedContext, programmeId: string): Promise<FollowUpWire> {
  const { scoped, tools } = context;
  await scoped.programme(programmeId);
  const rows = await scoped
    .registrations()
    .innerJoin('sessions', 'sessions.id', 'registrations.session_id')
    .select(['registrations.id', 'registrations.account_id'])
    .where('sessions.programme_id', '=', programmeId)
    .where('sessions.ends_at', '<=', tools.now())
    .where('registrations.status', 'in', CAME)
    .execute();
  const stored = await scoped
    .outcomes()
    .innerJoin('sessions', 'sessions.id', 'outcomes.session_id')
    .selectAll('outcomes')
    .where('sessions.programme_id', '=', programmeId)
    .execute();
  const of = new Map(stored.map((one) => [one.registration_id, one]));
  const owners = await accountsOfOwners(context, rows);
  return followUpOf(
    await mapInTurns(rows, ({ id, account_id }) => readOutcome(of.get(id), owners.get(account_id) ?? null)),
  );
}

/** For so long a session in which everybody was told can be gone back to from the list. */
const TOLD_SHOWN = 90 * DAY;

/**
 * Screening sessions in which somebody came and wasn't told, the one that waits longest first.
 *
 * @param all those of the last 90 days in which everybody was told too
 */
export async function pendingNotification({ scoped, tools }: ScopedContext, { all = false } = {}): Promise<UntoldWire> {
  const rows = await scoped
    .registrations()
    .select(['registrations.id', 'registrations.session_id'])
    .where('registrations.status', 'in', CAME)
    .execute();
  const notified = await scoped
    .outcomes()
    .select(['outcomes.registration_id'])
    .where('outcomes.notified_at', 'is not', null)
    .execute();
  const isNotified = new Set(notified.map(({ registration_id }) => registration_id));
  const sessions = await scoped
    .sessions()
    .selectAll()
    .where('sessions.kind', '=', 'screening')
    .where('sessions.ends_at', '<=', tools.now())
    .orderBy('sessions.ends_at')
    .execute();
  const programmes = await scoped.programmes().select(['programmes.id', 'programmes.rules']).execute();
  const rules = new Map(
    programmes.map(({ id, rules }) => [id, rules === null ? null : (JSON.parse(rules) as ScreeningRules)]),
  );
  return {
    sessions: sessions.flatMap((session) => {
      const came = rows.filter(({ session_id }) => session_id === session.id);
      const left = came.filter(({ id }) => !isNotified.has(id)).length;
      if (left === 0 && !(all && came.length > 0 && session.ends_at > tools.now() - TOLD_SHOWN)) return [];
      const days = rules.get(session.programme_id)?.results?.withinDays ?? null;
      const due = days === null ? null : session.ends_at + days * DAY;
      const { id, title, place, adcode } = session;
      return [
        {
          sessionId: id,
          title,
          place,
          adcode,
          startsAt: isoAt(session.starts_at),
          came: came.length,
          untold: left,
          dueAt: due === null ? null : isoAt(due),
          overdue: left > 0 && due !== null && due < tools.now(),
        },
      ];
    }),
  };
}
