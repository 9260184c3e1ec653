/** Every H5 route through axe, in light, dark and 长辈版; and targets measured as drawn. */
import type { Browser, BrowserContext } from 'playwright-core';
import { launchChromium } from '../../scripts/lib/chromium';
import { accessibilityFaults, looks, measureAccessibility, openLook } from '../../scripts/publish/accessibility';
import { allRoutes, serveH5, type ServedH5 } from './support';

jest.setTimeout(120_000);

let site: ServedH5;
let browser: Browser;

beforeAll(async () => {
  site = await serveH5();
  browser = await launchChromium();
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

describe.each([...looks])('$name', (look) => {
  let context: BrowserContext;
  beforeAll(async () => {
    context = await openLook(browser, look);
  });
  afterAll(() => context.close());

  it.each(allRoutes)('%s has nothing that axe finds, and no target that is too small', async (route) => {
    const page = await context.newPage();
    await page.goto(site.origin + route);
    const { violations, small } = await measureAccessibility(page, look.target);
    expect(await page.locator('.elder').count()).toBe(look.elder ? 1 : 0);
    expect([violations, small]).toEqual([[], []]);
    await page.close();
  });
});

it('finds grey text on grey and a small button, and says where', async () => {
  const [look] = looks;
  const context = await openLook(browser, look);
  const page = await context.newPage();
  await page.goto(`${site.origin}/pages/home/index`);
  await page.evaluate(() => {
    const bad = document.createElement('div');
    bad.innerHTML =
      '<p style="background:#eee;color:#bbb">看不清</p><button style="width:20px;height:20px;padding:0">小</button>';
    document.body.append(bad);
  });
  const found = await measureAccessibility(page, look.target);
  const faults = accessibilityFaults([{ route: '/pages/home/index', look, found }]).map(({ found: what }) => what);
  expect(faults).toContainEqual(expect.stringContaining('color-contrast'));
  expect(faults).toContainEqual(expect.stringMatching(/浅色）“小”只有 20×20/));
  expect(found.contrast).toBeLessThan(2);
  await context.close();
});

it.each(allRoutes)('%s has nothing that axe finds where the service does not answer', async (route) => {
  const [look] = looks;
  const context = await openLook(browser, look);
  const page = await context.newPage();
  await page.route('**/api/**', (request) => request.abort());
  await page.goto(site.origin + route);
  const { violations, small } = await measureAccessibility(page, look.target);
  expect([violations, small]).toEqual([[], []]);
  await context.close();
});
