/**
 * Figures for Prometheus, on a port of their own that only the operator's network reaches: how much is asked, how fast it is
 * answered and committed, what waits, and how far the standbys are behind. Nothing in them is about a person: routes are
 * templates, standbys have their names, everything else is a count.
 */
import { createServer } from 'node:http';
import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { DAY, SECOND } from '@yugong/domain/time';
import type { Service } from '../kernel/context';
import type { BatchObserver } from '../kernel/store';

/** Seconds. A phone waits 15; what takes a tenth of one isn't noticed. */
const LATENCIES = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 15];
const BATCH_SIZES = [1, 2, 4, 8, 16, 32, 64, 128, 256, 512];
/** Counts of rows are read at most this often, however many ask. */
const COUNTED_EVERY = 15 * SECOND;
const PATH = '/metrics';

export interface Metrics {
  onBatch: BatchObserver;
  /** Counts every answer of a server by its route. */
  observe(app: FastifyInstance): void;
  /** Serves the figures. @returns stops that */
  serve(service: Service, address: { host: string; port: number }): Promise<() => Promise<void>>;
}

export function createMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const requests = new Histogram({
    name: 'yugong_http_request_seconds',
    help: 'Time from a request to its answer, by method, route template and status.',
    labelNames: ['method', 'route', 'status'],
    buckets: LATENCIES,
    registers,
  });
  const batchSize = new Histogram({
    name: 'yugong_batch_size',
    help: 'Commands that were committed together.',
    buckets: BATCH_SIZES,
    registers,
  });
  const batchSeconds = new Histogram({
    name: 'yugong_batch_seconds',
    help: 'Time a batch took to be decided and committed, on the standby too where there is one.',
    buckets: LATENCIES,
    registers,
  });
  return {
    onBatch: ({ size, seconds }) => {
      batchSize.observe(size);
      batchSeconds.observe(seconds);
    },
    observe: (app) => {
      app.addHook('onResponse', (request, reply, done) => {
        // The template and never the address, which may name a registration.
        const route = request.routeOptions.url ?? 'unknown';
        const labels = { method: request.method, route, status: String(reply.statusCode) };
        requests.observe(labels, reply.elapsedTime / 1000);
        done();
      });
    },
    serve: (service, address) => listen(registry, address, addStoreFigures(registry, service)),
  };
}

/** What only the store knows. @returns reads it anew, unless that was done just now */
function addStoreFigures(registry: Registry, service: Service): () => Promise<void> {
  const gauge = (name: string, help: string, labelNames: string[] = []): Gauge =>
    new Gauge({ name: `yugong_${name}`, help, labelNames, registers: [registry] });
  const queue = gauge('queue', 'Commands that wait to be committed.');
  const ready = gauge('database_ready', '1 where the database could be read for these figures, 0 where it could not.');
  const notices = gauge('notices_due', 'Notices whose next delivery is due or overdue.');
  const late = gauge('notices_late_seconds', 'For how long the oldest of them has been due.');
  const deliveries = gauge('deliveries', 'Messages handed over within a day, by channel and state.', [
    'channel',
    'state',
  ]);
  const jobs = gauge('jobs', 'Jobs of the console, by state.', ['state']);
  const standbys = gauge('standbys', 'Standbys of the primary, by whether a commit waits for them.', ['state']);
  const lagBytes = gauge('replication_lag_bytes', 'Log that a standby has yet to replay.', ['standby']);
  const lagSeconds = gauge('replication_lag_seconds', 'Age of what a standby replays.', ['standby']);
  const { store, now } = service;

  const count = async (): Promise<void> => {
    const at = now();
    const { read } = store;
    const due = await read
      .selectFrom('notices')
      .select(({ fn }) => [fn.countAll<number>().as('n'), fn.min('deliver_at').as('oldest')])
      .where('deliver_at', '<=', at)
      .executeTakeFirstOrThrow();
    notices.set(Number(due.n));
    late.set(due.oldest === null ? 0 : (at - Number(due.oldest)) / SECOND);
    const sent = await read
      .selectFrom('deliveries')
      .select(({ fn }) => ['channel', 'state', fn.countAll<number>().as('n')])
      .where('sent_at', '>', at - DAY)
      .groupBy(['channel', 'state'])
      .execute();
    deliveries.reset();
    for (const { channel, state, n } of sent) deliveries.set({ channel, state }, Number(n));
    const asked = await read
      .selectFrom('staff_jobs')
      .select(({ fn }) => ['state', fn.countAll<number>().as('n')])
      .groupBy('state')
      .execute();
    jobs.reset();
    for (const { state, n } of asked) jobs.set({ state }, Number(n));
    if (store.engine === 'postgres') await measureReplication();
  };
  const measureReplication = async (): Promise<void> => {
    // Where the account may not see it (it wants pg_monitor), the columns are empty.
    const { rows } = await sql<{ name: string; state: string | null; bytes: number; seconds: number }>`
      select application_name as name, sync_state as state,
        coalesce(pg_wal_lsn_diff(pg_current_wal_lsn(), replay_lsn), 0)::float8 as bytes,
        coalesce(extract(epoch from replay_lag), 0)::float8 as seconds
      from pg_stat_replication where not pg_is_in_recovery()`.execute(store.read);
    for (const one of [standbys, lagBytes, lagSeconds]) one.reset();
    for (const { name, state, bytes, seconds } of rows) {
      standbys.inc({ state: state ?? 'unknown' });
      lagBytes.set({ standby: name }, bytes);
      lagSeconds.set({ standby: name }, seconds);
    }
  };
  let counted = -Infinity;
  return async () => {
    queue.set(store.backlog);
    if (performance.now() - counted < COUNTED_EVERY) return;
    counted = performance.now();
    try {
      await count();
      ready.set(1);
    } catch {
      // Said by the figure itself: an alert asks for it.
      ready.set(0);
    }
  };
}

function listen(
  registry: Registry,
  { host, port }: { host: string; port: number },
  refresh: () => Promise<void>,
): Promise<() => Promise<void>> {
  const server = createServer((request, response) => {
    if (request.method !== 'GET' || request.url !== PATH) {
      response.writeHead(404).end();
      return;
    }
    const answer = refresh().then(() => registry.metrics());
    answer.then(
      (text) => response.writeHead(200, { 'content-type': registry.contentType }).end(text),
      () => response.writeHead(500).end(),
    );
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () =>
      resolve(async () => {
        server.closeAllConnections();
        await new Promise((closed) => server.close(closed));
      }),
    );
  });
}
