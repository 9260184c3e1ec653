/** A station as a row of the import's template. */
import { headings, type Field } from '@yugong/content/station-list/headings';
import type { RecordOf } from '@yugong/content/schema';
import { entryLabels, facilityLabels, kindLabels } from '@yugong/domain/station/vocabulary';

export function stationLine(
  one: RecordOf<'stations'>,
  districts: ReadonlyMap<string, string>,
): (string | number | null)[] {
  const cells: Record<Field, string | number | null> = {
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
