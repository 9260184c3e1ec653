/** Several processes that start at once on one empty PostgreSQL: each finds or makes the tables, and none dies. */
import { readConfig } from '../../server/src/config';
import { openService } from '../../server/src/service';
import { postgresEngine } from './support/stores';

const engine = postgresEngine();
const secret = `k1:${Buffer.from(Array.from({ length: 32 }, (_, n) => n * 7)).toString('base64')}`;

beforeAll(() => engine.start(), 30_000);
afterAll(() => engine.stop(), 30_000);

it('starts every one of five services that meet an empty database at the same moment, five times', async () => {
  for (let round = 0; round < 5; round += 1) {
    const { at } = await engine.place();
    const config = { ...readConfig({}), databaseUrl: at, secret, demo: true };
    const started = await Promise.allSettled(
      Array.from({ length: 5 }, () => openService(config, { maintenance: false })),
    );
    const services = started.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    const faults = started.flatMap((one) => (one.status === 'rejected' ? [String(one.reason)] : []));
    const tokens = services.map(({ secrets }) => secrets.token.toString('hex'));
    await Promise.all(services.map((service) => service.close()));
    expect(faults).toEqual([]);
    // All of them read the one set of secrets that was stored.
    expect(new Set(tokens).size).toBe(1);
  }
}, 120_000);
