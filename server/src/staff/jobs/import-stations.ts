/** A union's list of stations, with the command line's own reader and words, published as content. */
import { mergedRecords } from '@yugong/content/lists/settle';
import { defined } from '@yugong/domain/narrow';
import { publishStations } from '../data/content';
import { versionsOf } from '../data/records';
import { readStations } from './read-table';
import { JobRefused, type FinishedJob, type JobContext, type ReportProgress } from './types';

interface Input {
  name: string;
  data: string;
  write: boolean;
  skipBad: boolean;
}

export async function importStationList(
  context: JobContext,
  { name, data, write, skipBad }: Input,
  progress: ReportProgress,
): Promise<FinishedJob> {
  const { scoped, tools, job } = context;
  await progress(0, null);
  const dataset = tools.content.dataset();
  const report = await readStations(Buffer.from(data, 'base64'), { file: name, dataset, now: tools.now() });
  await progress(report.stations.length, report.stations.length);
  const isMine = await scoped.ownsStation();
  const known = new Set(dataset.stations.map(({ id }) => id));
  const { districts } = scoped.scope;
  // What is new is whose member brings it, in a district of theirs; what is there has an owner.
  const isForeign = ({ id, adcode }: { id: string; adcode?: string | undefined }): boolean =>
    known.has(id)
      ? !isMine({ id, adcode })
      : districts !== null && !(adcode !== undefined && districts.includes(adcode));
  const foreign = report.stations.filter(({ record }) => isForeign(record));
  if (foreign.length > 0)
    throw new JobRefused(
      `第 ${foreign
        .map(({ row }) => row)
        .slice(0, 10)
        .join('、')} 行的驿站不在你负责的范围里，整张表都没有导入`,
    );
  const { stations, ...rest } = report;
  // What is the same needs no line.
  const changed = report.counts.new + report.counts.changed;
  const note = `导入 ${name}`;
  // A list that says what is there already was probably imported before: then it is said by whom and when.
  const sameList = changed > 0 ? undefined : (await versionsOf(context, (one) => one.note === note))[0];
  const result = {
    ...rest,
    stations: stations.filter(({ status }) => status !== 'same').slice(0, 500),
    importedBefore: sameList ? { at: sameList.publishedAt, by: sameList.by } : null,
  };
  if (!write || changed === 0 || (report.faults.length > 0 && !skipBad)) return { result };
  const finished = (version: number) => ({ result: { ...result, written: true, version }, ended: true });
  // With the stations, so that a run that dies afterwards isn't repeated and then finds nothing new.
  const version = await publishStations(context, {
    records: mergedRecords(dataset.stations, stations),
    imported: stations.map(({ record }) => record),
    changed,
    note,
    beside: (published) => job.ending(finished(published)),
  });
  return finished(defined(version));
}
