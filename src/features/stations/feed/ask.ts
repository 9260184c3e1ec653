/** Asks the service for the stations it has otherwise than the bundle. */
import * as v from 'valibot';
import { readEdition } from '@yugong/content/feed';
import editions from '@yugong/content/generated/editions.json';
import { FedStation, StationPageWire } from '@yugong/content/station-feed';
import { readTolerantly } from '@yugong/domain/wire/tolerant';
import { log } from '@/platform/log';
import { askService, type ServiceReply } from '@/platform/service';
import type { StationOverlay } from './overlay';

/** Up to so many are asked for as a whole; of more only those of the area that the reader looks at. */
export const MAX_STATIONS_AS_WHOLE = 600;
const PAGE = 200;
const FedStations = v.array(FedStation);
/** The pages of one area, for a phone on a slow line. */
const MAX_PAGES = 5;

const path = (query: Record<string, string | number>): string =>
  `/api/v1/content/stations?${Object.entries(query)
    .map(([name, value]) => `${name}=${value}`)
    .join('&')}`;

export type StationFeedAnswer =
  | { kind: 'taken'; taken: StationOverlay }
  /** The service has what is bundled: what was kept is out of date. */
  | { kind: 'bundled' }
  /** Nothing that the phone has not got, or nothing that it may take. */
  | { kind: 'nothing' };

const nothing: StationFeedAnswer = { kind: 'nothing' };

/**
 * @param area a district's code or a box, where the reader looks; null for the whole city
 * @param has what was taken before
 */
export async function askStations(area: string | null, has: StationOverlay | null): Promise<StationFeedAnswer> {
  const bundled = readEdition(editions.stations);
  const knows = has !== null && (has.whole || (area !== null && has.areas.includes(area)));
  const first = await askService(StationPageWire, {
    path: path({ since: knows ? has.version : bundled.version, limit: 1 }),
  });
  if (first.kind !== 'answered') return nothing;
  const { version, edition, changed, total } = first.data;
  if (version === bundled.version) return { kind: 'bundled' };
  // Never backwards: a service that was set back has nothing to tell.
  if (!changed || edition < bundled.edition || (has && edition < has.edition)) return nothing;
  const asked = total <= MAX_STATIONS_AS_WHOLE ? null : area;
  if (total > MAX_STATIONS_AS_WHOLE && area === null) return nothing;
  const records = await pagesOf(asked, version);
  if (records === null) return nothing;
  return {
    kind: 'taken',
    taken: { version, edition, whole: asked === null, areas: asked === null ? [] : [asked], records },
  };
}

/** All pages of one version, each record checked; null where anything is off. */
async function pagesOf(area: string | null, version: string): Promise<FedStation[] | null> {
  const where: Record<string, string> = area === null ? {} : area.includes(',') ? { bbox: area } : { adcode: area };
  const records: FedStation[] = [];
  let after: string | null = '0';
  for (let page = 0; after !== null && page < MAX_PAGES; page++) {
    const reply: ServiceReply<v.InferOutput<typeof StationPageWire>> = await askService(StationPageWire, {
      path: path({ ...where, limit: PAGE, after }),
    });
    // Published anew meanwhile: the next showing asks again.
    if (reply.kind !== 'answered' || reply.data.version !== version) return null;
    const parsed = readTolerantly(FedStations, reply.data.records);
    // Where most of a page can't be read, it isn't tomorrow's stations but something broken.
    if (!parsed.success || parsed.dropped * 2 > reply.data.records.length) {
      log('stations', `not taken: ${parsed.success ? `${parsed.dropped} records unreadable` : parsed.where}`);
      return null;
    }
    records.push(...parsed.output);
    after = reply.data.next;
  }
  return after === null ? records : null;
}
