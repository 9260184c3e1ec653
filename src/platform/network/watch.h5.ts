/**
 * Tells whether there is a network, now and whenever that changes.
 *
 * Browsers know only when there is surely none: a network without a way out counts as one, so `online`
 * never promises that something will arrive.
 *
 * @returns stops it
 */
export function watchNetwork(tell: (online: boolean) => void): () => void {
  const look = () => tell(navigator.onLine);
  look();
  window.addEventListener('online', look);
  window.addEventListener('offline', look);
  return () => {
    window.removeEventListener('online', look);
    window.removeEventListener('offline', look);
  };
}
