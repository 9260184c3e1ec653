/** Without a network: the app says so, works all the same, and opens again. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { launchChromium } from '../../scripts/lib/chromium';
import { allRoutes, firstId, serveH5, type ServedH5 } from './support';

jest.setTimeout(60_000);

let site: ServedH5;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let problems: string[];

beforeAll(async () => {
  site = await serveH5();
  browser = await launchChromium();
});
afterAll(async () => {
  await browser.close();
  await site.close();
});
beforeEach(async () => {
  context = await browser.newContext({ viewport: { width: 375, height: 667 }, locale: 'zh-CN' });
  page = await context.newPage();
  page.setDefaultTimeout(15_000);
  problems = [];
  page.on('pageerror', (error) => problems.push(error.message));
});
afterEach(() => context.close());

const shown = () => page.locator('.taro_page:visible').last();
const bar = () => shown().getByText('没有网络，浏览内容不受影响');
const heading = () => page.locator('[role=heading]:visible, input:visible').first().waitFor();

/** Visits once, as anybody has who comes back later, until the app is on the phone. */
async function visit(): Promise<void> {
  await page.goto(`${site.origin}/pages/home/index`);
  await heading();
  // It takes over once it has all files.
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null, null, { timeout: 20_000 });
}

it('says that there is no network while there is none', async () => {
  await page.goto(`${site.origin}/pages/home/index`);
  await heading();
  expect(await bar().count()).toBe(0);
  await context.setOffline(true);
  await bar().waitFor();
  await context.setOffline(false);
  await bar().waitFor({ state: 'detached' });
});

/** What has to work in a tunnel (CORE in scripts/h5/extras.ts). */
const core = allRoutes.filter((route) =>
  /^\/pages\/(home|me)|stations\/pages\/(list|detail|place)|registration\/pages\/mine|legal-aid\/pages\/(overview|route|evidence)/.test(
    route,
  ),
);

it('says that it works without a network once it does', async () => {
  await page.goto(`${site.origin}/pages/me/index`);
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null, null, { timeout: 20_000 });
  await shown().getByText('可离线使用').waitFor();
});

it('opens without a network after one visit what is wanted in a tunnel', async () => {
  await visit();
  await context.setOffline(true);
  expect(core.length).toBeGreaterThan(6);
  for (const route of core) {
    await page.goto(site.origin + route);
    await heading();
    expect({ route, length: (await shown().innerText()).length > 20 }).toEqual({ route, length: true });
    await bar().waitFor();
  }
  expect(problems).toEqual([]);
});

it('opens every other page without a network once it was opened with one', async () => {
  await visit();
  const others = allRoutes.filter((route) => !core.includes(route));
  for (const route of others) {
    await page.goto(site.origin + route);
    await heading();
  }
  await context.setOffline(true);
  for (const route of others) {
    await page.goto(site.origin + route);
    await heading();
    expect({ route, length: (await shown().innerText()).length > 20 }).toEqual({ route, length: true });
  }
  expect(problems).toEqual([]);
});

it('offers to open again a page that could not be fetched', async () => {
  await visit();
  // A browser that is only told to be offline may still fetch what its service worker asks for.
  site.line.cut('everything');
  await page.goto(`${site.origin}/features/cases/pages/list/index`);
  const again = page.getByRole('button', { name: '重新打开' });
  await again.waitFor();
  site.line.mend();
  await again.click();
  await heading();
  expect(await again.isVisible()).toBe(false);
});

it('goes on to pages that were not looked at before, and keeps a favourite', async () => {
  await visit();
  await context.setOffline(true);
  await shown().getByRole('link', { name: '找驿站' }).click();
  await page.waitForURL(/stations/);
  await heading();
  await page.goto(`${site.origin}/features/stations/pages/detail/index?id=${firstId('stations')}`);
  await shown().getByRole('button', { name: '收藏' }).click();
  await page.goto(`${site.origin}/pages/me/index`);
  await shown().getByText('1 条').waitFor();
  expect(problems).toEqual([]);
});

it('asks the service itself, and never its own store, for anything under /api', async () => {
  await visit();
  const kept = await page.evaluate(async () => {
    const caught: string[] = [];
    for (const name of await caches.keys())
      for (const request of await (await caches.open(name)).keys()) caught.push(new URL(request.url).pathname);
    return caught;
  });
  expect(kept).toContain('/shell.html');
  expect(kept.filter((path) => !/^\/(shell\.html|js\/|css\/)/.test(path))).toEqual([]);
  await context.setOffline(true);
  const answered = await page.evaluate(() =>
    fetch('/api/v1/programmes').then(
      () => true,
      () => false,
    ),
  );
  expect(answered).toBe(false);
});
