/** Sessions from a spreadsheet: all of them or none. */
import type { SessionImportWire } from '@yugong/domain/session/staff-wire';
import { lookupKey } from '../../crypto/ids';
import { newSessionRow } from '../sessions/input';
import { alikeRows, readSessions, sessionReport } from '../sessions/list';
import { readTable } from './read-table';
import type { FinishedJob, JobContext, ReportProgress } from './types';

interface Input {
  programmeId: string;
  name: string;
  data: string;
  write: boolean;
  /** Rows that are written though a session is there at their place and time; jobs of before have none. */
  keepAlike?: number[];
}

/** The job's own id is in the sessions' ids; and it ends with them, so that beginning again makes none twice. */
export async function importSessionList(
  { scoped, tools, job }: JobContext,
  { programmeId, name, data, write, keepAlike = [], job: key }: Input & { job: string },
  progress: ReportProgress,
): Promise<FinishedJob> {
  const programme = await scoped.programme(programmeId);
  await progress(0, null);
  const list = readSessions(await readTable(Buffer.from(data, 'base64')), {
    file: name,
    programmeId,
    districts: tools.content.dataset().districts,
    now: tools.now(),
    may: (adcode) => scoped.covers({ organisation: programme.organisation, adcode }),
  });
  await progress(list.sessions.length, list.sessions.length);
  const there = await scoped
    .sessions()
    .select(['sessions.id', 'sessions.title', 'sessions.place', 'sessions.starts_at'])
    .where('sessions.state', '=', 'open')
    .where('sessions.ends_at', '>', tools.now())
    .execute();
  const alike = alikeRows(list, there);
  const leftOut = new Set(alike.map(({ row }) => row).filter((row) => !keepAlike.includes(row)));
  const wanted = list.sessions.filter(({ row }) => !leftOut.has(row));
  const isWanted = write && list.faults.length === 0 && wanted.length > 0;
  const report: SessionImportWire = sessionReport(list, alike, isWanted ? wanted.length : 0);
  if (!isWanted) return { result: { ...report } };
  const finished = { result: { ...report }, ended: true };
  const idOf = (row: number): string =>
    `s${lookupKey(tools.secrets.blind, 'import', key, String(row)).replace(/[_-]/g, '0')}`;
  const rows = wanted.map((one) => newSessionRow(idOf(one.row), one, programme, tools.now()));
  const { statements, audit } = job.ending(finished);
  const entry = scoped.entry('session.imported', programmeId, { sessions: rows.length });
  await scoped.write([...rows.map((row) => scoped.insertSession(row)), ...statements], [entry, ...audit]);
  return finished;
}
