/** One day of compiled hours: what the rules leave of it, by OpenStreetMap's order of rules. */
import { datePartsOf, MINUTES_A_DAY, weekdayOf } from './days';
import type { HolidayTable } from './holidays';
import { HOLIDAY, type CompiledHours, type DateRange, type HoursRule, type UnknownReason } from './types';

/** A stretch of a day in one state; a day's segments cover 0 to 1440 without a gap. */
export interface Segment {
  from: number;
  to: number;
  state: 'open' | 'closed' | 'unknown';
  reason?: UnknownReason;
}

/** A stretch that a rule speaks of, in minutes of the day looked at. */
interface Layer {
  from: number;
  to: number;
  rule: HoursRule;
}

/** Do the hours say anything of public holidays? Then they follow the official calendar, worked weekends included. */
export const followsHolidays = (hours: CompiledHours): boolean => hours.some(({ d = 0 }) => (d & HOLIDAY) !== 0);

/** Open round the clock, whatever the day. */
export const isAlwaysOpen = (hours: CompiledHours): boolean =>
  hours.length === 1 && hours.every(({ d, r, t, m }) => m === undefined && (d === undefined || (d & 127) === 127) && !r && isWholeDay(t)); // prettier-ignore

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

/** The segments of a day that counts as `today` and follows one that counted as `yesterday`. */
function segmentsFor(hours: CompiledHours, day: number, today: number, yesterday: number): Segment[] {
  const layers: Layer[] = [];
  for (const [at, rule] of hours.entries()) {
    if (applies(rule, day, today)) {
      if (replaces(rule, hours[at - 1])) layers.length = 0;
      layers.push(...ownPart(rule));
    }
    // What yesterday left beyond midnight comes after the rule itself and replaces nothing.
    if (rule.t?.some((minute) => minute > MINUTES_A_DAY) && applies(rule, day - 1, yesterday)) layers.push(...spill(rule)); // prettier-ignore
  }
  return flatten(layers);
}

const isDateless = ({ d, r }: HoursRule): boolean => d === undefined && r === undefined;

/** A normal rule replaces those before it on its days; one that closes only takes away from them. */
const replaces = (rule: HoursRule, previous: HoursRule | undefined): boolean =>
  rule.m !== 'off' && rule.j === undefined && (!isDateless(rule) || (previous !== undefined && isDateless(previous) && rule.m !== 'unknown')); // prettier-ignore

const applies = ({ d, r }: HoursRule, day: number, bits: number): boolean =>
  (d === undefined || (d & bits) !== 0) && (r === undefined || r.some((range) => isIn(range, day)));

function isIn([from, to, fromYear, toYear]: DateRange, day: number): boolean {
  const { year, monthDay } = datePartsOf(day);
  if (fromYear !== undefined && toYear !== undefined) {
    const date = year * 10_000 + monthDay;
    return date >= fromYear * 10_000 + from && date <= toYear * 10_000 + to;
  }
  return from <= to ? monthDay >= from && monthDay <= to : monthDay >= from || monthDay <= to;
}

function ownPart(rule: HoursRule): Layer[] {
  const times = rule.t ?? [0, MINUTES_A_DAY];
  return pairs(times).map(([from, to]) => ({ from, to: Math.min(to, MINUTES_A_DAY), rule }));
}

const spill = (rule: HoursRule): Layer[] =>
  pairs(rule.t ?? [])
    .filter(([, to]) => to > MINUTES_A_DAY)
    .map(([, to]) => ({ from: 0, to: to - MINUTES_A_DAY, rule }));

const pairs = (times: readonly number[]): [number, number][] =>
  Array.from({ length: times.length / 2 }, (_, at) => [times[at * 2] as number, times[at * 2 + 1] as number]);

/** The last layer that speaks of a minute decides; a fallback only where those before left it closed. */
function flatten(layers: readonly Layer[]): Segment[] {
  const cuts = [...new Set([0, MINUTES_A_DAY, ...layers.flatMap(({ from, to }) => [from, to])])].sort((a, b) => a - b);
  const segments: Segment[] = [];
  for (let at = 0; at + 1 < cuts.length; at++) {
    const [from, to] = [cuts[at] as number, cuts[at + 1] as number];
    let state: Segment['state'] = 'closed';
    for (const layer of layers) {
      if (layer.from > from || layer.to <= from || (layer.rule.j === '||' && state !== 'closed')) continue;
      state = layer.rule.m === 'off' ? 'closed' : (layer.rule.m ?? 'open');
    }
    push(segments, { from, to, state, ...(state === 'unknown' && { reason: 'said-unknown' as const }) });
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
    const said = variants.map((one) => one.find((segment) => segment.to > from) as Segment);
    const [one] = said as [Segment];
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
