/** One station as a clerk's form has it: the record that it makes, what can't be kept of it, and what to look at twice. */
import { dayAt } from '@yugong/domain/calendar';
import { gcj02, metresBetween } from '@yugong/domain/geo';
import { pictureIdsOf } from '@yugong/domain/picture';
import { readTypedHours, sayHours } from '@yugong/domain/opening-hours/typed';
import type { StationForm } from '@yugong/domain/station/staff-wire';
import { readPhone } from './lists/phone';
import { foldName, Ids, SAME_PLACE_METRES } from './lists/match';
import { isSwapped, toGcj02 } from './lists/position';
import { idsOf } from './lists/settle';
import type { Dataset, RecordOf } from './schema';

type StationRecord = RecordOf<'stations'>;

/** A field of the form that can't be kept, and why. */
export interface FormFault {
  field: string;
  message: string;
}

export interface ReadStationForm {
  record: StationRecord;
  faults: FormFault[];
  notes: string[];
  /** The hours as they were understood, in plain Chinese. */
  hours: string | null;
}

/** What stands in the form of a station: positions as they are kept, hours in plain Chinese where these read back. */
export function formOfStation(record: StationRecord): StationForm {
  const { openingHours } = record;
  const said = sayHours(openingHours);
  const readsBack = said !== null && readTypedHours(said).written === openingHours;
  return {
    title: record.title,
    aliases: record.aliases,
    kind: record.kind,
    adcode: record.adcode ?? '',
    street: record.street,
    address: record.address,
    floor: record.floor ?? null,
    position: record.location && { ...record.location, datum: 'GCJ02' },
    hours: readsBack ? said : openingHours,
    hoursChecked: false,
    hoursNote: record.hoursNote,
    entry: record.entry ?? [],
    access: record.access,
    anyoneMayEnter: record.anyoneMayEnter ?? 'unknown',
    facilities: record.facilities,
    phone: record.phone,
    note: record.note,
    pictures: pictureIdsOf(record),
  };
}

/**
 * Reads the form. The record is whole even with faults, so that the dataset's own check finds the rest of them.
 *
 * @param before the record that was opened; null where it is new
 * @param of `publisher`: the union whose clerk fills it in; `now`: milliseconds since the epoch
 */
export function readStationForm(
  form: StationForm,
  before: StationRecord | null,
  { dataset, publisher, now }: { dataset: Dataset; publisher: string; now: number },
): ReadStationForm {
  const faults: FormFault[] = [];
  const today = dayAt(now);
  const hours = form.hours === null ? null : readTypedHours(form.hours);
  if (hours?.fault) faults.push({ field: 'hours', message: `${hours.fault.message}。${hours.fault.expected}` });
  const openingHours = hours?.written ?? null;
  const location = readFormPosition(form, before, faults);
  const phone = readFormPhone(form.phone, before, faults);
  const district = dataset.districts.find(({ adcode, status }) => adcode === form.adcode && status === 'current');
  if (!district) faults.push({ field: 'adcode', message: '请选择区县' });
  const comments = (hours?.comments ?? []).filter((comment) => !form.hoursNote?.includes(comment));
  const isOfToday = before === null || form.hoursChecked || openingHours !== before.openingHours;
  const hasPlace = form.address !== null || location !== null;
  const source = { title: '工会填报的驿站信息', publisher, published: today, kind: 'official' as const };
  // What was known of it came from somewhere, and still does.
  const others = before
    ? [before.source, ...(before.moreSources ?? [])].filter((one) => one.title !== source.title)
    : [];
  const record: StationRecord = {
    ...before,
    id: before?.id ?? newStationId(form, dataset),
    title: form.title,
    aliases: form.aliases,
    kind: form.kind,
    precision: hasPlace ? 'place' : 'area',
    adcode: form.adcode,
    street: form.street,
    address: form.address,
    location,
    openingHours,
    hoursNote: [form.hoursNote, ...comments].filter(Boolean).join('；') || null,
    entry: form.entry,
    access: form.access,
    anyoneMayEnter: form.anyoneMayEnter,
    ...(form.floor === null ? {} : { floor: form.floor }),
    facilities: form.facilities,
    phone,
    note: form.note,
    confidence: 'high',
    ...(isOfToday ? { asOf: today } : {}),
    source,
    ...(others.length > 0 ? { moreSources: others } : {}),
  };
  // What was left out and still isn't known stays left out, so that a look at the form changes nothing.
  if (form.floor === null) delete record.floor;
  if (form.anyoneMayEnter === 'unknown' && before?.anyoneMayEnter === undefined) delete record.anyoneMayEnter;
  const pictures = before?.pictures?.filter(({ id }) => form.pictures?.includes(id) ?? true) ?? [];
  if (pictures.length > 0) record.pictures = pictures;
  else delete record.pictures;
  if (form.entry.length === 0 && before?.entry === undefined) delete record.entry;
  if (before?.adcode !== form.adcode) delete record.districtThen;
  if (before?.precision === 'area' && isSamePlaceAs(record, before)) record.precision = 'area';
  const isUnchanged = before !== null && !form.hoursChecked && saidBy(record) === saidBy(before);
  return {
    record: isUnchanged ? before : record,
    faults,
    notes: twinNotes(record, dataset),
    hours: hours?.said ?? null,
  };
}

/** What a record says beside where that is from: a form that was only looked at gives it no new source. */
const saidBy = ({
  source: _,
  moreSources: _more,
  asOf: _asOf,
  confidence: _confidence,
  ...rest
}: StationRecord): string => JSON.stringify(Object.entries(rest).sort(([a], [b]) => (a < b ? -1 : 1)));

const isSamePlaceAs = (one: StationRecord, other: StationRecord): boolean =>
  one.address === other.address && JSON.stringify(one.location) === JSON.stringify(other.location);

function readFormPosition(
  { position }: StationForm,
  before: StationRecord | null,
  faults: FormFault[],
): StationRecord['location'] {
  if (position === null) return null;
  const { lng, lat, datum } = position;
  const known = before?.location;
  // What is kept already was turned once, and is no newer for being looked at.
  if (known && datum === 'GCJ02' && known.lng === lng && known.lat === lat) return known;
  if (isSwapped({ lng, lat })) {
    faults.push({ field: 'position', message: '经度和纬度写反了，请对调' });
    return null;
  }
  const read = toGcj02(lng, lat, datum);
  if (!read.ok) {
    faults.push({ field: 'position', message: `${read.message}。${read.expected}` });
    return null;
  }
  return { lng: read.position.lng, lat: read.position.lat };
}

function readFormPhone(phone: string | null, before: StationRecord | null, faults: FormFault[]): string | null {
  if (phone === null || phone === before?.phone) return phone;
  const read = readPhone(phone);
  if (read.ok) return read.value;
  faults.push({ field: 'phone', message: `${read.message}。${read.expected}` });
  return null;
}

function newStationId(form: StationForm, dataset: Dataset): string {
  const titles = new Map(dataset.districts.map(({ adcode, title }) => [adcode, title]));
  const { all } = idsOf(dataset, 'stations');
  const { title, adcode, address } = form;
  return new Ids('station', all, titles).next({
    id: null,
    sheet: null,
    row: 0,
    verifiedAt: null,
    title,
    adcode,
    address,
  });
}

/** Other stations that may be the same one: of the same name in the district, or at the same spot. */
function twinNotes(record: StationRecord, dataset: Dataset): string[] {
  const others = dataset.stations.filter(({ id }) => id !== record.id);
  const name = foldName(record.title);
  const named = others.filter(
    ({ title, aliases, adcode }) =>
      adcode === record.adcode && [title, ...aliases].some((one) => foldName(one) === name),
  );
  const at = record.location && gcj02(record.location.lng, record.location.lat);
  const beside = others.filter(
    ({ id, location }) =>
      at !== null &&
      location !== null &&
      !named.some((one) => one.id === id) &&
      metresBetween(at, gcj02(location.lng, location.lat)) <= SAME_PLACE_METRES,
  );
  return [
    ...named.map(({ title, address }) => `这个区县已经有“${title}”${address ? `（${address}）` : ''}，可能是同一处`),
    ...beside.map(({ title }) => `${SAME_PLACE_METRES} 米以内已经有“${title}”，可能是同一处`),
  ];
}
