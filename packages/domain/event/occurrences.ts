/** Expands RFC 5545 recurrence at build time: the phone only compares days. */
import { RRule, RRuleSet } from 'rrule';
import { DAY } from '../time';

/** One time an event takes place; `end` is its last day. */
export interface Occurrence {
  start: string;
  end: string;
}

/** The calendar's horizon: recurring events are listed up to this day. */
export const HORIZON = '2029-12-31';

const instant = (day: string): Date => new Date(`${day}T00:00:00Z`);
const dayOf = (date: Date): string => date.toISOString().slice(0, 10);

/** The parts of an event that say when it is. */
export interface Recurring {
  start: string;
  end?: string | undefined;
  rrule?: string | undefined;
  exdates?: readonly string[] | undefined;
  rdates?: readonly string[] | undefined;
}

/**
 * The event's rule with its exceptions, in days: a day stands as its midnight in UTC, which no zone can shift.
 *
 * @throws where the rule is none
 */
function recurrenceOf({ start, rrule, exdates = [], rdates = [] }: Recurring): RRuleSet {
  const set = new RRuleSet();
  // RFC 5545: DTSTART is the first time, whatever the rule.
  if (rrule) set.rrule(new RRule({ ...RRule.parseString(rrule), dtstart: instant(start) }));
  set.rdate(instant(start));
  for (const day of rdates) set.rdate(instant(day));
  for (const day of exdates) set.exdate(instant(day));
  return set;
}

/** Every time the event takes place, in order; each as long as the first. The horizon ends a rule, never a day given. */
export function occurrencesOf(event: Recurring): Occurrence[] {
  const { start, end = start, rdates = [] } = event;
  const length = instant(end).getTime() - instant(start).getTime();
  const last = [HORIZON, start, ...rdates].reduce((a, b) => (a > b ? a : b));
  return recurrenceOf(event)
    .between(new Date(0), new Date(instant(last).getTime() + DAY - 1), true)
    .map((date) => ({ start: dayOf(date), end: dayOf(new Date(date.getTime() + length)) }));
}

/**
 * What is wrong with an event's times, by the field at fault; nothing where they are sound.
 *
 * @example recurrenceFaults({ start: '2025-01-15', rrule: 'FREQ=SOMETIMES' })
 * // [{ field: 'rrule', message: '…' }]
 */
export function recurrenceFaults(
  event: Recurring & { time?: { from: string; to: string | null } | undefined },
): { field: 'end' | 'rrule' | 'exdates' | 'rdates' | 'time'; message: string }[] {
  const { start, end = start, rrule, exdates = [], rdates = [], time } = event;
  if (end < start) return [{ field: 'end', message: `最后一天 ${end} 比第一天 ${start} 早` }];
  if (time?.from === '24:00') return [{ field: 'time', message: '开始的时间应在 00:00 到 23:59 之间' }];
  if (time?.to && end === start && time.to <= time.from)
    return [{ field: 'time', message: `${time.from} 到 ${time.to} 过了午夜，就要写最后一天 end` }];
  let rule: RRule | null;
  try {
    rule = rrule ? new RRule({ ...RRule.parseString(rrule), dtstart: instant(start) }) : null;
  } catch (error) {
    return [
      { field: 'rrule', message: `不是 RFC 5545 的规则：${error instanceof Error ? error.message : String(error)}` },
    ];
  }
  const first = rule?.after(new Date(0), true);
  if (rule && (!first || dayOf(first) !== start))
    return [{ field: 'rrule', message: `第一天 ${start} 不合规则，按规则是 ${first ? dayOf(first) : '没有一天'}` }];
  const without = new Set(occurrencesOf({ start, end, rrule, rdates }).map((one) => one.start));
  const idle = exdates.find((day) => !without.has(day));
  if (idle) return [{ field: 'exdates', message: `${idle} 本来就没有这个活动` }];
  const double = rdates.find((day) => occurrencesOf({ start, end, rrule }).some((one) => one.start === day));
  return double ? [{ field: 'rdates', message: `${double} 按规则已经有了` }] : [];
}
