/** What the browser prefers, followed while it changes its mind. */
import { useSyncExternalStore } from 'react';

/** @returns a hook that tells whether the media query holds now */
function preference(media: string): () => boolean {
  const query = window.matchMedia(media);
  const follow = (changed: () => void): (() => void) => {
    query.addEventListener('change', changed);
    return () => query.removeEventListener('change', changed);
  };
  return () => useSyncExternalStore(follow, () => query.matches);
}

export const useDark = preference('(prefers-color-scheme: dark)');
export const useLessMotion = preference('(prefers-reduced-motion: reduce)');
