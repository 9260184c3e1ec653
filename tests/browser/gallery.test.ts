/** Every example of every component as it is drawn: contrast, targets, room for large text; and only where it belongs. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser, BrowserContext } from 'playwright-core';
import { buildApp } from '../../server/src/app';
import { launchChromium } from '../../scripts/lib/chromium';
import { buildGallery } from '../../scripts/lib/gallery';
import { root } from '../../scripts/lib/stale';
import { drawnFaults, TAPPED } from '../../scripts/weapp/view/client/drawn';
import type { ServedH5 } from './support';

jest.setTimeout(180_000);

const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
let site: Omit<ServedH5, 'line'>;
let browser: Browser;

beforeAll(async () => {
  const app = await buildApp({ h5: await buildGallery() });
  site = { origin: await app.listen({ host: '127.0.0.1', port: 0 }), close: () => app.close() };
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

async function open(context: BrowserContext) {
  const page = await context.newPage();
  await page.goto(`${site.origin}/pages/gallery/index`);
  await page.getByRole('heading', { name: 'TextField' }).waitFor();
  return page;
}

const inElder = (context: BrowserContext) =>
  context.addInitScript(() => localStorage.setItem('elder', JSON.stringify({ data: { version: 1, value: true } })));

describe.each([
  ['light', false, 44],
  ['dark', false, 44],
  ['light', true, 60],
  ['dark', true, 60],
] as const)('%s, 长辈版 %s', (colorScheme, elder, least) => {
  it('can be read and hit', async () => {
    const context = await browser.newContext({ viewport: { width: 320, height: 568 }, colorScheme, locale: 'zh-CN' });
    if (elder) await inElder(context);
    const page = await open(context);
    await page.evaluate(axe);
    const contrast = await page.evaluate(async () => {
      const { axe: run } = window as unknown as {
        axe: {
          run: (options: object) => Promise<{ violations: { nodes: { html: string; failureSummary: string }[] }[] }>;
        };
      };
      const { violations } = await run.run({ runOnly: ['color-contrast'] });
      return violations.flatMap(({ nodes }) => nodes.map((node) => node.html.slice(0, 120)));
    });
    expect(contrast).toEqual([]);
    const small = await page.evaluate(
      (target) =>
        Array.from(document.querySelectorAll('.taro_page a, .taro_page button, .taro_page input, .taro_page select'))
          .map((element) => ({ element, box: element.getBoundingClientRect() }))
          .filter(({ box }) => box.width > 0 && (box.width < target || box.height < target))
          .map(({ element, box }) => `${element.outerHTML.slice(0, 100)} ${box.width}×${box.height}`),
      least,
    );
    expect(small).toEqual([]);
    await context.close();
  });
});

it.each([false, true])('holds text twice as large, 长辈版 %s', async (elder) => {
  const context = await browser.newContext({ viewport: { width: 320, height: 568 }, locale: 'zh-CN' });
  if (elder) await inElder(context);
  await context.addInitScript(() =>
    document.addEventListener('DOMContentLoaded', () =>
      document.documentElement.style.setProperty('font-size', '200%'),
    ),
  );
  const page = await open(context);
  // The examples' own bars lie over their stages, as they are meant to.
  const { sideways, clipped, overlapping } = await page.evaluate(drawnFaults, TAPPED);
  expect({ sideways, clipped, overlapping }).toEqual({ sideways: [], clipped: [], overlapping: [] });
  await context.close();
});

it('is in no build that anybody ships', () => {
  const textOf = (folder: string): string =>
    readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(js|json)$/.test(entry.name))
      .map((entry) => readFileSync(path.join(entry.parentPath, entry.name), 'utf8'))
      .join('\n');
  expect(textOf('tests/.out/gallery')).toContain('pages/gallery');
  expect(textOf('dist/h5')).not.toContain('pages/gallery');
  if (existsSync(path.join(root, 'dist/weapp'))) expect(textOf('dist/weapp')).not.toContain('pages/gallery');
});
