/** Long lists, worked through a few at a time, so that everybody else is served in between. */
import { setImmediate as nextTurn } from 'node:timers/promises';

/** Opening so many sealed rows takes a few milliseconds of the serving thread. */
const ROWS_AT_ONCE = 25;

/**
 * As `items.map(work)`, with a turn of the event loop after every few items. What needs to be seen at one moment is read
 * before: only the working out is spread.
 *
 * @param atOnce items between two turns; fewer where an item is more than a row
 * @example await mapInTurns(rows, (row) => readPerson(account, row, log))
 */
export async function mapInTurns<T, R>(
  items: readonly T[],
  work: (item: T) => R,
  atOnce: number = ROWS_AT_ONCE,
): Promise<R[]> {
  const results: R[] = [];
  for (const [at, item] of items.entries()) {
    if (at > 0 && at % atOnce === 0) await nextTurn();
    results.push(work(item));
  }
  return results;
}
