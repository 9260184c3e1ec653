/**
 * What a browser measures of a page's accessibility: axe's findings, the contrast of texts and the size of targets. The
 * browser's tests hold every page to it, and `publish:check` writes it down by route.
 */
import { readFileSync } from 'node:fs';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { PublishFault } from './rules';

/** The ways a page is looked at; `target` is the least side of what is tapped, in CSS pixels. */
export const looks = [
  { name: '浅色', theme: 'light', elder: false, target: 44 },
  { name: '深色', theme: 'dark', elder: false, target: 44 },
  { name: '长辈版', theme: 'light', elder: true, target: 60 },
  { name: '长辈版深色', theme: 'dark', elder: true, target: 60 },
] as const;
export type AccessibilityLook = (typeof looks)[number];

export interface SmallTarget {
  name: string;
  width: number;
  height: number;
}

export interface PageAccessibility {
  title: string;
  /** axe's violations, each with where it stands. */
  violations: string[];
  /** The lowest contrast of a text that axe could measure; null on a page where it measured none. */
  contrast: number | null;
  /** The shortest side of anything that is tapped, in CSS pixels; null where nothing is. */
  shortestSide: number | null;
  /** Targets with a side below the look's. */
  small: SmallTarget[];
}

/** axe-core as a script for a page, which has `window.axe` then. */
export const axeScript = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** A phone with a look; 长辈版 is what the app itself stores. */
export async function openLook(browser: Browser, { theme, elder }: AccessibilityLook): Promise<BrowserContext> {
  const context = await browser.newContext({
    viewport: { width: 375, height: 667 },
    colorScheme: theme,
    locale: 'zh-CN',
    reducedMotion: 'reduce',
  });
  // tsx names functions by this helper, and functions are handed to the page.
  await context.addInitScript('globalThis.__name = (value) => value');
  if (elder) {
    await context.addInitScript(() =>
      localStorage.setItem('elder', JSON.stringify({ data: { version: 1, value: true } })),
    );
  }
  return context;
}

/**
 * Measures the page that is open.
 *
 * @param least the least side of a target, in CSS pixels
 */
export async function measureAccessibility(page: Page, least: number): Promise<PageAccessibility> {
  await page.locator('[role=heading]:visible, input:visible').first().waitFor();
  await page.evaluate(axeScript);
  const { violations, contrast } = await page.evaluate(async () => {
    const result = await window.axe.run();
    const ratios = [...result.passes, ...result.violations]
      .filter(({ id }) => id === 'color-contrast')
      .flatMap(({ nodes }) => nodes)
      .flatMap(({ any }) => any.map(({ data }) => Number(data?.contrastRatio)))
      .filter((one) => one > 0);
    return {
      violations: result.violations.map(
        ({ id, nodes }) =>
          `${id}: ${nodes
            .slice(0, 3)
            .map((node) => node.html.slice(0, 160))
            .join(' | ')}`,
      ),
      contrast: ratios.length > 0 ? Math.min(...ratios) : null,
    };
  });
  const targets = await page.evaluate(() =>
    Array.from(document.querySelectorAll('a, button, input')).flatMap((element) => {
      const { width, height } = element.getBoundingClientRect();
      return width > 0 ? [{ name: element.textContent ?? '', width, height }] : [];
    }),
  );
  const sides = targets.map(({ width, height }) => Math.min(width, height));
  return {
    title: await page.title(),
    violations,
    contrast,
    shortestSide: sides.length > 0 ? Math.min(...sides) : null,
    small: targets.filter(({ width, height }) => width < least || height < least),
  };
}

/** Opens every route in every look. @param progress is told how many pages of how many were measured */
export async function measureRoutes(
  browser: Browser,
  { origin, routes }: { origin: string; routes: readonly string[] },
  progress: (done: number, of: number) => void,
): Promise<{ route: string; look: AccessibilityLook; found: PageAccessibility }[]> {
  const rows: { route: string; look: AccessibilityLook; found: PageAccessibility }[] = [];
  for (const look of looks) {
    const context = await openLook(browser, look);
    for (const route of routes) {
      const page = await context.newPage();
      await page.goto(origin + route);
      rows.push({ route, look, found: await measureAccessibility(page, look.target) });
      await page.close();
      progress(rows.length, routes.length * looks.length);
    }
    await context.close();
  }
  return rows;
}

export type MeasuredRow = Awaited<ReturnType<typeof measureRoutes>>[number];

/** What a reviewer would find, a page and look each. */
export const accessibilityFaults = (rows: readonly MeasuredRow[]): PublishFault[] =>
  rows.flatMap(({ route, look, found: { title, violations, small } }) =>
    [
      ...violations,
      ...small.map(({ name, width, height }) => `“${name.slice(0, 20)}”只有 ${width.toFixed(0)}×${height.toFixed(0)}`),
    ].map((what): PublishFault => ({
      rule: 'accessibility',
      found: `${title}（${route.split('?')[0] ?? route}，${look.name}）${what}`,
    })),
  );
