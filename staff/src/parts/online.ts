/** Is there a network, as far as the browser knows? */
import { useSyncExternalStore } from 'react';

const follow = (changed: () => void): (() => void) => {
  window.addEventListener('online', changed);
  window.addEventListener('offline', changed);
  return () => {
    window.removeEventListener('online', changed);
    window.removeEventListener('offline', changed);
  };
};

export const useOnline = (): boolean => useSyncExternalStore(follow, () => navigator.onLine);
