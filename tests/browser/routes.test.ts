/** The built H5 app in a real browser: every route opens, survives a refresh and goes back. */
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from '../../scripts/lib/chromium';
import { subPackages } from '../../src/features/packages';
import { allRoutes, firstId, serveH5, type ServedH5 } from './support';

jest.setTimeout(60_000);

let site: ServedH5;
let browser: Browser;
let page: Page;
let origin: string;
let problems: string[];

beforeAll(async () => {
  site = await serveH5();
  ({ origin } = site);
  browser = await launchChromium();
});
afterAll(async () => {
  await browser.close();
  await site.close();
});
beforeEach(async () => {
  page = await browser.newPage({ viewport: { width: 375, height: 667 }, locale: 'zh-CN' });
  problems = [];
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text());
  });
});
afterEach(async () => {
  await page.close();
});

/** The page on top: Taro keeps the ones below in the document, hidden. */
const shown = () => page.locator('.taro_page:visible').last();

it('knows every page of the app, but for those that need a sign-up', () => {
  const listed = new Set(allRoutes.map((route) => route.split('?')[0]));
  const pages = subPackages.flatMap(({ root, pages: names }) => names.map((name) => `/${root}/${name}`));
  expect(pages.filter((one) => !listed.has(one))).toEqual([
    '/features/registration/pages/ticket/index',
    '/features/registration/pages/move/index',
  ]);
});

describe.each(allRoutes)('%s', (route) => {
  it('opens, and after a refresh shows the same', async () => {
    await page.goto(origin + route);
    // What the service says has come as well.
    const settled = async () => {
      await page.locator('[role=heading]:visible, input:visible').first().waitFor();
      await page.waitForLoadState('networkidle');
    };
    await settled();
    // 可离线使用 is said once the app is kept on the phone, at the earliest some moments after the first visit.
    const text = async () => (await shown().innerText()).replace(/可离线使用：.*\n/, '');
    const before = await text();
    await page.reload();
    await settled();
    expect(before.length).toBeGreaterThan(20);
    expect(await text()).toBe(before);
    expect(problems).toEqual([]);
  });

  it('does not scroll sideways on the narrowest phone', async () => {
    await page.setViewportSize({ width: 320, height: 568 });
    await page.goto(origin + route);
    await page.locator('[role=heading]:visible, input:visible').first().waitFor();
    // Taro's page hides what is too wide, so the document never scrolls: the page itself has to be asked.
    const overflow = await shown().evaluate((element) => element.scrollWidth - element.clientWidth);
    expect(overflow).toBeLessThanOrEqual(0);
  });
});

it('goes forth and back through a list without losing the filter', async () => {
  await page.goto(`${origin}/features/cases/pages/list/index`);
  await page.getByRole('button', { name: /第9期/ }).click();
  await page.getByRole('link', { name: /传播体系/ }).click();
  await page.getByRole('heading', { level: 1, name: /传播体系/ }).waitFor();
  await page.goBack();
  const chip = shown().getByRole('button', { name: /第9期/ });
  await chip.waitFor();
  expect(await chip.getAttribute('aria-pressed')).toBe('true');
  expect(problems).toEqual([]);
});

it('goes home from an article that was opened by its link', async () => {
  await page.goto(`${origin}/features/cases/pages/detail/index?id=${firstId('cases')}`);
  await page.getByRole('button', { name: '返回' }).click();
  await page.waitForURL(/pages\/home/);
  await shown().getByText('工会在做什么').waitFor();
});

it.each(['?id=case-nobody-knows', '?id=%E4%B', ''])('shows a way on for an unknown article: %s', async (query) => {
  await page.goto(`${origin}/features/cases/pages/detail/index${query}`);
  await page.getByText('没有找到这个案例').waitFor();
  await page.getByRole('link', { name: '查看全部案例' }).click();
  await page.getByRole('button', { name: /第8期/ }).waitFor();
});

it('finds by initials while typing and opens the hit', async () => {
  await page.goto(`${origin}/pages/home/index`);
  await page.getByRole('link', { name: /搜案例/ }).click();
  await page.getByRole('searchbox').fill('spb');
  const hit = shown()
    .getByRole('link', { name: /沙坪坝工会新春走访/ })
    .first();
  await hit.click();
  await page.getByRole('heading', { level: 1, name: /沙坪坝/ }).waitFor();
  await page.goBack();
  await page.getByRole('searchbox').fill('');
  await shown().getByRole('button', { name: 'spb' }).waitFor();
  expect(problems).toEqual([]);
});

it('survives a back that is quicker than a page', async () => {
  await page.goto(`${origin}/features/search/pages/search/index`);
  await page.getByRole('searchbox').fill('spb');
  await shown()
    .getByRole('link', { name: /沙坪坝/ })
    .first()
    .click();
  await page.waitForURL(/stations/);
  await page.goBack();
  await page.getByRole('searchbox').fill('');
  await shown().getByRole('button', { name: 'spb' }).waitFor();
});

it('leads on from an address that no page has', async () => {
  const answer = await page.goto(`${origin}/features/cases/pages/gone/index`);
  expect(answer?.status()).toBe(404);
  await page.getByRole('link', { name: '找驿站' }).click();
  await page.waitForURL(/stations/);
  await page.getByRole('heading', { level: 1 }).waitFor();
});

it('keeps the tabs under the column on a desktop, before any script has come as well', async () => {
  const wide = await browser.newPage({ viewport: { width: 1366, height: 768 }, locale: 'zh-CN' });
  const edges = (selector: string) =>
    wide
      .locator(selector)
      .evaluateAll((all) => all.map((one) => one.getBoundingClientRect()).map(({ x, right }) => [x, right]));
  const column = [expect.arrayContaining([363]), expect.anything(), expect.anything(), expect.arrayContaining([1003])];
  await wide.goto(`${origin}/pages/home/index`);
  await wide.locator('nav a:not(#frame *)').last().waitFor();
  expect(await edges('nav a:not(#frame *)')).toEqual(column);
  await wide.route('**/*.js', (request) => request.abort());
  await wide.goto(`${origin}/pages/home/index`);
  expect(await edges('#frame nav a')).toEqual(column);
  await wide.close();
});

it('draws the bars and says that it is opening before any script has come', async () => {
  await page.route('**/*.js', () => undefined);
  await page.goto(`${origin}/pages/home/index`, { waitUntil: 'commit' });
  await page.getByRole('link', { name: '找驿站' }).waitFor();
  expect(await page.getByRole('status').innerText()).toBe('正在打开…');
  expect(await page.getByRole('navigation', { name: '主导航' }).getByRole('link').allInnerTexts()).toEqual([
    '首页',
    '服务',
    '日历',
    '我的',
  ]);
});

it('fetches nothing beyond the first page with data saver on', async () => {
  await page.addInitScript(() => Object.defineProperty(navigator, 'connection', { value: { saveData: true } }));
  await page.goto(`${origin}/pages/home/index`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.waitForTimeout(2000);
  expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
  expect(
    await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name)),
  ).not.toContainEqual(expect.stringMatching(/feature-|subject-/));
});

it('needs no more over the wire for home than a weak line can carry', async () => {
  let bytes = 0;
  const client = await page.context().newCDPSession(page);
  await client.send('Network.enable');
  client.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
  await page.goto(`${origin}/pages/home/index`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  expect(bytes).toBeGreaterThan(50_000);
  expect(bytes / 1024).toBeLessThan(140);
});

it('offers the categories when nothing is found', async () => {
  await page.goto(`${origin}/features/search/pages/search/index`);
  await page.getByRole('searchbox').fill('量子纠缠');
  await page.getByText('没有找到“量子纠缠”').waitFor();
  await page.getByRole('link', { name: '找驿站', exact: true }).click();
  await page.waitForURL(/stations/);
});

it('keeps a favourite over a reload', async () => {
  await page.goto(`${origin}/features/cases/pages/detail/index?id=${firstId('cases')}`);
  await page.getByRole('button', { name: '收藏' }).click();
  await page.reload();
  await page.getByRole('button', { name: '已收藏' }).waitFor();
  await page.goto(`${origin}/pages/me/index`);
  await shown().getByText('1 条').waitFor();
});
