/** What a row makes of a station's record. */
import type { Day } from '../../domain/calendar';
import type { Verdict } from '../lists/report';
import type { RecordOf } from '../schema';
import type { StationRow } from './row';

type StationRecord = RecordOf<'stations'>;

const FIELDS = [
  'title', 'aliases', 'kind', 'adcode', 'districtThen', 'street', 'address', 'location', 'openingHours', 'hoursNote',
  'entry', 'access', 'facilities', 'phone', 'verifiedAt', 'verifiedBy', 'note',
] as const; // prettier-ignore

/** The record that a row makes of the one before (or of none), and what changes by it. */
export function verdictOf(
  station: StationRow,
  before: StationRecord | null,
  { id, file, today }: { id: string; file: string; today: Day },
): Verdict<StationRecord> {
  const said = Object.fromEntries(FIELDS.map((field) => [field, station[field]]).filter(([, value]) => value !== null));
  const base = before ?? blank(id);
  const changes = FIELDS.flatMap((field) => {
    const [old, now] = [(base as Record<string, unknown>)[field] ?? null, said[field] ?? null];
    return now === null || isSame(old, now) ? [] : [{ field, before: old, after: now }];
  });
  const status = before === null ? 'new' : changes.length > 0 ? 'changed' : 'same';
  if (before && status === 'same')
    return { row: station.row, status, id, title: before.title, record: before, changes };
  const day = station.verifiedAt ?? today;
  const source = { title: `驿站名单（${file}）`, publisher: station.verifiedBy ?? '工会报送的名单', published: day, kind: 'official' as const }; // prettier-ignore
  const named = { ...base, ...said } as StationRecord;
  const record: StationRecord = {
    ...named,
    precision: named.address !== null || named.location !== null ? (before && !station.address && !station.location ? before.precision : 'place') : 'area', // prettier-ignore
    asOf: day,
    // What was known of it came from somewhere, and still does.
    source,
    ...(before && { moreSources: [before.source, ...(before.moreSources ?? [])].filter((one) => one.title !== source.title) }), // prettier-ignore
    confidence: 'high',
  };
  if (station.districtThen === null && before && before.adcode !== station.adcode) delete record.districtThen;
  return { row: station.row, status, id, title: record.title, record, changes };
}

const blank = (id: string) => ({
  id,
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
});

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
