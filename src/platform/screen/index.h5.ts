import { useEffect } from 'react';
import { log } from '../log';

/** A browser tells no page that the screen was photographed. */
export const useScreenshots = (_onScreenshot: () => void): void => undefined;

/** Keeps the screen on while a page is looked at, where the browser can; it gives no way to make it brighter. */
export function useBrightScreen(): void {
  useEffect(() => {
    let isLeft = false;
    let lock: WakeLockSentinel | null = null;
    const keepOn = () => {
      if (!('wakeLock' in navigator) || document.visibilityState !== 'visible') return;
      navigator.wakeLock
        .request('screen')
        .then((held) => {
          lock = held;
          if (isLeft) void held.release();
        })
        .catch(() => log('screen', 'this browser lets the screen go dark'));
    };
    keepOn();
    // A browser lets go whenever the page is hidden.
    document.addEventListener('visibilitychange', keepOn);
    return () => {
      isLeft = true;
      document.removeEventListener('visibilitychange', keepOn);
      void lock?.release();
    };
  }, []);
}
