/**
 * The morning sign-up opens: so many people a second, whether or not the last one was answered, for fewer seats than
 * people. Then the service is killed, and its database is held against what everybody was told.
 * `npx tsx scripts/bench/rush.ts [--rate 1667] [--seconds 30]`; needs PostgreSQL.
 */
import { readFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { Client } from 'pg';
import * as v from 'valibot';
import { readJson } from '@yugong/domain/narrow/json';
import { startPostgres } from '../../tests/service/support/postgres';
import { buildBench, line, measureLoad, option, ratio, startBench, type Load } from './processes';
import { keepResults } from './results';

const rate = option('rate', 1667);
const seconds = option('seconds', 30);
const SESSIONS = 50;
/** Four of five people find a seat; the others wait. */
const seats = Math.floor((rate * seconds * 0.8) / SESSIONS);

/** A registration, as its person was told of it or as the database has it. */
const Registration = v.object({ id: v.string(), sessionId: v.string(), status: v.string() });
type Registration = v.InferOutput<typeof Registration>;

const QUERY = 'select id, session_id as "sessionId", status from registrations';

const inSqlite = (dataDir: string): Registration[] => {
  const database = new DatabaseSync(path.join(dataDir, 'yugong.sqlite'));
  const rows = v.parse(v.array(Registration), database.prepare(QUERY).all());
  database.close();
  return rows;
};

async function inPostgres(connectionString: string): Promise<Registration[]> {
  const client = new Client({ connectionString });
  await client.connect();
  const { rows } = await client.query(QUERY);
  await client.end();
  return v.parse(v.array(Registration), rows);
}

/** What the database says of what people were told. */
function compare(told: readonly Registration[], kept: readonly Registration[]) {
  const byId = new Map(kept.map((one) => [one.id, one]));
  const booked = new Map<string, number>();
  for (const { sessionId, status } of kept)
    if (status === 'booked') booked.set(sessionId, (booked.get(sessionId) ?? 0) + 1);
  return {
    told: told.length,
    lost: told.filter(({ id, status }) => byId.get(id)?.status !== status).length,
    // Everybody asked once and was answered, so a row that nobody was told of is a second one.
    doubled: kept.length - new Set(told.map(({ id }) => id)).size,
    oversold: [...booked.values()].filter((count) => count > seats).length,
    booked: [...booked.values()].reduce((sum, count) => sum + count, 0),
  };
}

async function rush(
  kind: string,
  folder: string,
  url?: string,
): Promise<Load & { told: Registration[]; dataDir: string }> {
  const child = startBench('server', [kind, ...(url ? [url] : [])], { BENCH_SEATS: String(seats), BENCH_DATA: folder });
  const { address, dataDir = '' } = await line(
    child,
    'address',
    v.object({ address: v.string(), dataDir: v.optional(v.string()) }),
  );
  const answersFile = path.join(folder, `${kind}.jsonl`);
  const load = await measureLoad(address, { sessions: SESSIONS, seconds, perSecond: rate, answersFile });
  child.kill('SIGKILL');
  await new Promise((resolve) => child.once('exit', resolve));
  const told = readFileSync(answersFile, 'utf8').split('\n');
  return { ...load, told: told.map((text) => readJson(Registration, text)), dataDir };
}

async function main(): Promise<void> {
  await buildBench();
  const folder = mkdtempSync(path.join(tmpdir(), 'yugong-rush-'));
  const postgres = await startPostgres();
  const url = await postgres.database();
  const noop = await rush('noop', folder);
  const sqlite = await rush('sqlite', folder);
  const onPostgres = await rush('postgres', folder, url);
  const summary = ({ perSecond, p50, p99, failed }: Load) => ({
    perSecond,
    p50,
    p99,
    failed,
    'p99 / noop': ratio(p99, noop.p99),
  });
  const rows = {
    sqlite: { ...summary(sqlite), ...compare(sqlite.told, inSqlite(sqlite.dataDir)) },
    postgres: { ...summary(onPostgres), ...compare(onPostgres.told, await inPostgres(url)) },
  };
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
  keepResults({ rush: { rate, seconds, seats: seats * SESSIONS, noop: noop.p99, ...rows } });
  if (Object.values(rows).some(({ lost, doubled, oversold, failed }) => lost + doubled + oversold + failed > 0))
    process.exitCode = 1;
}

void main();
