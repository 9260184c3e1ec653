/** What a row makes of a place's record. */
import type { Day } from '../../domain/calendar';
import type { Verdict } from '../lists/report';
import type { RecordOf } from '../schema';
import type { PlaceRow } from './row';

type LegalPlace = RecordOf<'legal-places'>;

const FIELDS = [
  'title', 'kind', 'adcode', 'districtThen', 'place', 'address', 'hours', 'services', 'phone', 'location',
  'verifiedAt', 'verifiedBy', 'note',
] as const; // prettier-ignore

/** The record that a row makes of the one before (or of none), and what changes by it. */
export function verdictOf(
  place: PlaceRow,
  before: LegalPlace | null,
  { id, file, today }: { id: string; file: string; today: Day },
): Verdict<LegalPlace> {
  const said = Object.fromEntries(FIELDS.map((field) => [field, place[field]]).filter(([, value]) => value !== null));
  const base = before ?? { id, title: '', source: null, place: null, address: null, phone: null, services: [], note: null }; // prettier-ignore
  const changes = FIELDS.flatMap((field) => {
    const [old, now] = [(base as Record<string, unknown>)[field] ?? null, said[field] ?? null];
    return now === null || JSON.stringify(old) === JSON.stringify(now) ? [] : [{ field, before: old, after: now }];
  });
  const status = before === null ? 'new' : changes.length > 0 ? 'changed' : 'same';
  if (before && status === 'same') return { row: place.row, status, id, title: before.title, record: before, changes };
  const day = place.verifiedAt ?? today;
  const source = { title: `维权地点名单（${file}）`, publisher: place.verifiedBy ?? '工会报送的名单', published: day, kind: 'official' as const }; // prettier-ignore
  const record = {
    ...base,
    ...said,
    asOf: day,
    source,
    // What was known of it came from somewhere, and still does.
    ...(before && { moreSources: [before.source, ...(before.moreSources ?? [])].filter((one) => one.title !== source.title) }), // prettier-ignore
    confidence: 'high',
  } as LegalPlace;
  if (place.districtThen === null && before && before.adcode !== place.adcode) delete record.districtThen;
  return { row: place.row, status, id, title: record.title, record, changes };
}
