/** At twice the text size on the narrowest phone nothing is cut off, covered or on top of something else. */
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from '../../scripts/lib/chromium';
import { drawnFaults, TAPPED } from '../../scripts/weapp/view/client/drawn';
import { allRoutes, serveH5, type ServedH5 } from './support';

jest.setTimeout(60_000);

const none = { sideways: [], clipped: [], overlapping: [], covered: [], broken: [] };
let site: ServedH5;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  site = await serveH5();
  browser = await launchChromium();
  page = await browser.newPage({ viewport: { width: 320, height: 568 }, locale: 'zh-CN' });
  await page.addInitScript(() =>
    document.addEventListener('DOMContentLoaded', () =>
      document.documentElement.style.setProperty('font-size', '200%'),
    ),
  );
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

describe.each([false, true])('长辈版 %s', (elder) => {
  it.each(allRoutes)('%s holds text twice as large', async (route) => {
    await page.goto(`${site.origin}/404.txt`);
    await page.evaluate(
      (on) => localStorage.setItem('elder', JSON.stringify({ data: { version: 1, value: on } })),
      elder,
    );
    await page.goto(site.origin + route);
    await page.locator('[role=heading]:visible, input:visible').first().waitFor();
    // The setting has to have taken, or the rest proves nothing.
    expect(await page.evaluate(() => getComputedStyle(document.body).fontSize)).toBe('34px');
    expect(await page.evaluate(drawnFaults, TAPPED)).toEqual(none);
  });
});

it.each([
  ['sideways', '<p style="width: 400px">宽</p>'],
  ['clipped', '<p style="width: 60px; overflow: hidden; white-space: nowrap">这一行太长了</p>'],
  ['clipped', '<p style="height: 20px; overflow: hidden">这一段<br>太高了</p>'],
  ['overlapping', '<p style="margin: 0">上面一行</p><p style="margin: -40px 0 0">下面一行</p>'],
  ['overlapping', '<button>一个按钮</button><button style="margin-left: -30px">另一个</button>'],
  ['broken', '<p style="width: 1.2em; font-size: 34px">列表</p>'],
  ['broken', '<p style="width: 2.4em; font-size: 34px">023-12351</p>'],
  ['covered', '<div style="height: 2000px"></div><p style="margin: 0 0 -120px">最后一行</p>'],
] as const)('would see it: %s', async (fault, html) => {
  await page.goto(`${site.origin}/pages/services/index`);
  await page.locator('[role=heading]:visible').first().waitFor();
  await page.evaluate((what) => {
    document.querySelector('[role=main]')?.insertAdjacentHTML('beforeend', what);
  }, html);
  const found = await page.evaluate(drawnFaults, TAPPED);
  expect(found[fault].length).toBeGreaterThan(0);
});
