/**
 * Sign-ups' p99 during each attack and import, beside that of the moment before: each pair is measured one after the
 * other on the same service, since a shared machine's speed changes by the minute. The attacker's own work gives way to
 * the service's on the same processors: a real attacker has others. `npx tsx scripts/bench/attacks.ts [--seconds 4] [--rounds 3] [--rate 100]
 * [--only sqlite]
 * [--attack TEXT]`, where TEXT is in an attack's name; needs no PostgreSQL installed. Writes the key `attacks` of bench/results.json.
 */
import { availableParallelism, loadavg, setPriority } from 'node:os';
import * as v from 'valibot';
import { isOneOf } from '@yugong/domain/narrow';
import { startPostgres } from '../../tests/service/support/postgres';
import { attackNames, type AttackName } from './attack-names';
import { buildBench, line, measureLoad, median, option, ratio, startBench, type Load } from './processes';
import { keepResults } from './results';

const seconds = option('seconds', 4);
const rounds = option('rounds', 3);
/** Sign-ups a second while nobody attacks: a popular session's first minutes, which the machine carries easily. */
const perSecond = option('rate', 100);
/** A nice value: the attacker still has whatever the service leaves of the processors. */
const ATTACKER_GIVES_WAY = 10;
/** An attack is under way before sign-ups are measured beside it. */
const BEGIN_MS = 700;

/** The word after `--name` on the command line; undefined where there is none. */
const word = (name: string): string | undefined =>
  process.argv.includes(`--${name}`) ? process.argv[process.argv.indexOf(`--${name}`) + 1] : undefined;
const measured = attackNames.filter((name) => name.includes(word('attack') ?? ''));

const engines = ['sqlite', 'postgres'] as const;
type Engine = (typeof engines)[number];

interface Pair {
  before: Load;
  during: Load;
  /** How often the attacker was answered with which status. */
  statuses: Record<string, number>;
}

const signUps = (address: string): Promise<Load> => measureLoad(address, { sessions: 50, seconds, perSecond });

/** Sign-ups without, and then with the attack. */
async function measure({ address, staff }: { address: string; staff: string }, name: AttackName): Promise<Pair> {
  const before = await signUps(address);
  const attacker = startBench('attack', [name, address, staff]);
  if (attacker.pid !== undefined) setPriority(attacker.pid, ATTACKER_GIVES_WAY);
  await line(attacker, 'begun', v.unknown());
  await new Promise((resolve) => setTimeout(resolve, BEGIN_MS));
  const during = await signUps(address);
  const told = line(attacker, 'statuses', v.object({ statuses: v.record(v.string(), v.number()) }));
  attacker.kill('SIGTERM');
  return { before, during, statuses: (await told).statuses };
}

async function measureEngine(engine: Engine, url: string | null): Promise<Record<string, object>> {
  const child = startBench('server', [`attacked-${engine}`, ...(url === null ? [] : [url])]);
  const server = await line(child, 'address', v.object({ address: v.string(), staff: v.string() }));
  const pairs = new Map<AttackName, Pair[]>(measured.map((name) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const name of measured) {
      const pair = await measure(server, name);
      pairs.get(name)?.push(pair);
      const { before, during, statuses } = pair;
      console.log(
        `${engine} ${round + 1}/${rounds} ${name}: p99 ${before.p99} → ${during.p99} ms, failed ${during.failed}, ${JSON.stringify(statuses)}`,
      );
    }
  }
  child.kill('SIGKILL');
  return Object.fromEntries(
    [...pairs].map(([name, all]) => [
      name,
      {
        p99: {
          without: median(all.map(({ before }) => before.p99)),
          during: median(all.map(({ during }) => during.p99)),
        },
        ratio: median(all.map(({ before, during }) => ratio(during.p99, before.p99))),
        failed: all.reduce((sum, { during }) => sum + during.failed, 0),
      },
    ]),
  );
}

async function main(): Promise<void> {
  const only = word('only');
  const chosen = isOneOf(engines, only) ? [only] : engines;
  await buildBench();
  const results: Record<string, object> = {};
  for (const engine of chosen) {
    const postgres = engine === 'postgres' ? await startPostgres() : null;
    results[engine] = await measureEngine(engine, postgres ? await postgres.database() : null);
    await postgres?.stop();
  }
  keepResults({
    attacks: {
      unit: `sign-ups' p99 in ms at ${perSecond}/s; ratio: during the attack / the moment before, median of ${rounds}`,
      processors: availableParallelism(),
      load: loadavg().map((one) => Math.round(one * 10) / 10),
      ...results,
    },
  });
}

void main();
