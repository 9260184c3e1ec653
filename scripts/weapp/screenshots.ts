/**
 * `npm run screenshots:weapp`: every page of the compiled mini-program beside the same page of H5, for people
 * to look at: two sizes, light and dark, in tests/.out/weapp/.
 *
 * `--weapp DIR --h5 DIR` take other builds, `--only cases` the pages whose route contains a word.
 */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Browser } from 'playwright-core';
import { buildApp } from '../../server/src/app';
import { runNode, script } from '../lib/run';
import { root } from '../lib/stale';
import { readBuild, type WeappBuild } from './build';
import { compileWxml } from './compile/wxml';
import { richest } from './judge/drawn';
import { crawl } from './logic/crawl';
import { Device } from './logic/device';
import { MiniProgram } from './logic/mini-program';
import { launchChromium } from '../lib/chromium';
import { ChromiumView } from './view/chromium-view';
import { framed, sideBySide } from './view/frame';
import { routeOf } from './route';
import { portOf } from '../lib/port';

export interface Look {
  width: number;
  height: number;
  theme: 'light' | 'dark';
}

const LOOKS: readonly Look[] = [
  { width: 375, height: 667 },
  { width: 390, height: 844 },
].flatMap((size) => (['light', 'dark'] as const).map((theme) => ({ ...size, theme })));

/** Addresses worth a picture: of each page the one with most on it. */
export async function pagesToShow(build: WeappBuild): Promise<string[]> {
  const { trees } = await crawl(build, compileWxml(build));
  return richest(trees).map(({ url }) => url);
}

/** One page of the mini-program as a PNG, inside WeChat's own bars. */
async function shootWeapp(
  build: WeappBuild,
  browser: Browser,
  url: string,
  { width, height, theme }: Look,
): Promise<Buffer> {
  const device = Object.assign(new Device(), { theme, window: { width, height } });
  const view = new ChromiumView(build, browser, { theme, window: { width, height } });
  const app = new MiniProgram(build, device, view);
  view.app = app;
  try {
    await app.launch({ url });
    await app.settle();
    return await framed(browser, build, {
      route: routeOf(url),
      picture: await view.tab().screenshot(),
      width,
      height,
      theme,
    });
  } finally {
    app.close();
    await view.dispose();
  }
}

async function shootH5(browser: Browser, address: string, { width, height, theme }: Look): Promise<Buffer> {
  const context = await browser.newContext({
    viewport: { width, height },
    deviceScaleFactor: 2,
    isMobile: true,
    hasTouch: true,
    colorScheme: theme,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  });
  const page = await context.newPage();
  await page.goto(address, { waitUntil: 'networkidle' });
  const picture = await page.screenshot();
  await context.close();
  return picture;
}

/** Takes all of them. @returns the files written */
export async function takeScreenshots({
  weapp,
  h5,
  out,
  only = '',
}: {
  weapp: string;
  h5: string;
  out: string;
  only?: string;
}): Promise<string[]> {
  mkdirSync(out, { recursive: true });
  const build = readBuild(weapp);
  const server = await buildApp({ h5 });
  await server.listen({ port: 0, host: '127.0.0.1' });
  const origin = `http://127.0.0.1:${portOf(server.server)}`;
  const browser = await launchChromium();
  const written: string[] = [];
  try {
    for (const url of (await pagesToShow(build)).filter((address) => address.includes(only))) {
      for (const look of LOOKS) {
        const name = routeOf(url)
          .replace(/^(features|pages)\//, '')
          .replace(/(pages\/|\/index)/g, '')
          .replace(/\//g, '-');
        const file = path.join(out, `${name}-${look.width}x${look.height}-${look.theme}.png`);
        const [left, right] = await Promise.all([
          shootWeapp(build, browser, url, look),
          shootH5(browser, origin + url, look),
        ]);
        await sideBySide(browser, file, { left, right, ...look, caption: url });
        written.push(file);
      }
    }
  } finally {
    await browser.close();
    await server.close();
  }
  return written;
}

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: { weapp: { type: 'string' }, h5: { type: 'string' }, only: { type: 'string' } },
  });
  for (const platform of ['weapp', 'h5'] as const) {
    if (values[platform] !== undefined) continue;
    const built = await runNode(script('scripts/build.ts', platform, '--if-stale'), { show: true });
    if (built.code !== 0) return built.code;
  }
  const out = path.join(root, 'tests/.out/weapp');
  const written = await takeScreenshots({
    weapp: path.resolve(values.weapp ?? 'dist/weapp'),
    h5: path.resolve(values.h5 ?? 'dist/h5'),
    out,
    ...(values.only ? { only: values.only } : {}),
  });
  console.log(`${written.length} 张截图在 ${path.relative(root, out)}，左边小程序，右边 H5`);
  return 0;
}

if (require.main === module) {
  void main().then((code) => {
    process.exitCode = code;
  });
}
