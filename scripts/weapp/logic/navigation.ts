/** The page stack: ten pages, tab pages kept, and WeChat's words when it refuses. */
import type { WeappBuild } from '../build';
import { Refusal } from './answer';
import { PageInstance, type PageDefinition, type PageView } from './page';

const STACK_LIMIT = 10;

export interface Target {
  route: string;
  query: Record<string, string>;
}

/** Splits an address; parameters stay escaped, as WeChat hands them over. */
export function parseUrl(url: string, from = ''): Target {
  const [given = '', search = ''] = url.split('?');
  const route = given.startsWith('/') ? given.slice(1) : new URL(given, `http://x/${from}`).pathname.slice(1);
  const pairs = search
    .split('&')
    .filter(Boolean)
    .map((pair): [string, string] => {
      const at = pair.indexOf('=');
      return at < 0 ? [pair, ''] : [pair.slice(0, at), pair.slice(at + 1)];
    });
  return { route, query: Object.fromEntries(pairs) };
}

export interface NavigatorHost {
  build: WeappBuild;
  view: PageView;
  /** The page's definition; runs its file on first use. */
  define: (route: string) => PageDefinition;
  setData: (page: PageInstance, json: string, callback?: () => void) => void;
  guard: (file: string, work: () => void) => void;
  during: <T>(work: Promise<T>) => Promise<T>;
  /** Opened alone from the timeline: WeChat refuses to leave the page. */
  singlePage: () => boolean;
}

export class Navigator {
  readonly stack: PageInstance[] = [];
  private readonly tabPages = new Map<string, PageInstance>();
  /** Where the app tried to go, in order, with what came of it. */
  readonly log: { api: string; url: string; refused?: string }[] = [];

  constructor(private readonly host: NavigatorHost) {}

  get top(): PageInstance | undefined {
    return this.stack.at(-1);
  }

  isTab = (route: string): boolean => this.host.build.tabs.some(({ page }) => page === route);

  async navigateTo(url: string): Promise<void> {
    await this.go('navigateTo', url, async (target) => {
      if (this.isTab(target.route)) throw new Refusal('fail can not navigateTo a tabbar page');
      if (this.stack.length >= STACK_LIMIT) throw new Refusal(`fail page limit exceeded: ${STACK_LIMIT}`);
      this.hide(this.top);
      await this.push(target);
    });
  }

  async redirectTo(url: string): Promise<void> {
    await this.go('redirectTo', url, async (target) => {
      if (this.isTab(target.route)) throw new Refusal('fail can not redirectTo a tabbar page');
      const old = this.stack.pop();
      if (old) this.unload(old);
      await this.push(target);
    });
  }

  async switchTab(url: string): Promise<void> {
    await this.go('switchTab', url, async (target) => {
      if (!this.isTab(target.route)) throw new Refusal('fail can not switch to no-tabBar page');
      if (url.includes('?')) throw new Refusal('fail url should not contain query');
      const shown = this.top;
      const tab = this.tabPages.get(target.route);
      if (shown && shown === tab) return;
      for (const page of this.stack.splice(0)) {
        if (this.isTab(page.route)) this.hide(page);
        else this.unload(page);
      }
      if (!tab) return this.push(target);
      this.stack.push(tab);
      await this.show(tab);
    });
  }

  async reLaunch(url: string): Promise<void> {
    await this.go('reLaunch', url, async (target) => {
      this.closeAll();
      await this.push(target);
    });
  }

  async navigateBack(delta = 1): Promise<void> {
    this.log.push({ api: 'navigateBack', url: '' });
    if (this.stack.length < 2) throw new Refusal('fail cannot navigate back at first page');
    for (let step = 0; step < delta && this.stack.length > 1; step++) {
      const page = this.stack.pop();
      if (page) this.unload(page);
    }
    const { top } = this;
    if (top) await this.show(top);
  }

  /** Opens the first page of a launch. */
  async start(url: string): Promise<void> {
    await this.go('launch', url, (target) => this.push(target));
  }

  closeAll(): void {
    const kept = [...this.tabPages.values()].filter((page) => !this.stack.includes(page));
    for (const page of [...this.stack.splice(0).reverse(), ...kept]) this.unload(page);
  }

  private async go(api: string, url: string, work: (target: Target) => Promise<void>): Promise<void> {
    const entry: { api: string; url: string; refused?: string } = { api, url };
    this.log.push(entry);
    try {
      const target = parseUrl(url, this.top?.route);
      if (!this.host.build.routes.includes(target.route)) throw new Refusal(`fail page "${target.route}" is not found`);
      if (api !== 'launch' && this.host.singlePage()) throw new Refusal('fail can not invoke in single page mode');
      await work(target);
    } catch (error) {
      entry.refused = error instanceof Refusal ? error.errMsg : String(error);
      throw error;
    }
  }

  private async push({ route, query }: Target): Promise<void> {
    const definition = this.host.define(route);
    const page = new PageInstance(route, query, definition, this.host.setData);
    this.stack.push(page);
    if (this.isTab(route)) this.tabPages.set(route, page);
    // The view starts with the page's initial data, before any setData of onLoad arrives.
    await this.host.during(Promise.resolve(this.host.view.open(page)));
    this.host.guard(route, () => page.load());
    this.host.guard(route, () => page.call('onReady'));
  }

  private async show(page: PageInstance): Promise<void> {
    await this.host.during(Promise.resolve(this.host.view.show(page)));
    this.host.guard(page.route, () => page.call('onShow'));
  }

  private hide(page: PageInstance | undefined): void {
    if (page) this.host.guard(page.route, () => page.call('onHide'));
  }

  private unload(page: PageInstance): void {
    this.tabPages.delete(page.route);
    this.host.guard(page.route, () => page.unload());
    void this.host.during(Promise.resolve(this.host.view.close(page)));
  }
}
