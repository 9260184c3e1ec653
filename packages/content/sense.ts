/**
 * What no schema can know of a dataset: whether its days can be and its places lie where they should.
 *
 * Apart from the schema's own check, for it needs the day on which it is asked, and some of it is only for those who
 * write content: what is published already is shown as it is.
 */
import { daysBetween, type Day } from '@yugong/domain/calendar';
import { isInside } from '@yugong/domain/geo';
import { openHolidays, packHolidays } from '@yugong/domain/opening-hours';
import { compileHours } from '@yugong/domain/opening-hours/compile';
import { dayNumber } from '@yugong/domain/opening-hours/days';
import { segmentsOf } from '@yugong/domain/opening-hours/segments';
import type { Fault } from './check';
import { districtBoxes } from './district-boxes';
import { occurrencesOf, recurrenceFaults, type Occurrence, type Recurring } from '@yugong/domain/event/occurrences';
import { collectionNames, type CollectionName, type Dataset } from './schema';

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
  ...checkRepeats(dataset),
  ...checkPositions(dataset),
  ...checkOpening(dataset, today),
];

/** A day may be as inexact as its source: 2024-11 is not before 2024-11-13, nor after it. */
const isAfter = (day: string, other: string): boolean => {
  const shared = Math.min(day.length, other.length);
  return day.slice(0, shared) > other.slice(0, shared);
};

/** The days of a record that can't lie ahead: when it was published, seen, and read in its sources. */
function pastDays(record: Dataset[CollectionName][number]): [path: Fault['path'], day: string | null | undefined][] {
  const { publishedAt, asOf, source, moreSources = [] } = record;
  return [
    [['publishedAt'], publishedAt],
    // A year's holidays are as of that year, and published before it.
    [['asOf'], 'year' in record ? undefined : asOf],
    [['verifiedAt'], 'verifiedAt' in record ? record.verifiedAt : undefined],
    [['source', 'published'], source.published],
    ...moreSources.map(({ published }, at): [Fault['path'], string | null] => [
      ['moreSources', at, 'published'],
      published,
    ]),
    ...('figures' in record ? record.figures : []).map((figure, at): [Fault['path'], string | undefined] => [
      ['figures', at, 'asOf'],
      'asOf' in figure ? figure.asOf : undefined,
    ]),
  ];
}

function checkDays(dataset: Dataset, today: Day): Fault[] {
  const faults: Fault[] = [];
  for (const collection of collectionNames) {
    for (const [index, record] of dataset[collection].entries()) {
      for (const [path, day] of pastDays(record)) {
        if (day === null || day === undefined || !isAfter(day, today)) continue;
        const message = `应为今天（${today}）或以前的一天，现在是 ${day}，还没有到`;
        faults.push({ collection, index, id: record.id, path, message });
      }
    }
  }
  for (const [index, { id, happenedOn, publishedAt }] of dataset.news.entries()) {
    if (happenedOn === null || publishedAt === undefined || !isAfter(happenedOn, publishedAt)) continue;
    const message = `应为发布日期（${publishedAt}）或以前的一天，现在是 ${happenedOn}：发布的时候还没有发生`;
    faults.push({ collection: 'news', index, id, path: ['happenedOn'], message });
  }
  return faults;
}

/**
 * What repeats is told as coming: somebody here has to have announced it, and for the year that it is told for. An
 * announcement holds for its own calendar year and for half a year from its day, as a winter's courses need.
 */
function checkRepeats({ events }: Dataset): Fault[] {
  return events.flatMap((event, index): Fault[] => {
    const { id, rrule, organiser, source, moreSources = [], publishedAt } = event;
    if (rrule === undefined) return [];
    const at = { collection: 'events', index, id } as const;
    const faults: Fault[] = [];
    if (organiser === null) {
      const message = '重复的活动应写明主办的工会：没有工会宣布的，不能排进以后的日子';
      faults.push({ ...at, path: ['organiser'], message });
    }
    const announced = [publishedAt, ...[source, ...moreSources].map(({ published }) => published)].flatMap(
      (day) => day ?? [],
    );
    const unannounced = timesOf(event).find(({ start }) => !announced.some((day) => holdsFor(day, start)));
    if (unannounced !== undefined) {
      const message = `应写明到哪一次为止（UNTIL 或 COUNT），或者在 moreSources 里加上那一年的出处：${unannounced.start} 这一次还没有工会宣布（最新的出处是 ${announced.sort().at(-1) ?? '没有日期的'}）`;
      faults.push({ ...at, path: ['rrule'], message });
    }
    return faults;
  });
}

/** How long an announcement holds beyond its own year, in days. */
const ANNOUNCED_FOR = 183;

/** Does what was announced on a day, or in a month or year, hold for an occurrence? */
function holdsFor(announced: string, occurrence: Day): boolean {
  if (occurrence.slice(0, 4) <= announced.slice(0, 4)) return true;
  // A source may give its month alone, or only its year, which holds no longer than that.
  const day = announced.length === 7 ? `${announced}-28` : announced;
  return day.length === 10 && daysBetween(day, occurrence) <= ANNOUNCED_FOR;
}

/** A rule that is none has a fault of its own. */
function timesOf(event: Recurring): readonly Occurrence[] {
  return recurrenceFaults(event).length > 0 ? [] : occurrencesOf(event);
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
