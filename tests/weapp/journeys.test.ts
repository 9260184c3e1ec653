/** The journeys of tests/journeys on the compiled mini-program, its view drawn in Chromium. */
import type { Browser } from 'playwright-core';
import { behindService } from '../../scripts/weapp/behind-service';
import type { WeappBuild } from '../../scripts/weapp/build';
import { launchChromium } from '../../scripts/lib/chromium';
import { journeys } from '../journeys';
import { weappReader } from '../journeys/drivers/weapp';
import type { ServiceHands } from '../journeys/language';
import { withService } from '../journeys/service/with-service';
import { weappBuild } from './build';

// Long enough for a busy machine; a journey that fails says so after the driver's own patience.
jest.setTimeout(120_000);

let build: WeappBuild;
let browser: Browser;
/** Pages that journeys with a service have opened. */
const visited = new Set<string>();
beforeAll(async () => {
  build = await weappBuild();
  browser = await launchChromium();
}, 180_000);
afterAll(() => browser?.close());

describe('on the compiled mini-program', () => {
  it.each(journeys.filter(({ only }) => only !== 'h5'))('$name', (journey) =>
    withService(journey, {}, async (service) => {
      const reader = weappReader(build, browser, journey.phone, service?.line);
      try {
        await journey.run(reader, service as ServiceHands);
        await reader.atRest();
        expect(reader.findings()).toEqual([]);
        if (service) reader.visited().forEach((route) => visited.add(route));
      } finally {
        await reader.close();
      }
    }),
  );

  it('has a way to every page that only the service leads to', () => {
    expect(behindService.filter((route) => !visited.has(route))).toEqual([]);
  });
});
