/** Turns a record into the texts that can be corrected by hand, keyed by path, and merges them back. */

type Fields = Record<string, unknown>;

/** Fields that depend on others or aren't the union's to change. */
const UNEDITABLE_FIELDS = new Set(['id', 'source', 'related', 'confidence']);

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isTextList = (value: unknown): value is string[] =>
  Array.isArray(value) && value.length > 0 && value.every((one) => typeof one === 'string');
const isRecordList = (value: unknown): value is Fields[] => Array.isArray(value) && value.every(isFields);

const isText = (value: unknown): value is string | number | null =>
  typeof value === 'string' || typeof value === 'number' || value === null;

/**
 * Collects texts, numbers and unknown values; a list of texts becomes one text with a line each, and the parts of a
 * list are keyed by their position.
 *
 * @example editableTexts({ title: '开班', points: [{ body: '一' }] }) // { title: '开班', 'points.0.body': '一' }
 */
export function editableTexts(record: Fields, before = ''): Record<string, string> {
  const texts: Record<string, string> = {};
  for (const [field, value] of Object.entries(record)) {
    const path = before + field;
    if (before === '' && UNEDITABLE_FIELDS.has(field)) continue;
    if (isText(value)) texts[path] = value === null ? '' : String(value);
    else if (isTextList(value)) texts[path] = value.join('\n');
    else if (isRecordList(value))
      value.forEach((part, index) => Object.assign(texts, editableTexts(part, `${path}.${index}.`)));
  }
  return texts;
}

/** Parses a text as the type that stood there before; an empty text for an unknown value stays unknown. */
function parseLike(before: unknown, text: string): unknown {
  if (isTextList(before))
    return text
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean);
  const trimmed = text.trim();
  if (before === null && trimmed === '') return null;
  return typeof before === 'number' && trimmed !== '' && !Number.isNaN(Number(trimmed)) ? Number(trimmed) : trimmed;
}

/**
 * Merges the typed texts into the record; everything else stays as it was read.
 *
 * @example mergeTexts({ id: 'a', tags: ['x'] }, { tags: 'x\ny' }) // { id: 'a', tags: ['x', 'y'] }
 */
export function mergeTexts(record: Fields, typed: Record<string, string>, before = ''): Fields {
  const merged = Object.entries(record).map(([field, value]): [string, unknown] => {
    const path = before + field;
    const text = typed[path];
    if (text !== undefined) return [field, parseLike(value, text)];
    if (!isRecordList(value)) return [field, value];
    return [field, value.map((part, index) => mergeTexts(part, typed, `${path}.${index}.`))];
  });
  return Object.fromEntries(merged);
}
