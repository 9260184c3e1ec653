import { postgresEngine } from '../service/support/stores';
import { effort, proved } from './support/effort';
import { fuzz } from './support/fuzz';

const REQUESTS = Number(process.env.FUZZ_REQUESTS) || effort({ full: 50_000, quick: 1500 });
const engine = postgresEngine();
beforeAll(() => engine.start(), 60_000);
afterAll(() => engine.stop(), 60_000);

it(
  `answers ${REQUESTS} requests on PostgreSQL without a 5xx, an echo or an answer that isn't described`,
  async () => {
    await fuzz({ databaseUrl: (await engine.place()).at }, REQUESTS);
    proved('fuzzed requests on PostgreSQL', REQUESTS);
  },
  Math.max(1_200_000, REQUESTS * 10),
);
