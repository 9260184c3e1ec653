/** Sessions from a spreadsheet: all of them or none. */
import { tableOf } from '../../../../src/content/lists/table';
import type { SessionImportWire } from '../../../../src/domain/staff';
import { lookupKey } from '../../crypto/ids';
import { newSessionRow } from '../sessions/input';
import { readSessions, sessionReport } from '../sessions/list';
import type { Finished, JobDesk, Progress } from './types';

interface Input {
  programmeId: string;
  name: string;
  data: string;
  write: boolean;
}

/** The job's own id is in the sessions' ids, so that beginning again makes none twice. */
export async function importSessionList({ scoped, tools }: JobDesk, { programmeId, name, data, write, job }: Input & { job: string }, progress: Progress): Promise<Finished> {
  const programme = await scoped.programme(programmeId);
  await progress(0, null);
  const list = readSessions(await tableOf(Buffer.from(data, 'base64')), {
    file: name,
    programmeId,
    districts: tools.content.dataset().districts,
    now: tools.now(),
    may: (adcode) => scoped.covers({ organisation: programme.organisation, adcode }),
  });
  await progress(0, list.sessions.length);
  const isWanted = write && list.faults.length === 0 && list.sessions.length > 0;
  const rows = list.sessions.map((one) => newSessionRow(`s${lookupKey(tools.secrets.blind, 'import', job, String(one.row)).replace(/[_-]/g, '0')}`, one, programme));
  if (isWanted && !(await isThere(scoped, rows[0]?.id as string)))
    await scoped.write(rows.map((row) => scoped.insertSession(row)), [scoped.entry('session.imported', programmeId, { sessions: rows.length })]);
  await progress(list.sessions.length, list.sessions.length);
  const report: SessionImportWire = sessionReport(list, isWanted ? rows.length : 0);
  return { result: { ...report } };
} // prettier-ignore

const isThere = async (scoped: JobDesk['scoped'], id: string): Promise<boolean> =>
  (await scoped.sessions().select('sessions.id').where('sessions.id', '=', id).executeTakeFirst()) !== undefined;
