/** Station reports of one's districts. Who sent one is nobody's business; what they wrote is opened with their key. */
import { isSettled, type ReportState } from '@yugong/domain/report';
import type { ReportGroupWire } from '@yugong/domain/report/staff-wire';
import { isoAt } from '@yugong/domain/time';
import { ApiProblem } from '../../kernel/problem';
import { moveStationReport, reportOnWire } from '../../stations/reports';
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
      await standingsOf({ store: storeOf(scoped), now: tools.now }, [
        ...new Set(rows.map(({ station_id }) => station_id)),
      ])
    ).map((one) => [one.stationId, one.standing]),
  );
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
    });
    groups.set(row.station_id, group);
  }
  await scoped.saw('station-report.seen', null, { rows: rows.length });
  return [...groups.values()];
}

/** @throws `stale` where somebody moved it meanwhile, `invalid` where it can't go there or wants a reply */
export async function moveReportInScope(
  { scoped, tools }: ScopedContext,
  id: string,
  to: ReportState,
  reply: string | null,
): Promise<ReportState> {
  if (!(await scoped.reports().select('id').where('id', '=', id).executeTakeFirst())) throw new ApiProblem('not-found');
  const moved = await moveStationReport(
    { store: storeOf(scoped), keyring: tools.keyring, now: tools.now },
    { id, to, reply, staff: scoped.staffId },
  );
  if (moved.done) return moved.state;
  if (moved.code === 'not-found') throw new ApiProblem('not-found');
  if (moved.code === 'stale') throw new ApiProblem('stale');
  throw new ApiProblem('invalid', [
    moved.code === 'reply-missing' ? { pointer: '/reply', code: 'required' } : { pointer: '/to', code: 'value' },
  ]);
}
