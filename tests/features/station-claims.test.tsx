/**
 * What the finder says, over the whole city: on the real stations as bundled (no demo), from 40 places in all 37 districts
 * of today, walking and riding, with a wish and without. Rules are checked on what is drawn, not on what was meant.
 */
import { render, within } from '@testing-library/react';
import stationRecords from '@yugong/content/collections/stations.json';
import { gcj02, metresBetween, type TravelMode } from '@yugong/domain/geo';
import { areHoursCurrent, defaultReach, suggestPlaces, type GazetteerPlace } from '@yugong/domain/station';
import { dayAt } from '@yugong/domain/calendar';
import { instantOf } from '@yugong/domain/time';
import { noWishes, runFinder, type StationWishes } from '@/features/stations/finder';
import { bundledStations, gazetteer, stationsNow } from '@/features/stations/model';
import StationListPage from '@/features/stations/pages/list';
import { finderPlaceOf, startPointOf, useStartPoint } from '@/features/stations/start-point';
import { forgetServed } from '@/platform/service';
import type { FinderPlace } from '@/platform/storage';
import { defined } from '@yugong/domain/narrow';

const now = instantOf('2026-11-23', '22:40');
const today = dayAt(now);
const stations = new Map(bundledStations().map((station) => [station.id, station]));
const everyPlace = Array.from({ length: gazetteer.count }, (_, at) => gazetteer.place(at));

/** The first place of each district, and what the issue names. */
const inEveryDistrict = [...new Map(everyPlace.map((place) => [place.adcode, place])).values()];
const named = ['解放碑', '三峡广场', '重庆北站'].map((name) =>
  defined(gazetteer.search(name, stationsNow().districtTitle)[0]),
);
const grid: GazetteerPlace[] = [...named, ...inEveryDistrict];

const landmark = ({ name, adcode, at, radius }: GazetteerPlace): FinderPlace => ({
  type: 'landmark',
  title: name,
  adcode,
  lng: at.lng,
  lat: at.lat,
  about: radius,
});

beforeEach(() => {
  forgetServed();
  jest.spyOn(Date, 'now').mockReturnValue(now);
});
afterEach(() => jest.restoreAllMocks());

/** The stations drawn, with the words of each. */
function drawnStations(container: HTMLElement): { id: string; words: string; isBest: boolean }[] {
  return [...container.querySelectorAll('a[href*="pages/detail/index?id="]')].map((link) => {
    const card = link.parentElement?.className.includes('card') ? link.parentElement : null;
    const id = new URL(defined(link.getAttribute('href')), 'https://app.invalid').searchParams.get('id');
    return { id: defined(id), words: (card ?? link).textContent ?? '', isBest: card !== null };
  });
}

/** Everything said that isn't so. */
function untruths(container: HTMLElement, place: GazetteerPlace, travel: TravelMode): string[] {
  const faults: string[] = [];
  const text = container.textContent ?? '';
  const reach = defaultReach[travel];
  const metresTo = (id: string) => {
    const { location, street, adcode } = defined(stations.get(id));
    if (location) return { metres: metresBetween(place.at, gcj02(location.lng, location.lat)), about: 0 };
    const town = adcode !== null && street !== null ? gazetteer.townOf(adcode, street) : null;
    return town && { metres: metresBetween(place.at, town.at), about: town.radius };
  };
  const near = [...stations.keys()].filter((id) => {
    const way = metresTo(id);
    return way !== null && way.metres + way.about <= reach;
  });
  // 「附近」 stands only where the reach is said, where none was found, or before the count of those within reach.
  for (const [phrase] of text.matchAll(/附近.{0,8}/g)) {
    const count = /^附近 (\d+) 个/.exec(phrase)?.[1];
    const isTrue =
      phrase.startsWith('附近”指') ||
      (phrase.startsWith('附近没有查到') && near.length === 0) ||
      (count !== undefined && Number(count) === near.length);
    if (!isTrue) faults.push(phrase);
  }
  if (near.length === 0 && !text.includes('附近没有查到')) faults.push('none is near, and it is not said');
  for (const [, minutes] of text.matchAll(/(\d+) ?分钟/g)) if (Number(minutes) > 90) faults.push(`${minutes} 分钟`);
  const hours = /(?<!\d)(?:[2-9]|1\d) 小时|1 小时 (?:3[1-9]|[45]\d) 分/.exec(text);
  if (hours) faults.push(hours[0]);
  for (const { id, words, isBest } of drawnStations(container)) {
    const { title, adcode, asOf, publishedAt, verifiedAt, demo, street } = defined(stations.get(id));
    const way = metresTo(id);
    const isCurrent = areHoursCurrent(asOf ?? publishedAt, verifiedAt, today);
    if (demo) faults.push(`${title} is invented`);
    if (/开放中|仍开放|到达时开放/.test(words) && !isCurrent) faults.push(`${title} 开放中 by ${asOf ?? '?'}`);
    if (way === null && /公里|\d 米/.test(words)) faults.push(`${title} has no position: ${words}`);
    const span = /约 (?:([\d.]+)–)?([\d.]+) 公里/.exec(words);
    if (span !== null && way !== null) {
      const [least, most] = [Number(span[1] ?? 0) * 1000, Number(span[2]) * 1000];
      if (way.metres < least || way.metres > most || way.metres + way.about > most + 1000)
        faults.push(`${title} ${span[0]}, is ${way.metres}`);
    }
    if (way !== null && way.about >= 300 && span === null && /公里|\d 米/.test(words))
      faults.push(`${title} is told to the metre: ${words}`);
    if (way !== null && way.about > 0 && !words.includes(`约在${street ?? ''}`)) faults.push(`${title} not said rough`);
    if (isBest && !near.includes(id) && adcode !== place.adcode) faults.push(`${title} is elsewhere`);
    if (isBest && !near.includes(id) && !words.includes(stationsNow().districtTitle(adcode) ?? '?'))
      faults.push(`${title} is best without a distance or its district`);
  }
  return faults;
}

it('stands on the real stations, and on places of all districts', () => {
  expect(stations.size).toBe(stationRecords.length);
  expect([...stations.values()].filter(({ demo }) => demo)).toEqual([]);
  expect(grid).toHaveLength(40);
  expect(new Set(grid.map(({ adcode }) => adcode)).size).toBe(37);
});

describe.each(['walk', 'ride'] as const)('%s', (travel) => {
  it.each(grid.map((place) => [place.name, place] as const))('from %s says nothing that is not so', (_, place) => {
    useStartPoint.setState({ place: landmark(place), travel, located: null });
    const { container } = render(<StationListPage />);
    expect(untruths(container, place, travel)).toEqual([]);
    // Something useful in one tap: a station that is open, or the map app's search.
    const ways = within(container);
    const hasBest = drawnStations(container).some(({ isBest }) => isBest);
    const hasSearches = ['公厕', '便利店', '医院', '工会驿站'].every((words) => ways.queryByText(words) !== null);
    expect(hasBest || hasSearches).toBe(true);
  });

  it('finds the best only within reach or in the district chosen, wherever the phone is and whatever is wished for', () => {
    const wishes: StationWishes[] = [
      noWishes,
      { ...noWishes, needs: ['toilet'] },
      { ...noWishes, roundTheClock: true },
    ];
    const faults = grid.flatMap((place) =>
      wishes.flatMap((wished) => {
        const phone = startPointOf({ type: 'near' }, { kind: 'found', at: place.at, about: 50 });
        const chosen = startPointOf(landmark(place), null);
        return [phone, chosen].flatMap((start) => {
          const { best, reach } = runFinder(stationsNow(), { start, travel, wishes: wished, page: 0, now });
          if (best === null) return [];
          const isNear = best.way !== null && best.way.metres + (best.way.about ?? 0) <= reach;
          const isInDistrict = start.district?.probable === false && best.adcode === start.district.adcode;
          return best.hoursAreCurrent && !best.demo && (isNear || isInDistrict) ? [] : [`${place.name}: ${best.title}`];
        });
      }),
    );
    expect(faults).toEqual([]);
  });
});

it('names no best of the whole city where nothing was chosen', () => {
  useStartPoint.setState({ place: null, travel: 'ride', located: null });
  const { container } = render(<StationListPage />);
  expect(drawnStations(container).filter(({ isBest }) => isBest)).toEqual([]);
  expect(container).not.toHaveTextContent('附近');
});

it.each(['江北', '渝北', '江北区', '渝北区'])('finds 两江新区 by its former name %s', (name) => {
  const found = suggestPlaces(stationsNow(), name, gazetteer)[0];
  expect(found && finderPlaceOf(found)).toEqual({ type: 'district', adcode: '500157' });
});
