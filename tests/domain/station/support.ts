/** A handful of stations, as different as they come. */
import { openStations, packStations, type Station } from '@yugong/domain/station';
import { compileHours } from '@yugong/domain/opening-hours/compile';
import { table } from '../opening-hours/support';

let count = 0;

export function station(some: Partial<Station>): Station {
  const written = some.openingHours ?? null;
  const compiled = written === null ? null : compileHours(written);
  return {
    id: `station-test-${++count}`,
    title: '试验驿站',
    aliases: [],
    kind: 'union_station',
    precision: 'place',
    adcode: '500103',
    districtThen: null,
    street: null,
    address: null,
    location: null,
    openingHours: written,
    hours: compiled?.ok ? compiled.hours : null,
    hoursNote: null,
    entry: [],
    access: null,
    anyoneMayEnter: 'unknown',
    floor: null,
    pictures: [],
    facilities: [],
    phone: null,
    note: null,
    verifiedAt: null,
    verifiedBy: null,
    asOf: '2026-01',
    publishedAt: null,
    confidence: 'high',
    demo: false,
    source: { title: '试验', publisher: '试验' },
    moreSources: [],
    links: [],
    ...some,
  };
}

export const districts = [
  { adcode: '500103', title: '渝中区', formerNames: ['市中区'], centre: null },
  { adcode: '500106', title: '沙坪坝区', formerNames: [], centre: null },
];

export const indexOf = (...stations: Station[]) => openStations(packStations(stations), districts, table);
