/** Sessions and programmes as staff see them. */
import { sql, type RawBuilder } from 'kysely';
import type { StaffProgrammeWire } from '@yugong/domain/programme/staff-wire';
import type { SessionFilterState, StaffSessionQuery, StaffSessionWire } from '@yugong/domain/session/staff-wire';
import { DAY, instantOf, isoAt } from '@yugong/domain/time';
import { addDays } from '@yugong/domain/calendar';
import { defined } from '@yugong/domain/narrow';
import { proofWays } from '../../services/proof-ways';
import { programmeWire, sessionWire } from '../../services/sessions';
import type { ProgrammeRow, SessionRow } from '../../kernel/schema';
import type { ScopedContext } from '../context';
import type { Scoped } from './scoped';

export const staffProgrammeWire = ({ scoped, tools }: ScopedContext, row: ProgrammeRow): StaffProgrammeWire => ({
  ...programmeWire(tools, row),
  organisation: row.organisation,
  adcode: row.adcode,
  peopleLimit: row.people_limit,
  proof: row.proof === 1,
  proofPossible: proofWays(tools).length > 0,
  editable: scoped.covers(row),
  version: row.version,
});

export async function programmesOf(context: ScopedContext): Promise<StaffProgrammeWire[]> {
  const rows = await context.scoped.programmes().selectAll().orderBy('programmes.id').execute();
  return rows.map((row) => staffProgrammeWire(context, row));
}

type SessionCounts = Pick<StaffSessionWire, 'counts' | 'offered' | 'cancelledBy'>;

const none = (): SessionCounts => ({
  counts: { booked: 0, waitlist: 0, 'checked-in': 0, fulfilled: 0, noshow: 0, cancelled: 0 },
  offered: 0,
  cancelledBy: { owner: 0, union: 0, lapsed: 0, session: 0 },
});

/** Every registration is in one of the counts, an offer in two, and each that was cancelled under its cause. */
async function countsOf(scoped: Scoped, ids: readonly string[]): Promise<Map<string, SessionCounts>> {
  const counts = new Map(ids.map((id) => [id, none()]));
  if (ids.length === 0) return counts;
  const rows = await scoped
    .registrations()
    .select(({ fn }) => [
      'registrations.session_id',
      'registrations.status',
      'registrations.cancel_cause',
      fn.countAll<number>().as('count'),
      fn.count<number>('registrations.offer_until').as('offered'),
    ])
    .where('registrations.session_id', 'in', ids)
    .groupBy(['registrations.session_id', 'registrations.status', 'registrations.cancel_cause'])
    .execute();
  for (const { session_id, status, cancel_cause, count, offered } of rows) {
    const one = counts.get(session_id);
    if (!one) continue;
    one.counts[status] += Number(count);
    one.offered += Number(offered);
    if (cancel_cause !== null) one.cancelledBy[cancel_cause] += Number(count);
  }
  return counts;
}

export async function staffSessionWires(
  { scoped, tools }: ScopedContext,
  rows: readonly SessionRow[],
): Promise<StaffSessionWire[]> {
  const counts = await countsOf(
    scoped,
    rows.map(({ id }) => id),
  );
  const programmes = await scoped.programmes().select(['programmes.id', 'programmes.title']).execute();
  const titles = new Map(programmes.map(({ id, title }) => [id, title]));
  return rows.map((row) => ({
    ...sessionWire(row, tools.now()),
    organisation: row.organisation,
    programmeTitle: titles.get(row.programme_id) ?? '',
    held: row.held,
    ...(counts.get(row.id) ?? none()),
    notice: row.notice,
    version: row.version,
    publicFrom: row.public_from === null ? null : isoAt(row.public_from),
  }));
}

export async function staffSession(context: ScopedContext, id: string): Promise<StaffSessionWire> {
  return defined((await staffSessionWires(context, [await context.scoped.session(id)]))[0]);
}

/** The states of `viewOf` as conditions, and drafts: each session is in one of them. */
function isInState(state: SessionFilterState, now: number) {
  const draft = sql<boolean>`(public_from is null or public_from > ${now})`;
  const running = sql<boolean>`not ${draft} and sessions.state = 'open' and ends_at > ${now}`;
  const open = sql<boolean>`${running} and opens_at <= ${now} and closes_at > ${now}`;
  const full = sql<boolean>`(waiting > 0 or held >= capacity)`;
  const conditions: Record<SessionFilterState, RawBuilder<boolean>> = {
    draft: sql<boolean>`${draft} and sessions.state = 'open' and ends_at > ${now}`,
    upcoming: sql<boolean>`${running} and opens_at > ${now}`,
    open: sql<boolean>`${open} and not ${full}`,
    full: sql<boolean>`${open} and ${full}`,
    closed: sql<boolean>`${running} and opens_at <= ${now} and closes_at <= ${now}`,
    cancelled: sql<boolean>`sessions.state = 'cancelled'`,
    past: sql<boolean>`sessions.state = 'open' and ends_at <= ${now}`,
  };
  return conditions[state];
}

/** Past ones too where days are asked for; else what isn't over, and what was over in the last week. */
export async function sessionsPage(
  context: ScopedContext,
  query: StaffSessionQuery,
): Promise<{ sessions: StaffSessionWire[]; total: number; next: string | null }> {
  const { kind, programme, adcode, from, to, q, state } = query;
  const [offset, limit] = [Number(query.after ?? 0), Number(query.limit ?? 50)];
  const since = from ? instantOf(from) : context.tools.now() - 7 * DAY;
  let wanted = context.scoped.sessions().where('sessions.ends_at', '>', since);
  if (q !== undefined) {
    const part = `%${q.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`;
    wanted = wanted.where(
      sql<boolean>`lower(sessions.title || ' ' || sessions.place || ' ' || coalesce(sessions.address, '')) like ${part} escape '\\'`,
    );
  }
  if (state !== undefined) wanted = wanted.where(isInState(state, context.tools.now()));
  if (kind) wanted = wanted.where('sessions.kind', '=', kind);
  if (programme) wanted = wanted.where('sessions.programme_id', '=', programme);
  if (adcode) wanted = wanted.where('sessions.adcode', '=', adcode);
  if (to) wanted = wanted.where('sessions.starts_at', '<', instantOf(addDays(to, 1)));
  const { count } = await wanted.select(({ fn }) => fn.countAll<number>().as('count')).executeTakeFirstOrThrow();
  const rows = await wanted
    .selectAll()
    .orderBy('sessions.starts_at')
    .orderBy('sessions.id')
    .limit(limit)
    .offset(offset)
    .execute();
  const total = Number(count);
  return {
    sessions: await staffSessionWires(context, rows),
    total,
    next: offset + limit < total ? String(offset + limit) : null,
  };
}
