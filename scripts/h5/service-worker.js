/*
 * Keeps on the phone what must open without a network, and each other page once it was opened. Only the app's own
 * files: what comes from the service under /api is never kept here. The build puts the list of files before this
 * (scripts/h5/extras.ts).
 */
/* global self, caches, fetch, URL, Request, FEATURES, FILES, STILL_THERE, VERSION, setTimeout */

const PAGE = '/shell.html';
/** Scripts and styles: their names carry a hash, so what is kept of them is right for ever. */
const HASHED = /^\/(js|css)\//;
/** After this long on a weak signal what is on the phone is better than waiting. */
const PATIENCE_MS = 3000;
/** Not the app: the service's answers, its probes, the staff's console and the volunteers' page. */
const NOT_OURS = /^\/(api|staff|on-site|healthz|readyz)(\/|$)/;
/** Caches of the app's releases; the console and the volunteers' page have theirs at the same address. */
const RELEASE = /^yugong-[\da-f]{12}$/;

self.addEventListener('install', (event) => {
  event.waitUntil(
    caches.open(VERSION).then((cache) => cache.addAll([new Request(PAGE, { cache: 'reload' }), ...FILES])),
  );
});

self.addEventListener('activate', (event) => {
  event.waitUntil(Promise.all([takeOver().then(tidy), self.clients.claim()]));
});

const others = () => caches.keys().then((names) => names.filter((name) => RELEASE.test(name) && name !== VERSION));

/** Pages that were opened before this release and haven't changed in it stay on the phone. */
async function takeOver() {
  const cache = await caches.open(VERSION);
  for (const name of await others()) {
    const old = await caches.open(name);
    for (const request of await old.keys()) {
      const { pathname } = new URL(request.url);
      if (!STILL_THERE.includes(pathname) || (await cache.match(pathname))) continue;
      const kept = await old.match(request);
      if (kept) await cache.put(request, kept);
    }
  }
}

const tidy = () => others().then((names) => Promise.all(names.map((name) => caches.delete(name))));

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== self.location.origin || NOT_OURS.test(url.pathname)) return;
  if (request.mode === 'navigate') event.respondWith(page(request));
  else if (HASHED.test(url.pathname)) event.respondWith(file(event, url.pathname));
});

self.addEventListener('message', (event) => {
  const loaded = [].concat(event.data).map((address) => new URL(address, self.location.origin));
  const files = loaded.filter(({ origin, pathname }) => origin === self.location.origin && HASHED.test(pathname));
  event.waitUntil(Promise.all(files.map(({ pathname }) => keep(pathname))));
});

/** A script or a style: from the phone, or fetched and kept for the next time, with the rest of its feature. */
async function file(event, pathname) {
  const kept = await caches.match(pathname);
  if (kept) return kept;
  const answer = await fetch(event.request);
  if (answer.ok) {
    const copy = answer.clone();
    event.waitUntil(
      caches
        .open(VERSION)
        .then((cache) => cache.put(pathname, copy))
        .then(() => keepFeature(pathname)),
    );
  }
  return answer;
}

/** Whoever opened a list may want its articles in a tunnel. */
async function keepFeature(pathname) {
  const feature = FEATURES.find(({ own }) => own.includes(pathname));
  const cache = await caches.open(VERSION);
  for (const name of feature ? feature.needs : [])
    if (!(await cache.match(name))) await cache.add(name).catch(() => undefined);
}

async function keep(pathname) {
  const cache = await caches.open(VERSION);
  if (!(await cache.match(pathname))) await cache.add(pathname).catch(() => undefined);
  await keepFeature(pathname);
}

/** The newest page that can be had soon; without a network any page starts from the shell. */
async function page(request) {
  const kept = await caches.match(PAGE);
  const fresh = fetch(request).then((answer) => (answer.ok ? answer : kept || answer));
  if (!kept) return fresh;
  const patience = new Promise((resolve) => setTimeout(() => resolve(kept), PATIENCE_MS));
  return Promise.race([fresh.catch(() => kept), patience]);
}
