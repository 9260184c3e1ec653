/** Leaving in a hurry, in a real browser: what is in its history afterwards, what it shows on the way back. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { launchChromium } from '../../scripts/lib/chromium';
import { serveH5, type ServedH5 } from './support';

jest.setTimeout(60_000);

let site: ServedH5;
let browser: Browser;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  site = await serveH5();
  browser = await launchChromium();
});
afterAll(async () => {
  await browser.close();
  await site.close();
});
beforeEach(async () => {
  context = await browser.newContext({ viewport: { width: 375, height: 667 }, locale: 'zh-CN', hasTouch: true });
  page = await context.newPage();
  // Nothing leaves this machine.
  await page.route('https://www.baidu.com/', (route) =>
    route.fulfill({ contentType: 'text/html; charset=utf-8', body: '别的页面' }),
  );
});
afterEach(() => context.close());

const go = async (words: string): Promise<void> => page.getByText(words).locator('visible=true').first().tap();
const text = (): Promise<string> => page.evaluate(() => document.body.innerText);

/** What a long press on the way back shows. */
async function historyOf(): Promise<{ url: string; title: string }[]> {
  const session = await context.newCDPSession(page);
  const { entries } = await session.send('Page.getNavigationHistory');
  return entries.filter(({ url }) => url.startsWith(site.origin)).map(({ url, title }) => ({ url, title }));
}

it.each([
  ['some pages deep', true],
  ['opened by a link', false],
])('%s, nothing of it is left in the way back or forward', async (_where, deep) => {
  if (deep) {
    await page.goto(`${site.origin}/pages/home/index`);
    await go('维权求助');
    await go('发生了什么？一步步问');
    await page.getByText('碰到几件就选几件').waitFor();
    expect((await historyOf()).some(({ url }) => url.includes('legal-aid'))).toBe(true);
  } else {
    await page.goto(`${site.origin}/features/legal-aid/pages/clock/index`);
    await page.getByText('还没有可算的日子').waitFor();
  }
  await page.locator('[aria-label^="快速离开"]:visible').last().tap();
  await page.waitForURL('https://www.baidu.com/');
  expect(await text()).toBe('别的页面');
  const left = await historyOf();
  expect(left.filter(({ url, title }) => /legal-aid/.test(url) || /维权|一步步问/.test(title))).toEqual([]);
  await page.goBack();
  await page.getByText('找驿站').first().waitFor();
  expect(page.url()).not.toContain('legal-aid');
  expect(await text()).not.toMatch(/碰到几件|还没有可算的日子/);
  expect(await page.goForward()).not.toBeNull();
  expect(await text()).toBe('别的页面');
});
