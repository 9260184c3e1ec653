/** Who asks for much takes turns with everybody else: long lists are worked through a few at a time, and so are one person's questions. */
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

/**
 * Does one thing at a time for each key, in the order in which they came; what other keys ask for runs beside it.
 *
 * @example
 * const inTurn = oneAtATime();
 * await Promise.all([inTurn('hers', readHers), inTurn('hers', readHersAgain), inTurn('his', readHis)]);
 */
export function oneAtATime(): <T>(key: string, work: () => Promise<T>) => Promise<T> {
  const ends = new Map<string, Promise<unknown>>();
  return (key, work) => {
    const before = ends.get(key);
    // Whoever else has come meanwhile is next.
    const turn = before ? before.then(() => nextTurn()).then(work) : work();
    const end = turn
      .catch(() => undefined)
      .finally(() => {
        if (ends.get(key) === end) ends.delete(key);
      });
    ends.set(key, end);
    return turn;
  };
}
