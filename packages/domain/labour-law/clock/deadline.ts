import type { Day } from '../../calendar';
import type { Article } from '../articles';
import { nextWorkingDay, type RestDays } from '../rest-days';

/** Whose deadline: yours, or one by which somebody else has to act, after which you can go on. */
export type Whose = 'you' | 'employer' | 'office';

/** A deadline with everything that is needed to check it, and what isn't known. */
export interface Deadline {
  id: string;
  whose: Whose;
  title: string;
  /** The cautious last day; null where there is none, or where it can't be known yet. */
  due: Day | null;
  /** Said where `due` is null: 干着的时候没有期限, 还没开始算. */
  noDate: string | null;
  /** The last day if it falls on a day off and moves, or if more can be proven than is certain. */
  later: { day: Day; because: string } | null;
  /** How the date came about, step by step. */
  steps: string[];
  /** What makes it begin anew, and what stops it; empty where nothing does. */
  restarts: string[];
  pauses: string[];
  /** What the app doesn't know here. */
  unknown: string[];
  articles: readonly Article[];
}

/** How near: gone, within seven days (法律援助法 44), within thirty, or far. */
export type Nearness = 'gone' | 'urgent' | 'soon' | 'far' | 'none';

/** Under this many days legal aid may come first and its papers later. */
export const URGENT_DAYS = 7;
const SOON_DAYS = 30;

/** @param left whole days until the last day, which is 0; null where there is none */
export function nearness(left: number | null): Nearness {
  if (left === null) return 'none';
  if (left < 0) return 'gone';
  return left < URGENT_DAYS ? 'urgent' : left <= SOON_DAYS ? 'soon' : 'far';
}

/** Where a last day that is a day off moves to (民法典 203, 民事诉讼法 85); null where it stays. */
export function moved(rest: RestDays, due: Day): Deadline['later'] {
  const day = nextWorkingDay(rest, due);
  return day > due ? { day, because: '最后一天放假，顺延到放假后的第一天。最好别拖到那时。' } : null;
}
