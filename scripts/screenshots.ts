/**
 * `npm run screenshots`: the README's pictures, from the running app. With `-- --all` every page and every
 * component instead, in each theme and on each size of phone, into tests/.out/screens.
 */
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { buildApp } from '../server/src/app';
import { readDataset } from './content/files';
import { launchChromium } from './lib/chromium';
import { everyScreen } from './lib/every-screen';
import { runNode, script } from './lib/run';
import { root } from './lib/stale';

const folder = path.join(root, 'docs/screenshots');

const pictures = [
  { name: 'home', route: '/pages/home/index', scheme: 'light' },
  { name: 'case', route: '/features/cases/pages/detail/index?id=', scheme: 'light' },
  { name: 'stations', route: '/features/stations/pages/list/index', scheme: 'light' },
  { name: 'search-dark', route: '/features/search/pages/search/index?q=yizhan', scheme: 'dark' },
] as const;

/** The first case with text. */
function caseId(): string {
  const cases = readDataset().files.cases as { id: string; lead: string | null }[];
  return cases.find((item) => item.lead !== null)?.id ?? '';
}

async function main(): Promise<void> {
  const { code } = await runNode(script('scripts/build.ts', 'h5', '--if-stale'), { show: true });
  if (code !== 0) process.exit(code);
  const browser = await launchChromium();
  await (process.argv.includes('--all') ? everyScreen(browser) : readmePictures(browser));
  await browser.close();
}

async function readmePictures(browser: Browser): Promise<void> {
  const app = await buildApp({ h5: path.join(root, 'dist/h5') });
  const origin = await app.listen({ host: '127.0.0.1', port: 0 });
  for (const { name, route, scheme } of pictures) {
    const page = await browser.newPage({
      viewport: { width: 390, height: 844 },
      deviceScaleFactor: 1,
      colorScheme: scheme,
    });
    await page.goto(origin + route + (route.endsWith('id=') ? caseId() : ''));
    await page.locator('[role=heading]:visible, a:visible').first().waitFor();
    await page.screenshot({ path: path.join(folder, `${name}.png`) });
    console.log(`  docs/screenshots/${name}.png`);
  }
  await app.close();
}

void main();
