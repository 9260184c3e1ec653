/** Turns a record into the texts that can be corrected by hand, keyed by path, and merges them back. */

type Fields = Record<string, unknown>;

/** Fields of a newsletter's record that depend on others or aren't the union's to change. */
const UNEDITABLE_FIELDS = new Set(['id', 'source', 'related', 'confidence']);

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isTextList = (value: unknown): value is string[] =>
  Array.isArray(value) && value.length > 0 && value.every((one) => typeof one === 'string');
const isRecordList = (value: unknown): value is Fields[] => Array.isArray(value) && value.every(isFields);

const isText = (value: unknown): value is string | number | null =>
  typeof value === 'string' || typeof value === 'number' || value === null;

/**
 * Collects texts, numbers and unknown values; a list of texts becomes one text with a line each, the parts of a list are
 * keyed by their position and those of a field by their names.
 *
 * @param fixed top-level fields that are left out
 *
 * @example editableTexts({ title: '开班', points: [{ body: '一' }] }) // { title: '开班', 'points.0.body': '一' }
 */
export function editableTexts(
  record: Fields,
  { fixed = UNEDITABLE_FIELDS, before = '' }: { fixed?: ReadonlySet<string>; before?: string } = {},
): Record<string, string> {
  const texts: Record<string, string> = {};
  for (const [field, value] of Object.entries(record)) {
    const path = before + field;
    if (before === '' && fixed.has(field)) continue;
    if (isText(value)) texts[path] = value === null ? '' : String(value);
    else if (isTextList(value)) texts[path] = value.join('\n');
    else if (isRecordList(value))
      value.forEach((part, index) => Object.assign(texts, editableTexts(part, { fixed, before: `${path}.${index}.` })));
    else if (isFields(value)) Object.assign(texts, editableTexts(value, { fixed, before: `${path}.` }));
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
    if (isFields(value)) return [field, mergeTexts(value, typed, `${path}.`)];
    if (!isRecordList(value)) return [field, value];
    return [field, value.map((part, index) => mergeTexts(part, typed, `${path}.${index}.`))];
  });
  return Object.fromEntries(merged);
}
