/** What a row makes of a record of the dataset: the fields it fills in change, all others stay. */
import type { Day } from '@yugong/domain/calendar';
import type { Source } from '@yugong/domain/record';
import type { PlaceRow } from './match';
import type { ListVerdict } from './report';

interface Known {
  id: string;
  title: string;
  adcode?: string | undefined;
  districtThen?: string | undefined;
  source: Source;
  moreSources?: Source[] | undefined;
}

/** What a row says beside its place. */
export interface Said extends PlaceRow {
  districtThen: string | null;
  verifiedBy: string | null;
}

/**
 * @param fields the row's fields that the record has too; null changes nothing
 * @param of `list`: what the list is called in the record's source; `blank`: a record before anything is known of it;
 * `more`: what follows from the fields together
 */
export function verdictOf<R extends Known, Row extends Said>(
  row: Row,
  before: R | null,
  fields: readonly (keyof Row & string)[],
  of: { id: string; file: string; today: Day; list: string; blank: object; more?: (named: R) => Partial<R> },
): ListVerdict<R> {
  const { id, file, today, list, blank, more } = of;
  const said: Record<string, unknown> = Object.fromEntries(
    fields.flatMap((field): [string, unknown][] => (row[field] === null ? [] : [[field, row[field]]])),
  );
  const base = before ?? { ...blank, id };
  const known: Record<string, unknown> = Object.fromEntries(Object.entries(base));
  const changes = fields.flatMap((field) => {
    const [old, now] = [known[field] ?? null, said[field] ?? null];
    return now === null || JSON.stringify(old) === JSON.stringify(now) ? [] : [{ field, before: old, after: now }];
  });
  const status = before === null ? 'new' : changes.length > 0 ? 'changed' : 'same';
  if (before && status === 'same')
    return { sheet: row.sheet, row: row.row, status, id, title: before.title, record: before, changes };
  const day = row.verifiedAt ?? today;
  const source = {
    title: `${list}（${file}）`,
    publisher: row.verifiedBy ?? '工会报送的名单',
    published: day,
    kind: 'official' as const,
  };
  const named = { ...base, ...said } as unknown as R;
  const record = {
    ...named,
    ...more?.(named),
    asOf: day,
    source,
    // What was known of it came from somewhere, and still does.
    ...(before && {
      moreSources: [before.source, ...(before.moreSources ?? [])].filter((one) => one.title !== source.title),
    }),
    confidence: 'high',
  };
  if (row.districtThen === null && row.adcode !== null && before && before.adcode !== row.adcode)
    delete record.districtThen;
  return { sheet: row.sheet, row: row.row, status, id, title: record.title, record, changes };
}
