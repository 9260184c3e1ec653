/** The year for arbitration: from when it runs, what makes it begin anew, what stops it (仲裁法 27). */
import { addDays, daysBetween, type Day } from '../../calendar';
import { afterYears } from '../dates';
import { nextWorkingDay, type RestDays } from '../rest-days';

/** What makes the year begin anew (仲裁法 27 II; 办案规则 27). */
export const interruptionKinds = ['asked', 'complained', 'promised', 'filed'] as const;
export type InterruptionKind = (typeof interruptionKinds)[number];

/** Something that made the year begin anew. */
export interface Interruption {
  on: Day;
  kind: InterruptionKind;
  /** Is there anything to prove it with? What can't be proven doesn't count for the cautious date. */
  proven: boolean;
  /**
   * Of a procedure (a complaint, an earlier arbitration): the day it ended, null while it goes on, and absent where
   * that isn't known or there was no procedure.
   */
  until?: Day | null;
}

export const interruptionNames: Record<InterruptionKind, string> = {
  asked: '找单位要过',
  complained: '向劳动监察、工会这些部门反映过',
  promised: '单位答应过、写过欠条，或者给了一部分',
  filed: '申请过仲裁',
};

/** Do the year's days begin anew with the end of this kind, and not only with its beginning? */
export const isProcedure = (kind: InterruptionKind): boolean => kind === 'complained' || kind === 'filed';

/** A time in which it was impossible to file (仲裁法 27 III); `to` is the day the obstacle was gone, null while it lasts. */
export interface Suspension {
  from: Day;
  to: Day | null;
}

/** A year with what happened in it. */
export interface Limitation {
  /** The last day, before days off move it. */
  due: Day;
  /** The day the year last began to run from. */
  runsFrom: Day;
  /** Interruptions that came when the year was over, and so changed nothing. */
  tooLate: Interruption[];
  /** Days that don't count. */
  stopped: number;
  /** Is an obstacle still there? Then `due` is as if it were gone today, and later with every day. */
  stillStopped: boolean;
}

/** How the year is read. */
export interface LimitationReading {
  /** Today, up to which an obstacle that still lasts has stopped the year. */
  today?: Day;
  /**
   * Does a procedure make the year begin anew when it ends (民法典 195), and not when it began (仲裁法 27 II)? The
   * cautious reading is the second.
   */
  fromProcedureEnd?: boolean;
  /**
   * Days off: they move the last day, so that what happens up to the moved day is in time (民法典 203). Without them
   * nothing moves it.
   */
  rest?: RestDays;
}

/**
 * The last day of a year that runs from `start`, moved by the days that don't count: those from an obstacle's first
 * day on, up to the day it is gone, which counts again. Overlapping obstacles stop the clock once.
 *
 * @param today up to which an obstacle that still lasts is counted; without it such an obstacle moves nothing
 */
export function yearFrom(
  start: Day,
  suspensions: readonly Suspension[],
  today?: Day,
): { due: Day; stopped: number; open: boolean } {
  let due = afterYears(start, 1);
  let stopped = 0;
  let open = false;
  // The day the year runs from isn't one of its own.
  let counted = addDays(start, 1);
  for (const { from, to } of [...suspensions].sort((a, b) => (a.from < b.from ? -1 : 1))) {
    const begins = from > counted ? from : counted;
    if (begins > due) break;
    open ||= to === null;
    const end = to ?? today ?? begins;
    if (end <= begins) continue;
    stopped += daysBetween(begins, end);
    due = addDays(due, daysBetween(begins, end));
    counted = end;
  }
  return { due, stopped, open };
}

/**
 * The year that runs from `start`, its own day not counted. Each interruption within it begins it anew, one after the
 * other in the order of their days; one after its end does nothing.
 *
 * @example limitation('2024-03-15', [], []).due // '2025-03-15'
 */
export function limitation(
  start: Day,
  interruptions: readonly Interruption[],
  suspensions: readonly Suspension[],
  { today, fromProcedureEnd = false, rest }: LimitationReading = {},
): Limitation {
  let runsFrom = start;
  let year = yearFrom(start, suspensions, today);
  const tooLate: Interruption[] = [];
  const lastInTime = (due: Day): Day => (rest ? nextWorkingDay(rest, due) : due);
  for (const interruption of [...interruptions].sort((a, b) => (a.on < b.on ? -1 : 1))) {
    // An interruption inside a procedure that ended later changes nothing any more.
    const { on, until } = interruption;
    const anew = fromProcedureEnd && until !== undefined ? (until ?? today ?? on) : on;
    if (anew <= runsFrom) continue;
    if (on > lastInTime(year.due) && !year.open) {
      tooLate.push(interruption);
      continue;
    }
    runsFrom = anew < on ? on : anew;
    year = yearFrom(runsFrom, suspensions, today);
  }
  return { due: year.due, runsFrom, tooLate, stopped: year.stopped, stillStopped: year.open };
}
