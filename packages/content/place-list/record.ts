/** What a row makes of a place's record. */
import type { Day } from '@yugong/domain/calendar';
import type { ListVerdict } from '../lists/report';
import { verdictOf } from '../lists/verdict';
import type { RecordOf } from '../schema';
import type { LegalPlaceRow } from './row';

type LegalPlace = RecordOf<'legal-places'>;

const FIELDS = [
  'title',
  'kind',
  'adcode',
  'districtThen',
  'place',
  'address',
  'hours',
  'services',
  'phone',
  'location',
  'verifiedAt',
  'verifiedBy',
  'note',
] as const;

const BLANK = { title: '', source: null, place: null, address: null, phone: null, services: [], note: null };

/** The record that a row makes of the one before (or of none), and what changes by it. */
export const placeVerdict = (
  row: LegalPlaceRow,
  before: LegalPlace | null,
  of: { id: string; file: string; today: Day },
): ListVerdict<LegalPlace> => verdictOf(row, before, FIELDS, { ...of, list: '维权地点名单', blank: BLANK });
