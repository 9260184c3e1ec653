/** Where stations are looked for and how the reader goes: one choice, for the finder and every station's page. */
import { create } from 'zustand';
import { gcj02, type Gcj02, type TravelMode } from '@yugong/domain/geo';
import type { StartingPlace } from '@yugong/domain/station';
import { locate, type LocateOutcome } from '@/platform/locate';
import { load, save, stored, type FinderPlace } from '@/platform/storage';
import { gazetteer, stationsNow } from './model';

interface StartPointStore {
  place: FinderPlace | null;
  travel: TravelMode;
  /** What the phone said when it was last asked. For as long as the app lives, never stored. */
  located: LocateOutcome | 'asking' | null;
  /** When that was, in milliseconds since the epoch. */
  locatedAt: number;
  /** @returns false where the phone could not keep the choice */
  choose: (place: FinderPlace) => boolean;
  /** Shows no place, as on a first visit; what was chosen before stays kept for the next. */
  showNone: () => void;
  go: (travel: TravelMode) => void;
  /** Asks the phone where it is. Only on a tap, or where the reader has chosen 附近 before. */
  askPhone: () => Promise<void>;
}

let asking = false;

const isFound = (located: StartPointStore['located']): boolean =>
  located !== null && located !== 'asking' && located.kind === 'found';

export const useStartPoint = create<StartPointStore>((set, get) => ({
  ...storedChoice(),
  located: null,
  locatedAt: 0,
  choose: (place) => {
    // 附近 chosen again asks the phone again and changes nothing by itself.
    if (place.type === 'near' && get().place?.type === 'near') return true;
    set({ place });
    // The district is kept by itself too: other lists begin with it.
    if (place.type === 'district') save(stored.district, place.adcode);
    return save(stored.stationFinder, { place, travel: get().travel });
  },
  showNone: () => set({ place: null }),
  go: (travel) => {
    set({ travel });
    save(stored.stationFinder, { place: get().place, travel });
  },
  askPhone: async () => {
    if (asking) return;
    asking = true;
    // Where the phone was a minute ago is a better beginning than nothing.
    if (!isFound(get().located)) set({ located: 'asking' });
    const outcome = await locate();
    asking = false;
    if (outcome.kind === 'found' || !isFound(get().located)) set({ located: outcome, locatedAt: Date.now() });
  },
}));

/** What was chosen last; before the finder had places of its own, that was a district. */
function storedChoice(): Pick<StartPointStore, 'place' | 'travel'> {
  const { place, travel } = load(stored.stationFinder);
  const adcode = load(stored.district);
  return { place: place ?? (adcode === null ? null : { type: 'district', adcode }), travel };
}

/** A place of the finder's, as it is kept. */
export function finderPlaceOf({ type, title, adcode, street, at, about }: StartingPlace): FinderPlace {
  if (type === 'landmark' && at)
    return { type, title, adcode, lng: at.lng, lat: at.lat, ...(about !== null && { about }) };
  if (type === 'street' && street !== null) return { type, adcode, street };
  return { type: 'district', adcode: adcode ?? '' };
}

/** Where a search begins: a point to measure from, an area to list, or neither. */
export interface StartPoint {
  title: string;
  from: Gcj02 | null;
  adcode: string | null;
  street: string | null;
  /** How far off in metres `from` may be; 0 for a measured position. */
  about: number;
  /**
   * The district of `from`. A place chosen names its own; of the phone's position it is that of the nearest place known,
   * which is `probable` only.
   */
  district: { adcode: string; title: string; probable: boolean } | null;
}

/** The search's beginning of a choice. A place of the phone's counts only while it has one. */
export function startPointOf(place: FinderPlace | null, located: StartPointStore['located']): StartPoint {
  const nowhere: StartPoint = { title: '全市', from: null, adcode: null, street: null, about: 0, district: null };
  switch (place?.type) {
    case 'near':
      return located !== null && located !== 'asking' && located.kind === 'found'
        ? {
            ...nowhere,
            title: '我的位置',
            from: located.at,
            about: located.about,
            district: districtOf(gazetteer.nearest(located.at).adcode, true),
          }
        : nowhere;
    case 'district':
      return { ...nowhere, title: stationsNow().districtTitle(place.adcode) ?? '所选区县', adcode: place.adcode };
    case 'street':
      return { ...nowhere, title: place.street, adcode: place.adcode, street: place.street };
    case 'landmark':
      return {
        ...nowhere,
        title: place.title,
        from: gcj02(place.lng, place.lat),
        about: place.about ?? 0,
        district:
          districtOf(place.adcode, false) ?? districtOf(gazetteer.nearest(gcj02(place.lng, place.lat)).adcode, true),
      };
    default:
      return nowhere;
  }
}

function districtOf(adcode: string | null, probable: boolean): StartPoint['district'] {
  const title = stationsNow().districtTitle(adcode);
  return adcode === null || title === null ? null : { adcode, title, probable };
}
