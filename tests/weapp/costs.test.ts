/** What the mini-program asks of the phone, by counts: reads of the storage before home, bytes handed to the view while typing. */
import type { Browser } from 'playwright-core';
import type { WeappBuild } from '../../scripts/weapp/build';
import { launchChromium } from '../../scripts/lib/chromium';
import { Device } from '../../scripts/weapp/logic/device';
import { MiniProgram, noView } from '../../scripts/weapp/logic/mini-program';
import { weappReader } from '../journeys/drivers/weapp';
import { weappBuild } from './build';

jest.setTimeout(120_000);

let build: WeappBuild;
let browser: Browser;
beforeAll(async () => {
  build = await weappBuild();
  browser = await launchChromium();
});
afterAll(() => browser?.close());

/** The keys read while home opens, in order; those before its first drawing apart. */
async function readsOfHome(): Promise<{ before: string[]; all: string[] }> {
  const device = new Device();
  const all: string[] = [];
  const get = device.storage.get.bind(device.storage);
  device.storage.get = (key) => {
    all.push(key);
    return get(key);
  };
  let before: string[] | null = null;
  const app = new MiniProgram(build, device, { ...noView, update: () => void (before ??= [...all]) });
  await app.launch();
  await app.settle();
  app.close();
  return { before: before ?? [], all };
}

it('reads each key once, and before home is drawn only what home shows', async () => {
  const { before, all } = await readsOfHome();
  expect(all.filter((key, at) => all.indexOf(key) !== at)).toEqual([]);
  expect([...before].sort()).toEqual([
    'content-cases',
    'content-events',
    'content-news',
    'elder',
    'favourites',
    'gateway-login',
    'login',
    'my-dates',
    'near-station',
    'notices',
    'outbox',
    'sessions',
    'tickets',
  ]);
});

/** The most that one keystroke of a search may hand to the view. */
const MAX_BYTES_A_KEYSTROKE = 20 * 1024;

it.each(['工', '法', '重', '1'])(
  'hands little to the view where %s alone is typed into the search',
  async (character) => {
    const reader = weappReader(build, browser);
    try {
      await reader.open('/features/search/pages/search/index');
      const page = reader.app().navigator.top;
      const before = page?.costs.length ?? 0;
      await reader.type('搜案例、动态、驿站、法律规定', character);
      await reader.atRest();
      const bytes = (page?.costs ?? []).slice(before).map((cost) => cost.bytes);
      expect(bytes.length).toBeGreaterThan(0);
      expect(Math.max(...bytes)).toBeLessThanOrEqual(MAX_BYTES_A_KEYSTROKE);
    } finally {
      await reader.close();
    }
  },
);
