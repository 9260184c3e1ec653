/** What a newsletter says differently from the dataset's record. */
import type { Figure } from '../record/index';
import { essence } from './similarity';

/** One field, as it is in the dataset and as the newsletter has it. */
export interface FieldChange {
  field: string;
  /** Another wording (expected, since the dataset is in our words), another fact, or what the dataset lacks. */
  kind: 'wording' | 'fact' | 'missing';
  before: unknown;
  after: unknown;
}

type Figures = Pick<Figure, 'value' | 'unit' | 'qualifier'>[];

/** Names are the same when they differ in blanks, quotes or a 重庆市 in front only. */
const NAMES = new Set(['title', 'unit', 'place', 'organiser']);
/** Of these one side may say more: 解放碑 and 渝中区解放碑, the host alone and with all who helped. */
const PARTIAL = new Set(['place', 'organiser']);
/** What anybody may put in other words. */
const WORDING = new Set(['title', 'lead', 'points', 'paragraphs', 'summary']);
const nameKey = (name: string): string => essence(name).replace(/^(?:重庆市?|市)(?=.)/, '');

/**
 * Compares the fields that a newsletter can speak of.
 *
 * What the newsletter doesn't say is no change: a case that it only lists leaves the record's text
 * alone, and 近日 doesn't take a date away.
 *
 * @param said the draft's values by field; null, undefined and empty lists mean that it says nothing
 * @example changesOf({ title: '甲', lead: null }, { title: '乙', lead: '…' })
 * // [{ field: 'title', kind: 'wording', before: '乙', after: '甲' }]
 */
export function changesOf(said: Record<string, unknown>, record: object): FieldChange[] {
  const before: Record<string, unknown> = { ...record };
  return Object.entries(said).flatMap(([field, after]) => {
    if (isSilent(after) || isSame(field, before[field], after)) return [];
    const kind = isSilent(before[field]) ? 'missing' : WORDING.has(field) ? 'wording' : 'fact';
    return [{ field, kind, before: before[field] ?? null, after }];
  });
}

const isSilent = (value: unknown): boolean =>
  value === null || value === undefined || (Array.isArray(value) && value.length === 0);

const areFigures = (value: unknown): value is Figures =>
  Array.isArray(value) &&
  value.every((one: unknown) => typeof one === 'object' && one !== null && 'value' in one && 'unit' in one);

function isSame(field: string, before: unknown, after: unknown): boolean {
  if (field === 'figures') return areFigures(after) && hasAll(areFigures(before) ? before : [], after);
  if (NAMES.has(field) && typeof before === 'string' && typeof after === 'string') {
    const [known, said] = [nameKey(before), nameKey(after)];
    return known === said || (PARTIAL.has(field) && (known.includes(said) || said.includes(known)));
  }
  return JSON.stringify(before) === JSON.stringify(after);
}

/** Labels are anybody's words; the numbers are the source's. */
function hasAll(before: Figures, after: Figures): boolean {
  const key = ({ value, unit, qualifier }: Figures[number]) =>
    `${value} ${unit === '名' ? '人' : unit} ${qualifier ?? ''}`;
  const known = new Set(before.map(key));
  return after.every((figure) => known.has(key(figure)));
}
