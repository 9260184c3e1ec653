/** What browsers get: the H5 app with history fallback, and the staff console. */
import path from 'node:path';
import compress from '@fastify/compress';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { STAFF_HEADERS } from './pages';

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
 * A path without a file extension is a page of the app and gets index.html, so that deep links and
 * refreshes work; a missing file is 404, so that a stale script is not answered with HTML.
 */
async function serveH5(app: FastifyInstance, h5: string): Promise<void> {
  await app.register(fastifyStatic, {
    root: path.resolve(h5),
    // Said by setHeaders below, a file at a time.
    cacheControl: false,
    setHeaders: (response, file) => {
      // Names under js/ and css/ carry a hash of their content.
      const hashed = /[\\/](js|css)[\\/]/.test(file);
      void response.setHeader('cache-control', hashed ? `public, max-age=${YEAR_SECONDS}, immutable` : 'no-cache');
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
