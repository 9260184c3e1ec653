/**
 * Reads what a newer service, or a newer release of the app, may have written (docs/adr/0025-evolution-of-the-wire.md).
 *
 * Writers stay as strict as their schema. A reader ignores keys it doesn't know, shows a stated fallback for a word it
 * doesn't know, and leaves out a record of a list that it can't make sense of, which it counts. So a released app goes
 * on working when tomorrow's service says a little more.
 */
import * as v from 'valibot';

const FALLBACK = 'unknownWord';
const WHOLE = 'readWhole';
const STAND_IN = 'standIn';

/** What is read of a value, and how many records of its lists were left out. */
export type TolerantResult<T> =
  | { success: true; output: T; dropped: number }
  /** `where`: the path of the first fault, never the value, which may be somebody's. */
  | { success: false; where: string };

/**
 * A closed list of words for writing which readers take an unknown word of as `fallback`. State a fallback that is
 * true of whatever may come: of a session's state that nobody knows yet, that one can't sign up now.
 *
 * @example const State = openPicklist(['open', 'full', 'closed'], 'closed');
 */
export const openPicklist = <const Words extends readonly string[]>(words: Words, fallback: Words[number]) =>
  v.pipe(v.picklist(words, 'value'), v.metadata({ [FALLBACK]: fallback }));

/**
 * What has to be understood whole or not at all, such as the rules of opening hours: with one part of it left out it
 * would say something else. Where it can't be read as it is, the value counts as missing.
 *
 * @example v.nullable(readWhole(v.array(Rule))) // null where a rule has a key that this release doesn't know
 */
export const readWhole = <T extends v.GenericSchema>(schema: T) => v.pipe(schema, v.metadata({ [WHOLE]: true }));

/**
 * A record whose list says something else without it, such as a programme's condition: where it can't be read, `standIn`
 * takes its place, and whoever goes through the list knows that there is something which this release doesn't understand.
 *
 * @example v.array(withStandIn(Condition, unreadCondition)) // as many conditions as the service has
 */
export const withStandIn = <T extends v.GenericSchema>(schema: T, standIn: v.InferOutput<T>) =>
  v.pipe(schema, v.metadata({ [STAND_IN]: standIn }));

/** The parts of valibot's schemas that are looked at here. */
interface Shape {
  type: string;
  entries?: Record<string, Shape>;
  item?: Shape;
  wrapped?: Shape;
  value?: Shape;
  options?: readonly unknown[];
  default?: unknown;
  key?: string;
  pipe?: readonly { type: string; metadata?: Record<string, unknown> }[];
}

/**
 * Parses `value` by `schema` after it was brought down to what the schema knows.
 *
 * @returns never throws; `success: false` where what the schema needs is missing or wrong
 * @example readTolerantly(SessionList, await answer.json())
 */
export function readTolerantly<T>(schema: v.GenericSchema<unknown, T>, value: unknown): TolerantResult<T> {
  const count = { dropped: 0 };
  const result = v.safeParse(schema, relax(schema, value, count));
  return result.success
    ? { success: true, output: result.output, dropped: count.dropped }
    : { success: false, where: v.getDotPath(result.issues[0]) ?? 'its root' };
}

/** Does the value pass once it was brought down to what the schema knows? */
export const isReadable = (schema: v.GenericSchema, value: unknown): boolean => readTolerantly(schema, value).success;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** How many records were left out; `keepsAll` leaves out none, to see whether only unknown keys and words are amiss. */
interface Count {
  dropped: number;
  keepsAll?: boolean;
}

/** A wrapper that stands for a value that may be missing gives an unknown word up instead of its record. */
const OPTIONAL = new Set(['optional', 'nullable', 'nullish', 'undefinedable', 'exact_optional']);
const RECORDS = new Set(['object', 'strict_object', 'loose_object', 'variant', 'union', 'intersect']);

function relax(schema: Shape | v.GenericSchema, value: unknown, count: Count): unknown {
  const shape: Shape = schema;
  if (isWhole(shape) && !count.keepsAll) return value;
  if (OPTIONAL.has(shape.type) && shape.wrapped) return relaxOptional(shape, shape.wrapped, value, count);
  if (shape.entries && isObject(value)) return relaxEntries(shape, shape.entries, value, count);
  if (shape.type === 'array' && shape.item && Array.isArray(value)) return relaxList(shape.item, value, count);
  if (shape.type === 'record' && shape.value && isObject(value)) return relaxRecord(shape.value, value, count);
  if (shape.type === 'picklist') return relaxWord(shape, value);
  if ((shape.type === 'union' || shape.type === 'variant') && isObject(value)) return relaxUnion(shape, value, count);
  return value;
}

function relaxOptional(shape: Shape, wrapped: Shape, value: unknown, count: Count): unknown {
  if (value === null || value === undefined) return value;
  const missing = shape.type === 'nullable' ? null : undefined;
  // What would be right but for something that this release doesn't know is tomorrow's; anything else is broken.
  if (isWhole(wrapped))
    return !passes(wrapped, value) && passes(wrapped, relax(wrapped, value, { dropped: 0, keepsAll: true }))
      ? missing
      : value;
  const relaxed = relax(wrapped, value, count);
  // So is a choice between a word and a list of words, of which one is unknown.
  const isOfWords = wrapped.type === 'picklist' || (wrapped.type === 'union' && !isObject(value));
  if (!isOfWords || passes(wrapped, relaxed)) return relaxed;
  return missing;
}

function relaxEntries(
  shape: Shape,
  entries: Record<string, Shape>,
  value: Record<string, unknown>,
  count: Count,
): Record<string, unknown> {
  const known = Object.entries(entries).flatMap(([key, entry]) =>
    Object.prototype.hasOwnProperty.call(value, key) ? [[key, relax(entry, value[key], count)] as const] : [],
  );
  return { ...(shape.type === 'loose_object' ? value : {}), ...Object.fromEntries(known) };
}

function relaxList(item: Shape, values: readonly unknown[], count: Count): unknown[] {
  const relaxed = values.map((one) => relax(item, one, count));
  if (count.keepsAll || (!RECORDS.has(item.type) && item.type !== 'picklist')) return relaxed;
  return relaxed.flatMap((one) => {
    if (passes(item, one)) return [one];
    const standIn = metadataOf(item, STAND_IN);
    if (standIn !== undefined) return [standIn];
    // A word too many is no record: it is left out of its list without a count.
    if (RECORDS.has(item.type)) count.dropped++;
    return [];
  });
}

/** A map loses the entries that can't be read, as a list does. */
const relaxRecord = (entry: Shape, value: Record<string, unknown>, count: Count): object =>
  Object.fromEntries(
    Object.entries(value)
      .map(([key, one]) => [key, relax(entry, one, count)] as const)
      .filter(([, one]) => passes(entry, one)),
  );

function relaxWord({ options, pipe = [] }: Shape, value: unknown): unknown {
  const fallback = metadataOf({ pipe }, FALLBACK);
  return typeof value === 'string' && fallback !== undefined && !options?.includes(value) ? fallback : value;
}

/** The first alternative that the value passes as; none of them leaves the value as it came, to be refused. */
function relaxUnion({ options }: Shape, value: unknown, count: Count): unknown {
  for (const option of (options ?? []).filter(isShape)) {
    const trial = { dropped: 0 };
    const relaxed = relax(option, value, trial);
    if (!passes(option, relaxed)) continue;
    count.dropped += trial.dropped;
    return relaxed;
  }
  return value;
}

/** What was said of a schema under a name; undefined where nothing was. */
const metadataOf = ({ pipe = [] }: Pick<Shape, 'pipe'>, name: string): unknown =>
  pipe.map(({ metadata }) => metadata?.[name]).find((said) => said !== undefined);

const isWhole = (shape: Shape): boolean => metadataOf(shape, WHOLE) === true;

const isShape = (option: unknown): option is Shape => isObject(option) && typeof option['type'] === 'string';

/** Every shape looked at here is a schema of valibot's. */
const passes = (shape: Shape, value: unknown): boolean => v.is(shape as unknown as v.GenericSchema, value);
