/** What a row makes of a station's record. */
import type { Day } from '@yugong/domain/calendar';
import type { ListVerdict } from '../lists/report';
import { verdictOf } from '../lists/verdict';
import type { RecordOf } from '../schema';
import type { StationListRow } from './row';

type StationRecord = RecordOf<'stations'>;

const FIELDS = [
  'title',
  'aliases',
  'kind',
  'adcode',
  'districtThen',
  'street',
  'address',
  'location',
  'openingHours',
  'hoursNote',
  'entry',
  'access',
  'anyoneMayEnter',
  'floor',
  'facilities',
  'phone',
  'verifiedAt',
  'verifiedBy',
  'note',
] as const;

const BLANK = {
  title: '',
  source: null,
  aliases: [],
  street: null,
  address: null,
  location: null,
  openingHours: null,
  hoursNote: null,
  access: null,
  facilities: [],
  phone: null,
  note: null,
};

/** The record that a row makes of the one before (or of none), and what changes by it. */
export const stationVerdict = (
  row: StationListRow,
  before: StationRecord | null,
  of: { id: string; file: string; today: Day },
): ListVerdict<StationRecord> =>
  verdictOf(row, before, FIELDS, {
    ...of,
    list: '驿站名单',
    blank: BLANK,
    more: (named) => {
      if (named.address === null && named.location === null) return { precision: 'area' };
      return { precision: before && !row.address && !row.location ? before.precision : 'place' };
    },
  });
