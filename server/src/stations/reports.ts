/** What becomes of a report: its sender reads it, the union's staff moves it on. */
import { isSettled, transitionReport, type ReportState } from '@yugong/domain/report';
import type { MyReport } from '@yugong/domain/report/wire';
import { isoAt } from '@yugong/domain/time';
import type { Service } from '../kernel/context';
import { accountById } from '../services/accounts';
import type { Account } from '../kernel/account';
import { ApiProblem } from '../kernel/problem';
import type { StationReportRow } from '../kernel/schema';
import { statement, type AuditEntry, type Statement } from '../kernel/store';
import { noticeRow } from '../storage/rows';

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

/** Somebody's own report. @throws ApiProblem `not-found` where there is none */
export async function ownReport(
  { store }: Pick<Service, 'store'>,
  account: Pick<Account, 'id'>,
  id: string,
): Promise<StationReportRow> {
  const row = await store.read
    .selectFrom('station_reports')
    .selectAll()
    .where('id', '=', id)
    .where('account_id', '=', account.id)
    .executeTakeFirst();
  if (!row) throw new ApiProblem('not-found');
  return row;
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
  const { store } = service;
  const row = await store.read.selectFrom('station_reports').selectAll().where('id', '=', id).executeTakeFirst();
  if (!row) return { done: false, code: 'not-found' };
  const moved = transitionReport(row.state, to, reply);
  if (!moved.ok) return { done: false, code: moved.code };
  const account = row.account_id === null ? null : await accountById(service, row.account_id);
  const move = moveOf(service, { row, moved, account, staff });
  // While it is only being looked at there is nothing to read yet.
  const isNews = account && (moved.reply !== null || isSettled(moved.state));
  const notices = isNews ? [noticeOf(service, account.id, row.station_id)] : [];
  const written = await store.write([move.statement, ...notices], [move.entry]);
  return written.done ? { done: true, state: moved.state } : { done: false, code: 'stale' };
}

interface ReportMove {
  row: StationReportRow;
  moved: { state: ReportState; reply: string | null };
  /** The sender's; null where it is gone. */
  account: Account | null;
  staff: string;
  /** How many get the answer together. */
  together?: number;
}

/** A report's next state, where it is still in the last one, and its entry in the audit. */
function moveOf({ store, now }: Pick<Service, 'store' | 'now'>, { row, moved, account, staff, together }: ReportMove) {
  const { id } = row;
  const reply = account && moved.reply !== null ? account.seal(moved.reply, replyContext(id)) : row.reply;
  const update = store.read
    .updateTable('station_reports')
    .set({ state: moved.state, reply, updated_at: now() })
    .where('id', '=', id)
    .where('state', '=', row.state);
  const detail = { report: id, from: row.state, to: moved.state, ...(together === undefined ? {} : { together }) };
  const entry = { actor: `staff:${staff}`, action: 'station.report-moved', subject: row.station_id, detail };
  return { statement: statement(update, 1), entry };
}

const noticeOf = ({ store, now }: Pick<Service, 'store' | 'now'>, accountId: string, stationId: string): Statement =>
  statement(
    store.read.insertInto('notices').values(noticeRow('report-answer', accountId, now(), { station_id: stationId })),
  );

/**
 * Moves several reports on with one answer, or none of them. A sender who reported a station ten times hears once.
 *
 * @param senders the accounts that are still there, by id
 */
export async function answerTogether(
  service: Pick<Service, 'store' | 'now'>,
  {
    rows,
    to,
    reply,
    staff,
    senders,
  }: {
    rows: readonly StationReportRow[];
    to: ReportState;
    reply: string;
    staff: string;
    senders: ReadonlyMap<string, Account>;
  },
): Promise<{ done: true } | { done: false; code: 'wrong-state' | 'reply-missing' | 'stale' }> {
  const statements: Statement[] = [];
  const entries: AuditEntry[] = [];
  const notices = new Map<string, Statement>();
  for (const row of rows) {
    const moved = transitionReport(row.state, to, reply);
    if (!moved.ok) return { done: false, code: moved.code };
    const account = (row.account_id === null ? undefined : senders.get(row.account_id)) ?? null;
    const move = moveOf(service, { row, moved, account, staff, together: rows.length });
    statements.push(move.statement);
    entries.push(move.entry);
    const heard = `${row.account_id ?? ''} ${row.station_id}`;
    if (account && !notices.has(heard)) notices.set(heard, noticeOf(service, account.id, row.station_id));
  }
  if (rows.length === 0) return { done: true };
  const written = await service.store.write([...statements, ...notices.values()], entries);
  return written.done ? { done: true } : { done: false, code: 'stale' };
}
