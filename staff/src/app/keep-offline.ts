/** The console's files stay on the device, so that the door opens without a network. */
export function keepOffline(): void {
  if (import.meta.env.DEV || !('serviceWorker' in navigator)) return;
  // Without it the console works as long as the network does.
  navigator.serviceWorker.register('/staff/sw.js', { scope: '/staff/' }).catch(() => undefined);
}

/** After a new release a page that was open may ask for a file that is gone: once, it is loaded anew. */
window.addEventListener('vite:preloadError', (event) => {
  if (sessionStorage.getItem('reloaded') === location.pathname) return;
  sessionStorage.setItem('reloaded', location.pathname);
  event.preventDefault();
  location.reload();
});
