/** Pictures for people: a page inside the bars that WeChat draws, and two phones side by side. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import type { WeappBuild } from '../build';
import { BARS } from './chromium-view';

const data = (picture: Buffer): string => `data:image/png;base64,${picture.toString('base64')}`;

/** Draws HTML and takes its picture. */
async function draw(
  browser: Browser,
  html: string,
  size: { width: number; height: number },
  file?: string,
): Promise<Buffer> {
  const page = await browser.newPage({ viewport: size, deviceScaleFactor: 2 });
  await page.setContent(html, { waitUntil: 'load' });
  const picture = await page.screenshot(file ? { path: file } : {});
  await page.close();
  return picture;
}

interface Framed {
  route: string;
  picture: Buffer;
  width: number;
  height: number;
  theme: 'light' | 'dark';
}

/** The page under WeChat's navigation bar and over its tab bar, in the colours of app.json and theme.json. */
export function framed(
  browser: Browser,
  build: WeappBuild,
  { route, picture, width, height, theme }: Framed,
): Promise<Buffer> {
  const { app } = build;
  const names = app.themeLocation
    ? (build.json<Record<string, Record<string, string>>>(app.themeLocation)[theme] ?? {})
    : {};
  const value = (given: unknown): string =>
    typeof given === 'string' && given.startsWith('@') ? (names[given.slice(1)] ?? '') : String(given ?? '');
  const own = build.json<Record<string, string>>(`${route}.json`);
  const bar = `height:${BARS.navigation}px;padding-top:20px;box-sizing:border-box;display:flex;align-items:center;justify-content:center;font:600 17px sans-serif;color:${value(app.window?.['navigationBarTextStyle'])};background:${value(app.window?.['navigationBarBackgroundColor'])}`;
  const isTab = build.tabs.some(({ page }) => page === route);
  const arrow = isTab ? '' : '<span style="position:absolute;left:12px">‹</span>';
  const tabs = !isTab
    ? ''
    : `<div style="height:${BARS.tabs}px;display:flex;background:${value(app.tabBar?.['backgroundColor' as never])};font:10px sans-serif">${(
        app.tabBar?.list ?? []
      )
        .map(({ pagePath, text, iconPath, selectedIconPath }) => {
          const chosen = pagePath === route;
          const icon = value(chosen ? selectedIconPath : iconPath);
          const colour = value(app.tabBar?.[(chosen ? 'selectedColor' : 'color') as never]);
          const image = build.has(icon)
            ? `<img width="27" height="27" src="${data(readFileSync(path.join(build.dir, icon)))}">`
            : '';
          return `<div style="flex:1;display:flex;flex-direction:column;align-items:center;justify-content:center;color:${colour}">${image}${text}</div>`;
        })
        .join('')}</div>`;
  const html = `<body style="margin:0"><div style="${bar}">${arrow}${own['navigationBarTitleText'] ?? value(app.window?.['navigationBarTitleText'])}</div><img style="display:block" width="${width}" src="${data(picture)}">${tabs}</body>`;
  return draw(browser, html, { width, height });
}

interface Pair {
  left: Buffer;
  right: Buffer;
  width: number;
  height: number;
  caption: string;
}

/** Mini-program left, H5 right, what they are under them. */
export async function sideBySide(
  browser: Browser,
  file: string,
  { left, right, width, height, caption }: Pair,
): Promise<void> {
  const html = `<body style="margin:0;background:#888;font:13px sans-serif;color:#fff"><div style="display:flex;gap:16px;padding:16px"><img width="${width}" src="${data(left)}"><img width="${width}" src="${data(right)}"></div><div style="padding:0 16px">左：小程序，右：H5。${caption}</div></body>`;
  await draw(browser, html, { width: 2 * width + 48, height: height + 48 }, file);
}
