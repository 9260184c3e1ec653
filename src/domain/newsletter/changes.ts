/** What a newsletter says differently from the dataset's record. */
import type { RecordOf } from '../../content/schema';
import { essence } from './similarity';

/** One field, as it is in the dataset and as the newsletter has it. */
export interface FieldChange {
  field: string;
  before: unknown;
  after: unknown;
}

type Figures = RecordOf<'news'>['figures'];

/** Names are the same when they differ in blanks, quotes or a 重庆市 in front only. */
const NAMES = new Set(['title', 'unit', 'place', 'organiser']);
const nameKey = (name: string): string => essence(name).replace(/^(?:重庆市?|市)(?=.)/, '');

/**
 * Compares the fields that a newsletter can speak of.
 *
 * What the newsletter doesn't say is no change: a case that it only lists leaves the record's text
 * alone, and 近日 doesn't take a date away.
 *
 * @param said the draft's values by field; null, undefined and empty lists mean that it says nothing
 * @example changesOf({ title: '甲', lead: null }, { title: '乙', lead: '…' })
 * // [{ field: 'title', before: '乙', after: '甲' }]
 */
export function changesOf(said: Record<string, unknown>, record: object): FieldChange[] {
  const before = record as Record<string, unknown>;
  return Object.entries(said).flatMap(([field, after]) => {
    if (isSilent(after) || isSame(field, before[field], after)) return [];
    return [{ field, before: before[field] ?? null, after }];
  });
}

const isSilent = (value: unknown): boolean =>
  value === null || value === undefined || (Array.isArray(value) && value.length === 0);

function isSame(field: string, before: unknown, after: unknown): boolean {
  if (field === 'figures') return hasAll((before ?? []) as Figures, after as Figures);
  if (NAMES.has(field) && typeof before === 'string' && typeof after === 'string')
    return nameKey(before) === nameKey(after);
  return JSON.stringify(before) === JSON.stringify(after);
}

/** Labels are anybody's words; the numbers are the source's. */
function hasAll(before: Figures, after: Figures): boolean {
  const key = ({ value, unit, qualifier }: Figures[number]) =>
    `${value} ${unit === '名' ? '人' : unit} ${qualifier ?? ''}`;
  const known = new Set(before.map(key));
  return after.every((figure) => known.has(key(figure)));
}
