/** The rights clock: dates in, every deadline with its article out. */
import { daysBetween, type Day } from '../../calendar';
import type { RestDays } from '../rest-days';
import { arbitrationDeadlines } from './arbitration';
import type { Deadline } from './deadline';
import type { ClockFacts } from './facts';
import { injuryDeadlines } from './injury';
import { inspectionDeadlines } from './inspection';
import { procedureDeadlines } from './procedure';

export * from './deadline';
export * from './facts';
export * from './limitation';

/** Whole days until the last day, which is 0; null where there is no date. */
export const daysLeft = ({ due }: Pick<Deadline, 'due'>, today: Day): number | null =>
  due === null ? null : daysBetween(today, due);

/** Every deadline that the dates give, the nearest that is still open first, then those gone, then those without a date. */
export function rightsClock(facts: ClockFacts, rest: RestDays): Deadline[] {
  const all: Deadline[] = [
    // Once a claim is handed in, its year has done its work.
    ...(facts.filed ? [] : arbitrationDeadlines(facts, rest)),
    ...injuryDeadlines(facts, rest),
    ...procedureDeadlines(facts, rest),
    ...inspectionDeadlines(facts, rest),
  ];
  const order = (deadline: Deadline): number => {
    const left = daysLeft(deadline, facts.today);
    return left === null ? 2e6 : left < 0 ? 1e6 - left : left;
  };
  return all.sort((a, b) => order(a) - order(b));
}

/**
 * The fewest days left of what the worker has to do; null where nothing runs.
 *
 * @example leastLeft(rightsClock(facts, rest), facts.today) // 6, so the union is told that it is urgent
 */
export function leastLeft(deadlines: readonly Deadline[], today: Day): number | null {
  const open = deadlines
    .filter(({ whose }) => whose === 'you')
    .map((deadline) => daysLeft(deadline, today))
    .filter((left): left is number => left !== null && left >= 0);
  return open.length > 0 ? Math.min(...open) : null;
}
