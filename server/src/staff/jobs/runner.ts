/** Runs jobs one after another, in every process. */
import type { JobKind } from '@yugong/domain/job/wire';
import { faultOf, logFault } from '../../kernel/error-log';
import { StorageFailure } from '../../kernel/storage-failure';
import type { Service } from '../../kernel/context';
import { staffContextOf } from '../context';
import { memberOf } from '../identity/member';
import {
  claimNext,
  jobEnding,
  failJob,
  inputContext,
  renewLease,
  releaseLease,
  releaseAll,
  type ClaimedJob,
} from './queue';
import { JobRefused, type FinishedJob, type JobContext, type JobWork } from './types';
import { ApiProblem } from '../../kernel/problem';
import { problems } from '@yugong/domain/problem';

/** Loaded when there is one to do: what reads and writes tables is larger than the rest of the service. */
const works: Record<JobKind, () => Promise<JobWork>> = {
  'cancel-session': async () => (await import('./cancel-session')).cancelSession,
  'import-sessions': async () => (await import('./import-sessions')).importSessionList,
  'export-roster': async () => (await import('./export-roster')).exportRoster,
  'import-stations': async () => (await import('./import-stations')).importStationList,
  'export-stations': async () => (await import('./export-stations')).exportStations,
  'geocode-stations': async () => (await import('./geocode-stations')).geocodeStationList,
};

/** The process stops, or another has the job: not the job's fault. */
class Stopped extends Error {}

const POLL = 1000;
const BEAT = 10_000;

async function run(service: Service, claimed: ClaimedJob): Promise<void> {
  const { row } = claimed;
  const staff = await service.store.read
    .selectFrom('staff')
    .selectAll()
    .where('id', '=', row.staff_id)
    .executeTakeFirst();
  const member = staff?.state === 'active' ? await memberOf(service, staff) : null;
  if (!member) return failJob(service, claimed, '开这件事的账号已经停用');
  const log = {
    error: (about: object, message: string) => logFault({ job: row.id, ...about }, message),
  };
  const job = {
    id: row.id,
    askedAt: row.created_at,
    total: row.total,
    ending: (finished: FinishedJob) => jobEnding(service, claimed, finished, member.key.seal),
  };
  const context: JobContext = { ...staffContextOf(service, member), log, job };
  const progress = async (done: number, total: number | null): Promise<void> => {
    if (service.stopping || !(await renewLease(service, claimed, { done, total }))) throw new Stopped();
  };
  const beat = setInterval(() => void renewLease(service, claimed).catch(() => undefined), BEAT);
  try {
    const input = JSON.parse(member.key.unseal(row.input, inputContext(row.id))) as never;
    const work = await works[row.kind]();
    const finished = await work(context, input, progress);
    const { statements, audit } = job.ending(finished);
    if (!finished.ended) await service.store.write(statements, audit);
  } catch (error) {
    // A database that is away comes back, and a lease ends.
    if (error instanceof Stopped || error instanceof StorageFailure)
      return await releaseLease(service, claimed).catch(() => undefined);
    if (!(error instanceof JobRefused) && !(error instanceof ApiProblem)) log.error(faultOf(error), 'job failed');
    await failJob(service, claimed, sayWhy(error));
  } finally {
    clearInterval(beat);
  }
}

function sayWhy(error: unknown): string {
  if (error instanceof JobRefused) return error.message;
  return error instanceof ApiProblem ? problems[error.code].title : '没有做成，请再试一次；还不行请联系管理员';
}

/** Does whatever waits. Tests call it; a service has {@link startJobs}. */
export async function runJobs(service: Service): Promise<number> {
  let count = 0;
  for (;;) {
    const claimed = service.stopping ? null : await claimNext(service);
    if (!claimed) return count;
    await run(service, claimed);
    count += 1;
  }
}

/** @returns stops it, where the job at hand can be taken up again */
export function startJobs(service: Service): () => Promise<void> {
  let running: Promise<unknown> = releaseAll(service).catch(() => undefined);
  let isBusy = false;
  const timer = setInterval(() => {
    if (isBusy || service.stopping) return;
    isBusy = true;
    running = runJobs(service)
      .catch(() => undefined)
      .finally(() => {
        isBusy = false;
      });
  }, POLL).unref();
  return async () => {
    clearInterval(timer);
    await running;
  };
}
