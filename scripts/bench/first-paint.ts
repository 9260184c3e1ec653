/**
 * How soon a browser draws the app on a cheap phone, beside an empty Taro app of the same settings that is built in the
 * same run: `npx tsx scripts/bench/first-paint.ts [--pairs 7]`; writes the key `firstPaint` of bench/results.json.
 *
 * Measured with a 4 × slower processor, 1.6 Mbit/s and 150 ms, the two apps in turn; the medians are told.
 */
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Browser } from 'playwright-core';
import { buildApp } from '../../server/src/app';
import { launchChromium } from '../lib/chromium';
import { runNode, script } from '../lib/run';
import { root } from '../lib/stale';
import { keepResults } from './results';

/** What one opening cost: times in ms from the start of the navigation, bytes as they came over the wire. */
interface Opening {
  firstPaint: number;
  content: number;
  blocked: number;
  shift: number;
  bytes: number;
}

const SLOWER = 4;
const LINE = { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 0.75e6 / 8 };
/** Above this a task keeps a finger waiting (Lighthouse's total blocking time). */
const LONG_TASK_MS = 50;
const PAGES = ['/pages/home/index', '/features/stations/pages/list/index', '/features/cases/pages/list/index'];

const middle = (values: number[]): number => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
const round = (n: number): number => Math.round(n * 100) / 100;

/** Builds the empty app, in this app's own page and by its configuration, into a folder of `dist`. */
async function buildEmpty(folder: string): Promise<void> {
  const source = mkdtempSync(path.join(root, 'dist/empty-source-'));
  cpSync(path.join(__dirname, 'empty-app'), source, { recursive: true });
  cpSync(path.join(root, 'src/index.html'), path.join(source, 'index.html'));
  const taro = ['node_modules/@tarojs/cli/bin/taro', 'build', '--type', 'h5'];
  const env = { NODE_ENV: 'production', YUGONG_SOURCE: path.relative(root, source), YUGONG_OUTPUT: folder };
  const { code, output } = await runNode(taro, { env });
  rmSync(source, { recursive: true });
  if (code !== 0) throw new Error(output);
}

/** Opens an address in a browser that has never seen it. */
async function open(browser: Browser, url: string): Promise<Opening> {
  const context = await browser.newContext({ viewport: { width: 375, height: 667 }, locale: 'zh-CN' });
  const page = await context.newPage();
  const client = await context.newCDPSession(page);
  let bytes = 0;
  client.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
  await client.send('Network.enable');
  await client.send('Network.emulateNetworkConditions', LINE);
  await client.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  await page.addInitScript(() => {
    Object.assign(window, { measured: { blocked: 0, shift: 0 } });
  });
  await page.addInitScript((long) => {
    const { measured } = window as unknown as { measured: { blocked: number; shift: number } };
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) measured.blocked += Math.max(0, duration - long);
    }).observe({ type: 'longtask', buffered: true });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) measured.shift += (entry as PerformanceEntry & { value: number }).value;
    }).observe({ type: 'layout-shift', buffered: true });
  }, LONG_TASK_MS);
  await page.goto(url, { waitUntil: 'commit' });
  await page.locator('.taro_page [role=heading]:visible').first().waitFor();
  const content = await page.evaluate(() => performance.now());
  const contentBytes = bytes;
  await page.waitForLoadState('networkidle');
  const measured = await page.evaluate(() => ({
    ...(window as unknown as { measured: { blocked: number; shift: number } }).measured,
    firstPaint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN,
  }));
  await context.close();
  return { ...measured, content, bytes: contentBytes };
}

const median = (openings: Opening[]): Opening => ({
  firstPaint: middle(openings.map((each) => each.firstPaint)),
  content: middle(openings.map((each) => each.content)),
  blocked: middle(openings.map((each) => each.blocked)),
  shift: middle(openings.map((each) => each.shift)),
  bytes: middle(openings.map((each) => each.bytes)),
});

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { pairs: { type: 'string', default: '7' } } });
  mkdirSync(path.join(root, 'dist'), { recursive: true });
  const folder = mkdtempSync(path.join(root, 'dist/empty-'));
  const built = await runNode(script('scripts/build.ts', 'h5', '--if-stale'), { show: true });
  if (built.code !== 0) throw new Error('dist/h5 could not be built');
  await buildEmpty(path.relative(root, folder));
  const [ours, empty] = await Promise.all([buildApp({ h5: path.join(root, 'dist/h5') }), buildApp({ h5: folder })]);
  const [at, emptyAt] = [await ours.listen({ port: 0 }), await empty.listen({ port: 0 })];
  const browser = await launchChromium();
  try {
    const openings = new Map<string, Opening[]>();
    for (let pair = 0; pair < Number(values.pairs); pair += 1)
      for (const [name, url] of [['empty', emptyAt], ...PAGES.map((page) => [page, at + page])] as const)
        openings.set(`${name}`, [...(openings.get(`${name}`) ?? []), await open(browser, `${url}`)]);
    const floor = median(openings.get('empty') ?? []);
    const told = Object.fromEntries(
      [...openings].map(([name, each]) => {
        const { firstPaint, content, blocked, shift, bytes } = median(each);
        return [
          name,
          {
            firstPaintMs: round(firstPaint),
            firstPaintRatio: round(firstPaint / floor.firstPaint),
            contentMs: round(content),
            contentRatio: round(content / floor.content),
            blockedMs: round(blocked),
            blockedRatio: round(blocked / floor.blocked),
            shift: round(shift),
            bytes,
          },
        ];
      }),
    );
    keepResults({ firstPaint: { pairs: Number(values.pairs), pages: told } });
  } finally {
    await browser.close();
    await Promise.all([ours.close(), empty.close()]);
    rmSync(folder, { recursive: true });
  }
}

void main();
