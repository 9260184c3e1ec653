/*
 * Opens a page without a network: the console at a clinic's door, or the volunteers' page in the street, may lose both its
 * signal and its tab. Only the page's own files are kept here; what the service answers never is. The build puts PAGE,
 * CACHES, VERSION and FILES before this (staff/build/plugins.ts).
 */
/* global self, caches, fetch, URL, Request, PAGE, CACHES, FILES, VERSION, setTimeout */

/** After this long on a weak signal what is on the phone is better than waiting. */
const PATIENCE_MS = 3000;

self.addEventListener('install', (event) => {
  event.waitUntil(
    caches
      .open(VERSION)
      .then((cache) => cache.addAll([new Request(PAGE, { cache: 'reload' }), ...FILES]))
      .then(() => self.skipWaiting()),
  );
});

self.addEventListener('activate', (event) => {
  const others = (name) => name.startsWith(CACHES) && name !== VERSION;
  const tidy = caches.keys().then((names) => Promise.all(names.filter(others).map((name) => caches.delete(name))));
  event.waitUntil(Promise.all([tidy, self.clients.claim()]));
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== self.location.origin || !url.pathname.startsWith(PAGE)) return;
  if (request.mode === 'navigate') event.respondWith(page(request));
  else event.respondWith(caches.match(url.pathname).then((kept) => kept || fetch(request)));
});

/** The newest page that can be had soon; every address under PAGE is the same document. */
async function page(request) {
  const kept = await caches.match(PAGE);
  const fresh = fetch(request).then((answer) => (answer.ok ? answer : kept || answer));
  if (!kept) return fresh;
  const patience = new Promise((resolve) => setTimeout(() => resolve(kept), PATIENCE_MS));
  return Promise.race([fresh.catch(() => kept), patience]);
}
