/** Which parts of a record are texts that can be corrected by hand, and back again. Pure. */

type Fields = Record<string, unknown>;

const isLines = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'string');

/** Texts, and lists of texts a line each; a record's id and its source are not for editing. */
export function editableOf(record: Fields): Record<string, string> {
  const texts: Record<string, string> = {};
  for (const [field, value] of Object.entries(record)) {
    if (field === 'id') continue;
    if (typeof value === 'string') texts[field] = value;
    else if (isLines(value) && value.length > 0) texts[field] = value.join('\n');
  }
  return texts;
}

/**
 * The record with what was typed; everything else stays as it was read.
 *
 * @example mergedRecord({ id: 'a', tags: ['x'] }, { tags: 'x\ny' }) // { id: 'a', tags: ['x', 'y'] }
 */
export function mergedRecord<T extends Fields>(record: T, typed: Record<string, string>): T {
  const merged: Fields = { ...record };
  for (const [field, text] of Object.entries(typed)) {
    if (!(field in record) || text === undefined) continue;
    merged[field] = isLines(record[field]) ? text.split('\n').map((line) => line.trim()).filter(Boolean) : text.trim(); // prettier-ignore
  }
  return merged as T;
}
