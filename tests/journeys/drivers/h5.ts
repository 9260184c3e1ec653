/** Makes journeys happen on the H5 build, in Chromium, served by the real server. */
import { readFile } from 'node:fs/promises';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { phoneTime, type Phone, type Reader } from '../language';
import type { Line } from '../service/line';
import {
  background,
  dontSee,
  highlights,
  looksChosen,
  patiently,
  readText,
  see,
  swipeDown,
  tap,
  tapFirst,
  textSize,
  type,
} from './page';

export interface H5Reader extends Reader {
  page: () => Page;
  /** Errors of scripts and of the console, and failed requests. */
  errors: string[];
  close: () => Promise<void>;
}

/** The browser's normal font size; a reader's setting changes it and rem follows. */
const NORMAL_FONT_PX = 16;

/** Makes the page's clock start at a moment and run on: what waits for a time must come to it. */
const startClockAt = (start: number): void => {
  const shift = start - Date.now();
  const Real = Date;
  window.Date = class extends Real {
    constructor(...given: unknown[]) {
      super(...((given.length === 0 ? [Real.now() + shift] : given) as [number]));
    }
    static override now(): number {
      return Real.now() + shift;
    }
  } as DateConstructor;
};

/**
 * Is a line of the console the browser's own, and no error of the app? A refusal of the API is an answer, and the page
 * says what it means. What the journey itself took the network from fails in the browser's words, whenever those arrive:
 * Chromium writes a request's end down only after it has told the page. It also looks for a newer service worker by
 * itself after a page was opened, which no page can catch.
 */
const isBrowsersOwn = (text: string, url: string, networkWasTaken: boolean): boolean =>
  /\/favicon|\/api\/v1\//.test(url) ||
  (networkWasTaken &&
    /^(Failed to load resource: net::ERR_|An unknown error occurred when fetching the script\.)/.test(text));

/**
 * A reader with a phone's browser.
 * @param origin where the app is served, `http://127.0.0.1:1234`
 * @param line where a journey can break it, the line to that origin
 */
export async function h5Reader(browser: Browser, origin: string, phone: Phone = {}, line?: Line): Promise<H5Reader> {
  const { theme = 'light', fontScale = 1, location } = phone;
  const context: BrowserContext = await browser.newContext({
    hasTouch: true,
    isMobile: true,
    viewport: { width: 375, height: 667 },
    deviceScaleFactor: 2,
    colorScheme: theme,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  });
  await context.grantPermissions(['clipboard-read', 'clipboard-write', ...(location ? ['geolocation'] : [])], {
    origin,
  });
  if (location) await context.setGeolocation({ longitude: location.lng, latitude: location.lat });
  const errors: string[] = [];
  const calls: string[] = [];
  const downloads: Promise<Buffer>[] = [];
  let wasOffline = false;
  let page: Page | undefined;

  const current = (): Page => {
    if (!page) throw new Error('the app is not open: begin with open()');
    return page;
  };
  const open = async (url = '/'): Promise<void> => {
    await page?.close();
    page = await context.newPage();
    await page.addInitScript(startClockAt, phoneTime(phone));
    page.on('download', (download) => downloads.push(download.path().then((file) => readFile(file))));
    page.on('pageerror', ({ message }) => errors.push(message));
    page.on('console', (message) => {
      if (message.type() !== 'error') return;
      if (!isBrowsersOwn(message.text(), message.location().url, wasOffline || line?.broken === true))
        errors.push(`${message.text()} ${message.location().url}`);
    });
    const session = await context.newCDPSession(page);
    await session.send('Page.enable');
    // The dialler is another app: what reaches it is the address asked for.
    session.on(
      'Page.frameRequestedNavigation',
      (asked) => asked.url.startsWith('tel:') && calls.push(asked.url.slice('tel:'.length)),
    );
    await page.goto(origin + url);
    if (fontScale !== 1) await page.addStyleTag({ content: `html { font-size: ${NORMAL_FONT_PX * fontScale}px }` });
    await patiently(async () => {
      if ((await readText(current())).trim() === '') throw new Error('页面是空的');
    });
  };

  return {
    page: current,
    errors,
    close: () => context.close(),
    open,
    relaunch: () => open('/'),
    tap: (words) => tap(current, words),
    see: (...words) => see(current, words),
    dontSee: (...words) => dontSee(current, words),
    type: (label, text) => type(current, label, text),
    back: () => tap(current, '返回'),
    switchTab: (text) => tapFirst(() => current().locator('nav').getByText(text, { exact: true })),
    pullDown: () => swipeDown(current()),
    scrollToEnd: () => current().evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight)),
    at: (path) =>
      patiently(() => {
        const { pathname, search } = new URL(current().url());
        const shown = pathname === '/' ? '/pages/home/index' : pathname + search;
        if (!shown.startsWith(path)) throw new Error(`在 ${shown}，不在 ${path}`);
        return Promise.resolve();
      }),
    chosen: (words) => looksChosen(current, words),
    highlights: () => highlights(current()),
    textSize: (words) => textSize(current, words),
    background: () => background(current()),
    share: async () => {
      await tap(current, '转发');
      return patiently(async () => {
        const copied = await current().evaluate(() => navigator.clipboard.readText());
        if (!copied.startsWith(origin)) throw new Error(`剪贴板里是“${copied}”`);
        return { path: copied.slice(origin.length) };
      });
    },
    keeps: async (text) => {
      const kept = await current().evaluate(async () => {
        const done = <T>(request: IDBRequest<T>): Promise<T> =>
          new Promise((resolve, reject) => {
            request.onsuccess = () => resolve(request.result);
            request.onerror = () => reject(request.error ?? new Error('IndexedDB'));
          });
        const asText = (_: string, value: unknown): unknown =>
          value instanceof ArrayBuffer || ArrayBuffer.isView(value) ? new TextDecoder().decode(value) : value;
        const stores = await Promise.all(
          (await indexedDB.databases()).map(async ({ name = '' }) => {
            const database = await done(indexedDB.open(name));
            const rows = [...database.objectStoreNames].map((store) =>
              done(database.transaction(store).objectStore(store).getAll()),
            );
            const text = JSON.stringify([name, await Promise.all(rows)], asText);
            database.close();
            return text;
          }),
        );
        const caches = await Promise.all(
          (await window.caches.keys()).map(async (name) =>
            (await (await window.caches.open(name)).keys()).map(({ url }) => url),
          ),
        );
        return JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie, stores, caches]);
      });
      return kept.includes(text) || kept.includes(JSON.stringify(text).slice(1, -1));
    },
    calls: () =>
      patiently(() => {
        if (calls.length === 0) throw new Error('没有打开拨号');
        return Promise.resolve([...calls]);
      }),
    pictures: async () =>
      (await Promise.all(downloads))
        .filter((bytes) => bytes.subarray(1, 4).toString() === 'PNG')
        // A PNG begins with its size (ISO/IEC 15948, 11.2.2).
        .map((bytes) => `${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`),
    takeScreenshot: () => Promise.resolve(),
    toasts: () => Promise.reject(new Error('浏览器里的提示在页面上')),
    answerNext: () => {
      throw new Error('浏览器不会这样问');
    },
    network: (to) => {
      wasOffline ||= to === 'none';
      return context.setOffline(to === 'none');
    },
  };
}
