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
  const beyond: string[] = [];
  return { body: onlyNamed(body, read.output, '', beyond), fault: beyond[0] ?? null };
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** The given value with the keys that the schema kept; defaults that reading fills in are not written. */
function onlyNamed(given: unknown, kept: unknown, path: string, beyond: string[]): unknown {
  if (Array.isArray(given) && Array.isArray(kept))
    return given.map((one, at) => onlyNamed(one, kept[at], `${path}${at}.`, beyond));
  if (!isObject(given) || !isObject(kept)) return given;
  const entries = Object.entries(given).flatMap(([key, value]) => {
    if (value === undefined) return [];
    if (key in kept) return [[key, onlyNamed(value, kept[key], `${path}${key}.`, beyond)] as const];
    beyond.push(`${path}${key}`);
    return [];
  });
  return Object.fromEntries(entries);
}
