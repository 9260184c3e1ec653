/** Station reports of one's districts. Who sent one is nobody's business; what they wrote is opened with their key. */
import { isSettled, UNANSWERED_DAYS, type ReportState } from '@yugong/domain/report';
import type { ReportGroupWire, ReportMove, ReportsAnswer } from '@yugong/domain/report/staff-wire';
import { DAY, HOUR, isoAt } from '@yugong/domain/time';
import { keyed } from '../../crypto/ids';
import { ApiProblem, StaleProblem } from '../../kernel/problem';
import type { StationReportRow } from '../../kernel/schema';
import { answerTogether, moveStationReport, reportOnWire } from '../../stations/reports';
import { standingsOf } from '../../stations/standings';
import type { ScopedContext } from '../context';
import { accountsOfOwners } from './accounts';
import { storeOf } from './scoped';

const MAX_REPORTS_SHOWN = 2000;

/** By place, the one with the latest word first. */
export async function reportGroups(
  { scoped, tools }: ScopedContext,
  { show, adcode }: { show: 'open' | 'all'; adcode?: string | undefined },
): Promise<ReportGroupWire[]> {
  const rows = (
    await scoped.reports().selectAll().orderBy('created_at', 'desc').limit(MAX_REPORTS_SHOWN).execute()
  ).filter(({ state }) => show === 'all' || !isSettled(state));
  const owners = await accountsOfOwners(
    { scoped, tools },
    rows.map(({ account_id }) => ({ account_id: account_id ?? '' })),
  );
  const stations = new Map(tools.content.dataset().stations.map((one) => [one.id, one]));
  const standings = new Map(
    (
      await standingsOf({ store: storeOf(scoped), content: tools.content, now: tools.now }, [
        ...new Set(rows.map(({ station_id }) => station_id)),
      ])
    ).map((one) => [one.stationId, one.standing]),
  );
  const senders = sendersOf({ scoped, tools }, rows);
  const groups = new Map<string, ReportGroupWire>();
  for (const row of rows) {
    const station = stations.get(row.station_id);
    if (adcode !== undefined && station?.adcode !== adcode) continue;
    const group = groups.get(row.station_id) ?? {
      stationId: row.station_id,
      title: station?.title ?? null,
      adcode: station?.adcode ?? null,
      address: station?.address ?? null,
      verifiedAt: station?.verifiedAt ?? null,
      standing: standings.get(row.station_id) ?? 'quiet',
      latestAt: isoAt(row.created_at),
      reports: [],
    };
    const owner = row.account_id === null ? undefined : owners.get(row.account_id);
    const { note, reply } = owner ? reportOnWire(row, owner) : { note: null, reply: null };
    group.reports.push({
      id: row.id,
      kind: row.kind,
      note,
      state: row.state,
      reply,
      createdAt: isoAt(row.created_at),
      updatedAt: isoAt(row.updated_at ?? row.created_at),
      sender: senders.get(row.id) ?? null,
      // That a place is open and works needs no answer, so none is late.
      overdue:
        row.kind !== 'open' &&
        row.state === 'received' &&
        Number(row.created_at) <= tools.now() - UNANSWERED_DAYS * DAY,
    });
    groups.set(row.station_id, group);
  }
  await scoped.saw('station-report.seen', null, { rows: rows.length });
  return [...groups.values()];
}

/** By report: what the reports of one sender have in common, where there are several. An hour later it is another. */
function sendersOf({ tools }: ScopedContext, rows: readonly StationReportRow[]): Map<string, string> {
  const counts = new Map<string, number>();
  for (const { account_id } of rows) if (account_id) counts.set(account_id, (counts.get(account_id) ?? 0) + 1);
  const hour = String(Math.floor(tools.now() / HOUR));
  return new Map(
    rows.flatMap(({ id, account_id }) =>
      account_id !== null && (counts.get(account_id) ?? 0) > 1
        ? [[id, keyed(tools.secrets.blind, 'report-sender', hour, account_id).slice(0, 12)] as const]
        : [],
    ),
  );
}

/**
 * Gives several reports one answer, all of them or none; those that are in that state already are left as they are. Each
 * has its entry in the audit, and each sender one notice a station.
 *
 * @throws `not-found` where one is nobody's or somebody else's, `stale`, `invalid`
 */
export async function answerReports(
  { scoped, tools }: ScopedContext,
  { ids, to, reply, seen }: ReportsAnswer,
): Promise<number> {
  const wanted = [...new Set(ids)];
  const rows = await scoped.reports().selectAll().where('station_reports.id', 'in', wanted).orderBy('id').execute();
  if (rows.length !== wanted.length) throw new ApiProblem('not-found');
  const moved = rows.filter(({ id, state }) => state !== to && state !== seen[id]);
  if (moved.length > 0) throw new StaleProblem(Object.fromEntries(moved.map(({ id, state }) => [id, state])));
  const senders = await accountsOfOwners(
    { scoped, tools },
    rows.map(({ account_id }) => ({ account_id: account_id ?? '' })),
  );
  const answer = await answerTogether(
    { store: storeOf(scoped), now: tools.now },
    { rows: rows.filter(({ state }) => state !== to), to, reply, staff: scoped.staffId, senders },
  );
  if (answer.done) return rows.length;
  if (answer.code === 'stale') throw new ApiProblem('stale');
  throw new ApiProblem('invalid', [{ pointer: '/to', code: 'value' }]);
}

/** @throws `stale` where somebody moved it meanwhile, `invalid` where it can't go there or wants a reply */
export async function moveReportInScope(
  { scoped, tools }: ScopedContext,
  id: string,
  { to, reply, seen }: ReportMove,
): Promise<ReportState> {
  const there = await scoped.reports().select('state').where('id', '=', id).executeTakeFirst();
  if (!there) throw new ApiProblem('not-found');
  if (there.state !== seen) throw new StaleProblem(there.state);
  const moved = await moveStationReport(
    { store: storeOf(scoped), keyring: tools.keyring, now: tools.now },
    { id, to, reply: reply ?? null, staff: scoped.staffId },
  );
  if (moved.done) return moved.state;
  if (moved.code === 'not-found') throw new ApiProblem('not-found');
  if (moved.code === 'stale') throw new ApiProblem('stale');
  throw new ApiProblem('invalid', [
    moved.code === 'reply-missing' ? { pointer: '/reply', code: 'required' } : { pointer: '/to', code: 'value' },
  ]);
}
