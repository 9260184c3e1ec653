/**
 * Opens every page of the app, and every record a reader can get to.
 *
 * It taps everything that can be tapped and follows each address once, so nobody has to list pages by
 * hand: a long list, a record with an odd field or a link to nowhere is met as a reader would meet it.
 */
import { LIMITS } from '../baseline';
import type { WeappBuild } from '../build';
import { behindService } from '../behind-service';
import { wxmlTextOf, walkNodes, type Templates, type WxmlNode } from '../compile/wxml';
import { distinct, finding, type Finding } from '../finding';
import { judgePage, measurePage, worst, type RouteReport } from '../judge/metrics';
import type { Device } from './device';
import { MiniProgram } from './mini-program';
import type { PageInstance } from './page';
import { routeOf } from '../route';

export interface Crawl {
  findings: Finding[];
  routes: RouteReport[];
  /** Every address opened, with the tree it ended up as. */
  trees: { url: string; tree: WxmlNode }[];
  /** Every `wx` name called on the way. */
  called: Set<string>;
}

interface CrawlOptions {
  device?: () => Device;
  /** Addresses opened of one route at most; a route with more has seen every kind of record by then. */
  perRoute?: number;
  /** Follow taps; without it every route is only opened, without parameters. */
  follow?: boolean;
  /** Open only these, and follow nothing. */
  routes?: readonly string[];
}

/** Opens all routes bare, then follows every tap from the tab pages. */
export async function crawl(
  build: WeappBuild,
  templates: Templates,
  { device, perRoute = 400, follow = true, routes }: CrawlOptions = {},
): Promise<Crawl> {
  const result: Crawl = { findings: [], routes: [], trees: [], called: new Set() };
  const rows = new Map<string, RouteReport[]>(build.routes.map((route) => [route, []]));
  const reached = new Set(build.tabs.length > 0 ? build.tabs.map(({ page }) => page) : build.routes.slice(0, 1));
  const queue = (routes ?? build.routes).map((route) => `/${route}`);
  const seen = new Set(queue);

  for (let url = queue.shift(); url !== undefined; url = queue.shift()) {
    const visit = await open(build, templates, url, follow, device?.());
    const route = routeOf(url);
    result.findings.push(...visit.findings);
    visit.called.forEach((name) => result.called.add(name));
    if (visit.tree) result.trees.push({ url, tree: visit.tree });
    if (visit.row) rows.get(route)?.push(visit.row);
    for (const next of routes ? [] : visit.leadsTo) {
      const target = routeOf(next);
      if (route !== target) reached.add(target);
      if (
        seen.has(next) ||
        (rows.get(target)?.length ?? perRoute) + queue.filter((other) => other.startsWith(`/${target}`)).length >=
          perRoute
      )
        continue;
      seen.add(next);
      queue.push(next);
    }
  }
  if (follow && !routes) {
    for (const route of build.routes) {
      if (!reached.has(route) && !behindService.includes(route))
        result.findings.push(finding('page-unreachable', route, `从 tab 页点不到 ${route}`));
    }
  }
  result.routes = build.routes.flatMap((route) => {
    const own = rows.get(route) ?? [];
    return own.length > 0 ? [worst(own)] : [];
  });
  result.findings = distinct(result.findings);
  return result;
}

interface Visit {
  findings: Finding[];
  leadsTo: string[];
  called: Set<string>;
  row?: RouteReport;
  tree?: WxmlNode;
}

/** Opens one address in a fresh app and taps everything on it. */
async function open(
  build: WeappBuild,
  templates: Templates,
  url: string,
  follow: boolean,
  device?: Device,
): Promise<Visit> {
  const app = new MiniProgram(build, device);
  const stop = app.watchRejections();
  await app.launch({ url });
  await app.settle();
  const page = app.navigator.top;
  const visit: Visit = { findings: app.findings, leadsTo: [], called: app.called };
  if (page) {
    const complaints: string[] = [];
    const tree = templates.render(page.route, page.data, complaints);
    for (const said of new Set(complaints)) app.report('see-fails', page.route, `wxml：${said.slice(0, 200)}`);
    if (!page.data.root?.cn?.length) app.report('route-opens', page.route, '页面是空的：没有画出任何节点');
    visit.row = measurePage(page, tree);
    app.findings.push(...judgePage(page, visit.row));
    // A list that is sent twice costs twice.
    const { setDataBytes } = visit.row;
    if (setDataBytes > LIMITS.openingBytes)
      app.report(
        'setdata-size',
        page.route,
        `${page.url}：打开时一共 ${setDataBytes} 字节，最多 ${LIMITS.openingBytes}`,
      );
    if (tree) {
      visit.tree = tree;
      if (follow) visit.leadsTo = await tapAll(app, page, tree);
    }
  }
  app.close();
  stop();
  return visit;
}

/** Taps everything that can be tapped, only noting where it would go. */
async function tapAll(app: MiniProgram, page: PageInstance, tree: WxmlNode): Promise<string[]> {
  app.onlyNotesNavigation = true;
  // Nobody answers here: what a tap sends waits in the outbox, as in a tunnel, instead of being tried without an end.
  app.device.network = 'none';
  app.emit('NetworkStatusChange', { isConnected: false, networkType: 'none' });
  const before = app.navigator.log.length;
  const targets: { node: WxmlNode; ancestors: readonly WxmlNode[] }[] = [];
  walkNodes(tree, (node, _depth, ancestors) => {
    if (node.attr?.['bindtap']) targets.push({ node, ancestors });
  });
  // All at once: waiting after each of thousands of taps would take most of a minute.
  // From the bottom up, since a filter at the top of a page takes away what stands below it.
  for (const { node, ancestors } of targets.reverse()) tapNode(app, page, node, ancestors);
  await app.settle();
  const log = app.navigator.log.slice(before);
  for (const { url } of log) {
    const route = routeOf(url);
    if (url !== '' && !app.build.routes.includes(route))
      app.report('dead-tap', page.route, `${page.url} 上有通往 ${url} 的入口，但没有这个页面`);
  }
  return [...new Set(log.map(({ url }) => url).filter((url) => app.build.routes.includes(routeOf(url))))];
}

/** One tap, bubbling as WeChat's view layer lets it: the node itself, then every listening ancestor. */
export function tapNode(app: MiniProgram, page: PageInstance, node: WxmlNode, ancestors: readonly WxmlNode[]): void {
  const target = identity(node);
  for (const at of [node, ...[...ancestors].reverse()]) {
    const handler = at.attr?.['bindtap'] ?? at.attr?.['catchtap'];
    if (typeof handler !== 'string') continue;
    const detail = { x: 10, y: 10 };
    const touches = [{ identifier: 0, pageX: 10, pageY: 10, clientX: 10, clientY: 10 }];
    app.dispatch(
      handler,
      {
        type: 'tap',
        timeStamp: Date.now(),
        target,
        currentTarget: identity(at),
        detail,
        touches,
        changedTouches: touches,
        mark: {},
      },
      page,
    );
    if (at.attr['catchtap']) return;
  }
}

const identity = (node: WxmlNode): object => ({
  id: node.attr['id'],
  dataset: { sid: node.attr['data-sid'] },
  offsetLeft: 0,
  offsetTop: 0,
});

/** What a reader would read on a page, for tests of the logic layer alone. */
export function readPage(app: MiniProgram, templates: Templates): string {
  const page = app.navigator.top;
  const tree = page && templates.render(page.route, page.data);
  return tree ? wxmlTextOf(tree) : '';
}
