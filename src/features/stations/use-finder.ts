import { useDidShow, useRouter } from '@tarojs/taro';
import { useEffect, useMemo, useState } from 'react';
import Taro from '@tarojs/taro';
import type { TravelMode } from '@yugong/domain/geo';
import { waySpan, type StationRow } from '@yugong/domain/station';
import { MINUTE } from '@yugong/domain/time';
import { useNow } from '@/platform/clock';
import { readParam } from '@/platform/navigation';
import { save, stored, type NearStation } from '@/platform/storage';
import { runFinder, noWishes, type StationWishes } from './finder';
import { useStationFeed } from './feed/use-feed';
import { stationsNow, useStations } from './model';
import { startPointOf, useStartPoint, type StartPoint } from './start-point';

/** Somebody on a bicycle is elsewhere by then. */
const STALE_MS = MINUTE;

/** The finder: where and how the reader goes, what is wished for, and what there is. */
export function useFinder() {
  const { place, travel, located, choose, showNone, go, askPhone } = useStartPoint();
  const [wishes, setWishes] = useState<StationWishes>(noWishes);
  const [page, setPage] = useState(0);
  const now = useNow();
  const asked = readParam(useRouter().params, 'adcode');

  // A link to a district is a choice. A mangled one is none: the last place would pass for what was linked to.
  useEffect(() => {
    if (stationsNow().districtTitle(asked)) choose({ type: 'district', adcode: asked });
    else if (asked !== '') showNone();
  }, [asked, choose, showNone]);
  // Who has chosen 附近 before has said that the phone may be asked, and rides on meanwhile. Never waited for.
  useDidShow(() => {
    const { place: chosen, located: known, locatedAt } = useStartPoint.getState();
    if (chosen?.type !== 'near') return;
    if (known === null || Date.now() - locatedAt > STALE_MS) void askPhone();
  });

  const stations = useStations((state) => state.stations);
  const start = useMemo(() => startPointOf(place, located), [place, located]);
  useStationFeed(start);
  // Another place or another wish begins at the first page again.
  useEffect(() => setPage(0), [start, wishes, travel]);
  const finding = useMemo(
    () => runFinder(stations, { start, travel, wishes, page, now }),
    [stations, start, travel, wishes, page, now],
  );

  // Home shows it as long as it is known to be open; of where the phone is nothing is kept.
  useEffect(() => {
    if (place === null || place.type === 'near') return;
    save(stored.nearStation, nearStationOf(finding.best, start, travel));
  }, [finding.best, place, start, travel]);

  return {
    now,
    place,
    start,
    located,
    travel,
    choose,
    go,
    wishes,
    wish: (change: Partial<StationWishes>) => setWishes({ ...wishes, ...change }),
    finding,
    page,
    turnTo: (next: number) => {
      setPage(next);
      void Taro.pageScrollTo({ selector: `#${LIST_ID}`, duration: 0 });
    },
    askPhone: () => {
      choose({ type: 'near' });
      void askPhone();
    },
  };
}

/** Where a turned page begins. */
export const LIST_ID = 'station-list';

/** What home may say of the best station found; null where nothing is surely open now. */
export function nearStationOf(
  best: StationRow | null,
  { title: place, about }: Pick<StartPoint, 'title' | 'about'>,
  travel: TravelMode,
): NearStation | null {
  if (best === null || best.now.state !== 'open' || !best.hoursAreCurrent) return null;
  const { id, title, way, now } = best;
  // Home has room for one figure, and of a rough place there is none.
  const minutes = way && waySpan(way, about) === null ? (travel === 'walk' ? way.walkMinutes : way.rideMinutes) : null;
  return { id, title, place, minutes, travel, openUntil: now.until };
}
