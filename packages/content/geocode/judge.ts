/**
 * What speaks against a geocoder's answer. A geocoder answers nearly always: where it doesn't know a house it gives the
 * middle of the road, of the town or of the district, or a house of the same name elsewhere, and calls that success.
 */
import gcoord from 'gcoord';
import { chongqing, gcj02, isInside, metresBetween, type Gcj02 } from '@yugong/domain/geo';
import type { CandidateDoubt, GeocodedPrecision } from '@yugong/domain/station-candidate';
import { districtBoxes } from '../district-boxes';
import towns from '../gazetteer/towns.json';
import { isSwapped, toGcj02 } from '../lists/position';
import type { Dataset, RecordOf } from '../schema';
import type { FoundAddress, FoundPosition } from './port';

type StationRecord = RecordOf<'stations'>;

/** These refuse an answer: nobody has to look at it. Any other leaves it to a person. */
const REFUSING: readonly CandidateDoubt[] = ['outside', 'swapped', 'centre', 'other-district', 'datum'];
export const isRefused = (doubts: readonly CandidateDoubt[]): boolean => doubts.some((one) => REFUSING.includes(one));

const EXACT: readonly GeocodedPrecision[] = ['door', 'poi'];

/** An answer so near to a district's own centre is the centre, whatever level it claims. */
const CENTRE_METRES = 80;
/** Two stations of different addresses at one point: a geocoder's stand-in for what it doesn't know. */
const SAME_POINT_METRES = 5;
/** A position that was known before and lies so far off isn't the same place. */
const FAR_METRES = 300;
/** A road's numbers on both sides run so far apart within some hundred metres. */
const NEAR_NUMBERS = 30;

/** What the answers are held against; made once for a run. */
export interface GeocodeMap {
  dataset: Dataset;
  /** Today's code of a district for one that may have been merged since. */
  currentAdcode(adcode: string): string;
}

export function geocodeMap(dataset: Dataset): GeocodeMap {
  const merged = new Map(dataset.districts.map(({ adcode, mergedInto }) => [adcode, mergedInto ?? adcode]));
  return { dataset, currentAdcode: (adcode) => merged.get(adcode) ?? adcode };
}

/**
 * The address to ask for: city, district and what the record says, each once. Geocoders know a merged district by its old
 * name, which the record keeps.
 *
 * @returns null where the record has no address to ask for
 * @example geocodeQuery(record, map) // '重庆市渝中区民权路28号'
 */
export function geocodeQuery(
  { adcode, street, address, districtThen }: Pick<StationRecord, 'adcode' | 'street' | 'address' | 'districtThen'>,
  { dataset }: GeocodeMap,
): string | null {
  if (address === null || adcode === undefined) return null;
  const district = districtThen ?? dataset.districts.find((one) => one.adcode === adcode)?.title;
  if (district === undefined) return null;
  const rest = address.replace(/^(?:中国)?重庆市?/, '');
  const bare = rest.startsWith(district) ? rest.slice(district.length) : rest;
  const town = street !== null && !bare.includes(street) ? street : '';
  return `重庆市${district}${town}${bare}`.replace(/\s+/g, '');
}

const ROAD = '\\p{Script=Han}{1,12}?(?:大道|道|路|街|巷)(?:\\p{Script=Han}段)?';
const HOUSE = new RegExp(`(${ROAD})(\\d{1,5})(?:号|附|-)`, 'u');
const BARE_ROAD = new RegExp(`^(${ROAD})`, 'u');

/** A road with the number of a house on it, as far as an address names one. */
function houseIn(address: string): { road: string; number: number | null } | null {
  const bare = address
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/^(?:中国)?重庆市?/, '')
    .replace(/^\p{Script=Han}{1,8}?(?:自治县|新区|区|县)/u, '')
    .replace(/^\p{Script=Han}{1,8}?(?:街道|[镇乡])(?=\p{Script=Han})/u, '');
  const house = HOUSE.exec(bare);
  if (house?.[1]) return { road: house[1], number: Number(house[2]) };
  const road = BARE_ROAD.exec(bare)?.[1];
  return road === undefined ? null : { road, number: null };
}

const isSameRoad = (one: string, other: string): boolean => one.endsWith(other) || other.endsWith(one);

/**
 * Does the address that a geocoder gives for its own position say what was asked for? A position in the wrong datum, which
 * is off by some 500 to 1,000 m, is on another road; a house of the same name is in another district.
 */
export function confirmation(query: string, said: FoundAddress | null): 'confirmed' | 'elsewhere' | 'unconfirmed' {
  if (said === null) return 'unconfirmed';
  const [asked, told] = [houseIn(query), houseIn(said.address)];
  if (asked === null || asked.number === null || told === null) return 'unconfirmed';
  if (!isSameRoad(asked.road, told.road)) return 'elsewhere';
  if (told.number === null) return 'unconfirmed';
  return Math.abs(asked.number - told.number) <= NEAR_NUMBERS ? 'confirmed' : 'elsewhere';
}

/** Where a position lies if the provider gave it in 百度's datum by mistake. */
export function asIfBd09({ lng, lat }: Gcj02): Gcj02 {
  const [x, y] = gcoord.transform<[number, number]>([lng, lat], gcoord.BD09, gcoord.GCJ02);
  return gcj02(x, y);
}

/** An answer's position in GCJ-02; null with what refuses it where it is none of Chongqing's. */
export function positionOf({
  lng,
  lat,
  datum,
}: FoundPosition): { at: Gcj02; doubt: null } | { at: null; doubt: 'outside' | 'swapped' } {
  if (isSwapped({ lng, lat })) return { at: null, doubt: 'swapped' };
  const read = isInside({ lng, lat }, chongqing) ? toGcj02(lng, lat, datum) : null;
  return read?.ok ? { at: read.position, doubt: null } : { at: null, doubt: 'outside' };
}

/** What is known of an answer by itself, before anybody asks for the address of its position. */
export function doubtsOfAnswer(
  station: StationRecord,
  { found, at }: { found: FoundPosition; at: Gcj02 },
  { dataset, currentAdcode }: GeocodeMap,
): CandidateDoubt[] {
  const doubts: CandidateDoubt[] = [];
  if (found.precision === 'centre' || isDistrictCentre(at, dataset)) doubts.push('centre');
  if (isOfOtherDistrict(station, found.adcode, at, currentAdcode)) doubts.push('other-district');
  if (!EXACT.includes(found.precision)) doubts.push('area');
  if (found.isUnsure) doubts.push('unreliable');
  if (isFarFromStreet(station, at)) doubts.push('far-from-street');
  const { location } = station;
  if (location && metresBetween(at, gcj02(location.lng, location.lat)) > FAR_METRES) doubts.push('far-from-before');
  return doubts;
}

const isDistrictCentre = (at: Gcj02, { districts }: Dataset): boolean =>
  districts.some(({ centre }) => centre !== null && metresBetween(at, gcj02(centre.lng, centre.lat)) <= CENTRE_METRES);

/** Is what was found in another district, by the code that is said of it or by where it lies? */
export function isOfOtherDistrict(
  { adcode }: Pick<StationRecord, 'adcode'>,
  said: string | null,
  at: Gcj02,
  currentAdcode: GeocodeMap['currentAdcode'],
): boolean {
  if (adcode === undefined) return false;
  if (said !== null && currentAdcode(said) !== adcode) return true;
  const box = districtBoxes[adcode];
  return box !== undefined && !isInside(at, box);
}

/** Seats of towns by district and name, in GCJ-02. */
const seats = new Map(
  towns.flatMap(({ adcode, name, lng, lat, radiusM }) => {
    if (lng === null || lat === null || radiusM === undefined) return [];
    const [x, y] = gcoord.transform<[number, number]>([lng, lat], gcoord.WGS84, gcoord.GCJ02);
    return [[`${adcode} ${name}`, { at: gcj02(x, y), radius: radiusM }] as const];
  }),
);

/** A house can't be farther from the seat of its town than the town reaches; twice that, as seats aren't middles. */
function isFarFromStreet({ adcode, street }: StationRecord, at: Gcj02): boolean {
  const seat = street === null ? undefined : seats.get(`${adcode ?? ''} ${street}`);
  return seat !== undefined && metresBetween(at, seat.at) > seat.radius * 2;
}

/** Is the point that of another station with another address? */
export function isSharedPoint(
  station: Pick<StationRecord, 'id' | 'address'>,
  at: Gcj02,
  others: Iterable<{ id: string; address: string | null; at: Gcj02 }>,
): boolean {
  for (const other of others)
    if (
      other.id !== station.id &&
      other.address !== station.address &&
      metresBetween(at, other.at) <= SAME_POINT_METRES
    )
      return true;
  return false;
}

/** Metres to the centre of the station's district; null where nobody knows that. */
export function metresToSeat(
  { lng, lat }: { lng: number; lat: number },
  adcode: string | undefined,
  { districts }: Dataset,
): number | null {
  const centre = districts.find((one) => one.adcode === adcode)?.centre;
  return centre ? Math.round(metresBetween(gcj02(lng, lat), gcj02(centre.lng, centre.lat))) : null;
}
