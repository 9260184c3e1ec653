/** Every H5 route through axe, in light, dark and 长辈版; and targets measured as drawn. */
import { readFileSync } from 'node:fs';
import type { Browser, BrowserContext } from 'playwright-core';
import { launchChromium } from '../../scripts/lib/chromium';
import { allRoutes, serveH5, type ServedH5 } from './support';

jest.setTimeout(120_000);

const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
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

/** A context in a theme; 长辈版 is what the app itself stores. */
async function contextIn(theme: 'light' | 'dark', elder: boolean): Promise<BrowserContext> {
  const context = await browser.newContext({
    viewport: { width: 375, height: 667 },
    colorScheme: theme,
    locale: 'zh-CN',
    reducedMotion: 'reduce',
  });
  if (elder) {
    await context.addInitScript(() =>
      localStorage.setItem('elder', JSON.stringify({ data: { version: 1, value: true } })),
    );
  }
  return context;
}

interface Small {
  name: string;
  width: number;
  height: number;
}

describe.each([
  ['light', false, 44],
  ['dark', false, 44],
  ['light', true, 60],
  ['dark', true, 60],
] as const)('%s, 长辈版 %s', (theme, elder, target) => {
  let context: BrowserContext;
  beforeAll(async () => {
    context = await contextIn(theme, elder);
  });
  afterAll(() => context.close());

  it.each(allRoutes)('%s has nothing that axe finds, and no target that is too small', async (route) => {
    const page = await context.newPage();
    await page.goto(site.origin + route);
    await page.locator('[role=heading]:visible, input:visible').first().waitFor();
    expect(await page.locator('.elder').count()).toBe(elder ? 1 : 0);
    await page.evaluate(axe);
    const violations = await page.evaluate(async () => {
      const result = await window.axe.run();
      return result.violations.map(
        ({ id, nodes }) =>
          `${id}: ${nodes
            .slice(0, 3)
            .map((node) => node.html.slice(0, 160))
            .join(' | ')}`,
      );
    });
    expect(violations).toEqual([]);

    const small = await page.evaluate((least) => {
      const found: Small[] = [];
      for (const element of Array.from(document.querySelectorAll('a, button, input'))) {
        const { width, height } = element.getBoundingClientRect();
        if (width > 0 && (width < least || height < least))
          found.push({ name: element.textContent ?? '', width, height });
      }
      return found;
    }, target);
    expect(small).toEqual([]);
    await page.close();
  });
});
