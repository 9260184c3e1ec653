/** What browsers get: the pages of the app, and the staff console. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import compress from '@fastify/compress';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { appHeaders, hasPages, STAFF_HEADERS } from './pages';

const YEAR_SECONDS = 31_536_000;

export interface WebFolders {
  h5?: string | undefined;
  staff?: string | undefined;
}

/** Either may be missing: a folder that isn't there isn't served. */
export async function serveWeb(app: FastifyInstance, { h5, staff }: WebFolders): Promise<void> {
  await app.register(compress);
  if (h5) await serveH5(app, h5);
  if (staff) await serveStaff(app, staff);
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
 * The staff console at `/staff/`.
 *
 * @param folder the built console, with its index.html
 */
async function serveStaff(app: FastifyInstance, folder: string): Promise<void> {
  await app.register(fastifyStatic, {
    root: path.resolve(folder),
    prefix: '/staff/',
    // The phone's app may have brought the method already.
    decorateReply: !app.hasReplyDecorator('sendFile'),
    cacheControl: false,
    setHeaders: (response, file) => {
      // Names under assets/ carry a hash of their content.
      const hashed = /[\\/]assets[\\/]/.test(file);
      void response.setHeader('cache-control', hashed ? `public, max-age=${YEAR_SECONDS}, immutable` : 'no-cache');
      for (const [name, value] of Object.entries(STAFF_HEADERS)) void response.setHeader(name, value);
    },
  });
  app.get('/staff', (_request, reply) => reply.redirect('/staff/', 308));
}
