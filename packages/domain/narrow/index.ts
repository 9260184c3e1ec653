/** Narrowing: a value whose type allows more than can happen is checked once, and has the narrower type from then on. */

/**
 * The value itself, which is certain to be there: the compiler can't know that an index lies within its list, that a
 * pattern's group matched, or that a row exists which the line above has written.
 *
 * @throws TypeError where it is null or undefined after all, so that a mistake shows where it is made
 * @example defined(WEEKDAYS[dayOfWeek])
 */
export function defined<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new TypeError('a value that must be there is missing');
  return value;
}

/**
 * Is a value one of a list's?
 *
 * @example isOneOf(roles, text) // then `text` is a Role
 */
export const isOneOf = <T>(list: readonly T[], value: unknown): value is T => list.some((one) => one === value);

/**
 * `Object.keys` with the type that the keys of an object have which was written out in the code. Not for an object that
 * came from elsewhere: that may have more keys than its type says.
 */
export const keysOf = <Key extends string>(written: Readonly<Record<Key, unknown>>): Key[] =>
  Object.keys(written) as Key[];
