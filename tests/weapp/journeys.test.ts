/** The journeys of tests/journeys on the compiled mini-program, its view drawn in Chromium. */
import type { Browser } from 'playwright-core';
import type { WeappBuild } from '../../scripts/weapp/build';
import { launchChromium } from '../../scripts/lib/chromium';
import { journeys } from '../journeys';
import { weappReader } from '../journeys/drivers/weapp';
import { weappBuild } from './build';

jest.setTimeout(60_000);

let build: WeappBuild;
let browser: Browser;
beforeAll(async () => {
  build = await weappBuild();
  browser = await launchChromium();
}, 180_000);
afterAll(() => browser?.close());

describe('on the compiled mini-program', () => {
  it.each(journeys.filter(({ only }) => only !== 'h5'))('$name', async ({ run, phone }) => {
    const reader = weappReader(build, browser, phone);
    try {
      await run(reader);
      expect(reader.findings()).toEqual([]);
    } finally {
      await reader.close();
    }
  });
});
