/** Pictures of every page and every component, in each theme and on each size of phone. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { buildApp } from '../../server/src/app';
import { allRoutes } from '../../tests/browser/support';
import { buildGallery } from './gallery';
import { root } from './stale';

const folder = path.join(root, 'tests/.out/screens');

const themes = [
  { name: 'light', colorScheme: 'light', elder: false },
  { name: 'dark', colorScheme: 'dark', elder: false },
  { name: '长辈版', colorScheme: 'light', elder: true },
] as const;
/** Old and small, common, large. */
const sizes = [
  { width: 320, height: 568 },
  { width: 375, height: 667 },
  { width: 430, height: 932 },
] as const;

/** The gallery, a component a picture: all of it is taller than a browser can draw. */
const galleryRoutes = (): string[] =>
  readdirSync(path.join(root, 'src/ui'))
    .map((name) => path.join(root, 'src/ui', name, 'fixtures.tsx'))
    .filter((file) => existsSync(file))
    .map((file) => /defineFixtures\(\s*'(\w+)'/.exec(readFileSync(file, 'utf8'))?.[1])
    .map((component) => `/pages/gallery/index?only=${component}`);

/** `/features/cases/pages/detail/index?id=a` as a file's name. */
function nameOf(route: string): string {
  const [pathname = '', query = ''] = route.split('?');
  const parts = pathname.split('/').filter((part) => !['', 'features', 'pages', 'index'].includes(part));
  return [...parts, ...(query.startsWith('only=') ? [query.slice(5)] : [])].join('-');
}

/** From the first line to the last: what scrolls is the page's own element, so the window is made as tall as that. */
async function whole(page: Page, height: number): Promise<void> {
  const tall = await page.evaluate(() =>
    Math.max(0, ...Array.from(document.querySelectorAll('.taro_page'), (it) => it.scrollHeight)),
  );
  await page.setViewportSize({ width: page.viewportSize()?.width ?? 0, height: Math.max(height, tall) });
}

/** Takes the pictures of `routes` in the app built in `h5`. */
async function take(
  browser: Browser,
  h5: string,
  routes: readonly string[],
  on: readonly { width: number; height: number }[],
): Promise<number> {
  const app = await buildApp({ h5 });
  const origin = await app.listen({ host: '127.0.0.1', port: 0 });
  let taken = 0;
  for (const { name, colorScheme, elder } of themes) {
    for (const size of on) {
      const context = await browser.newContext({
        viewport: size,
        colorScheme,
        locale: 'zh-CN',
        reducedMotion: 'reduce',
      });
      if (elder) {
        await context.addInitScript(() =>
          localStorage.setItem('elder', JSON.stringify({ data: { version: 1, value: true } })),
        );
      }
      const page = await context.newPage();
      for (const route of routes) {
        await page.setViewportSize(size);
        await page.goto(origin + route);
        await page.locator('[role=heading]:visible, input:visible').first().waitFor();
        await whole(page, size.height);
        const file = path.join(folder, `${name}-${size.width}x${size.height}`, `${nameOf(route)}.png`);
        mkdirSync(path.dirname(file), { recursive: true });
        await page.screenshot({ path: file });
        taken += 1;
      }
      await context.close();
    }
  }
  await app.close();
  return taken;
}

/** `tests/.out/screens/<theme>-<size>/<page>.png`, whole pages; on the common phone the components as well. */
export async function everyScreen(browser: Browser): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  const pages = await take(browser, path.join(root, 'dist/h5'), allRoutes, sizes);
  const gallery = await take(browser, await buildGallery(), galleryRoutes(), [sizes[1]]);
  console.log(`  ${pages + gallery} 张图在 ${path.relative(root, folder)}/`);
}
