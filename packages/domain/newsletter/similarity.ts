/** How alike two texts are, in a way that can be explained: the pairs of characters they share. */
import { halfWidth } from './lines';

/** What counts when two wordings are compared: letters, digits and 汉字, half-width and in lower case. */
export const essence = (text: string): string =>
  halfWidth(text)
    .toLowerCase()
    .replace(/[^0-9a-z\u3400-\u9fff]+/g, '');

/** The pairs of neighbouring characters of a text, each once. */
export function pairsOf(text: string): Set<string> {
  const plain = essence(text);
  const pairs = new Set<string>();
  for (let at = 0; at + 1 < plain.length; at++) pairs.add(plain.slice(at, at + 2));
  return pairs;
}

function shared(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let count = 0;
  for (const pair of a) if (b.has(pair)) count++;
  return count;
}

/**
 * Dice's coefficient on character pairs: 0 for nothing in common, 1 for the same.
 *
 * @example dice('职工篮球比赛', '职工篮球赛') // 0.67
 */
export function dice(a: string | ReadonlySet<string>, b: string | ReadonlySet<string>): number {
  const [left, right] = [typeof a === 'string' ? pairsOf(a) : a, typeof b === 'string' ? pairsOf(b) : b];
  const all = left.size + right.size;
  return all === 0 ? 0 : (2 * shared(left, right)) / all;
}

/** The share of a short text's pairs that a longer one has: 1 when it is contained in it. */
export function coverage(short: string | ReadonlySet<string>, long: string | ReadonlySet<string>): number {
  const [inner, outer] = [
    typeof short === 'string' ? pairsOf(short) : short,
    typeof long === 'string' ? pairsOf(long) : long,
  ];
  return inner.size === 0 ? 0 : shared(inner, outer) / inner.size;
}
