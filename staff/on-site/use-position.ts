/** Follows where the phone is, from the moment at which its owner starts the round. */
import gcoord from 'gcoord';
import { gcj02, type Gcj02 } from '@yugong/domain/geo';
import { useCallback, useEffect, useState } from 'react';
import type { Fix } from './answers';

export interface PhonePosition {
  fix: Fix | null;
  /** The phone's owner allows no position, or the phone has none. */
  isOff: boolean;
  /** Measures anew. */
  again: () => void;
}

/** In the datum of the list's positions; browsers measure in another, some 500 m away from it. */
export function inGcj02({ lng, lat }: Fix): Gcj02 {
  const [x, y] = gcoord.transform<[number, number]>([lng, lat], gcoord.WGS84, gcoord.GCJ02);
  return gcj02(x, y);
}

export function usePosition(isStarted: boolean): PhonePosition {
  const [fix, setFix] = useState<Fix | null>(null);
  const [isOff, setOff] = useState(false);
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    const { geolocation }: { geolocation?: Geolocation } = navigator;
    if (!isStarted) return;
    if (!geolocation) return setOff(true);
    const watch = geolocation.watchPosition(
      ({ coords, timestamp }) => {
        setOff(false);
        setFix({ lng: coords.longitude, lat: coords.latitude, accuracy: coords.accuracy, at: timestamp });
      },
      ({ code, PERMISSION_DENIED }) => {
        if (code === PERMISSION_DENIED) setOff(true);
      },
      { enableHighAccuracy: true, maximumAge: 0 },
    );
    return () => geolocation.clearWatch(watch);
  }, [isStarted, attempt]);
  const again = useCallback(() => {
    setFix(null);
    setAttempt((count) => count + 1);
  }, []);
  return { fix, isOff, again };
}
