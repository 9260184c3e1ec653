/** What a calendar can have on a day, whatever it comes from. */
import type { Day } from '../calendar';

/**
 * The kinds, in the order in which they stand on a day: what is one's own before what is everybody's.
 * `registration` and `deadline` are the reader's own and are known to this phone alone.
 */
export const agendaKinds = ['deadline', 'registration', 'screening', 'event', 'holiday', 'workday'] as const;
export type AgendaKind = (typeof agendaKinds)[number];

/** A word of two 汉字 a kind, for a cell and before a title. */
export const kindSigns: Record<AgendaKind, string> = {
  deadline: '期限',
  registration: '我的',
  screening: '筛查',
  event: '活动',
  holiday: '放假',
  workday: '上班',
};

/** A time of day at +08:00, `HH:mm`. */
export type TimeOfDay = string;

/** When something is: whole days, or from one time to another. */
export interface Span {
  /** First and last day, both belonging to it. */
  start: Day;
  end: Day;
  /** Null for whole days. `to` is null where no source says when it ends, else a time of the last day; `24:00` is its midnight. */
  time: { from: TimeOfDay; to: TimeOfDay | null } | null;
}

/** A line of the calendar. */
export interface AgendaItem extends Span {
  /** Unique: of a recurring event each time has its own. */
  key: string;
  kind: AgendaKind;
  title: string;
  venue: string | null;
  /** Null where it is the whole city's, or unknown. */
  adcode: string | null;
  /** The page that says more; null where there is none. */
  url: string | null;
  /** Can somebody still sign up, for a place or for the waiting list? */
  joinable: boolean;
  /** How it stands, in a few words: 余 8, 候补, 已报上. */
  state: string | null;
  demo: boolean;
}
