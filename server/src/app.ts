/**
 * The web side of the app: the built H5 with history fallback, and two probes.
 */
import path from 'node:path';
import compress from '@fastify/compress';
import fastifyStatic from '@fastify/static';
import fastify, { type FastifyInstance } from 'fastify';

export interface AppOptions {
  /** Folder of the built H5 app, with its index.html. */
  h5: string;
  /** Writes one line a request, without query or address of the reader. */
  log?: boolean;
}

const YEAR_SECONDS = 31_536_000;

/**
 * Builds the server without listening; tests use `app.inject()`.
 *
 * A path without a file extension is a page of the app and gets index.html, so that deep links and
 * refreshes work; a missing file is 404, so that a stale script is not answered with HTML.
 */
export async function buildApp({ h5, log = false }: AppOptions): Promise<FastifyInstance> {
  const app = fastify({
    logger: log ? { serializers: { req: ({ method, url }) => ({ method, url: url.split('?')[0] as string }) } } : false,
  });
  await app.register(compress);
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
  app.get('/healthz', () => ({ status: 'ok' }));
  app.get('/readyz', () => ({ status: 'ok' }));
  app.setNotFoundHandler((request, reply) => {
    const pathname = request.url.split('?')[0] as string;
    const isPage = request.method === 'GET' && !pathname.startsWith('/api/') && !path.extname(pathname);
    if (isPage) return reply.sendFile('index.html');
    return reply.code(404).type('application/problem+json').send({
      type: 'about:blank',
      title: '没有找到',
      status: 404,
      code: 'not-found',
      retryable: false,
      requestId: request.id,
      errors: [],
    });
  });
  return app;
}
