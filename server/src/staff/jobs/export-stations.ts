/** The stations of one's districts in the template of the import, so that what comes out goes in again. */
import { headings } from '@yugong/content/station-list/headings';
import { isoAt } from '@yugong/domain/time';
import { xlsxOf } from '../roster/sheet';
import { stationLine } from '../stations/line';
import type { Finished, JobDesk, Progress } from './types';

export async function exportStations(
  { scoped, tools, member }: JobDesk,
  _input: unknown,
  progress: Progress,
): Promise<Finished> {
  const { districts } = scoped.scope;
  const all = tools.content.dataset();
  const stations = all.stations.filter(
    ({ adcode }) => districts === null || (adcode !== undefined && districts.includes(adcode)),
  );
  await progress(0, stations.length);
  const titles = new Map(all.districts.map(({ adcode, title }) => [adcode, title]));
  const rows = stations.map((one) => stationLine(one, titles));
  await progress(stations.length, stations.length);
  const when = isoAt(tools.now()).slice(0, 16).replace('T', ' ');
  const columns = headings.map(({ heading }) => ({ title: heading, width: 16 }));
  const file = {
    name: `驿站-${when.slice(0, 10)}.xlsx`,
    data: await xlsxOf({ name: '驿站名单', columns, rows, mark: `${member.name} ${when} 导出` }),
  };
  return { result: { rows: rows.length }, file };
}
