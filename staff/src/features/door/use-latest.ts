/** A function that stays the same one while what it does is the newest: whoever gets it isn't drawn anew for it. */
import { useCallback, useRef } from 'react';

export function useLatest<A extends unknown[]>(act: (...args: A) => void): (...args: A) => void {
  const latest = useRef(act);
  latest.current = act;
  return useCallback((...args: A) => latest.current(...args), []);
}
