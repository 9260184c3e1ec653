/** Light or dark, as the browser prefers and while it changes its mind. */
import { useSyncExternalStore } from 'react';

const query = window.matchMedia('(prefers-color-scheme: dark)');

const follow = (changed: () => void): (() => void) => {
  query.addEventListener('change', changed);
  return () => query.removeEventListener('change', changed);
};

export const useScheme = (): 'light' | 'dark' => useSyncExternalStore(follow, () => (query.matches ? 'dark' : 'light'));
