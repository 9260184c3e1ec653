/** The servers: the app with the API, or the app alone. */
import fastify, { type FastifyInstance } from 'fastify';
import { MINUTE } from '@yugong/domain/time';
import { allOperations } from './api';
import { mount, dropGatewayHeaders, type Listener } from './api/mount';
import { errorStream, faultOf } from './kernel/error-log';
import { ApiProblem, handleError, sendProblem } from './kernel/problem';
import type { Service } from './kernel/context';
import { randomSlice } from './crypto/random';
import { hasPages, isPage, isStaffPage, STAFF_HEADERS } from './web/pages';

export interface AppOptions {
  /** Folder of the built H5 app, with its index.html. */
  h5?: string;
  /** Folder of the built staff console, with its index.html. */
  staff?: string;
  /** Folder of the built page of volunteers, with its index.html. */
  onSite?: string;
  /** Writes one line a request, without query or address of the reader; or `errors` only, on stderr. */
  log?: boolean | 'errors' | { stream: { write(line: string): void } };
  trustProxy?: string | null;
  /** Counts what is answered. */
  observe?: (app: FastifyInstance) => void;
  /** Makes an answer beyond its schema an error instead of trimming it: for tests. */
  strictAnswers?: boolean;
}

/** Load balancers ask with and without a slash. */
const probes = { alive: ['/healthz', '/healthz/'], ready: ['/readyz', '/readyz/'] };

/** WeChat's gateway passes 100 KB; nothing here needs more. */
const BODY_LIMIT = 100 * 1024;

function server({ log = false, trustProxy, h5, staff, strictAnswers }: AppOptions): FastifyInstance {
  const app = fastify({
    logger: log
      ? {
          ...(log === 'errors' ? { level: 'error', stream: errorStream } : typeof log === 'object' ? log : {}),
          serializers: {
            // The route and not the address: nothing that a person typed or is.
            req: ({ method, routeOptions }) => ({ method, url: routeOptions.url ?? 'unknown' }),
            err: (error) => ({ type: error.name, message: '', stack: faultOf(error).where.join('\n') }),
          },
        }
      : false,
    bodyLimit: BODY_LIMIT,
    trustProxy: trustProxy ?? false,
    genReqId: () => randomSlice(9).toString('base64url'),
    // Who sends a request drop by drop is cut off.
    requestTimeout: 15_000,
    http: { headersTimeout: 10_000, connectionsCheckingInterval: 2_000 },
    connectionTimeout: MINUTE,
    keepAliveTimeout: 65_000,
    routerOptions: { maxParamLength: 200 },
    forceCloseConnections: 'idle',
    return503OnClosing: false,
    frameworkErrors: (error, request, reply) => void handleError(error, request, reply),
  });
  const isFinished = h5 !== undefined && hasPages(h5);
  if (strictAnswers) app.decorate('strictAnswers', true);
  app.addHook('onRequest', (request, reply, done) => {
    void reply.header('x-content-type-options', 'nosniff').header('x-request-id', request.id);
    done();
  });
  app.setErrorHandler(handleError);
  app.setNotFoundHandler((request, reply) => {
    if (staff && isStaffPage(request.method, request.url))
      return reply.headers(STAFF_HEADERS).sendFile('index.html', staff);
    if (h5 && isPage(request.method, request.url))
      return isFinished ? reply.code(404).sendFile('not-found.html') : reply.sendFile('index.html');
    return sendProblem(reply, new ApiProblem('not-found'));
  });
  return app;
}

/** The app alone, for looking at it; tests use `app.inject()`. */
export async function buildApp({ h5, log }: AppOptions & { h5: string }): Promise<FastifyInstance> {
  const app = server({ h5, log: log ?? false });
  await (await import('./web')).serveWeb(app, { h5 });
  for (const probe of [...probes.alive, ...probes.ready]) app.get(probe, () => ({ status: 'ok' }));
  return app;
}

/** The whole service on one listener. */
export async function buildService(
  service: Service,
  options: AppOptions = {},
  listener: Listener = { gateway: false },
): Promise<FastifyInstance> {
  const app = server(options);
  options.observe?.(app);
  if (!listener.gateway) app.addHook('onRequest', dropGatewayHeaders);
  app.addHook('onSend', (_request, reply, _payload, done) => {
    // The time that sessions open and close by: phones with a wrong clock count down by it.
    void reply.header('date', new Date(service.now()).toUTCString());
    // Each page of the app says so then: nobody is to take a demo's places for real ones.
    if (service.demo) void reply.header('x-yugong-demo', '1');
    // While it stops, a connection whose answer is out has no reason to stay.
    if (service.stopping) void reply.header('connection', 'close');
    done();
  });
  parseJson(app);
  if (options.h5 || options.staff || options.onSite) await (await import('./web')).serveWeb(app, options);
  const operations = allOperations(service);
  mount(app, service, operations, listener);
  let description: string | undefined;
  app.get('/api/v1/openapi.json', async (_request, reply) => {
    // Loaded when somebody asks: the service starts without it.
    const { openApi } = await import('./api/openapi');
    description ??= JSON.stringify(openApi(operations));
    return reply.type('application/json; charset=utf-8').send(description);
  });
  for (const probe of probes.alive) app.get(probe, () => ({ status: 'ok' }));
  for (const probe of probes.ready)
    app.get(probe, async (_request, reply) => {
      if (service.stopping) return sendProblem(reply, new ApiProblem('stopping'));
      await service.store.check();
      return { status: 'ok' };
    });
  return app;
}

/** JSON and nothing else; an empty body is none, since some clients send the header with every DELETE. */
function parseJson(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error');
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (body === '') return done(null, undefined);
    void parse(request, body as string, (error, value) =>
      error ? done(new ApiProblem('bad-request')) : done(null, value),
    );
  });
}
