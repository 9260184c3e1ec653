/**
 * Checks a dataset: every record against its schema, then what no single record can know (ids unique
 * over all collections, links that lead somewhere, districts that exist). Pure: reading files and
 * finding lines is the caller's.
 */
import * as v from 'valibot';
import { compileHours } from '@yugong/domain/opening-hours/compile';
import { collections, type CollectionName, type Dataset } from './schema';

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

const names = Object.keys(collections) as CollectionName[];

/**
 * Validates a whole dataset.
 *
 * @returns the typed dataset where there is no fault, and every fault otherwise (not only the first).
 * @example
 * const { faults } = checkDataset({ ...files, cases: [{ id: 'case-x' }] });
 * faults[0]; // { collection: 'cases', index: 0, id: 'case-x', path: ['title'], message: '缺少这一项' }
 */
export function checkDataset(files: UncheckedDataset): { dataset: Dataset | null; faults: Fault[] } {
  const shapeFaults = names.flatMap((name) => checkShapes(name, files[name]));
  if (shapeFaults.length > 0) return { dataset: null, faults: shapeFaults };
  const dataset = files as Dataset;
  const faults = [
    ...checkIds(dataset),
    ...checkLinks(dataset),
    ...checkDistricts(dataset),
    ...checkHours(dataset),
    ...checkParts(dataset),
  ];
  return { dataset: faults.length > 0 ? null : dataset, faults };
}

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
      path: (issue.path ?? []).map((item) => item.key as string | number),
      message: explain(issue),
    }));
  });
}

/** Puts valibot's own messages into plain Chinese; those given in the schema already are. */
function explain(issue: v.BaseIssue<unknown>): string {
  if (!issue.message.startsWith('Invalid')) return issue.message;
  if (issue.expected === 'never') return '没有这一项，可能写错了名字';
  if (issue.received === 'undefined') return '缺少这一项';
  return `应为 ${issue.expected ?? '别的内容'}，现在是 ${issue.received}`;
}

function idOf(record: unknown): string | null {
  const id = (record as { id?: unknown } | null)?.id;
  return typeof id === 'string' ? id : null;
}

function* everyRecord(dataset: Dataset) {
  for (const collection of names) {
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
    const code = (record as { adcode?: string; mergedInto?: string | null })[field];
    if (code && !current.has(code)) {
      faults.push({ collection, index, id: record.id, path: [field], message: `${code} 不是现行的区县代码` });
    }
    for (const [at, one] of (record.adcodes ?? []).entries()) {
      if (current.has(one)) continue;
      faults.push({ collection, index, id: record.id, path: ['adcodes', at], message: `${one} 不是现行的区县代码` });
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
