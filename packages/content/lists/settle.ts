/** Puts a list's verdicts into the dataset, which has the last word on what it takes. */
import { checkDataset } from '../check';
import { collectionNames, type CollectionName, type Dataset, type RecordOf } from '../schema';
import { checkPositions } from '../sense';
import { ofFile, type ListFault, type ListVerdict } from './report';

/** A collection with the list's records in it: changed ones in their places, new ones at the end. */
export function mergedRecords<R extends { id: string }>(
  records: readonly R[],
  verdicts: readonly ListVerdict<R>[],
): R[] {
  const changed = new Map(verdicts.map(({ id, record }) => [id, record]));
  const known = new Set(records.map(({ id }) => id));
  const added = verdicts.filter(({ id }) => !known.has(id)).map(({ record }) => record);
  return [...records.map((one) => changed.get(one.id) ?? one), ...added];
}

/** Whatever the rows' own checks let through: the records that the dataset's check refuses, and why. */
export function refusedByDataset<C extends 'stations' | 'legal-places'>(
  dataset: Dataset,
  collection: C,
  verdicts: readonly ListVerdict<RecordOf<C>>[],
  file: string,
): { refused: Set<string>; faults: ListFault<never>[] } {
  const rowOf = new Map(verdicts.map(({ id, sheet, row }) => [id, { sheet, row }]));
  const refused = new Set<string>();
  const faults: ListFault<never>[] = [];
  const records = mergedRecords<RecordOf<C>>(dataset[collection], verdicts);
  const merged = { ...dataset, [collection]: records };
  const { dataset: checked, faults: shape } = checkDataset(merged);
  for (const { id, path, message } of [...shape, ...(checked ? checkPositions(checked) : [])]) {
    const place = id === null ? undefined : rowOf.get(id);
    if (id === null || place === undefined) continue;
    refused.add(id);
    const what = `资料收不下 ${path.join('.')}：${message}`;
    faults.push({ ...ofFile(file, place.row, what, '资料的格式收得下的内容'), sheet: place.sheet, field: 'row' });
  }
  return { refused, faults };
}

/** Every id of the dataset, those of one collection apart. */
export function idsOf(dataset: Dataset, collection: CollectionName): { all: Set<string>; foreign: Set<string> } {
  const all = new Set<string>();
  const foreign = new Set<string>();
  for (const name of collectionNames)
    for (const { id } of dataset[name]) {
      all.add(id);
      if (name !== collection) foreign.add(id);
    }
  return { all, foreign };
}
