/** The rules of 体验评分 that only a drawn page can answer: sizes under the finger, pictures' shapes, what the gesture bar covers. */
import type { Browser } from 'playwright-core';
import { defined } from '@yugong/domain/narrow';
import { LIMITS } from '../baseline';
import type { WeappBuild } from '../build';
import { compileWxml, walkNodes, type Templates, type WxmlNode } from '../compile/wxml';
import { distinct, finding, type Finding } from '../finding';
import { Device } from '../logic/device';
import { MiniProgram } from '../logic/mini-program';
import { ChromiumView } from '../view/chromium-view';
import { messageOf } from '../../lib/errors';
import { axeScript } from '../../publish/accessibility';

/** A phone with a gesture bar, and a small screen on which things get narrow. */
export const JUDGED_PHONE = { window: { width: 375, height: 667 }, gestureBar: 34 };
/** Layout rounds to parts of a pixel. */
const ROUNDING = 0.5;
/** Take taps by nature, without being a target: what is in them is. */
const CONTAINERS = new Set(['wx-scroll-view', 'wx-swiper', 'wx-swiper-item', 'wx-form', 'wx-page', 'wx-movable-area']);

/** An address to draw, and its tree as the logic layer made it. */
export interface Drawing {
  url: string;
  tree: WxmlNode;
}

/** One drawing a route: the one with the most nodes, since a list is judged by its longest. */
export function richest(trees: readonly Drawing[]): Drawing[] {
  const best = new Map<string, Drawing & { size: number }>();
  for (const drawing of trees) {
    const route = defined(drawing.url.split('?')[0]);
    let size = 0;
    walkNodes(drawing.tree, () => (size += 1));
    if (size > (best.get(route)?.size ?? 0)) best.set(route, { ...drawing, size });
  }
  return [...best.values()];
}

/** Pages drawn at the same time: while one waits for Chromium, another's logic runs. */
const AT_ONCE = 3;

/** Draws each address and judges it. @returns what is wrong, in the order of the addresses */
export async function judgeDrawn(
  build: WeappBuild,
  browser: Browser,
  drawings: readonly Drawing[],
): Promise<Finding[]> {
  const templates = compileWxml(build);
  const found: Finding[][] = [];
  // One iterator for all who draw: each takes the next.
  const waiting = drawings.entries();
  const draw = async (): Promise<void> => {
    for (const [at, { url }] of waiting) found[at] = await judgeOne(build, templates, browser, url);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, draw));
  return distinct(found.flat());
}

/** Ids of what listens for taps. */
function tappable(tree: WxmlNode | undefined): string[] {
  const ids: string[] = [];
  if (tree) {
    walkNodes(tree, ({ tag, attr }) => {
      if (attr?.['bindtap'] && !CONTAINERS.has(tag)) ids.push(String(attr['id']));
    });
  }
  return ids;
}

async function judgeOne(build: WeappBuild, templates: Templates, browser: Browser, url: string): Promise<Finding[]> {
  const device = new Device();
  device.window = JUDGED_PHONE.window;
  const view = new ChromiumView(build, browser, { theme: 'light', ...JUDGED_PHONE });
  const app = new MiniProgram(build, device, view);
  view.app = app;
  const stop = app.watchRejections();
  try {
    await app.launch({ url });
    await app.settle();
    await judgeOpen(app, view, templates);
    return app.findings;
  } catch (error) {
    return [...app.findings, finding('see-fails', url, `画不出来：${messageOf(error).split('\n')[0]}`)];
  } finally {
    app.close();
    stop();
    await view.dispose();
  }
}

/** axe's rules for what a screen reader says of a control. */
const NAMED = ['aria-command-name', 'aria-input-field-name', 'aria-toggle-field-name', 'label', 'role-img-alt'];

/**
 * Judges the page that is open, as it is drawn now: whatever brought it there. What is wrong joins the app's findings.
 *
 * @param view with a gesture bar of the height that {@link JUDGED_PHONE} has
 */
export async function judgeOpen(app: MiniProgram, view: ChromiumView, templates: Templates): Promise<void> {
  const page = app.navigator.top;
  if (!page) return;
  const tab = view.tab(page);
  const at = (rule: Parameters<typeof finding>[0], message: string): void =>
    void app.findings.push(finding(rule, page.route, message));

  const targets = tappable(templates.render(page.route, page.data));
  for (const { tag, text, width, height } of await tab.evaluate((ids) => window.__view.boxes(ids), targets)) {
    if (width >= LIMITS.target - ROUNDING && height >= LIMITS.target - ROUNDING) continue;
    at('tap-area', `<${tag}>“${text}”画出来是 ${Math.round(width)}×${Math.round(height)}`);
  }
  for (const { src, off } of await tab.evaluate(() => window.__view.stretchedImages()))
    at('image-ratio', `${src} 的宽高比差 ${Math.round(off * 100)}%`);
  if (!app.navigator.isTab(page.route)) {
    const hidden = await tab.evaluate((inset) => window.__view.underGestureBar(inset), JUDGED_PHONE.gestureBar);
    if (hidden.length > 0) at('safe-area', `滚到底时手势条下面还有：${hidden.slice(0, 3).join('、')}`);
  }
  if (await tab.evaluate(() => window.__view.overflowsSideways())) at('see-fails', '页面比屏幕宽，会左右晃');
  const selector = targets.map((id) => `[id="${id}"]`).join() || 'wx-button';
  const { overlapping, clipped } = await tab.evaluate((ids) => window.__view.drawnFaults(ids), selector);
  for (const fault of [...overlapping, ...clipped]) at('overlap', fault);
  await tab.evaluate(axeScript);
  const { violations } = await tab.evaluate(
    (rules) => window.axe.run({ runOnly: rules }),
    ['color-contrast', ...NAMED],
  );
  for (const { id, nodes } of violations)
    for (const { html } of nodes) at(id === 'color-contrast' ? 'contrast' : 'unnamed', `${id}：${html.slice(0, 120)}`);
}
