/**
 * Keeps the whole app on the phone after the first visit, so that it opens without a network. A mini-program
 * is on the phone anyway.
 */
export function keepForOffline(): void {
  // Not while developing, where yesterday's file would hide today's; not against the reader's wish to save data.
  const { connection } = navigator as { connection?: { saveData?: boolean } };
  if (process.env.NODE_ENV !== 'production' || !('serviceWorker' in navigator) || connection?.saveData) return;
  // After the first page, which is what the reader waits for. Refused over plain http: then it is as before.
  const register = () => void navigator.serviceWorker.register('/sw.js').catch(() => undefined);
  if (document.readyState === 'complete') register();
  else window.addEventListener('load', register);
}
