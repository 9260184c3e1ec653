/**
 * Opening hours as the phone reads them: OpenStreetMap's `opening_hours`, compiled when content is built
 * (`compile.ts`) into rules of minutes, and the states that they are evaluated to.
 */
import type { Day } from '../calendar';

/** Monday is bit 0, Sunday bit 6, `PH` (a public holiday) bit 7. */
export const EVERY_WEEKDAY = 0b0111_1111;
export const HOLIDAY = 0b1000_0000;

/** `from` and `to` as month × 100 + day, both included, over the turn of the year where `to` is smaller. With a year: only then. */
export type DateRange = readonly [from: number, to: number, fromYear?: number, toYear?: number];

/**
 * The nth weekday of a month: the weekday (Monday 0), which one (1 … 5, from the month's end -1 … -5), and how many days
 * after it the rule holds.
 */
export type NthWeekday = readonly [weekday: number, nth: number, daysAfter?: number];

/** ISO 8601 week numbers, both included, every `step`th of them. */
export type WeekRange = readonly [from: number, to: number, step?: number];

/** What a rule says of its days. `off` closes; `unknown` is said by the source itself. */
export type Meaning = 'open' | 'off' | 'unknown';

/**
 * How a rule stands to those before it (OSM's separators): `;` replaces them on its days, `,` adds to them, `||` holds
 * where they leave the place closed.
 */
export type Joint = ';' | ',' | '||';

/** One rule. Short names: there are thousands. */
export interface HoursRule {
  /** The weekdays and the public holiday, as bits; absent: every day. */
  d?: number;
  /** Nth weekdays of a month, in addition to the days of `d`. */
  n?: readonly NthWeekday[];
  /** The weekdays of `d` count only where they are public holidays (OSM's `PH Mo-Fr`). */
  h?: 1;
  /** Dates; absent: all year. */
  r?: readonly DateRange[];
  /** Week numbers; absent: every week. */
  w?: readonly WeekRange[];
  /** Minutes of the day in pairs, each from before the next; an end may lie beyond 1440. Absent: the whole day. */
  t?: readonly number[];
  /** Absent: open. */
  m?: Exclude<Meaning, 'open'>;
  /** Absent: `;`. */
  j?: Exclude<Joint, ';'>;
}

/**
 * Rules in order, as written. Hours past midnight belong to the day on which they begin: whatever a rule says of whole days
 * (it closes them, or gives them other hours) leaves the night of the day before alone. Only a rule that closes a stretch
 * of the clock cuts into that night.
 */
export type CompiledHours = readonly HoursRule[];

/** A day on which the ordinary week does not tell what people do. */
export interface SpecialDay {
  kind: 'holiday' | 'workday';
  /** 国庆节, of the holiday or of the holiday that the working day pays for. */
  name: string;
}

/** Why a state is not known. */
export type UnknownReason =
  /** No source gives hours. */
  | 'no-hours'
  /** The hours depend on holidays that are not announced yet: after the table's last day. */
  | 'beyond-holidays'
  /** The source itself says that it is not sure. */
  | 'said-unknown'
  /** A working day in place of a weekend, and the hours of Monday to Friday differ. */
  | 'which-weekday';

/**
 * Open, closed or unknown. Instants are milliseconds since the epoch.
 *
 * `until` and `opensAt` are null where nothing changes within {@link HORIZON_DAYS} days (open round the clock), or where
 * what comes first is unknown time. `special` is the day's name where it is a holiday or a working day in its place
 * and the hours say nothing of such days: then they hold as written, and the page says so.
 */
export type HoursState =
  | { state: 'open'; until: number | null; special: SpecialDay | null }
  | { state: 'closed'; opensAt: number | null; special: SpecialDay | null }
  | { state: 'unknown'; reason: UnknownReason };

/** How far ahead a change is looked for: a seasonal place opens again within a year. */
export const HORIZON_DAYS = 400;

/** A stretch of a day in minutes from its midnight; `to` may be 1440. */
export interface Stretch {
  from: number;
  to: number;
  state: 'open' | 'unknown';
}

/** One line of the week's table. */
export interface WeekRow {
  day: Day;
  /** 周一 … 周日. */
  weekday: string;
  isToday: boolean;
  /** The holiday or the working day in its place, whatever the hours say of it. */
  special: SpecialDay | null;
  /**
   * Open and unknown stretches that begin on this day, in order; one past midnight has `to` beyond 1440. Empty: closed.
   * `unknown` over the whole day: [{ from: 0, to: 1440, state: 'unknown' }].
   */
  stretches: Stretch[];
}
