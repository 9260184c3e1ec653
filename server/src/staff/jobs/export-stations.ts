/** The stations of one's districts in the template of the import, so that what comes out goes in again. */
import { headings, type StationField } from '@yugong/content/station-list/headings';
import { isoAt } from '@yugong/domain/time';
import { xlsxOf } from '../roster/sheet';
import type { FinishedJob, JobContext, ReportProgress } from './types';
import type { RecordOf } from '@yugong/content/schema';
import { entryLabels, facilityLabels, kindLabels } from '@yugong/domain/station/vocabulary';

export async function exportStations(
  { scoped, tools, member }: JobContext,
  _input: unknown,
  progress: ReportProgress,
): Promise<FinishedJob> {
  const all = tools.content.dataset();
  const stations = all.stations.filter(await scoped.ownsStation());
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

/** As the list's own column is filled in, so that an export reads back. */
const anyoneCells = { yes: '能', no: '不能', unknown: '不清楚' } as const;

export function stationLine(
  one: RecordOf<'stations'>,
  districts: ReadonlyMap<string, string>,
): (string | number | null)[] {
  const cells: Record<StationField, string | number | null> = {
    id: one.id,
    name: one.title,
    aliases: one.aliases.join('、') || null,
    kind: kindLabels[one.kind].label,
    district: one.adcode === undefined ? null : (districts.get(one.adcode) ?? one.adcode),
    street: one.street,
    address: one.address,
    hours: one.openingHours,
    hoursNote: one.hoursNote,
    entry: one.entry?.map((way) => entryLabels[way]).join('、') || null,
    anyone: one.anyoneMayEnter === undefined ? null : anyoneCells[one.anyoneMayEnter],
    floor: one.floor ?? null,
    facilities: one.facilities.map((facility) => facilityLabels[facility]).join('、') || null,
    phone: one.phone,
    lng: one.location?.lng ?? null,
    lat: one.location?.lat ?? null,
    datum: one.location ? 'GCJ02' : null,
    verifiedBy: one.verifiedBy ?? null,
    verifiedOn: one.verifiedAt ?? null,
    note: one.note,
  };
  return headings.map(({ field }) => cells[field]);
}
