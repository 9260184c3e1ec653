/** What several people's reports together say of a station. */

import { DAY } from '../time';

export const reportKinds = [
  'open',
  'locked',
  'closed',
  'no-water',
  'no-power',
  'moved',
  'wrong-hours',
  'wrong',
  'other',
] as const;
export type ReportKind = (typeof reportKinds)[number];

/**
 * - `quiet`: nothing fresh.
 * - `working`: people found it open, nobody found otherwise.
 * - `trouble`: people could not use it, nobody could.
 * - `doubtful` (存疑): fresh reports contradict each other.
 * - `noted`: something else was told, such as hours that are wrong.
 */
export const standings = ['quiet', 'working', 'trouble', 'doubtful', 'noted'] as const;
export type Standing = (typeof standings)[number];

/** A report is fresh for so long: what was locked last month says nothing of today. */
export const FRESH_DAYS = 7;

export interface StandingReport {
  kind: ReportKind;
  /** Milliseconds since the epoch. */
  at: number;
  /** Tells senders apart and nothing else; one sender's last word counts. */
  by: string;
  /** Reports that the union found wrong or has settled say nothing any more. */
  settled: boolean;
}

const says: Record<ReportKind, 'usable' | 'unusable' | 'other'> = {
  open: 'usable',
  locked: 'unusable',
  closed: 'unusable',
  moved: 'unusable',
  'no-water': 'other',
  'no-power': 'other',
  'wrong-hours': 'other',
  wrong: 'other',
  other: 'other',
};

/**
 * Sums up reports.
 *
 * Two fresh reports of different people that contradict each other make the station doubtful. The same person saying
 * 「锁着」 and later 「开着」 has seen it open since: only the last of the two counts.
 *
 * @returns the standing, and the reports counted, by kind, the latest first
 */
export function standingOf(
  reports: readonly StandingReport[],
  now: number,
): { standing: Standing; counted: { kind: ReportKind; count: number; latest: number }[] } {
  const since = now - FRESH_DAYS * DAY;
  const fresh = reports.filter(({ at, settled }) => !settled && at > since && at <= now);
  const last = new Map<string, StandingReport>();
  // Whether one can get in is one question; what is missing inside are others, each for itself.
  for (const report of [...fresh].sort((a, b) => a.at - b.at)) {
    const question = says[report.kind] === 'other' ? report.kind : 'use';
    last.set(`${report.by} ${question}`, report);
  }
  const counts = new Map<ReportKind, { count: number; latest: number }>();
  for (const { kind, at } of last.values()) {
    const before = counts.get(kind) ?? { count: 0, latest: 0 };
    counts.set(kind, { count: before.count + 1, latest: Math.max(before.latest, at) });
  }
  const counted = [...counts].map(([kind, rest]) => ({ kind, ...rest })).sort((a, b) => b.latest - a.latest);
  const has = (what: string): boolean => counted.some(({ kind }) => says[kind] === what);
  const standing: Standing =
    has('usable') && has('unusable')
      ? 'doubtful'
      : has('unusable')
        ? 'trouble'
        : has('usable')
          ? 'working'
          : counted.length > 0
            ? 'noted'
            : 'quiet';
  return { standing, counted };
}
