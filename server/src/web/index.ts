/** What browsers get: the pages of the app, the staff console, and the page of volunteers who check stations. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import compress from '@fastify/compress';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { appHeaders, hasPages, onSiteHeaders, STAFF_HEADERS } from './pages';

const YEAR_SECONDS = 31_536_000;

export interface WebFolders {
  h5?: string | undefined;
  staff?: string | undefined;
  onSite?: string | undefined;
}

/** Each may be missing: a folder that isn't there isn't served. */
export async function serveWeb(app: FastifyInstance, { h5, staff, onSite }: WebFolders): Promise<void> {
  await app.register(compress);
  if (h5) await serveH5(app, h5);
  if (staff) await serveBuilt(app, { folder: staff, address: '/staff', headers: STAFF_HEADERS });
  if (onSite) {
    const headers = onSiteHeaders(readFileSync(path.join(onSite, 'index.html'), 'utf8'));
    await serveBuilt(app, { folder: onSite, address: '/on-site', headers });
  }
}

/**
 * Each page of the app is a file of its own (`/pages/home/index` is `pages/home/index.html`), so that deep links and
 * refreshes work; what isn't there is 404: a stale script is not answered with HTML, and an address that no page has
 * leads on to those there are.
 */
async function serveH5(app: FastifyInstance, h5: string): Promise<void> {
  const root = path.resolve(h5);
  const headers = hasPages(h5) ? appHeaders(readFileSync(path.join(root, 'index.html'), 'utf8')) : {};
  await app.register(fastifyStatic, {
    root,
    extensions: ['html'],
    // The build has compressed what is worth it, harder than one can while somebody waits.
    preCompressed: true,
    // Said by setHeaders below, a file at a time.
    cacheControl: false,
    setHeaders: (response, file) => {
      // Names under js/ and css/ carry a hash of their content.
      const hashed = /[\\/](js|css)[\\/]/.test(file);
      void response.setHeader('cache-control', hashed ? `public, max-age=${YEAR_SECONDS}, immutable` : 'no-cache');
      if (file.endsWith('.html'))
        for (const [name, value] of Object.entries(headers)) void response.setHeader(name, value);
    },
  });
}

/**
 * A page that Vite has built, such as the staff console at `/staff/`.
 *
 * @param of `folder`: with its index.html; `address`: without the slash behind it
 */
async function serveBuilt(
  app: FastifyInstance,
  { folder, address, headers }: { folder: string; address: string; headers: Readonly<Record<string, string>> },
): Promise<void> {
  await app.register(fastifyStatic, {
    root: path.resolve(folder),
    prefix: `${address}/`,
    // Another page may have brought the method already.
    decorateReply: !app.hasReplyDecorator('sendFile'),
    // As above; a console that was built without copies is compressed while one waits.
    preCompressed: true,
    cacheControl: false,
    setHeaders: (response, file) => {
      // Names under assets/ carry a hash of their content.
      const hashed = /[\\/]assets[\\/]/.test(file);
      void response.setHeader('cache-control', hashed ? `public, max-age=${YEAR_SECONDS}, immutable` : 'no-cache');
      // They rule the page and its worker; with each of twenty scripts they would be a tenth of what the login weighs.
      if (!hashed) for (const [name, value] of Object.entries(headers)) void response.setHeader(name, value);
    },
  });
  app.get(address, (_request, reply) => reply.redirect(`${address}/`, 308));
}
