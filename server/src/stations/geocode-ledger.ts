/**
 * What was asked of geocoders, in the database: a process that is killed loses no answer that it had and asks nothing that
 * was answered, several processes don't ask the same, and nobody asks more than the day's quota.
 */
import { geocodeOutcomes, type GeocodeLedger, type GeocodeQuestion } from '@yugong/content/geocode/run';
import { isOneOf } from '@yugong/domain/narrow';
import { MINUTE } from '@yugong/domain/time';
import { sql } from 'kysely';
import type { Service } from '../kernel/context';
import { statement, type Statement } from '../kernel/store';
import { proposeCandidates } from './candidates';

/** After so long a question of another run that has no answer is free: that run is dead. */
const ABANDONED = 2 * MINUTE;

type Asking = Pick<Service, 'store' | 'now'>;

/** One more request of the day; it changes nothing where the quota is used up. */
const countStatement = ({ store }: Asking, provider: string, day: string, perDay: number): Statement =>
  statement(
    store.read
      .insertInto('geocoder_days')
      .values({ provider, day, asked: 1 })
      .onConflict((c) =>
        c
          .columns(['provider', 'day'])
          .doUpdateSet({ asked: sql<number>`geocoder_days.asked + 1` })
          .where('geocoder_days.asked', '<', perDay),
      ),
    1,
  );

/**
 * @param options `run`: whose questions these are: the same again after a restart takes up its own at once; `by`: who
 * proposes what is found, as the audit names them
 */
export function geocodeLedger(
  service: Asking,
  { run, by, perDay }: { run: string; by: string; perDay: number },
): GeocodeLedger {
  const { store, now } = service;
  const claimStatement = ({ stationId, provider, query }: GeocodeQuestion): Statement => {
    const at = now();
    return statement(
      store.read
        .insertInto('geocode_queries')
        .values({
          station_id: stationId,
          provider,
          query,
          outcome: 'asking',
          status: '',
          answer: null,
          run,
          asked_at: at,
        })
        .onConflict((c) =>
          c
            .columns(['station_id', 'provider', 'query'])
            .doUpdateSet({ outcome: 'asking', run, asked_at: at })
            .where(({ eb, or, and }) =>
              or([
                eb('geocode_queries.outcome', '=', 'lost'),
                and([
                  eb('geocode_queries.outcome', '=', 'asking'),
                  or([eb('geocode_queries.run', '=', run), eb('geocode_queries.asked_at', '<', at - ABANDONED)]),
                ]),
              ]),
            ),
        ),
      1,
    );
  };
  return {
    settled: async (stationId) => {
      const rows = await store.read
        .selectFrom('geocode_queries')
        .select(['station_id', 'provider', 'query', 'outcome'])
        .where('station_id', '=', stationId)
        .execute();
      return rows.flatMap(({ station_id, provider, query, outcome }) =>
        isOneOf(geocodeOutcomes, outcome) ? [{ stationId: station_id, provider, query, outcome }] : [],
      );
    },
    claim: async (question, day) => {
      const count = countStatement(service, question.provider, day, perDay);
      const written = await store.write([claimStatement(question), count]);
      if (written.done) return 'claimed';
      return written.at === 0 ? 'taken' : 'day-over';
    },
    count: async (provider, day) => (await store.write([countStatement(service, provider, day, perDay)])).done,
    settle: async ({ stationId, provider, query }, { outcome, status, answer }, candidate) => {
      const settled = statement(
        store.read
          .updateTable('geocode_queries')
          .set({ outcome, status, answer: answer && JSON.stringify(answer) })
          .where('station_id', '=', stationId)
          .where('provider', '=', provider)
          .where('query', '=', query)
          .where('run', '=', run),
        1,
      );
      await proposeCandidates(service, { candidates: candidate ? [candidate] : [], by, beside: [settled] });
    },
  };
}

/** How many requests each provider had today. */
export async function requestsOfDay({ store }: Pick<Service, 'store'>, day: string): Promise<Map<string, number>> {
  const rows = await store.read.selectFrom('geocoder_days').selectAll().where('day', '=', day).execute();
  return new Map(rows.map(({ provider, asked }) => [provider, asked]));
}
