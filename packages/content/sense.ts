/**
 * What no schema can know of a dataset: whether its days can be and its places lie where they should.
 *
 * Apart from the schema's own check, for it needs the day on which it is asked, and some of it is only for those who
 * write content: what is published already is shown as it is.
 */
import type { Day } from '@yugong/domain/calendar';
import { isInside } from '@yugong/domain/geo';
import { openHolidays, packHolidays } from '@yugong/domain/opening-hours';
import { compileHours } from '@yugong/domain/opening-hours/compile';
import { dayNumber } from '@yugong/domain/opening-hours/days';
import { segmentsOf } from '@yugong/domain/opening-hours/segments';
import type { Fault } from './check';
import { districtBoxes } from './district-boxes';
import type { Dataset } from './schema';

/** Within so many days every rule of the year comes round. */
const YEAR = 366;

/**
 * Checks what makes no sense though it has the right shape.
 *
 * @param today a publication after it can't have happened
 * @example checkSense(dataset, '2026-11-29') // [{ collection: 'news', path: ['publishedAt'], message: '2027-01-01 还没有到', … }]
 */
export const checkSense = (dataset: Dataset, today: Day): Fault[] => [
  ...checkDays(dataset, today),
  ...checkOrganisers(dataset),
  ...checkPositions(dataset),
  ...checkOpening(dataset, today),
];

/** A day may be as inexact as its source: 2024-11 is not before 2024-11-13, nor after it. */
const isAfter = (day: string, other: string): boolean => {
  const shared = Math.min(day.length, other.length);
  return day.slice(0, shared) > other.slice(0, shared);
};

function checkDays(dataset: Dataset, today: Day): Fault[] {
  const faults: Fault[] = [];
  for (const collection of ['cases', 'news', 'events'] as const) {
    for (const [index, { id, publishedAt }] of dataset[collection].entries()) {
      if (publishedAt === undefined || !isAfter(publishedAt, today)) continue;
      const message = `应为今天（${today}）或以前的一天，现在是 ${publishedAt}，还没有到`;
      faults.push({ collection, index, id, path: ['publishedAt'], message });
    }
  }
  for (const [index, { id, happenedOn, publishedAt }] of dataset.news.entries()) {
    if (happenedOn === null || publishedAt === undefined || !isAfter(happenedOn, publishedAt)) continue;
    const message = `应为发布日期（${publishedAt}）或以前的一天，现在是 ${happenedOn}：发布的时候还没有发生`;
    faults.push({ collection: 'news', index, id, path: ['happenedOn'], message });
  }
  return faults;
}

/** What comes again every year is told as coming: somebody here has to have announced it. */
function checkOrganisers({ events }: Dataset): Fault[] {
  return events.flatMap(({ id, rrule, organiser }, index): Fault[] => {
    if (rrule === undefined || organiser !== null) return [];
    const message = '重复的活动应写明主办的工会：没有工会宣布的，不能排进以后的日子';
    return [{ collection: 'events', index, id, path: ['organiser'], message }];
  });
}

/** A position outside its district has a slip in it, or the district has. */
export function checkPositions(dataset: Pick<Dataset, 'stations' | 'legal-places'>): Fault[] {
  return (['stations', 'legal-places'] as const).flatMap((collection) =>
    dataset[collection].flatMap(({ id, adcode, location }, index): Fault[] => {
      const box = adcode === undefined ? undefined : districtBoxes[adcode];
      if (!location || !box || isInside(location, box)) return [];
      const expected = `经度 ${box.west} 到 ${box.east}，纬度 ${box.south} 到 ${box.north}`;
      const message = `应为${expected}（${adcode ?? ''} 的范围），现在是 ${location.lng}, ${location.lat}：坐标不在这个区县`;
      return [{ collection, index, id, path: ['location'], message }];
    }),
  );
}

/** Hours that open on no day of a year say the opposite of what somebody meant. */
function checkOpening({ stations, holidays }: Dataset, today: Day): Fault[] {
  const table = openHolidays(packHolidays(holidays));
  const first = dayNumber(today);
  const known = new Map<string, boolean>();
  return stations.flatMap(({ id, openingHours }, index): Fault[] => {
    if (openingHours === null) return [];
    let opens = known.get(openingHours);
    if (opens === undefined) {
      const compiled = compileHours(openingHours);
      // What can't be read has a fault of its own.
      opens =
        !compiled.ok ||
        hasDay(first, (day) => segmentsOf(compiled.hours, day, table).some(({ state }) => state !== 'closed'));
      known.set(openingHours, opens);
    }
    const message = `应为至少有一天开门的时间，现在是「${openingHours}」：一年里没有一天开门`;
    return opens ? [] : [{ collection: 'stations', index, id, path: ['openingHours'], message }];
  });
}

function hasDay(first: number, is: (day: number) => boolean): boolean {
  for (let day = first; day < first + YEAR; day++) if (is(day)) return true;
  return false;
}
