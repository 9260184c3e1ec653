/** A list for volunteers with checks of its stations, for tests of whoever comes across one. */
import { addDays, dayAt } from '@yugong/domain/calendar';
import type { OnSiteCheck } from '@yugong/domain/on-site/wire';
import { DAY, isoAt } from '@yugong/domain/time';
import { newId } from '../../../server/src/crypto/ids';
import type { Service } from '../../../server/src/kernel/context';
import type { OnSiteListRow } from '../../../server/src/kernel/schema';
import { statement } from '../../../server/src/kernel/store';
import { recordChecks } from '../../../server/src/stations/on-site';
import { writeOnSiteLink } from '../../../server/src/stations/on-site-link';

/** The smallest JPEG that has everything a decoder looks for first, with a segment of one's own behind its start. */
export function jpeg(segment: readonly number[] = []): string {
  const scan = [0xff, 0xda, 0x00, 0x08, 0x01, 0x01, 0x00, 0x00, 0x3f, 0x00, 0x00];
  return Buffer.from([0xff, 0xd8, ...segment, ...scan, 0xff, 0xd9]).toString('base64');
}

/** A check of a station that is open and as it is published. */
export const openCheck = (id: string, stationId: string, at: number, more: Partial<OnSiteCheck> = {}): OnSiteCheck => ({
  id,
  stationId,
  at: isoAt(at),
  found: 'open',
  position: null,
  hours: null,
  facilities: null,
  anyoneMayEnter: null,
  photo: null,
  ...more,
});

/**
 * Makes a list of today, with a picture in its first check.
 *
 * @param of `checked`: stations that were checked, again and again where there are more than there are stations
 */
export async function madeOnSiteList(
  service: Service,
  {
    organisation,
    title = '示例核对',
    by,
    stations,
    checked,
  }: {
    organisation: string | null;
    title?: string;
    by: string;
    stations: readonly string[];
    checked: readonly string[];
  },
): Promise<{ id: string; link: string; checks: string[] }> {
  const now = service.now();
  const row: OnSiteListRow = {
    id: newId(now),
    title,
    organisation,
    publisher: '示例工会',
    day: dayAt(now),
    station_ids: JSON.stringify(stations),
    created_by: by,
    created_at: now,
    expires_at: Date.parse(`${addDays(dayAt(now), 1)}T00:00:00+08:00`) + 2 * DAY,
    revoked_at: null,
  };
  const { store } = service;
  await store.write([statement(store.read.insertInto('on_site_lists').values(row), 1)]);
  const checks = checked.map((station, n) =>
    openCheck(`check-${n}-of-list`, station, now, {
      position: { lng: 106.55, lat: 29.56, accuracy: 12 },
      hours: '周一至周五 9:00-18:00',
      facilities: { present: ['microwave'], absent: ['toilets'] },
      anyoneMayEnter: 'yes',
      photo: n === 0 ? jpeg() : null,
    }),
  );
  for (let at = 0; at < checks.length; at += 40)
    await recordChecks(service, row, { sentAt: isoAt(now), checks: checks.slice(at, at + 40) });
  return { id: row.id, link: writeOnSiteLink(service, row), checks: checks.map(({ id }) => `${row.id}-${id}`) };
}
