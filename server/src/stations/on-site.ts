/** A volunteer's list of stations, and what becomes of the checks that are sent with its link: candidates, nothing else. */
import { toGcj02 } from '@yugong/content/lists/position';
import type { RecordOf } from '@yugong/content/schema';
import { dayAt } from '@yugong/domain/calendar';
import { readJson } from '@yugong/domain/narrow/json';
import type {
  CheckRefusal,
  OnSiteCheck,
  OnSiteChecksRequest,
  OnSiteListWire,
  OnSiteStation,
} from '@yugong/domain/on-site/wire';
import { findingLabels } from '@yugong/domain/on-site/words';
import { sayHours } from '@yugong/domain/opening-hours/typed';
import type {
  CandidateField,
  CandidateOrigin,
  CandidateProposal,
  NewCandidate,
} from '@yugong/domain/station-candidate';
import { isoAt, MINUTE } from '@yugong/domain/time';
import { WireId } from '@yugong/domain/wire';
import type { FastifyRequest } from 'fastify';
import * as v from 'valibot';
import { keyed } from '../crypto/ids';
import type { Service } from '../kernel/context';
import { ApiProblem } from '../kernel/problem';
import type { OnSiteListRow } from '../kernel/schema';
import { statement, type Statement } from '../kernel/store';
import { proposeCandidates } from './candidates';
import { readOnSiteLink } from './on-site-link';

const START_OF_IMAGE = 0xd8;
const END_OF_IMAGE = 0xd9;
const START_OF_SCAN = 0xda;
/** JFIF's header, and the profile of the colours, which canvases of some phones write. */
const HARMLESS_APPLICATION_DATA = [0xe0, 0xe2];
const COMMENT = 0xfe;

const isApplicationData = (marker: number): boolean => marker >= 0xe0 && marker <= 0xef;

/**
 * Is it a whole JPEG (ITU-T T.81, annex B) without Exif, XMP or comments? A phone's camera writes there where and with what
 * the picture was taken; one that was drawn anew by a browser has none of it.
 *
 * @example isPlainJpeg(await readFile('from-a-camera.jpg')) // false: it has Exif
 */
function isPlainJpeg(bytes: Uint8Array): boolean {
  const size = bytes.length;
  if (size < 4 || bytes[0] !== 0xff || bytes[1] !== START_OF_IMAGE) return false;
  if (bytes[size - 2] !== 0xff || bytes[size - 1] !== END_OF_IMAGE) return false;
  for (let at = 2; at + 4 <= size;) {
    const marker = bytes[at + 1] ?? 0;
    if (bytes[at] !== 0xff) return false;
    if (marker === START_OF_SCAN) return true;
    if (marker === COMMENT || (isApplicationData(marker) && !HARMLESS_APPLICATION_DATA.includes(marker))) return false;
    at += 2 + ((bytes[at + 2] ?? 0) << 8) + (bytes[at + 3] ?? 0);
  }
  return false;
}

/** Requests that one link may make a minute: ten volunteers who are back in the network send theirs at once. */
const REQUESTS_A_MINUTE = 120;

export const StationIds = v.array(WireId);

/**
 * Whose list a request is for, by the link that comes as its bearer token.
 *
 * @throws ApiProblem `link-invalid` for a link that is forged, altered, lapsed or revoked; `too-many-requests`
 */
export async function listOfLink(service: Service, request: FastifyRequest): Promise<OnSiteListRow> {
  const [, token] = /^Bearer (\S{1,120})$/.exec(request.headers.authorization ?? '') ?? [];
  const link = token === undefined ? null : readOnSiteLink(service, token);
  if (!link) throw new ApiProblem('link-invalid');
  const bucket = keyed(service.secrets.blind, 'on-site', link.id);
  if ((await service.store.hit({ bucket, window: MINUTE })) > REQUESTS_A_MINUTE)
    throw new ApiProblem('too-many-requests', [], 30);
  const row = await service.store.read
    .selectFrom('on_site_lists')
    .selectAll()
    .where('id', '=', link.id)
    .executeTakeFirst();
  if (!row || row.revoked_at !== null) throw new ApiProblem('link-invalid');
  return row;
}

/** The list as the phone keeps it. Stations that were taken down since it was made are left out. */
export async function openList(service: Service, list: OnSiteListRow): Promise<OnSiteListWire> {
  const now = service.now();
  // Whoever goes out early loads it in the evening before; afterwards it shows nothing any more.
  if (dayAt(now) > list.day) throw new ApiProblem('link-over');
  const stations = new Map(service.content.dataset().stations.map((one) => [one.id, one]));
  const checked = await service.store.read
    .selectFrom('on_site_checks')
    .select('station_id')
    .distinct()
    .where('list_id', '=', list.id)
    .execute();
  return {
    id: list.id,
    title: list.title,
    union: list.publisher,
    day: list.day,
    sendUntil: isoAt(list.expires_at),
    now: isoAt(now),
    checked: checked.map(({ station_id }) => station_id),
    stations: readJson(StationIds, list.station_ids).flatMap((id) => {
      const station = stations.get(id);
      return station ? [publishedStation(station)] : [];
    }),
  };
}

/** What is published of a station, as whoever checks it or decides about a check wants to read it. */
export const publishedStation = (station: RecordOf<'stations'>): OnSiteStation => ({
  id: station.id,
  title: station.title,
  address: station.address ?? station.street,
  floor: station.floor ?? null,
  position: station.location,
  hours: sayHours(station.openingHours),
  facilities: station.facilities,
  anyoneMayEnter: station.anyoneMayEnter ?? 'unknown',
});

/** What the phone made of a check is its own within the list: two lists may have the same by chance. */
const checkId = (list: OnSiteListRow, { id }: OnSiteCheck): string => `${list.id}-${id}`;

/** By which a check's candidate for a field is found, and proposed once. */
export const visitKey = (check: string, field: CandidateField): string => `visit|${check}|${field}`;

/**
 * When it was. How long before it was sent is taken from the phone, and what time it is from the service, so that a phone
 * whose clock is wrong does no harm.
 */
const timeOf = (now: number, sentAt: string, { at }: OnSiteCheck): number =>
  now - Math.max(0, Date.parse(sentAt) - Date.parse(at));

/**
 * Records checks as candidates, each once, however often it is sent.
 *
 * @returns a result for each, in the order in which they came
 */
export async function recordChecks(
  service: Service,
  list: OnSiteListRow,
  { sentAt, checks }: OnSiteChecksRequest,
): Promise<{ id: string; outcome: 'recorded' | 'refused'; refusal: CheckRefusal | null }[]> {
  const now = service.now();
  const published = new Set(service.content.dataset().stations.map(({ id }) => id));
  const onList = new Set(readJson(StationIds, list.station_ids).filter((id) => published.has(id)));
  const judged = checks.map((check) => ({ check, at: timeOf(now, sentAt, check) }));
  const results = judged.map(({ check, at }) => {
    const refusal = refusalOf({ check, at, list, onList });
    return { id: check.id, outcome: refusal === null ? ('recorded' as const) : ('refused' as const), refusal };
  });
  const good = judged.filter((_, index) => results[index]?.refusal === null);
  if (good.length === 0) return results;
  const candidates = good.flatMap(({ check, at }) => candidatesOf(list, check, at));
  const beside = good.flatMap(({ check, at }) => rowsOf(service, { list, check, at }));
  await proposeCandidates(service, { candidates, by: `visit:${list.id}`, beside });
  return results;
}

function refusalOf({
  check,
  at,
  list,
  onList,
}: {
  check: OnSiteCheck;
  at: number;
  list: OnSiteListRow;
  onList: ReadonlySet<string>;
}): CheckRefusal | null {
  if (!onList.has(check.stationId)) return 'not-on-list';
  if (dayAt(at) !== list.day) return 'other-day';
  return check.photo === null || isPlainJpeg(Buffer.from(check.photo, 'base64')) ? null : 'bad-photo';
}

/** The check and its picture, unless they are there already. */
function rowsOf(
  { store, now }: Pick<Service, 'store' | 'now'>,
  { list, check, at }: { list: OnSiteListRow; check: OnSiteCheck; at: number },
): Statement[] {
  const [id, created] = [checkId(list, check), now()];
  const checked = {
    id,
    list_id: list.id,
    station_id: check.stationId,
    found: check.found,
    at,
    recorded_at: created,
  };
  const row = store.read
    .insertInto('on_site_checks')
    .values(checked)
    .onConflict((conflict) => conflict.doNothing());
  if (check.photo === null) return [statement(row)];
  const photo = {
    check_id: id,
    station_id: check.stationId,
    state: 'open' as const,
    jpeg: check.photo,
    created_at: created,
  };
  const picture = store.read
    .insertInto('on_site_photos')
    .values(photo)
    .onConflict((conflict) => conflict.doNothing());
  return [statement(row), statement(picture)];
}

/** What a check says, a field each. */
function candidatesOf(list: OnSiteListRow, check: OnSiteCheck, at: number): NewCandidate[] {
  const { stationId, found, position, hours, facilities, anyoneMayEnter } = check;
  const origin: CandidateOrigin = {
    by: 'visit',
    link: list.id,
    seenAt: isoAt(at),
    accuracy: position?.accuracy ?? null,
  };
  const remark = found === 'missing' ? findingLabels.missing : null;
  const proposals: CandidateProposal[] = [{ field: 'openNow', value: { isOpen: found === 'open', remark } }];
  const here = position && toGcj02(position.lng, position.lat, 'WGS84');
  // A phone that says that it is outside of Chongqing says nothing of where the station is.
  if (here?.ok) proposals.push({ field: 'position', value: { lng: here.position.lng, lat: here.position.lat } });
  if (hours !== null) proposals.push({ field: 'hours', value: { text: hours } });
  if (facilities !== null) proposals.push({ field: 'facilities', value: facilities });
  if (anyoneMayEnter !== null) proposals.push({ field: 'anyoneMayEnter', value: anyoneMayEnter });
  return proposals.map((proposal) => ({
    stationId,
    proposal,
    origin,
    doubts: [],
    key: visitKey(checkId(list, check), proposal.field),
  }));
}
