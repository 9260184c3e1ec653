import gcoord from 'gcoord';
import { gcj02, type Gcj02 } from '@yugong/domain/geo';
import { MINUTE } from '@yugong/domain/time';
import { PATIENCE_MS, placed, withinTime, type LocateOutcome } from './outcome';

export type { LocateOutcome } from './outcome';

/** A place found a minute ago is still the place. */
const FRESH_MS = MINUTE;
const PERMISSION_DENIED = 1;
const TIMEOUT = 3;

/**
 * Asks the browser where the phone is, once. Call it on a tap only: the browser asks its reader.
 *
 * Browsers measure in WGS-84; Chinese maps and our data are in GCJ-02, some 500 m away from it.
 */
export function locate(): Promise<LocateOutcome> {
  // Over plain http, and in some webviews, there is none.
  const { geolocation }: { geolocation?: Geolocation } = navigator;
  if (!geolocation) return Promise.resolve({ kind: 'unavailable' });
  const asked = new Promise<LocateOutcome>((resolve) => {
    geolocation.getCurrentPosition(
      ({ coords }) => resolve(placed(toGcj02(coords.longitude, coords.latitude), Math.round(coords.accuracy))),
      ({ code }) =>
        resolve({ kind: code === PERMISSION_DENIED ? 'denied' : code === TIMEOUT ? 'timeout' : 'unavailable' }),
      { enableHighAccuracy: false, timeout: PATIENCE_MS, maximumAge: FRESH_MS },
    );
  });
  // The browser's own clock starts only after its reader has answered.
  return withinTime(2 * PATIENCE_MS, asked);
}

function toGcj02(lng: number, lat: number): Gcj02 {
  const [x, y] = gcoord.transform<[number, number]>([lng, lat], gcoord.WGS84, gcoord.GCJ02);
  return gcj02(x, y);
}

/** Where it is allowed again, for whoever has said no: a page can't lead there. */
export const DENIED_ADVICE =
  '未开启定位权限：请在浏览器的网站设置里允许本站使用位置，再点“重新定位”；也可以手动选择地点';

/** Browsers let no page open the phone's settings. */
export const openPhoneSettings: (() => Promise<void>) | null = null;

/** Browsers let no page open their settings. */
export const openLocationSettings: (() => Promise<void>) | null = null;
