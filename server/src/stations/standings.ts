/** What people's reports say of stations. Senders are counted, never told. */
import { dayAt } from '@yugong/domain/calendar';
import { FRESH_DAYS, isSettled, standingOf, TOLD_DAYS, type StandingReport } from '@yugong/domain/report';
import type { StandingOnWire } from '@yugong/domain/report/wire';
import { DAY, isoAt } from '@yugong/domain/time';
import type { Service } from '../kernel/context';

/**
 * The standings of stations that anybody told something of; all others are quiet. Whoever verified a station on the spot
 * has answered what was reported of it before that day.
 *
 * @param ids only these
 */
export async function standingsOf(
  { store, content, now }: Pick<Service, 'store' | 'content' | 'now'>,
  ids?: readonly string[],
): Promise<StandingOnWire[]> {
  if (ids?.length === 0) return [];
  const at = now();
  let query = store.read
    .selectFrom('station_reports')
    .leftJoin('accounts', 'accounts.id', 'station_reports.account_id')
    .select([
      'station_reports.id',
      'station_reports.station_id',
      'station_reports.account_id',
      'station_reports.kind',
      'station_reports.state',
      'station_reports.created_at',
      'station_reports.updated_at',
      'accounts.created_at as sender_since',
    ])
    .where('station_reports.created_at', '>', at - TOLD_DAYS * DAY)
    .where(({ eb, or }) =>
      or([
        eb('station_reports.created_at', '>', at - FRESH_DAYS * DAY),
        eb('station_reports.state', 'in', ['received', 'confirmed']),
      ]),
    );
  if (ids) query = query.where('station_reports.station_id', 'in', ids);
  const rows = await query.execute();
  const reported = new Set(rows.map(({ station_id }) => station_id));
  const verified = new Map(
    content
      .dataset()
      .stations.filter(({ id }) => reported.has(id))
      .map(({ id, verifiedAt }) => [id, verifiedAt]),
  );
  const stations = new Map<string, StandingReport[]>();
  for (const row of rows) {
    const reports = stations.get(row.station_id) ?? [];
    const sentAt = Number(row.created_at);
    const verifiedOn = verified.get(row.station_id);
    reports.push({
      kind: row.kind,
      at: sentAt,
      // Whose account is gone is still somebody: each such report counts as one person's.
      by: row.account_id ?? row.id,
      senderAge: row.sender_since === null ? null : sentAt - Number(row.sender_since),
      confirmedAt: row.state === 'confirmed' ? Number(row.updated_at ?? sentAt) : null,
      settled: isSettled(row.state) || (verifiedOn !== undefined && dayAt(sentAt) < verifiedOn),
    });
    stations.set(row.station_id, reports);
  }
  return [...stations].flatMap(([stationId, reports]) => {
    const { standing, counted, unanswered } = standingOf(reports, at);
    if (standing === 'quiet') return [];
    return [
      {
        stationId,
        standing,
        reports: counted.map(({ kind, count, latest }) => ({ kind, count, latestAt: isoAt(latest) })),
        unanswered: unanswered && { kind: unanswered.kind, at: isoAt(unanswered.at) },
      },
    ];
  });
}
