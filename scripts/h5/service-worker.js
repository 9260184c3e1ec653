/*
 * Keeps the app on the phone, so that it opens without a network. Only the app's own files: what comes from
 * the service under /api is never kept here. The build puts the list of files before this
 * (scripts/h5/write.ts).
 */
/* global self, caches, fetch, URL, Request, FILES, VERSION, setTimeout */

const PAGE = '/index.html';
/** After this long on a weak signal what is on the phone is better than waiting. */
const PATIENCE_MS = 3000;
/** Not the app: the service's answers, its probes, and the staff's console. */
const NOT_OURS = /^\/(api|staff|healthz|readyz)(\/|$)/;

self.addEventListener('install', (event) => {
  event.waitUntil(
    caches
      .open(VERSION)
      // Names under js and css carry a hash, so the browser's own copy of these is right.
      .then((cache) => cache.addAll([new Request(PAGE, { cache: 'reload' }), ...FILES])),
  );
});

self.addEventListener('activate', (event) => {
  const tidy = caches
    .keys()
    .then((names) => Promise.all(names.filter((name) => name !== VERSION).map((name) => caches.delete(name))));
  event.waitUntil(Promise.all([tidy, self.clients.claim()]));
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== self.location.origin || NOT_OURS.test(url.pathname)) return;
  if (request.mode === 'navigate') event.respondWith(page(request));
  else event.respondWith(caches.match(url.pathname).then((kept) => kept || fetch(request)));
});

/** The newest page that can be had soon; any page of the app is the same document. */
async function page(request) {
  const kept = await caches.match(PAGE);
  const fresh = fetch(request).then((answer) => (answer.ok ? answer : kept || answer));
  if (!kept) return fresh;
  const patience = new Promise((resolve) => setTimeout(() => resolve(kept), PATIENCE_MS));
  return Promise.race([fresh.catch(() => kept), patience]);
}
