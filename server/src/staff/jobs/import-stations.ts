/** A union's list of stations, with the command line's own reader and words, published as content. */
import { mergedRecords } from '../../../../src/content/lists/settle';
import { tableOf } from '../../../../src/content/lists/table';
import { importStations } from '../../../../src/content/station-list';
import { publishStations } from '../data/content';
import { JobRefused, type Finished, type JobDesk, type Progress } from './types';

interface Input {
  name: string;
  data: string;
  write: boolean;
  skipBad: boolean;
}

export async function importStationList(desk: JobDesk, { name, data, write, skipBad }: Input, progress: Progress): Promise<Finished> {
  const { scoped, tools } = desk;
  await progress(0, null);
  const dataset = tools.content.dataset();
  const report = importStations(await tableOf(Buffer.from(data, 'base64')), { file: name, dataset, now: tools.now() });
  await progress(report.stations.length, report.stations.length);
  const { districts } = scoped.scope;
  const foreign = report.stations.filter(({ record }) => districts !== null && !(record.adcode !== undefined && districts.includes(record.adcode)));
  if (foreign.length > 0) throw new JobRefused(`第 ${foreign.map(({ row }) => row).slice(0, 10).join('、')} 行的驿站不在你负责的区县里，整张表都没有导入`);
  const isNew = report.counts.new + report.counts.changed > 0;
  if (write && isNew && (report.faults.length === 0 || skipBad)) {
    await publishStations(desk, mergedRecords(dataset.stations, report.stations), report.counts.new + report.counts.changed, `导入 ${name}`);
    report.written = true;
  }
  const { stations, ...rest } = report;
  // What is the same needs no line.
  return { result: { ...rest, stations: stations.filter(({ status }) => status !== 'same').slice(0, 500) } };
} // prettier-ignore
