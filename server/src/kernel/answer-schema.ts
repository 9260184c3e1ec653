/**
 * Holds answers against their own description. What a handler returns beyond the schema of its answer never leaves the
 * service: a row spread into an answer would otherwise carry an account's id or a key of the engine to whoever asks.
 */
import * as v from 'valibot';
import type { AnswerDescription } from './operation';

export interface FittedAnswer {
  /** The answer without anything that its schema doesn't name. */
  body: unknown;
  /** Where the answer says more, or something else, than its schema; null where the two agree. Never a value. */
  fault: string | null;
}

/**
 * @param status of the answer; one without a schema goes out as it is (a calendar, a spreadsheet, a problem)
 * @example fitAnswer({ 200: { description: '', schema: v.object({ id: v.string() }) } }, 200, { id: 'a', accountId: 'b' })
 * // { body: { id: 'a' }, fault: 'accountId' }
 */
export function fitAnswer(answers: Record<number, AnswerDescription>, status: number, body: unknown): FittedAnswer {
  const schema = answers[status]?.schema;
  if (!schema || body === undefined || body === null) return { body, fault: null };
  const read = v.safeParse(schema, body);
  if (!read.success) return { body, fault: v.getDotPath(read.issues[0]) ?? 'its root' };
  const found: { beyond: string | null } = { beyond: null };
  return { body: onlyNamed(body, read.output, [], found), fault: found.beyond };
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/**
 * The given value with the keys that the schema kept; defaults that reading fills in are not written. What has nothing
 * beyond is the given value itself: a list of hundreds is not copied to be found whole.
 *
 * @param path to the value; it is as it was when this returns
 * @param found takes the first place where the value says more
 */
function onlyNamed(given: unknown, kept: unknown, path: string[], found: { beyond: string | null }): unknown {
  if (Array.isArray(given) && Array.isArray(kept)) {
    let fitted: unknown[] | null = null;
    for (let at = 0; at < given.length; at += 1) {
      path.push(String(at));
      const one = onlyNamed(given[at], kept[at], path, found);
      path.pop();
      if (one !== given[at]) (fitted ??= [...given])[at] = one;
    }
    return fitted ?? given;
  }
  if (!isObject(given) || !isObject(kept)) return given;
  let fitted: Record<string, unknown> | null = null;
  for (const key of Object.keys(given)) {
    const value = given[key];
    if (value === undefined) continue;
    if (!(key in kept)) {
      found.beyond ??= [...path, key].join('.');
      fitted = Object.fromEntries(Object.entries(fitted ?? given).filter(([name]) => name !== key));
      continue;
    }
    if (typeof value !== 'object' || value === null) continue;
    path.push(key);
    const one = onlyNamed(value, kept[key], path, found);
    path.pop();
    if (one !== value) (fitted ??= { ...given })[key] = one;
  }
  return fitted ?? given;
}
