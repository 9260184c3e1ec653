import { addDays, sayDate, type Day } from '../../calendar';
import type { Article } from '../articles';
import { isArranged, nextWorkingDay, type RestDays } from '../rest-days';
import { isStatutoryHoliday } from '../../holiday';

/** Whose deadline: yours, or one by which somebody else has to act, after which you can go on. */
export type Whose = 'you' | 'employer' | 'office';

/** A deadline with everything that is needed to check it, and what isn't known. */
export interface Deadline {
  id: string;
  whose: Whose;
  title: string;
  /**
   * The last day: the earliest that can be argued, moved to the next working day where it is a day off (民法典 203,
   * 民事诉讼法 85). Null where there is none, or where it can't be known yet.
   */
  due: Day | null;
  /** The last day before a day off moved it; equal to `due` where nothing moved it. */
  unmoved: Day | null;
  /** What has to be known where the date stands: that it was moved, or that the year's notice isn't known. */
  caveat: string | null;
  /** Said where `due` is null: 干着的时候没有期限, 还没开始算. */
  noDate: string | null;
  /** The last day by a later reading, or if more can be proven than is certain. */
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
export const DEADLINE_URGENT_DAYS = 7;
const SOON_DAYS = 30;

/** @param left whole days until the last day, which is 0; null where there is none */
export function nearness(left: number | null): Nearness {
  if (left === null) return 'none';
  if (left < 0) return 'gone';
  return left < DEADLINE_URGENT_DAYS ? 'urgent' : left <= SOON_DAYS ? 'soon' : 'far';
}

const say = (day: Day): string => sayDate(day, '');

/** The year without a known notice, as the caveat says it. */
function sayUnannounced(rest: RestDays, day: Day): string {
  const year = day.slice(0, 4);
  return Number(year) < Math.min(...rest.years)
    ? `${year}年的调休安排没有收录，按法定节假日和周末算`
    : `${year}年的调休安排还没公布，按法定节假日和周末算`;
}

/**
 * A last day as the law moves it, with what the reader has to know of it: `due`, `unmoved` and `caveat` of a
 * {@link Deadline}.
 *
 * In a year whose notice isn't known, it moves past the holidays that the law fixes. A plain weekend may yet become a
 * working day there, so it stays the last day until it is over; from then on the next working day is, so that nothing
 * is called gone that may be alive. The caveat says so.
 */
export function lastDay(rest: RestDays, unmoved: Day, today: Day): { due: Day; unmoved: Day; caveat: string | null } {
  const moved = nextWorkingDay(rest, unmoved);
  const unannounced = [unmoved, moved].find((day) => !isArranged(rest, day));
  if (unannounced === undefined)
    return {
      due: moved,
      unmoved,
      caveat: moved > unmoved ? `${say(unmoved)}放假，顺延到 ${say(moved)}。尽量在放假前办好。` : null,
    };
  const notice = sayUnannounced(rest, unannounced);
  let certain = unmoved;
  while (isStatutoryHoliday(certain)) certain = addDays(certain, 1);
  if (today <= certain)
    return {
      due: certain,
      unmoved,
      caveat:
        certain > unmoved
          ? `${notice}：${say(unmoved)}放假，顺延到 ${say(certain)}。尽量在放假前办好。`
          : moved > unmoved
            ? `${notice}：那天是周末，不补班的话顺延到 ${say(moved)}；请以 ${say(unmoved)} 为准。`
            : `${notice}。`,
    };
  return {
    due: moved,
    unmoved,
    caveat: moved > unmoved ? `${notice}，顺延到 ${say(moved)}，今天就办。` : `${notice}。`,
  };
}

/** A deadline without a day; see {@link Deadline}. */
export const noLastDay = { due: null, unmoved: null, caveat: null } as const;
