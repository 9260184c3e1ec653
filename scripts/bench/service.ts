/**
 * Sign-ups a second beside their floors, interleaved in one run, since a shared machine's speed changes by the
 * minute. `npx tsx scripts/bench/service.ts [--seconds 3] [--rounds 3] [--rate 2000]`; needs no PostgreSQL
 * installed. Writes the key `service` of bench/results.json.
 */
import { mkdtempSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import * as v from 'valibot';
import { startPostgres } from '../../tests/service/support/postgres';
import { buildBench, line, measureLoad, median, option, ratio, startBench, type Load } from './processes';
import { keepResults } from './results';

const seconds = option('seconds', 3);
const rounds = option('rounds', 3);
const rate = option('rate', 2000);

interface Server {
  address: string;
  peak: () => number;
  /** From the command to the address, in milliseconds. */
  started: number;
  stop: () => void;
}

/** From the command to the first answer of `/readyz`, in milliseconds: the service itself, on a new folder. */
async function ready(): Promise<number> {
  const asked = performance.now();
  const YUGONG_DATA = mkdtempSync(path.join(tmpdir(), 'yugong-ready-'));
  const child = startBench('main', [], { PORT: '0', YUGONG_DEMO: '0', YUGONG_DATA });
  const address = await new Promise<string>((resolve, reject) => {
    child.stdout?.on('data', (chunk: Buffer) => {
      const [found] = /http:[^\s]+/.exec(chunk.toString()) ?? [];
      if (found) resolve(found);
    });
    child.once('exit', (code) => reject(new Error(`ended with ${code}`)));
  });
  const { ok } = await fetch(`${address}readyz`);
  const took = Math.round(performance.now() - asked);
  child.kill('SIGKILL');
  if (!ok) throw new Error('not ready');
  return took;
}

async function server(kind: string, url?: string): Promise<Server> {
  const asked = performance.now();
  const child = startBench('server', [kind, ...(url ? [url] : [])]);
  let peak = 0;
  child.stdout?.on('data', (chunk: Buffer) => {
    for (const [, rss] of chunk.toString().matchAll(/"rss":(\d+)/g)) peak = Math.max(peak, Number(rss));
  });
  const { address } = await line(child, 'address', v.object({ address: v.string() }));
  const started = Math.round(performance.now() - asked);
  return { address, started, peak: () => Math.round(peak / 1e6), stop: () => child.kill('SIGKILL') };
}

async function main(): Promise<void> {
  await buildBench();
  const starts = [await ready(), await ready(), await ready()];
  const postgres = await startPostgres();
  const kinds = ['noop', 'handler', 'floor', 'sqlite', 'sqlite-single', 'postgres', 'postgres-single'];
  const servers = new Map<string, Server>();
  for (const kind of kinds)
    servers.set(kind, await server(kind, kind.startsWith('postgres') ? await postgres.database() : undefined));
  const runs: [string, string, number, number][] = [
    ['noop', 'noop', 50, 0],
    ['handler', 'handler', 50, 0],
    ['floor', 'floor', 50, 0],
    ['sqlite hot', 'sqlite', 1, 0],
    ['sqlite fifty', 'sqlite', 50, 0],
    ['sqlite single', 'sqlite-single', 50, 0],
    ['postgres hot', 'postgres', 1, 0],
    ['postgres fifty', 'postgres', 50, 0],
    ['postgres single', 'postgres-single', 50, 0],
    ['open noop', 'noop', 50, rate],
    ['open sqlite', 'sqlite', 50, rate],
    ['open postgres', 'postgres', 50, rate],
  ];
  const results = new Map<string, Load[]>(runs.map(([name]) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, kind, sessions, perSecond] of runs) {
      const server = servers.get(kind);
      if (!server) throw new Error(`no server of the kind ${kind}`);
      const result = await measureLoad(server.address, { sessions, seconds, perSecond });
      results.get(name)?.push(result);
      console.log(
        `${round + 1}/${rounds} ${name}: ${result.perSecond}/s, p50 ${result.p50} ms, p99 ${result.p99} ms, failed ${result.failed}`,
      );
    }
  }
  const of = (name: string, what: keyof Load): number => median((results.get(name) ?? []).map((one) => one[what]));
  const speed = (name: string): number => of(name, 'perSecond');
  const service = {
    unit: 'sign-ups/s, 256 connections; ratios hold on other machines, absolutes do not',
    perSecond: Object.fromEntries(runs.filter(([, , , r]) => r === 0).map(([name]) => [name, speed(name)])),
    p99: Object.fromEntries(runs.map(([name]) => [name, of(name, 'p99')])),
    ratios: {
      'sqlite / handler': ratio(speed('sqlite fifty'), speed('handler')),
      'postgres / handler': ratio(speed('postgres fifty'), speed('handler')),
      'sqlite / floor': ratio(speed('sqlite fifty'), speed('floor')),
      'postgres / floor': ratio(speed('postgres fifty'), speed('floor')),
      'sqlite / transaction a request': ratio(speed('sqlite fifty'), speed('sqlite single')),
      'postgres / transaction a request': ratio(speed('postgres fifty'), speed('postgres single')),
      'sqlite hot / fifty': ratio(speed('sqlite hot'), speed('sqlite fifty')),
      'postgres hot / fifty': ratio(speed('postgres hot'), speed('postgres fifty')),
      'open loop p99 sqlite / noop': ratio(of('open sqlite', 'p99'), of('open noop', 'p99')),
      'open loop p99 postgres / noop': ratio(of('open postgres', 'p99'), of('open noop', 'p99')),
    },
    openLoopRate: rate,
    readyMilliseconds: { service: median(starts), noop: servers.get('noop')?.started },
    load: loadavg().map((one) => Math.round(one * 10) / 10),
    peakMegabytes: { sqlite: servers.get('sqlite')?.peak(), postgres: servers.get('postgres')?.peak() },
  };
  for (const one of servers.values()) one.stop();
  await postgres.stop();
  keepResults({ service });
}

void main();
