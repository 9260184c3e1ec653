/** What people's fresh reports say of stations. Senders are counted, never told. */
import { isSettled, FRESH_DAYS, standingOf } from '@yugong/domain/report';
import type { StandingOnWire } from '@yugong/domain/report/wire';
import { DAY, isoAt } from '@yugong/domain/time';
import type { Service } from '../kernel/context';

/**
 * The standings of stations that anybody told something fresh about; all others are quiet.
 *
 * @param ids only these
 */
export async function standingsOf(
  { store, now }: Pick<Service, 'store' | 'now'>,
  ids?: readonly string[],
): Promise<StandingOnWire[]> {
  if (ids?.length === 0) return [];
  const at = now();
  let query = store.read
    .selectFrom('station_reports')
    .select(['id', 'station_id', 'account_id', 'kind', 'state', 'created_at'])
    .where('created_at', '>', at - FRESH_DAYS * DAY);
  if (ids) query = query.where('station_id', 'in', ids);
  const stations = new Map<string, Parameters<typeof standingOf>[0][number][]>();
  for (const row of await query.execute()) {
    const reports = stations.get(row.station_id) ?? [];
    // Whose account is gone is still somebody: each such report counts as one person's.
    reports.push({
      kind: row.kind,
      at: row.created_at,
      by: row.account_id ?? row.id,
      settled: isSettled(row.state),
    });
    stations.set(row.station_id, reports);
  }
  return [...stations].flatMap(([stationId, reports]) => {
    const { standing, counted } = standingOf(reports, at);
    if (standing === 'quiet') return [];
    return [
      {
        stationId,
        standing,
        reports: counted.map(({ kind, count, latest }) => ({ kind, count, latestAt: isoAt(latest) })),
      },
    ];
  });
}
