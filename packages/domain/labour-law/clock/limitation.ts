/** The year for arbitration: from when it runs, what makes it begin anew, what stops it (仲裁法 27). */
import { addDays, daysBetween, type Day } from '../../calendar';
import { afterYears } from '../dates';

/** Something that made the year begin anew (仲裁法 27 II). */
export interface Interruption {
  on: Day;
  kind: InterruptionKind;
  /** Is there anything to prove it with? What can't be proven doesn't count for the cautious date. */
  proven: boolean;
}

export const interruptionKinds = ['asked', 'complained', 'promised', 'filed'] as const;
export type InterruptionKind = (typeof interruptionKinds)[number];

export const interruptionNames: Record<InterruptionKind, string> = {
  asked: '找单位要过',
  complained: '向劳动监察、工会这些部门反映过',
  promised: '单位答应过、写过欠条，或者给了一部分',
  filed: '申请过仲裁',
};

/** A time in which it was impossible to file (仲裁法 27 III); `to` is the day the obstacle was gone, null while it lasts. */
export interface Suspension {
  from: Day;
  to: Day | null;
}

export interface Limitation {
  /** The last day. */
  due: Day;
  /** The day the year last began to run from. */
  runsFrom: Day;
  /** Interruptions that came when the year was over, and so changed nothing. */
  tooLate: Interruption[];
  /** Days that don't count. */
  stopped: number;
  /** Is an obstacle still there? Then the last day is later, nobody knows how much. */
  stillStopped: boolean;
}

/**
 * The last day of a year that runs from `start`, moved by the days that don't count: those from an obstacle's first
 * day on, up to the day it is gone, which counts again. Overlapping obstacles stop the clock once.
 */
export function yearFrom(start: Day, suspensions: readonly Suspension[]): { due: Day; stopped: number; open: boolean } {
  let due = afterYears(start, 1);
  let stopped = 0;
  // The day the year runs from isn't one of its own.
  let counted = addDays(start, 1);
  for (const { from, to } of [...suspensions].sort((a, b) => (a.from < b.from ? -1 : 1))) {
    const begins = from > counted ? from : counted;
    if (begins > due) break;
    if (to === null) return { due, stopped, open: true };
    if (to <= begins) continue;
    stopped += daysBetween(begins, to);
    due = addDays(due, daysBetween(begins, to));
    counted = to;
  }
  return { due, stopped, open: false };
}

/**
 * The year that runs from `start`, its own day not counted. Each interruption within it begins it anew, from the
 * day of the interruption; one after its end does nothing.
 *
 * @example limitation('2024-03-15', [], []).due // '2025-03-15'
 */
export function limitation(
  start: Day,
  interruptions: readonly Interruption[],
  suspensions: readonly Suspension[],
): Limitation {
  let runsFrom = start;
  let year = yearFrom(start, suspensions);
  const tooLate: Interruption[] = [];
  for (const interruption of [...interruptions].sort((a, b) => (a.on < b.on ? -1 : 1))) {
    if (interruption.on <= runsFrom) continue;
    if (interruption.on > year.due && !year.open) {
      tooLate.push(interruption);
      continue;
    }
    runsFrom = interruption.on;
    year = yearFrom(runsFrom, suspensions);
  }
  return { due: year.due, runsFrom, tooLate, stopped: year.stopped, stillStopped: year.open };
}
