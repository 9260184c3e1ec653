/** A running mini-program: its logic layer in a bare context, its pages, and what went wrong. */
import path from 'node:path';
import { LIMITS } from '../baseline';
import { finding, type Finding, type Rule } from '../finding';
import type { WeappBuild } from '../build';
import { Context } from './context';
import { UNSET_ORIGIN } from '../../../config/service-origin';
import { DEFAULT_SERVICE, Device } from './device';
import { logicGlobals } from './globals';
import { Navigator } from './navigation';
import type { PageInstance, PageDefinition, PageView } from './page';
import { Pending } from './pending';
import { createWx } from './wx';

/** A launch as WeChat describes it. */
export interface Launch {
  /** With parameters; the first page of app.json where left out. */
  url?: string;
  /** 1001 from the list of mini-programs, 1007 from a friend's card, 1154 alone from the timeline. */
  scene?: number;
}

const DEFAULT_SCENE = 1001;
const TIMELINE_SCENE = 1154;

/** A view that draws nothing: the logic layer alone, every setData acknowledged. */
export const noView: PageView = {
  open: () => undefined,
  update: () => undefined,
  show: () => undefined,
  close: () => undefined,
};

/** What a share hook answers. `imageUrl` is a path in the package. */
export interface ShareAnswer {
  title?: string;
  path?: string;
  query?: string;
  imageUrl?: string;
}

export class MiniProgram {
  readonly findings: Finding[] = [];
  readonly pending: Pending;
  readonly navigator: Navigator;
  readonly titles = new Map<string, string>();
  /** The `wx` names it called. */
  readonly called = new Set<string>();
  launchOptions: { path: string; query: Record<string, string>; scene: number; referrerInfo: object } = {
    path: '',
    query: {},
    scene: DEFAULT_SCENE,
    referrerInfo: {},
  };
  /** While crawling: a navigation is written down and not done. */
  onlyNotesNavigation = false;
  pullingDown = false;
  /** What the app wrote to its log. */
  readonly logged: string[] = [];
  /** What share buttons sent. */
  readonly shared: ShareAnswer[] = [];
  private readonly context: Context;
  private readonly listeners = new Map<string, Set<(event: object) => void>>();
  private definition: PageDefinition | undefined;
  private readonly pages = new Map<string, PageDefinition>();
  private app: Record<string, unknown> = {};
  private lastTap = 0;

  constructor(
    readonly build: WeappBuild,
    readonly device = new Device(),
    readonly view: PageView = noView,
  ) {
    this.pending = new Pending((callback) => this.guard(this.where, callback));
    this.navigator = new Navigator({
      build,
      view,
      define: (route) => this.define(route),
      setData: (page, json, callback) => this.update(page, json, callback),
      guard: (file, work) => this.guard(file, work),
      during: (work) => this.pending.during(work),
      singlePage: () => this.singlePage,
    });
    const globals = logicGlobals({
      wx: createWx(this, this.listeners),
      pending: this.pending,
      onApp: (app) => (this.app = app),
      onPage: (definition) => (this.definition = definition),
      getApp: () => this.app,
      getCurrentPages: () => this.navigator.stack.map((page) => page.instance),
      onConsoleWarn: (said) => void this.logged.push(said),
      onConsoleError: (said) => this.report('js-error', this.where, `console.error：${said}`),
      error: (message) => this.error(message),
    });
    this.context = new Context(
      build.dir,
      globals,
      (file, from) => this.report('unresolved-require', from || file, `引用的 ${file} 不在包里`),
      device.hasService ? { from: UNSET_ORIGIN, to: DEFAULT_SERVICE } : null,
    );
    if (device.now !== null) this.context.startClockAt(device.now);
  }

  get singlePage(): boolean {
    return this.launchOptions.scene === TIMELINE_SCENE;
  }

  /** The page that a fault is put down to. */
  get where(): string {
    return this.navigator.top?.route ?? 'app';
  }

  /** Runs app.js and opens the first page. */
  async launch({ url = `/${this.build.routes[0] ?? ''}`, scene = DEFAULT_SCENE }: Launch = {}): Promise<void> {
    const [route = '', search = ''] = url.replace(/^\//, '').split('?');
    const query = Object.fromEntries(
      search
        .split('&')
        .filter(Boolean)
        .map((pair): [string, string] => {
          const [name = '', value = ''] = pair.split('=');
          return [name, value];
        }),
    );
    this.launchOptions = { path: route, query, scene, referrerInfo: {} };
    this.guard('app.js', () => void this.context.require('app.js'));
    this.callApp('onLaunch', this.launchOptions);
    this.callApp('onShow', this.launchOptions);
    await this.pending.settle();
    try {
      await this.navigator.start(url);
    } catch (error) {
      this.report('route-opens', route, sayFault(error));
    }
  }

  /** Waits until the app is at rest. */
  async settle(): Promise<void> {
    if (!(await this.pending.settle())) this.report('never-settles', this.where, '5 秒后仍有定时器或请求没有完成');
  }

  /** An event of the view, as it crosses the bridge. */
  dispatch(handler: string, event: object, page = this.navigator.top): unknown {
    if ('type' in event && event.type === 'tap') this.lastTap = Date.now();
    let result: unknown;
    this.guard(page?.route ?? 'app', () => (result = page?.call(handler, this.copyIn(event))));
    return result;
  }

  /** Is this still the reader's tap? Calls that WeChat allows only on one ask. */
  tapping = (): boolean => Date.now() - this.lastTap < 1_000;

  pullDown(): void {
    const page = this.navigator.top;
    if (!page?.has('onPullDownRefresh')) return;
    this.pullingDown = true;
    this.guard(page.route, () => page.call('onPullDownRefresh'));
  }

  /** What a share from the page's menu or a share button would send; null where sharing is off. */
  share(kind: 'onShareAppMessage' | 'onShareTimeline', from: 'menu' | 'button' = 'menu'): ShareAnswer | null {
    const page = this.navigator.top;
    if (!page?.has(kind)) return null;
    let shared: unknown;
    this.guard(page.route, () => (shared = page.call(kind, { from, webViewUrl: undefined, target: undefined })));
    return typeof shared === 'object' && shared !== null ? shared : {};
  }

  /** Tells the app of a change of the phone: `ThemeChange`, `NetworkStatusChange` … */
  emit(event: string, detail: object): void {
    for (const listener of this.listeners.get(event) ?? [])
      this.guard(this.where, () => listener(this.copyIn(detail) as object));
  }

  /** The reader leaves WeChat, or comes back. */
  background(): void {
    this.navigator.top?.call('onHide');
    this.callApp('onHide', {});
  }

  foreground(): void {
    this.callApp('onShow', this.launchOptions);
    const { top } = this.navigator;
    if (top) this.guard(top.route, () => top.call('onShow'));
  }

  /** Takes up promises of the app that nobody caught, as WeChat's onUnhandledRejection does. @returns how to stop */
  watchRejections(): () => void {
    const own = this.context.run('Promise') as PromiseConstructor;
    const take = (reason: unknown, promise: Promise<unknown>): void => {
      if (!(promise instanceof own)) return;
      this.report('js-error', this.where, `没有处理的 Promise 拒绝：${sayFault(reason)}`);
    };
    process.on('unhandledRejection', take);
    return () => void process.off('unhandledRejection', take);
  }

  /** Tells the app of a promise that nobody caught. @param reason what it was rejected with, copied into the app's context */
  tellOfRejection(reason: unknown): void {
    this.callApp('onUnhandledRejection', { reason: this.copyIn(reason), promise: null });
  }

  /** Tells the app that an address was opened that no page has, such as one of an old release. */
  tellOfMissingPage(path: string): void {
    this.callApp('onPageNotFound', { path, query: {}, isEntryPage: true });
  }

  close(): void {
    this.navigator.closeAll();
    this.pending.stop();
  }

  copyIn(value: unknown): unknown {
    return this.context.copyIn(value);
  }

  error(message: string): Error {
    return this.context.error(message);
  }

  report(rule: Rule, file: string, message: string): void {
    this.findings.push(finding(rule, file, message));
  }

  /** Runs a piece of the app; what it throws is a finding and reaches the app's onError, not the harness. */
  guard(file: string, work: () => void): void {
    try {
      work();
    } catch (error) {
      this.fault(file, error);
    }
  }

  fault(file: string, error: unknown): void {
    const { message, stack = '' } = error as Error;
    const at = stack.split('\n').find((line) => line.includes(this.build.dir));
    const place = at ? `（${path.relative(this.build.dir, /\(?(\/[^()]+)\)?$/.exec(at)?.[1] ?? at)}）` : '';
    const rule = /Code generation from strings/.test(message ?? '') ? 'eval' : 'js-error';
    this.report(rule, file, `${message ?? String(error)}${place}`);
    this.emit('Error', { message: String(message) });
  }

  private callApp(method: string, argument: object): void {
    const own = this.app[method];
    if (typeof own === 'function')
      this.guard('app.js', () => void (own as (a: object) => void).call(this.app, argument));
  }

  private define(route: string): PageDefinition {
    const known = this.pages.get(route);
    if (known) return known;
    this.definition = undefined;
    this.guard(route, () => {
      for (const component of this.componentsOf(route)) this.context.require(`${component}.js`, route);
      this.context.require(`${route}.js`, route);
    });
    if (!this.definition) this.report('route-opens', route, 'Page() 没有被调用');
    const definition = this.definition ?? {};
    this.pages.set(route, definition);
    return definition;
  }

  private componentsOf(route: string): string[] {
    if (!this.build.has(`${route}.json`)) return [];
    const using = this.build.json<{ usingComponents?: Record<string, string> }>(`${route}.json`).usingComponents ?? {};
    return Object.values(using).map((given) =>
      given.startsWith('/') ? given.slice(1) : path.posix.join(path.posix.dirname(route), given),
    );
  }

  /** Hands a change to the view. Judged whenever the app runs, as a page may grow only once a reader uses it. */
  private update(page: PageInstance, json: string, callback?: () => void): void {
    const bytes = Buffer.byteLength(json);
    if (bytes > LIMITS.setDataBytes)
      this.report('setdata-size', page.route, `${page.url}：一次 setData ${bytes} 字节，最多 ${LIMITS.setDataBytes}`);
    const drawn = this.pending.during(Promise.resolve(this.view.update(page, json)));
    void drawn.then(() => this.pending.later(() => callback?.()));
  }
}

/** What a rejected value says: an error's message, or the `errMsg` of WeChat's own. */
function sayFault(reason: unknown): string {
  if (typeof reason !== 'object' || reason === null) return String(reason);
  if ('message' in reason) return String(reason.message);
  return 'errMsg' in reason ? String(reason.errMsg) : String(reason);
}
