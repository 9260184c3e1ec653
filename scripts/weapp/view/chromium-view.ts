/** The view layer: each page of the mini-program is a page of Chromium, drawn by WeChat's own framework. */
import type { Browser, BrowserContext, Page as Tab } from 'playwright-core';
import path from 'node:path';
import { readFileSync } from 'node:fs';
import type { WeappBuild } from '../build';
import { compileTemplates } from '../compile/templates';
import { compileWxss, type Styles } from '../compile/wxss';
import { DEFAULT_SERVICE } from '../logic/device';
import type { MiniProgram } from '../logic/mini-program';
import type { PageInstance, PageView } from '../logic/page';
import { phoneNumberOf } from '../logic/wx-phone';
import { clientScript } from './bundle';
import type { ToLogic } from './client/bridge';
import { messageOf } from '../../lib/errors';

const ORIGIN = 'http://weapp.local';
/** What WeChat draws around a page: the navigation bar over it, the tab bar under it. */
export const BARS = { navigation: 64, tabs: 50 };

export interface ViewOptions {
  theme: 'light' | 'dark';
  window: { width: number; height: number };
  /** The phone's gesture bar, as `env(safe-area-inset-bottom)`. */
  gestureBar?: number;
}

/** What a build's pages are drawn with. Compiled once a build, since a check opens its app many times. */
const compiled = new WeakMap<WeappBuild, { styles: Styles; templates: string }>();

function compile(build: WeappBuild): { styles: Styles; templates: string } {
  const known = compiled.get(build);
  if (known) return known;
  const made = { styles: compileWxss(build), templates: compileTemplates(build).code };
  compiled.set(build, made);
  return made;
}

export class ChromiumView implements PageView {
  private readonly tabs = new Map<number, Tab>();
  private readonly styles: Styles;
  private readonly templates: string;
  private context: BrowserContext | undefined;
  /** Set once the logic layer exists. */
  app!: MiniProgram;

  constructor(
    private readonly build: WeappBuild,
    private readonly browser: Browser,
    private readonly options: ViewOptions,
  ) {
    const { styles, templates } = compile(build);
    this.styles = styles;
    this.templates = templates;
  }

  /** The page of Chromium that draws a page. @throws where it was closed or never opened */
  tab(page = this.app.navigator.top): Tab {
    const tab = page && this.tabs.get(page.id);
    if (!tab) throw new Error(`no view of ${page?.route ?? 'any page'}`);
    return tab;
  }

  async open(page: PageInstance): Promise<void> {
    const context = await this.start();
    const tab = await context.newPage();
    this.tabs.set(page.id, tab);
    const isTab = this.app.navigator.isTab(page.route);
    const { width, height } = this.options.window;
    await tab.setViewportSize({ width, height: height - BARS.navigation - (isTab ? BARS.tabs : 0) });
    if (this.options.gestureBar && !isTab) {
      const session = await context.newCDPSession(tab);
      await session.send(
        'Emulation.setSafeAreaInsetsOverride' as never,
        { insets: { bottom: this.options.gestureBar } } as never,
      );
    }
    tab.on('pageerror', ({ message }) => this.app.report('see-fails', page.route, message));
    await tab.exposeFunction('__toLogic', (json: string) => this.receive(page, JSON.parse(json) as ToLogic));
    await tab.goto(`${ORIGIN}/${page.route}.html?page=${page.id}`);
  }

  async update(page: PageInstance, json: string): Promise<void> {
    try {
      await this.tabs.get(page.id)?.evaluate((patch) => window.__view.update(patch), json);
    } catch (error) {
      // A page closed while its last patch was on the way is no fault.
      if (this.tabs.has(page.id)) this.app.report('see-fails', page.route, messageOf(error).split('\n')[0] ?? '');
    }
  }

  async show(page: PageInstance): Promise<void> {
    await this.tabs.get(page.id)?.bringToFront();
  }

  async close(page: PageInstance): Promise<void> {
    const tab = this.tabs.get(page.id);
    this.tabs.delete(page.id);
    await tab?.close();
  }

  async scrollTo(page: PageInstance, top: number): Promise<void> {
    await this.tabs.get(page.id)?.evaluate((y) => window.scrollTo(0, y), top);
  }

  /** Closes every page and forgets the phone's screen. */
  async dispose(): Promise<void> {
    await this.context?.close();
    this.context = undefined;
    this.tabs.clear();
  }

  private async start(): Promise<BrowserContext> {
    if (this.context) return this.context;
    this.context = await this.browser.newContext({
      hasTouch: true,
      isMobile: true,
      deviceScaleFactor: 2,
      colorScheme: this.options.theme,
      viewport: this.options.window,
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
    });
    await this.context.route(`${ORIGIN}/**`, (route) => {
      const { pathname, searchParams } = new URL(route.request().url());
      const file = decodeURIComponent(pathname.slice(1));
      if (searchParams.has('page'))
        return route.fulfill({
          contentType: 'text/html; charset=utf-8',
          body: this.html(Number(searchParams.get('page'))),
        });
      return this.build.has(file)
        ? route.fulfill({ body: readFileSync(path.join(this.build.dir, file)) })
        : route.fulfill({ status: 404, body: '' });
    });
    // WeChat loads pictures itself, from wherever the service answers in this run.
    await this.context.route(`${DEFAULT_SERVICE}/**`, async (route) => {
      const origin = this.app.device.domains.get(DEFAULT_SERVICE);
      const asked = new URL(route.request().url()).pathname;
      const answer = origin ? await fetch(new URL(asked, origin)).catch(() => null) : null;
      if (!answer) return route.abort();
      const contentType = answer.headers.get('content-type') ?? '';
      await route.fulfill({ status: answer.status, contentType, body: Buffer.from(await answer.arrayBuffer()) });
    });
    return this.context;
  }

  private html(id: number): string {
    const page = this.app.navigator.stack.find((other) => other.id === id);
    if (!page) return '';
    const { width } = this.options.window;
    const config = this.build.has(`${page.route}.json`)
      ? this.build.json<{ enablePullDownRefresh?: boolean; usingComponents?: Record<string, string> }>(
          `${page.route}.json`,
        )
      : {};
    const components = Object.fromEntries(
      Object.entries(config.usingComponents ?? {}).map(([name, given]) => [
        name,
        path.posix.join(path.posix.dirname(page.route), given),
      ]),
    );
    const start = {
      route: page.route,
      data: JSON.parse(JSON.stringify(page.data)) as object,
      pullDownEnabled: config.enablePullDownRefresh === true,
      components,
    };
    const own = this.build.has(`${page.route}.wxss`) ? this.styles.css(`${page.route}.wxss`, width) : '';
    const script = (code: string): string => `<script>${code.replace(/<\/script/g, '<\\/script')}</script>`;
    return `<!doctype html><html><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<style>${BASE_CSS}</style><style>${this.styles.css('app.wxss', width)}</style><style>${own}</style></head><body>
${script(`window.__templates = ${this.templates}; window.__start = ${JSON.stringify(start)};`)}
${script(clientScript())}</body></html>`;
  }

  /** @returns WeChat's own answer, where the message asks for one */
  private receive(page: PageInstance, message: ToLogic): unknown {
    switch (message.kind) {
      case 'event':
        this.app.dispatch(message.handler, message.event, page);
        break;
      case 'share':
        this.app.shared.push(this.app.share('onShareAppMessage', 'button') ?? {});
        break;
      case 'phone-number':
        return phoneNumberOf(this.app.device);
      case 'pull-down':
        this.app.pullDown();
        break;
      case 'scroll':
        if (page.has('onPageScroll'))
          this.app.guard(page.route, () => page.call('onPageScroll', { scrollTop: message.top }));
        if (message.atBottom) this.app.guard(page.route, () => page.call('onReachBottom'));
        break;
      case 'navigate':
        void this.app.navigator[message.openType === 'switchTab' ? 'switchTab' : 'navigateTo'](message.url).catch(
          (error: unknown) => this.app.report('navigation-failed', page.route, String(error)),
        );
        break;
      case 'error':
        this.app.report('see-fails', page.route, message.message);
        break;
      default:
    }
    return undefined;
  }
}

/** What WeChat's own components look like before the app's styles, as far as size and place go. */
const BASE_CSS = `
html { -webkit-text-size-adjust: 100%; }
body { margin: 0; min-height: 100vh; font-size: 16px; -webkit-font-smoothing: antialiased; }
wx-page, wx-view, wx-form, wx-radio-group, wx-checkbox-group, wx-swiper-item, wx-cover-view { display: block; }
wx-text { display: inline; }
wx-label, wx-picker, wx-navigator { display: inline-block; }
wx-picker, wx-navigator { display: block; }
wx-scroll-view { display: block; width: 100%; overflow: hidden; }
wx-scroll-view[scroll-x] { overflow-x: auto; }
wx-scroll-view[scroll-y] { overflow-y: auto; }
wx-map { display: block; width: 300px; height: 150px; background: #dde3dc; }
wx-image { display: inline-block; width: 320px; height: 240px; overflow: hidden; }
wx-image img { width: 100%; height: 100%; object-fit: fill; }
wx-image[mode=aspectFit] img { object-fit: contain; }
wx-image[mode=aspectFill] img { object-fit: cover; }
wx-image[mode=widthFix] { height: auto; }
wx-image[mode=widthFix] img { height: auto; }
wx-input { display: block; height: 1.4rem; min-height: 1.4rem; overflow: hidden; }
wx-textarea { display: block; width: 300px; height: 150px; }
.wx-inner { display: block; width: 100%; height: 100%; margin: 0; padding: 0; box-sizing: border-box; border: 0; outline: 0; background: none; color: inherit; font: inherit; text-align: inherit; resize: none; }
wx-button { display: block; position: relative; margin: 0 auto; padding: 0 14px; box-sizing: border-box; overflow: hidden; border-radius: 5px; background: #f8f8f8; color: #000; font-size: 18px; line-height: 2.55555556; text-align: center; text-decoration: none; }
wx-button::after { content: ' '; position: absolute; top: 0; left: 0; width: 200%; height: 200%; transform: scale(.5); transform-origin: 0 0; box-sizing: border-box; border: 1px solid rgba(0, 0, 0, .2); border-radius: 10px; pointer-events: none; }
wx-button[plain] { border: 1px solid #353535; background: transparent; }
wx-button[disabled] { color: rgba(0, 0, 0, .3); }
wx-switch { display: inline-block; width: 52px; height: 32px; border-radius: 16px; background: #ddd; }
wx-switch[data-on] { background: #04be02; }
wx-checkbox, wx-radio { display: inline-block; min-width: 24px; min-height: 24px; }
wx-checkbox::before, wx-radio::before { content: ''; display: inline-block; width: 20px; height: 20px; border: 1px solid #999; vertical-align: middle; }
wx-radio::before { border-radius: 50%; }
wx-checkbox[data-on]::before, wx-radio[data-on]::before { background: #04be02; }
wx-swiper { display: flex; height: 150px; overflow-x: auto; }
wx-swiper-item { flex: none; width: 100%; height: 100%; }
.wx-sheet { position: fixed; right: 0; bottom: 0; left: 0; z-index: 10000; display: flex; flex-direction: column; max-height: 60vh; overflow: auto; padding: 8px; background: #fff; }
.wx-sheet button { min-height: 44px; border: 0; border-bottom: 1px solid #eee; background: none; font-size: 17px; }
`;
