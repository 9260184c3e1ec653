/** Which parts of a record can be corrected by hand, each as a text by its path, and back again. Pure. */

type Fields = Record<string, unknown>;

/** What hangs together by itself, or isn't the union's to change. */
const KEPT = new Set(['id', 'source', 'related', 'confidence']);

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isLines = (value: unknown): value is string[] =>
  Array.isArray(value) && value.length > 0 && value.every((one) => typeof one === 'string');
const isParts = (value: unknown): value is Fields[] => Array.isArray(value) && value.every(isFields);

const isText = (value: unknown): value is string | number | null =>
  typeof value === 'string' || typeof value === 'number' || value === null;

/**
 * Texts, numbers and what is not known yet; lists of texts a line each; lists of parts by their place.
 *
 * @example editableOf({ title: '开班', points: [{ body: '一' }] }) // { title: '开班', 'points.0.body': '一' }
 */
export function editableOf(record: Fields, before = ''): Record<string, string> {
  const texts: Record<string, string> = {};
  for (const [field, value] of Object.entries(record)) {
    const path = before + field;
    if (before === '' && KEPT.has(field)) continue;
    if (isText(value)) texts[path] = value === null ? '' : String(value);
    else if (isLines(value)) texts[path] = value.join('\n');
    else if (isParts(value))
      value.forEach((part, index) => Object.assign(texts, editableOf(part, `${path}.${index}.`)));
  }
  return texts;
}

/** A text as what stood there before: a number stays one where it can, and nothing typed is nothing known. */
function typedAs(before: unknown, text: string): unknown {
  if (isLines(before))
    return text
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean);
  const trimmed = text.trim();
  if (before === null && trimmed === '') return null;
  return typeof before === 'number' && trimmed !== '' && !Number.isNaN(Number(trimmed)) ? Number(trimmed) : trimmed;
}

/**
 * The record with what was typed; everything else stays as it was read.
 *
 * @example mergedRecord({ id: 'a', tags: ['x'] }, { tags: 'x\ny' }) // { id: 'a', tags: ['x', 'y'] }
 */
export function mergedRecord<T extends Fields>(record: T, typed: Record<string, string>, before = ''): T {
  const merged = Object.entries(record).map(([field, value]): [string, unknown] => {
    const path = before + field;
    const text = typed[path];
    if (text !== undefined) return [field, typedAs(value, text)];
    if (!isParts(value)) return [field, value];
    return [field, value.map((part, index) => mergedRecord(part, typed, `${path}.${index}.`))];
  });
  return Object.fromEntries(merged) as T;
}
