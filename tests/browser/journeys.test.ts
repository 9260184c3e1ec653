/** The journeys of tests/journeys on the H5 build, served by the real server. */
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { runNode, script } from '../../scripts/lib/run';
import { isFresh, root } from '../../scripts/lib/stale';
import { launchChromium } from '../../scripts/lib/chromium';
import { buildApp } from '../../server/src/app';
import { journeys } from '../journeys';
import type { ServiceHands } from '../journeys/language';
import { h5Reader } from '../journeys/drivers/h5';
import { withService } from '../journeys/service/with-service';
import { portOf } from '../../scripts/lib/port';

// Long enough for a busy machine; a journey that fails says so after the drivers' own patience.
jest.setTimeout(120_000);

/** Another build to test: `YUGONG_H5=/tmp/h5 npx jest --selectProjects browser`. */
const h5 = process.env['YUGONG_H5'] ?? path.join(root, 'dist/h5');

let browser: Browser;
let server: Awaited<ReturnType<typeof buildApp>>;
let origin: string;
beforeAll(async () => {
  if (!process.env['YUGONG_H5'] && !isFresh('h5')) {
    const { code, output } = await runNode(script('scripts/build.ts', 'h5', '--if-stale'));
    if (code !== 0) throw new Error(`npm run build:h5 failed:\n${output.slice(-2000)}`);
  }
  server = await buildApp({ h5 });
  await server.listen({ port: 0, host: '127.0.0.1' });
  origin = `http://127.0.0.1:${portOf(server.server)}`;
  browser = await launchChromium();
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

/** A service that stops takes the pages with it: as on any second visit, the browser has kept the app by then. */
const stoppedOnceKept = (service: ServiceHands, page: () => Page): ServiceHands => ({
  ...service,
  stop: async () => {
    await page().evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await service.stop();
  },
});

describe('in a browser', () => {
  it.each(journeys.filter(({ only }) => only !== 'weapp'))('$name', (journey) =>
    withService(journey, { h5 }, async (service) => {
      const reader = await h5Reader(browser, service?.line.origin ?? origin, journey.phone, service?.line);
      try {
        await journey.run(reader, (service && stoppedOnceKept(service, reader.page)) as ServiceHands);
        expect(reader.errors).toEqual([]);
      } finally {
        await reader.close();
      }
    }),
  );
});
