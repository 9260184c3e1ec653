/** Calls back whenever the reader comes back to the app. */
export function onWake(callback: () => void): void {
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') callback();
  });
}
