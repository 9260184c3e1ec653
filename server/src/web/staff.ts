/** The built staff console at `/staff/`. */
import path from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { STAFF_HEADERS } from './pages';

const YEAR_SECONDS = 31_536_000;

/** @param folder the built console, with its index.html */
export async function serveStaff(app: FastifyInstance, folder: string): Promise<void> {
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
