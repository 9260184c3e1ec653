import { effort, proved } from './support/effort';
import { fuzz } from './support/fuzz';

const REQUESTS = Number(process.env.FUZZ_REQUESTS) || effort({ full: 50_000, quick: 1500 });

it(
  `answers ${REQUESTS} requests on SQLite without a 5xx, an echo or an answer that isn't described`,
  async () => {
    await fuzz({}, REQUESTS);
    proved('fuzzed requests on SQLite', REQUESTS);
  },
  Math.max(1_200_000, REQUESTS * 10),
);
