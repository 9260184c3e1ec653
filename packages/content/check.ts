/**
 * Checks a dataset: every record against its schema, then what no single record can know (ids unique
 * over all collections, links that lead somewhere, districts that exist). Pure: reading files and
 * finding lines is the caller's.
 */
import * as v from 'valibot';
import { compileHours } from '@yugong/domain/opening-hours/compile';
import { collectionNames, collections, type CollectionName, type Dataset } from './schema';

/** One thing wrong with the content. */
export interface Fault {
  collection: CollectionName;
  /** Zero-based position in the collection's file, or -1 where the file itself is at fault. */
  index: number;
  /** The record's id where it could be read. */
  id: string | null;
  /** Path to the field, such as `['points', 0, 'body']`. */
  path: (string | number)[];
  /** What is wrong or what was expected, in plain Chinese. */
  message: string;
}

/** What was read from the files, before anything is known of it. */
export type UncheckedDataset = Record<CollectionName, unknown>;

/**
 * Validates a whole dataset.
 *
 * @returns the typed dataset where there is no fault, and every fault otherwise (not only the first).
 * @example
 * const { faults } = checkDataset({ ...files, cases: [{ id: 'case-x' }] });
 * faults[0]; // { collection: 'cases', index: 0, id: 'case-x', path: ['title'], message: '缺少这一项' }
 */
export function checkDataset(files: UncheckedDataset): { dataset: Dataset | null; faults: Fault[] } {
  const shapeFaults = collectionNames.flatMap((name) => checkShapes(name, files[name]));
  if (!isDataset(files, shapeFaults)) return { dataset: null, faults: shapeFaults };
  const dataset = files;
  const faults = [
    ...checkIds(dataset),
    ...checkLinks(dataset),
    ...checkDistricts(dataset),
    ...checkHours(dataset),
    ...checkParts(dataset),
    ...checkWages(dataset),
  ];
  return { dataset: faults.length > 0 ? null : dataset, faults };
}

/** Files in whose shape the schemas found no fault are what the schemas describe. */
const isDataset = (files: UncheckedDataset, shapeFaults: readonly Fault[]): files is Dataset =>
  shapeFaults.length === 0;

function checkShapes(collection: CollectionName, records: unknown): Fault[] {
  if (!Array.isArray(records)) {
    return [{ collection, index: -1, id: null, path: [], message: '应为记录的数组' }];
  }
  return records.flatMap((record: unknown, index) => {
    const result = v.safeParse(collections[collection], record);
    if (result.success) return [];
    return result.issues.map((issue) => ({
      collection,
      index,
      id: idOf(record),
      path: (issue.path ?? []).flatMap(({ key }) => (typeof key === 'string' || typeof key === 'number' ? [key] : [])),
      message: explain(issue),
    }));
  });
}

/** Puts valibot's own messages into plain Chinese; those given in the schema already are. */
function explain(issue: v.BaseIssue<unknown>): string {
  // `openPicklist` names its fault by the code that answers of the service have.
  if (!issue.message.startsWith('Invalid') && issue.message !== 'value') return issue.message;
  if (issue.expected === 'never') return '没有这一项，可能写错了名字';
  if (issue.received === 'undefined') return '缺少这一项';
  return `应为 ${issue.expected ?? '别的内容'}，现在是 ${issue.received}`;
}

function idOf(record: unknown): string | null {
  const hasId = typeof record === 'object' && record !== null && 'id' in record;
  return hasId && typeof record.id === 'string' ? record.id : null;
}

function* everyRecord(dataset: Dataset) {
  for (const collection of collectionNames) {
    for (const [index, record] of dataset[collection].entries()) yield { collection, index, record };
  }
}

function checkIds(dataset: Dataset): Fault[] {
  const seen = new Map<string, CollectionName>();
  const faults: Fault[] = [];
  for (const { collection, index, record } of everyRecord(dataset)) {
    const before = seen.get(record.id);
    if (before !== undefined) {
      faults.push({ collection, index, id: record.id, path: ['id'], message: `这个 id 在 ${before} 里已经用过` });
    }
    seen.set(record.id, collection);
  }
  return faults;
}

function checkLinks(dataset: Dataset): Fault[] {
  const ids = new Set([...everyRecord(dataset)].map(({ record }) => record.id));
  const faults: Fault[] = [];
  for (const { collection, index, record } of everyRecord(dataset)) {
    for (const [position, id] of (record.related ?? []).entries()) {
      const message = id === record.id ? '不能指向自己' : ids.has(id) ? null : `没有 id 为 ${id} 的记录`;
      if (message) faults.push({ collection, index, id: record.id, path: ['related', position], message });
    }
  }
  return faults;
}

function checkDistricts(dataset: Dataset): Fault[] {
  const current = new Set<string>(dataset.districts.filter((d) => d.status === 'current').map((d) => d.adcode));
  const faults: Fault[] = [];
  for (const { collection, index, record } of everyRecord(dataset)) {
    const field = collection === 'districts' ? 'mergedInto' : 'adcode';
    const code = 'mergedInto' in record ? record.mergedInto : record.adcode;
    if (code && !current.has(code)) {
      faults.push({ collection, index, id: record.id, path: [field], message: `${code} 不是现行的区县代码` });
    }
    for (const [at, one] of (record.adcodes ?? []).entries()) {
      if (current.has(one)) continue;
      faults.push({ collection, index, id: record.id, path: ['adcodes', at], message: `${one} 不是现行的区县代码` });
    }
  }
  for (const [index, { id, figures }] of dataset['local-wages'].entries()) {
    for (const [figure, { adcodes }] of figures.entries())
      for (const [at, one] of (adcodes ?? []).entries()) {
        if (current.has(one)) continue;
        const path = ['figures', figure, 'adcodes', at];
        faults.push({ collection: 'local-wages', index, id, path, message: `${one} 不是现行的区县代码` });
      }
  }
  return faults;
}

/** Hours that the phone cannot evaluate are no hours. */
function checkHours({ stations }: Dataset): Fault[] {
  return stations.flatMap(({ id, openingHours }, index): Fault[] => {
    const compiled = openingHours === null ? null : compileHours(openingHours);
    if (!compiled || compiled.ok) return [];
    const message = `应为 ${compiled.expected}，现在是「${openingHours}」：${compiled.message}`;
    return [{ collection: 'stations', index, id, path: ['openingHours'], message }];
  });
}

/** A part is of a statistic that is there, and not more than it. */
function checkParts({ statistics }: Dataset): Fault[] {
  return statistics.flatMap(({ id, partOf, figure }, index): Fault[] => {
    if (partOf === undefined) return [];
    const whole = statistics.find((one) => one.id === partOf);
    const message =
      !whole || partOf === id
        ? `没有 id 为 ${partOf} 的另一个数字`
        : figure.value > whole.figure.value
          ? `部分 ${figure.value} 不会比总数 ${whole.figure.value} 大`
          : null;
    return message ? [{ collection: 'statistics', index, id, path: ['partOf'], message }] : [];
  });
}

/** A claim takes the figure of its day and district: two that could be meant would be taken by chance. */
function checkWages({ 'local-wages': wages }: Dataset): Fault[] {
  const collection = 'local-wages';
  return wages.flatMap(({ id, kind, from, figures }, index): Fault[] => {
    const faults: Fault[] = [];
    const same = wages.slice(0, index).find((one) => one.kind === kind && one.from === from);
    if (same) faults.push({ collection, index, id, path: ['from'], message: `${same.id} 也是从 ${from} 起的` });
    // Averages of several kinds of workers stand side by side; the reader chooses.
    if (kind === 'yearly-average') return faults;
    const named = new Set<string>();
    let rest = 0;
    for (const [figure, { adcodes }] of figures.entries()) {
      if (adcodes === null && (rest += 1) > 1)
        faults.push({ collection, index, id, path: ['figures', figure, 'adcodes'], message: '只能有一档不写区县代码' });
      for (const [at, adcode] of (adcodes ?? []).entries()) {
        if (named.has(adcode))
          faults.push({
            collection,
            index,
            id,
            path: ['figures', figure, 'adcodes', at],
            message: `${adcode} 写了两次，一个区县只在一档里`,
          });
        named.add(adcode);
      }
    }
    return faults;
  });
}
