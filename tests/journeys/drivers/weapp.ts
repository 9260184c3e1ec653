/** Makes journeys happen on the compiled mini-program: its logic layer in Node, its pages in Chromium. */
import type { Browser, Page as Tab } from 'playwright-core';
import { defined } from '@yugong/domain/narrow';
import type { WeappBuild } from '../../../scripts/weapp/build';
import type { Finding } from '../../../scripts/weapp/finding';
import { DEFAULT_SERVICE, Device } from '../../../scripts/weapp/logic/device';
import { MiniProgram, type Launch } from '../../../scripts/weapp/logic/mini-program';
import { ChromiumView } from '../../../scripts/weapp/view/chromium-view';
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
  textSize,
  type,
} from './page';

export interface WeappReader extends Reader {
  device: Device;
  /** Every page that the app itself went to, over all launches: `features/cases/pages/list/index`. */
  visited: () => ReadonlySet<string>;
  /** The app as it runs now; a relaunch makes another. */
  app: () => MiniProgram;
  view: () => ChromiumView;
  tab: () => Tab;
  launch: (launch: Launch) => Promise<void>;
  /** What went wrong on the way, over all launches. */
  findings: () => Finding[];
  /** Until the app has nothing left to do, requests and short timers included. */
  atRest: () => Promise<void>;
  close: () => Promise<void>;
}

/** A reader with WeChat on the phone described. @param line where a service answers, if one does */
export function weappReader(build: WeappBuild, browser: Browser, phone: Phone = {}, line?: Line): WeappReader {
  const {
    theme = 'light',
    fontScale = 1,
    location,
    refusesPrivacy = false,
    allowsAlbum = true,
    gestureBar = 0,
  } = phone;
  const device = Object.assign(new Device(), { theme, fontScale, refusesPrivacy, allowsAlbum, now: phoneTime(phone) });
  if (location !== undefined) device.location = location && { longitude: location.lng, latitude: location.lat };
  if (line) device.domains.set(DEFAULT_SERVICE, line.origin);
  const earlier: Finding[] = [];
  const visited = new Set<string>();
  let running: { app: MiniProgram; view: ChromiumView; stop: () => void } | undefined;

  const current = (): { app: MiniProgram; view: ChromiumView } => {
    if (!running) throw new Error('the app is not open: begin with open()');
    return running;
  };
  const tab = (): Tab => current().view.tab();

  /**
   * Until the view has handed over its events and the logic layer has done with them what it can do by itself. What
   * a service or a timer brings, the journey waits for on the page.
   */
  const settle = async (): Promise<void> => {
    for (let round = 0; round < 3; round++) {
      await current().app.pending.caughtUp();
      await patiently(async () => {
        if (!(await tab().evaluate(() => window.__view.isQuiet()))) throw new Error('视图层还有事件没有送到');
      });
    }
  };
  const noteVisits = (): void => {
    for (const { api, url, refused } of current().app.navigator.log)
      if (api !== 'launch' && refused === undefined) visited.add(defined(url.replace(/^\//, '').split('?')[0]));
  };
  const quit = async (): Promise<void> => {
    if (!running) return;
    earlier.push(...running.app.findings);
    noteVisits();
    running.app.close();
    running.stop();
    await running.view.dispose();
    running = undefined;
  };
  const launch = async (options: Launch): Promise<void> => {
    await quit();
    const view = new ChromiumView(build, browser, { theme: device.theme, window: device.window, gestureBar });
    const app = new MiniProgram(build, device, view);
    view.app = app;
    running = { app, view, stop: app.watchRejections() };
    await app.launch(options);
    await settle();
  };

  return {
    device,
    visited: () => {
      noteVisits();
      return visited;
    },
    app: () => current().app,
    view: () => current().view,
    tab,
    launch,
    findings: () =>
      // A journey that breaks the line breaks requests, and says so by looking at what the app makes of it.
      [...earlier, ...(running?.app.findings ?? [])].filter(({ rule }) => !line?.broken || rule !== 'request-error'),
    atRest: () => current().app.settle(),
    close: quit,
    open: (url) => launch(url === undefined ? {} : { url }),
    relaunch: () => launch({}),
    tap: async (words) => {
      await tap(tab, words);
      await settle();
    },
    see: (...words) => see(tab, words),
    dontSee: (...words) => dontSee(tab, words),
    type: async (label, text) => {
      await type(tab, label, text);
      await settle();
    },
    back: async () => {
      // The arrow in WeChat's own bar; on the first page it is a house that leads home.
      const { app } = current();
      if (app.navigator.stack.length > 1) await app.navigator.navigateBack();
      else await app.navigator.reLaunch(`/${build.routes[0]}`);
      await settle();
    },
    switchTab: async (text) => {
      const target = build.tabs.find((other) => other.text === text);
      if (!target) throw new Error(`没有名叫“${text}”的 tab`);
      await current().app.navigator.switchTab(`/${target.page}`);
      current().app.navigator.top?.call('onTabItemTap', {
        index: build.tabs.indexOf(target),
        pagePath: target.page,
        text,
      });
      await settle();
    },
    pullDown: async () => {
      await swipeDown(tab());
      await settle();
      await patiently(() => {
        if (current().app.pullingDown) throw new Error('下拉后没有调用 stopPullDownRefresh');
        return Promise.resolve();
      });
    },
    scrollToEnd: async () => {
      await tab().evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight));
      await settle();
    },
    at: (path) =>
      patiently(() => {
        const { url } = current().app.navigator.top ?? { url: '' };
        if (!url.startsWith(path))
          throw new Error(
            `在 ${url}，不在 ${path}：${current()
              .app.findings.map(({ message }) => message)
              .join('；')}`,
          );
        return Promise.resolve();
      }),
    chosen: (words) => looksChosen(tab, words),
    highlights: () => highlights(tab()),
    textSize: (words) => textSize(tab, words),
    background: () => background(tab()),
    share: async () => {
      const { app } = current();
      await tap(tab, '转发');
      await settle();
      const shared = app.shared.at(-1);
      if (!shared?.path)
        throw new Error(`转发没有带上路径：${JSON.stringify(shared)}。页面：${(await readText(tab())).slice(0, 80)}`);
      return { title: shared.title, path: shared.path };
    },
    // A document is packed: where there is one, anything may be in it.
    keeps: (text) => Promise.resolve(device.storage.text().includes(text) || device.files.size > 0),
    calls: () => Promise.resolve([...device.calls]),
    pictures: () => Promise.resolve(device.album.map(({ width, height }) => `${width}x${height}`)),
    takeScreenshot: async () => {
      current().app.emit('UserCaptureScreen', {});
      await settle();
    },
    toasts: () => Promise.resolve([...device.toasts]),
    answerNext: (answer) => void device.answers.push(answer === 'yes'),
    network: async (to) => {
      device.network = to;
      current().app.emit('NetworkStatusChange', { isConnected: to !== 'none', networkType: to });
      await settle();
    },
  };
}
