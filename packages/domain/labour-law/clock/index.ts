/** The rights clock: dates in, every deadline with its article out. */
import { daysBetween, type Day } from '../../calendar';
import type { RestDays } from '../rest-days';
import { arbitrationDeadlines } from './arbitration';
import { type Deadline, lastDay, noLastDay } from './deadline';
import { type ClockFacts, endUnknown, type Trouble } from './facts';
import { injuryDeadlines } from './injury';
import { procedureDeadlines } from './procedure';

export * from './deadline';
export * from './facts';
export * from './limitation';
import { articles } from '../articles';
import { afterYears } from '../dates';

const inspected: readonly Trouble[] = ['wages', 'overtime', 'deductions', 'no-contract', 'leave', 'insurance'];

/** The complaint, where the trouble is one that inspection looks into. */
function inspectionDeadlines(facts: ClockFacts, rest: RestDays): Deadline[] {
  const { today, troubles, ended } = facts;
  if (!troubles.some((trouble) => inspected.includes(trouble))) return [];
  const two = ended && afterYears(ended, 2);
  return [
    {
      id: 'inspection',
      whose: 'you',
      title: '向劳动监察投诉（跟仲裁是两条路，也不收费）',
      ...(two ? lastDay(rest, two, today) : noLastDay),
      noDate: two
        ? null
        : endUnknown(facts)
          ? '已经离职的，从违法行为停止那天起两年。填上最后一天上班的日子，才能算。'
          : '单位还在继续违法的，从它停下来那天起两年。',
      later: null,
      steps: two ? [`违法最晚到最后一天上班 ${ended} 为止，两年到 ${two}`] : [],
      restarts: [],
      pauses: [],
      unknown: ['违法比离职更早停下的，从停下那天算，会更早。', '投诉了，仲裁的一年也会重新算，所以留好投诉的凭据。'],
      articles: [articles.inspection, articles.complaint],
    },
  ];
}

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
