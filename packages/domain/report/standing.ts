/** What several people's reports together say of a station. */

import { DAY, HOUR } from '../time';

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
 * - `quiet`: nobody said anything.
 * - `working`: people found it open, nobody who counts found otherwise.
 * - `trouble`: people could not use it.
 * - `doubtful` (存疑): reports that count contradict each other.
 * - `noted`: somebody said something (有人说), which is a word and not a state.
 */
export const standings = ['quiet', 'working', 'trouble', 'doubtful', 'noted'] as const;
export type Standing = (typeof standings)[number];

/** A report is fresh for so long: what was locked last month says nothing of today. */
export const FRESH_DAYS = 7;
/** A report that nobody at the union looked at for so long is publicly said to be unverified. */
export const UNANSWERED_DAYS = 3;
/** An unanswered report is told of for so long: what was said a season ago helps nobody to find a place. */
export const TOLD_DAYS = 90;
/** Accounts have to be so old, when they report, to speak for a state: making many at once makes none that count. */
export const SENDER_AGE = DAY;
/** So many different senders make a state, */
export const SENDERS = 2;
/** and so far apart: one crowd, or one person with several phones, passes by once. */
export const APART = 2 * HOUR;
/** Reports that one account may send within a day. */
export const REPORTS_PER_DAY = 10;

export interface StandingReport {
  kind: ReportKind;
  /** Milliseconds since the epoch. */
  at: number;
  /** Tells senders apart and nothing else; one sender's last word counts. */
  by: string;
  /** How old the sender's account was when it reported, in milliseconds; null where it is gone. */
  senderAge: number | null;
  /** When somebody at the union found it to be true; null where nobody has. */
  confirmedAt: number | null;
  /** Reports that the union found wrong or has settled say nothing any more. */
  settled: boolean;
}

/** What people said and nobody has looked at for {@link UNANSWERED_DAYS}: the oldest of it. */
export interface UnansweredReport {
  kind: ReportKind;
  at: number;
}

export interface StationStanding {
  standing: Standing;
  /** The reports counted, by kind, the latest first. */
  counted: { kind: ReportKind; count: number; latest: number }[];
  unanswered: UnansweredReport | null;
}

type Side = 'usable' | 'unusable';
const says: Record<ReportKind, Side | 'other'> = {
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
 * One report is somebody's word, whoever sent it. A state needs {@link SENDERS} different senders whose accounts were
 * older than {@link SENDER_AGE} and who reported at least {@link APART} from each other, or the union's own word. Two
 * such senders who contradict each other make the station doubtful. The same person saying 「锁着」 and later 「开着」 has
 * seen it open since: only the last of the two counts.
 *
 * @example standingOf([oneReportOfLocked], now).standing // 'noted'
 */
export function standingOf(reports: readonly StandingReport[], now: number): StationStanding {
  const open = reports.filter(({ at, settled }) => !settled && at <= now && at > now - TOLD_DAYS * DAY);
  const last = new Map<string, StandingReport>();
  // Whether one can get in is one question; what is missing inside are others, each for itself.
  for (const report of [...open].sort((a, b) => a.at - b.at)) {
    const question = says[report.kind] === 'other' ? report.kind : 'use';
    last.set(`${report.by} ${question}`, report);
  }
  const waiting = [...last.values()].filter((one) => one.confirmedAt === null && one.at <= now - UNANSWERED_DAYS * DAY);
  const [oldest] = waiting.sort((a, b) => a.at - b.at);
  const fresh = [...last.values()].filter(({ at, confirmedAt }) => (confirmedAt ?? at) > now - FRESH_DAYS * DAY);
  const counts = new Map<ReportKind, { count: number; latest: number }>();
  for (const { kind, at } of new Set([...fresh, ...waiting])) {
    const before = counts.get(kind) ?? { count: 0, latest: 0 };
    counts.set(kind, { count: before.count + 1, latest: Math.max(before.latest, at) });
  }
  return {
    standing: counts.size === 0 ? 'quiet' : stateOf(fresh),
    counted: [...counts].map(([kind, rest]) => ({ kind, ...rest })).sort((a, b) => b.latest - a.latest),
    unanswered: oldest ? { kind: oldest.kind, at: oldest.at } : null,
  };
}

const hasWeight = ({ senderAge, confirmedAt }: StandingReport): boolean =>
  confirmedAt !== null || (senderAge !== null && senderAge >= SENDER_AGE);

/** What fresh reports make of a station, each sender with one word on whether it can be used. */
function stateOf(fresh: readonly StandingReport[]): Standing {
  const weighty = (side: Side): StandingReport[] => fresh.filter((one) => says[one.kind] === side && hasWeight(one));
  const [usable, unusable] = [weighty('usable'), weighty('unusable')];
  // The union has been there: what people said before it looked contradicts nothing.
  const seen = Math.max(...[...usable, ...unusable].map(({ confirmedAt }) => confirmedAt ?? 0), 0);
  const since = (side: readonly StandingReport[]) => side.filter(({ at, confirmedAt }) => (confirmedAt ?? at) >= seen);
  const [open, shut] = [since(usable), since(unusable)];
  if (open.length > 0 && shut.length > 0) return 'doubtful';
  if (isSupported(shut)) return 'trouble';
  return isSupported(open) ? 'working' : 'noted';
}

/** Is it a state? By the union's word, or by enough senders far enough apart. */
function isSupported(reports: readonly StandingReport[]): boolean {
  if (reports.some(({ confirmedAt }) => confirmedAt !== null)) return true;
  const times = reports.map(({ at }) => at);
  return reports.length >= SENDERS && Math.max(...times) - Math.min(...times) >= APART;
}
