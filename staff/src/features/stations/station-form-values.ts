/** Between a station's form as it travels and what stands in the fields: texts as people type them. */
import type { AnyoneMayEnter, EntryWay, Facility, StationKind } from '@yugong/domain/station/vocabulary';
import type { StationForm } from '@yugong/domain/station/staff-wire';

type Datum = NonNullable<StationForm['position']>['datum'];

export interface StationFormValues {
  title: string;
  aliases: string;
  kind: StationKind;
  adcode: string;
  street: string;
  address: string;
  floor: string;
  /** Longitude and latitude in one field, as map apps copy them. */
  position: string;
  datum: Datum;
  hours: string;
  hoursChecked: boolean;
  hoursNote: string;
  entry: EntryWay[];
  access: string;
  anyoneMayEnter: AnyoneMayEnter;
  facilities: Facility[];
  phone: string;
  note: string;
  /** Ids of the pictures that stay. */
  pictures: string[];
}

export const newStationForm = (adcode: string): StationForm => ({
  title: '',
  aliases: [],
  kind: 'union_station',
  adcode,
  street: null,
  address: null,
  floor: null,
  position: null,
  hours: null,
  hoursChecked: true,
  hoursNote: null,
  entry: [],
  access: null,
  anyoneMayEnter: 'unknown',
  facilities: [],
  phone: null,
  note: null,
  pictures: [],
});

export function toFormValues(form: StationForm): StationFormValues {
  const { position } = form;
  return {
    ...form,
    aliases: form.aliases.join('、'),
    street: form.street ?? '',
    address: form.address ?? '',
    floor: form.floor ?? '',
    position: position ? `${position.lng}, ${position.lat}` : '',
    datum: position?.datum ?? 'GCJ02',
    hours: form.hours ?? '',
    hoursNote: form.hoursNote ?? '',
    access: form.access ?? '',
    phone: form.phone ?? '',
    note: form.note ?? '',
    pictures: form.pictures ?? [],
  };
}

/** The datums in which clerks copy positions, by the map that they copy from. */
export const datums = [
  { value: 'GCJ02', label: '高德、腾讯、微信' },
  { value: 'BD09', label: '百度' },
  { value: 'WGS84', label: 'GPS、天地图' },
];

/**
 * Two angles in one field, in either order: a latitude of Chongqing is never as large as its longitude.
 *
 * @returns null for an empty field, undefined for one that has no two numbers
 * @example readPair('29.5630, 106.5516') // { lng: 106.5516, lat: 29.563 }
 */
export function readPair(text: string): { lng: number; lat: number } | null | undefined {
  if (text.trim() === '') return null;
  const numbers = (text.normalize('NFKC').match(/\d{1,3}(?:\.\d+)?/g) ?? []).map(Number);
  const [first, second, ...others] = numbers;
  if (first === undefined || second === undefined || others.length > 0) return undefined;
  return first > second ? { lng: first, lat: second } : { lng: second, lat: first };
}

const orNull = (text: string): string | null => text.trim() || null;

/** What is sent; null where the position has no two numbers. */
export function toStationForm(values: StationFormValues): StationForm | null {
  const pair = readPair(values.position);
  if (pair === undefined) return null;
  const { datum, ...rest } = values;
  return {
    ...rest,
    title: values.title.trim(),
    aliases: values.aliases
      .split(/[、,，;；]/)
      .map((alias) => alias.trim())
      .filter(Boolean),
    street: orNull(values.street),
    address: orNull(values.address),
    floor: orNull(values.floor),
    position: pair && { ...pair, datum },
    hours: orNull(values.hours),
    hoursNote: orNull(values.hoursNote),
    access: orNull(values.access),
    phone: orNull(values.phone),
    note: orNull(values.note),
  };
}
