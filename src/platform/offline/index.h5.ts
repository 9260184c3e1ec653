import { useEffect, useState } from 'react';

/**
 * Keeps what must open in a tunnel on the phone after the first visit, and each other page once it was opened. A
 * mini-program is on the phone anyway.
 */
export function keepForOffline(): void {
  // Not while developing, where yesterday's file would hide today's; not against the reader's wish to save data.
  const { connection } = navigator as { connection?: { saveData?: boolean } };
  if (process.env.NODE_ENV !== 'production' || !('serviceWorker' in navigator) || connection?.saveData) return;
  // When nothing else is to do: the first page is what the reader waits for.
  const register = (): void => whenIdle(() => navigator.onLine && void registerWorker());
  if (document.readyState === 'complete') register();
  else window.addEventListener('load', register);
}

/** Safari has no idle time to ask for: there it is a moment after the page. */
const whenIdle = (work: () => void): void => {
  if ('requestIdleCallback' in window) window.requestIdleCallback(work, { timeout: 5000 });
  else setTimeout(work, 1500);
};

async function registerWorker(): Promise<void> {
  try {
    const { active } = await navigator.serviceWorker.register('/sw.js').then(() => navigator.serviceWorker.ready);
    // What came before the worker did: the page that is open now opens again as well.
    active?.postMessage(performance.getEntriesByType('resource').map(({ name }) => name));
  } catch {
    // Refused over plain http, or the line went away: then it is as before.
  }
}

/** Is what must open in a tunnel on this phone? Known once the worker has everything. */
export function useIsKept(): boolean {
  const [isKept, setIsKept] = useState(false);
  useEffect(() => {
    if ('serviceWorker' in navigator) void navigator.serviceWorker.ready.then(() => setIsKept(true));
  }, []);
  return isKept;
}
