/**
 * A page as WeChat shows it alone in the timeline (scene 1154): nobody is logged in, no other page opens, its storage is
 * another, and what WeChat's own buttons ask isn't answered.
 * https://developers.weixin.qq.com/miniprogram/dev/framework/open-ability/share-timeline.html
 */
import type { WeappBuild } from '../build';
import { walkNodes, type Templates, type WxmlNode } from '../compile/wxml';
import { tapNode } from './crawl';
import { Device } from './device';
import { MiniProgram } from './mini-program';

/** What is refused there, or is kept where the app never finds it again. */
const REFUSED = [
  ...['login', 'checkSession', 'requestSubscribeMessage', 'openLocation', 'openDocument'],
  ...['navigateTo', 'redirectTo', 'switchTab', 'reLaunch', 'navigateBack'],
  ...['setStorageSync', 'setStorage', 'removeStorageSync', 'removeStorage', 'clearStorageSync', 'clearStorage'],
];

/** The routes whose pages may be shared to the timeline: Taro writes the switch into the page's script. */
export const timelineRoutes = (build: WeappBuild): string[] =>
  build.routes.filter((route) => build.read(`${route}.js`).includes('enableShareTimeline:!0'));

/**
 * Opens a page alone, taps all that can be tapped, and says what of it WeChat refuses there.
 *
 * @param url with the parameters that the timeline keeps
 * @example await singlePageFaults(build, templates, '/features/news/pages/detail/index?id=news-a') // []
 */
export async function singlePageFaults(build: WeappBuild, templates: Templates, url: string): Promise<string[]> {
  const app = new MiniProgram(build, new Device());
  const stop = app.watchRejections();
  await app.launch({ url, scene: 1154 });
  await app.settle();
  const faults: string[] = [];
  const page = app.navigator.top;
  const tree = page && templates.render(page.route, page.data);
  if (page && tree) {
    const targets: { node: WxmlNode; ancestors: readonly WxmlNode[] }[] = [];
    walkNodes(tree, (node, _depth, ancestors) => {
      if (node.tag === 'wx-button' || node.tag === 'button') {
        const openType = node.attr?.['open-type'] ?? node.attr?.['openType'];
        if (openType) faults.push(`button open-type=${String(openType)}`);
      }
      if (node.attr?.['bindtap']) targets.push({ node, ancestors });
    });
    // Nobody answers here, so what a tap asks isn't asked again and again.
    app.device.network = 'none';
    app.emit('NetworkStatusChange', { isConnected: false, networkType: 'none' });
    for (const { node, ancestors } of targets.reverse()) tapNode(app, page, node, ancestors);
    await app.settle();
  }
  faults.push(...REFUSED.filter((name) => app.called.has(name)).map((name) => `wx.${name}`));
  faults.push(...app.findings.map(({ message }) => message));
  app.close();
  stop();
  return faults;
}
