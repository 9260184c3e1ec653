/** What differs between a record as it is served and as somebody would have it. */

/** A field that differs; a value is null where there was or would be none. */
export interface FieldDifference {
  field: string;
  before: unknown;
  after: unknown;
}

/**
 * An exact diff by field: manual edits are intentional, even whitespace.
 *
 * @example differences({ id: 'a', title: '旧' }, { id: 'a', title: '新' }) // [{ field: 'title', before: '旧', after: '新' }]
 */
export function differences(before: object, after: object): FieldDifference[] {
  const old = new Map<string, unknown>(Object.entries(before));
  const now = new Map<string, unknown>(Object.entries(after));
  return [...new Set([...old.keys(), ...now.keys()])]
    .filter((field) => JSON.stringify(old.get(field)) !== JSON.stringify(now.get(field)))
    .map((field) => ({ field, before: old.get(field) ?? null, after: now.get(field) ?? null }));
}
