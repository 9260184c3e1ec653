/** Asks for the positions of a union's stations that have none, as candidates to be decided in the console. */
import { geocodeMap } from '@yugong/content/geocode/judge';
import { geocodeStations } from '@yugong/content/geocode/run';
import { setTimeout as pause } from 'node:timers/promises';
import { geocodeLedgerOf } from '../data/candidates';
import { JobRefused, type FinishedJob, type JobContext, type ReportProgress } from './types';

interface Input {
  adcode: string | null;
}

/**
 * A run that died is run again from the beginning: the ledger knows what was asked, by the job's id, and nothing that was
 * answered is asked a second time.
 */
export async function geocodeStationList(
  context: JobContext,
  { adcode }: Input,
  progress: ReportProgress,
): Promise<FinishedJob> {
  const { scoped, tools, job } = context;
  const { geocoding } = tools;
  if (geocoding === null) throw new JobRefused('没有配置地图服务的密钥，查不了坐标；请在驿站的表单里填写');
  await tools.content.refresh();
  const dataset = tools.content.dataset();
  const isMine = await scoped.ownsStation();
  const stations = dataset.stations.filter(
    (station) =>
      isMine(station) &&
      station.location === null &&
      station.demo !== true &&
      (adcode === null || station.adcode === adcode),
  );
  const report = await geocodeStations(stations, {
    geocoders: geocoding.geocoders,
    map: geocodeMap(dataset),
    ledger: geocodeLedgerOf(context, { run: job.id, perDay: geocoding.perDay }),
    perSecond: geocoding.perSecond,
    now: tools.now,
    pause: (milliseconds) => pause(milliseconds),
    progress,
  });
  return { result: { ...report } };
}
