/** One day of compiled hours: what the rules leave of it, by OpenStreetMap's order of rules. */
import { datePartsOf, isoWeekOf, MINUTES_A_DAY, weekdayOf } from './days';
import type { HolidayTable } from './holidays';
import {
  HOLIDAY,
  type CompiledHours,
  type DateRange,
  type HoursRule,
  type NthWeekday,
  type WeekRange,
  type UnknownReason,
} from './types';
import { defined } from '../narrow';

/** A stretch of a day in one state; a day's segments cover 0 to 1440 without a gap. */
export interface Segment {
  from: number;
  to: number;
  state: 'open' | 'closed' | 'unknown';
  reason?: UnknownReason;
}

/** A stretch that a rule speaks of, in minutes from the midnight of the day that the rule applies to. */
interface Layer {
  from: number;
  to: number;
  rule: HoursRule;
  /** The rule's place in the order of rules. */
  at: number;
}

/** Do the hours say anything of public holidays? Then they follow the official calendar, worked weekends included. */
export const followsHolidays = (hours: CompiledHours): boolean =>
  hours.some(({ d = 0, h }) => (d & HOLIDAY) !== 0 || h === 1);

/** Open round the clock, whatever the day. */
export const isAlwaysOpen = (hours: CompiledHours): boolean =>
  hours.length === 1 && hours.every((rule) => rule.m === undefined && isEveryDay(rule) && isWholeDay(rule.t));

const isEveryDay = ({ d, h, n, r, w }: HoursRule): boolean =>
  (d === undefined || (d & 127) === 127) && !h && !n && !r && !w;

const isWholeDay = (times: readonly number[] | undefined): boolean =>
  !times || (times.length === 2 && times[0] === 0 && times[1] === MINUTES_A_DAY);

/**
 * The day's segments.
 *
 * Where it is open what kind of day it is (holidays not announced yet; a worked weekend, of which nobody says which
 * weekday's hours it has), every possibility is worked out, and what they don't agree on is unknown.
 */
export function segmentsOf(hours: CompiledHours, day: number, table: HolidayTable): Segment[] {
  if (!followsHolidays(hours)) return segmentsFor(hours, day, bitOf(day), bitOf(day - 1));
  const before = spills(hours) ? possibilities(day - 1, table) : [bitOf(day - 1)];
  const variants = possibilities(day, table).flatMap((today) =>
    before.map((yesterday) => segmentsFor(hours, day, today, yesterday)),
  );
  return agree(variants, table.at(day) && table.at(day - 1) !== undefined ? 'which-weekday' : 'beyond-holidays');
}

const bitOf = (day: number): number => 1 << weekdayOf(day);
const spills = (hours: CompiledHours): boolean => hours.some(({ t }) => t?.some((minute) => minute > MINUTES_A_DAY));

/** The weekday and holiday bits that the day may count as. */
function possibilities(day: number, table: HolidayTable): number[] {
  const special = table.at(day);
  const plain = bitOf(day);
  if (special === null) return [plain];
  if (special?.kind === 'holiday') return [plain | HOLIDAY];
  const workday = [1, 2, 4, 8, 16];
  if (special) return workday;
  return [plain, plain | HOLIDAY, ...(weekdayOf(day) >= 5 ? workday : [])];
}

/**
 * The segments of a day that counts as `today` and follows one that counted as `yesterday`: its own hours, and what the
 * night of the day before leaves of its first hours.
 */
function segmentsFor(hours: CompiledHours, day: number, today: number, yesterday: number): Segment[] {
  const own = layersOf(hours, day, today);
  const night = layersOf(hours, day - 1, yesterday).filter(({ to }) => to > MINUTES_A_DAY);
  const ownSegments = flatten(own);
  if (night.length === 0) return ownSegments;
  const shifted = night.map((layer) => ({ ...layer, from: layer.from - MINUTES_A_DAY, to: layer.to - MINUTES_A_DAY }));
  const cuts = own.filter(({ rule }) => rule.m !== undefined && !isWholeDay(rule.t));
  return union(ownSegments, flatten([...shifted, ...cuts].sort((a, b) => a.at - b.at)));
}

/** What the rules leave of a day by itself, the part of its hours after its midnight included. */
function layersOf(hours: CompiledHours, day: number, bits: number): Layer[] {
  const layers: Layer[] = [];
  for (const [at, rule] of hours.entries()) {
    if (!applies(rule, day, bits)) continue;
    if (replaces(rule, hours[at - 1])) layers.length = 0;
    for (const [from, to] of pairs(rule.t ?? [0, MINUTES_A_DAY])) layers.push({ from, to, rule, at });
    // A closed day has no night either.
    if (rule.m === 'off' && isWholeDay(rule.t)) layers.push({ from: 0, to: 2 * MINUTES_A_DAY, rule, at });
  }
  return layers;
}

const isDateless = ({ d, n, r, w }: HoursRule): boolean =>
  d === undefined && n === undefined && r === undefined && w === undefined;

/** A normal rule replaces those before it on its days; one that closes only takes away from them. */
export const replaces = (rule: HoursRule, previous: HoursRule | undefined): boolean =>
  rule.m !== 'off' &&
  rule.j === undefined &&
  (!isDateless(rule) || (previous !== undefined && isDateless(previous) && rule.m !== 'unknown'));

const applies = (rule: HoursRule, day: number, bits: number): boolean =>
  isOnDay(rule, day, bits) &&
  (rule.r === undefined || rule.r.some((range) => isIn(range, day))) &&
  (rule.w === undefined || isInWeeks(rule.w, isoWeekOf(day)));

function isOnDay({ d, h, n }: HoursRule, day: number, bits: number): boolean {
  if (d === undefined && n === undefined) return true;
  if (h && (bits & HOLIDAY) === 0) return false;
  return ((d ?? 0) & bits) !== 0 || (n !== undefined && n.some((nth) => isNth(nth, day)));
}

function isNth([weekday, nth, daysAfter = 0]: NthWeekday, day: number): boolean {
  const on = day - daysAfter;
  if (weekdayOf(on) !== weekday) return false;
  const { monthDay, daysInMonth } = datePartsOf(on);
  const date = monthDay % 100;
  return nth === (nth > 0 ? Math.ceil(date / 7) : -Math.ceil((daysInMonth - date + 1) / 7));
}

const isInWeeks = (ranges: readonly WeekRange[], week: number): boolean =>
  ranges.some(([from, to, step = 1]) => week >= from && week <= to && (week - from) % step === 0);

function isIn([from, to, fromYear, toYear]: DateRange, day: number): boolean {
  const { year, monthDay } = datePartsOf(day);
  if (fromYear !== undefined && toYear !== undefined) {
    const date = year * 10_000 + monthDay;
    return date >= fromYear * 10_000 + from && date <= toYear * 10_000 + to;
  }
  return from <= to ? monthDay >= from && monthDay <= to : monthDay >= from || monthDay <= to;
}

const pairs = (times: readonly number[]): [number, number][] =>
  Array.from({ length: times.length / 2 }, (_, at) => [defined(times[at * 2]), defined(times[at * 2 + 1])]);

/** The last layer that speaks of a minute decides; a fallback only where those before left it closed. */
function flatten(layers: readonly Layer[]): Segment[] {
  const edges = layers.flatMap(({ from, to }) => [from, to]).filter((minute) => minute > 0 && minute < MINUTES_A_DAY);
  return segmentsBetween(edges, (minute) => {
    let state: Segment['state'] = 'closed';
    for (const { from, to, rule } of layers) {
      if (from > minute || to <= minute || (rule.j === '||' && state !== 'closed')) continue;
      state = rule.m === 'off' ? 'closed' : (rule.m ?? 'open');
    }
    return state;
  });
}

/** Open where either is open, unknown where either is unknown and neither open. */
function union(one: readonly Segment[], other: readonly Segment[]): Segment[] {
  const edges = [...one, ...other].flatMap(({ from }) => (from > 0 ? [from] : []));
  const at = (segments: readonly Segment[], minute: number) => segments.find(({ to }) => to > minute)?.state;
  return segmentsBetween(edges, (minute) => {
    const states = [at(one, minute), at(other, minute)];
    return states.includes('open') ? 'open' : states.includes('unknown') ? 'unknown' : 'closed';
  });
}

/** Segments cut at the edges, each in the state that its first minute has. */
function segmentsBetween(edges: readonly number[], stateAt: (minute: number) => Segment['state']): Segment[] {
  const cuts = [...new Set([0, ...edges])].sort((a, b) => a - b);
  const segments: Segment[] = [];
  for (const [at, from] of cuts.entries()) {
    const state = stateAt(from);
    const segment = { from, to: cuts[at + 1] ?? MINUTES_A_DAY, state };
    push(segments, state === 'unknown' ? { ...segment, reason: 'said-unknown' } : segment);
  }
  return segments;
}

/** What all variants say alike; unknown where they differ. */
function agree(variants: readonly Segment[][], reason: UnknownReason): Segment[] {
  const [first = []] = variants;
  if (variants.length === 1) return first;
  const cuts = [...new Set(variants.flatMap((segments) => segments.map(({ from }) => from)))].sort((a, b) => a - b);
  const segments: Segment[] = [];
  for (const [at, from] of cuts.entries()) {
    const to = cuts[at + 1] ?? MINUTES_A_DAY;
    const said = variants.map((one) => defined(one.find((segment) => segment.to > from)));
    const one = defined(said[0]);
    const alike = said.every(({ state }) => state === one.state);
    push(segments, alike ? { ...one, from, to } : { from, to, state: 'unknown', reason });
  }
  return segments;
}

function push(segments: Segment[], next: Segment): void {
  const last = segments[segments.length - 1];
  if (last && last.state === next.state && last.reason === next.reason) last.to = next.to;
  else segments.push({ ...next });
}
