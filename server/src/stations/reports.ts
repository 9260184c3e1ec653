/** What becomes of a report: its sender reads it, the union's staff moves it on. */
import { transitionReport, type ReportState } from '@yugong/domain/report';
import type { MyReport } from '@yugong/domain/report/wire';
import { isoAt } from '@yugong/domain/time';
import type { Service } from '../kernel/context';
import { accountById } from '../services/accounts';
import type { Account } from '../kernel/account';
import type { StationReportRow } from '../kernel/schema';
import { statement } from '../kernel/store';

const replyContext = (id: string): string => `report-reply|${id}`;

/** The account's own reports, the latest first. */
export async function myReportsOf(
  { store, content }: Pick<Service, 'store' | 'content'>,
  account: Account,
): Promise<MyReport[]> {
  const rows = await store.read
    .selectFrom('station_reports')
    .selectAll()
    .where('account_id', '=', account.id)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  const titles = new Map(content.dataset().stations.map(({ id, title }) => [id, title]));
  return rows.map((row) => ({ ...reportOnWire(row, account), stationTitle: titles.get(row.station_id) ?? null }));
}

/** A row as its sender may read it. */
export function reportOnWire(row: StationReportRow, account: Account): Omit<MyReport, 'stationTitle'> {
  return {
    id: row.id,
    stationId: row.station_id,
    kind: row.kind,
    note: row.sealed === null ? null : account.unseal(row.sealed, `report|${row.id}`),
    state: row.state,
    reply: row.reply === null ? null : account.unseal(row.reply, replyContext(row.id)),
    createdAt: isoAt(row.created_at),
    updatedAt: isoAt(row.updated_at ?? row.created_at),
  };
}

export type ReportMoved =
  | { done: true; state: ReportState }
  /** `stale`: somebody else moved it meanwhile; read it again. */
  | { done: false; code: 'not-found' | 'wrong-state' | 'reply-missing' | 'stale' };

/**
 * Moves a report on, with the answer to its sender and an entry in the audit, or not at all.
 *
 * The answer is sealed with the sender's key: it goes when the sender's account does. A sender who is gone gets none.
 *
 * @param staff who does it, as the audit names them
 */
export async function moveStationReport(
  service: Pick<Service, 'store' | 'keyring' | 'now'>,
  { id, to, reply, staff }: { id: string; to: ReportState; reply: string | null; staff: string },
): Promise<ReportMoved> {
  const { store, now } = service;
  const row = await store.read.selectFrom('station_reports').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) return { done: false, code: 'not-found' };
  const moved = transitionReport(row.state, to, reply);
  if (!moved.ok) return { done: false, code: moved.code };
  const account = row.account_id === null ? null : await accountById(service, row.account_id);
  const sealed = account && moved.reply !== null ? account.seal(moved.reply, replyContext(id)) : row.reply;
  const update = store.read
    .updateTable('station_reports')
    .set({ state: moved.state, reply: sealed, updated_at: now() })
    .where('id', '=', id)
    .where('state', '=', row.state);
  const entry = {
    actor: `staff:${staff}`,
    action: 'station.report-moved',
    subject: row.station_id,
    detail: { report: id, from: row.state, to },
  };
  const written = await store.write([statement(update, 1)], [entry]);
  return written.done ? { done: true, state: moved.state } : { done: false, code: 'stale' };
}
