/** Packs the stations for their subpackage: columns instead of records, hours compiled. */
import type { StationDetail, StationIndexBundle, StationsBundle } from '@yugong/content/bundle';
import type { Dataset } from '@yugong/content/schema';
import { packHolidays } from '@yugong/domain/opening-hours';
import { compileHours } from '@yugong/domain/opening-hours/compile';
import { packStations } from '@yugong/domain/station';

/** @param bundle the stations with their districts' names and links resolved */
export function stationIndexOf(dataset: Dataset, { stations, districts, counts }: StationsBundle): StationIndexBundle {
  return {
    columns: packStations(stations.map(detailOf)),
    districts,
    holidays: packHolidays(dataset.holidays),
    counts,
  };
}

function detailOf({ district, links, ...record }: StationsBundle['stations'][number]): StationDetail {
  return {
    ...record,
    adcode: district?.adcode ?? null,
    districtThen: district && district.now !== null ? district.name : null,
    hours: record.openingHours === null ? null : compiled(record.openingHours),
    entry: record.entry ?? [],
    anyoneMayEnter: record.anyoneMayEnter ?? 'unknown',
    floor: record.floor ?? null,
    verifiedAt: record.verifiedAt ?? null,
    verifiedBy: record.verifiedBy ?? null,
    asOf: record.asOf ?? null,
    publishedAt: record.publishedAt ?? null,
    demo: record.demo ?? false,
    pictures: record.pictures ?? [],
    moreSources: record.moreSources ?? [],
    links,
  };
}

/** Checked content compiles; see `packages/content/check.ts`. */
function compiled(written: string) {
  const result = compileHours(written);
  if (!result.ok) throw new Error(`${written}: ${result.message}`);
  return result.hours;
}
