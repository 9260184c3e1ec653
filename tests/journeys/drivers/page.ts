/** What both drivers do with a page of Chromium: find words as a reader would, and touch them. */
import type { ElementHandle, Locator, Page } from 'playwright-core';

/** When a failure is believed. What succeeds goes on at once, so a busy machine costs no run more than it needs. */
const PATIENCE_MS = 15_000;
const PAUSE_MS = 40;

export const squeeze = (text: string): string => text.replace(/\s+/g, '');

/** Tries until it succeeds or patience runs out; the last attempt's error is what is thrown. */
export async function patiently<T>(attempt: () => Promise<T>): Promise<T> {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
  }
}

/** An element that was on the page when it was found. A locator would look again later, on a page that has changed. */
type Found = ElementHandle;

/** The first visible one of these that is on the page now, or undefined. */
const visibleNow = async (locator: Locator): Promise<Found | undefined> =>
  (await locator.filter({ visible: true }).elementHandles())[0];

/** The first visible element that says these words now: exactly, then by label, then as a part. */
export async function find(page: Page, words: string): Promise<Found> {
  const quoted = JSON.stringify(words);
  const kinds = [
    page.getByText(words, { exact: true }),
    page.locator(`[aria-label=${quoted}]`),
    page.locator(`[placeholder=${quoted}]`),
    page.locator(`[aria-label*=${quoted}]`),
    page.getByText(words),
  ];
  for (const kind of kinds) {
    const found = await visibleNow(kind);
    if (found) return found;
  }
  throw new Error(`找不到“${words}”。页面上写着：${(await readText(page)).slice(0, 400)}`);
}

interface Point {
  x: number;
  y: number;
}

/**
 * Where a finger meets an element, once it stands still for two frames, is in sight and nothing lies over it. From then
 * on the page counts clicks in `__clicks`, so that the finger knows whether it was felt.
 * @throws where it can't be touched now
 */
async function readyToTouch(element: Node): Promise<Point> {
  if (!(element instanceof Element)) throw new Error('不是元素');
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const edges = ({ left, top, right, bottom }: DOMRect) => [left, top, right, bottom].join();
  const box = () => [...element.getClientRects()].find(({ width, height }) => width > 0 && height > 0);
  const middle = ({ left, top, right, bottom }: DOMRect): Point => ({
    x: (Math.max(left, 0) + Math.min(right, window.innerWidth)) / 2,
    y: (Math.max(top, 0) + Math.min(bottom, window.innerHeight)) / 2,
  });
  const tree = element.getRootNode();
  const at = ({ x, y }: Point) => (tree instanceof ShadowRoot ? tree : document).elementFromPoint(x, y);
  const isHit = (rect: DOMRect): boolean => {
    const hit = at(middle(rect));
    const label = element.closest('label');
    return hit !== null && (element.contains(hit) || (label !== null && hit.closest('label') === label));
  };

  const first = box();
  if (!first || !element.isConnected) throw new Error('已经不在页面上');
  if (!isHit(first)) element.scrollIntoView({ block: 'center', behavior: 'instant' });
  const before = box();
  await frame();
  await frame();
  const after = box();
  if (!before || !after || edges(before) !== edges(after)) throw new Error('还在动');
  if (!isHit(after)) throw new Error(`被 ${at(middle(after))?.outerHTML.slice(0, 120) ?? '屏幕外'} 盖住了`);
  if (window.__clicks === undefined)
    addEventListener('click', () => (window.__clicks = (window.__clicks ?? 0) + 1), true);
  window.__clicks = 0;
  return middle(after);
}

declare global {
  interface Window {
    /** Clicks since a finger was last about to touch something. */
    __clicks?: number;
  }
}

/** A busy machine may hold the finger down so long that the browser takes it for a long press, which clicks nothing. */
async function feltClick(): Promise<void> {
  const deadline = Date.now() + 1_000;
  while (!window.__clicks) {
    if (Date.now() > deadline) throw new Error('点了，页面没有感觉到');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/** Touches it where it can be touched: scrolled into view, in its middle. A page still moving is tried again. */
export const tap = (page: () => Page, words: string): Promise<void> =>
  patiently(async () => touch(page(), await find(page(), words)));

/** Touches the first visible one of what is asked for. */
export const tapFirst = (locator: () => Locator): Promise<void> =>
  patiently(async () => {
    const found = await visibleNow(locator());
    if (!found) throw new Error(`找不到 ${locator().toString()}`);
    await touch(locator().page(), found);
  });

async function touch(page: Page, found: Found): Promise<void> {
  // The browser's own box or button lies unseen over the words that name it.
  const choice = await found.$('xpath=ancestor-or-self::label[1]//input');
  const { x, y } = await (choice ?? found).evaluate(readyToTouch);
  await page.touchscreen.tap(x, y);
  try {
    await page.evaluate(feltClick);
  } catch (error) {
    // The page that was touched has gone: it led elsewhere.
    if (!/closed|destroyed|navigat/i.test(String(error))) throw error;
  }
}

/** Types over what stands in a field. The label may be on the field or, in a mini-program, around it. */
export const type = (page: () => Page, label: string, words: string): Promise<void> =>
  patiently(async () => {
    const quoted = JSON.stringify(label);
    const fields = ['input', 'textarea'].map(
      (tag) => `${tag}[aria-label=${quoted}], ${tag}[placeholder=${quoted}], [aria-label=${quoted}] ${tag}`,
    );
    for (const kind of [page().locator(fields.join(', ')), page().getByLabel(label)]) {
      for (const field of await kind.filter({ visible: true }).elementHandles()) {
        // Filling twice is filling once; one that is covered or leaves is looked for again.
        if (await field.evaluate((element) => 'value' in element)) return field.fill(words, { timeout: PAUSE_MS * 50 });
      }
    }
    throw new Error(`找不到叫“${label}”的输入框`);
  });

export async function readText(page: Page): Promise<string> {
  return page.evaluate(() => {
    const fields = [...document.querySelectorAll<HTMLInputElement>('input, textarea')].filter(
      (field) => field.offsetParent !== null,
    );
    return [document.body.innerText, ...fields.map((field) => field.value || field.placeholder)].join('\n');
  });
}

export const see = (page: () => Page, words: readonly string[]): Promise<void> =>
  patiently(async () => {
    const text = squeeze(await readText(page()));
    const missing = words.filter((word) => !text.includes(squeeze(word)));
    if (missing.length > 0)
      throw new Error(`看不到${missing.map((word) => `“${word}”`).join('、')}。页面上写着：${text.slice(0, 600)}`);
  });

export const dontSee = (page: () => Page, words: readonly string[]): Promise<void> =>
  patiently(async () => {
    const text = squeeze(await readText(page()));
    const there = words.filter((word) => text.includes(squeeze(word)));
    if (there.length > 0) throw new Error(`不该看到${there.map((word) => `“${word}”`).join('、')}`);
  });

/** A finger from a third to two thirds of the page. */
export async function swipeDown(page: Page): Promise<void> {
  await page.evaluate(() => window.scrollTo(0, 0));
  const { width, height } = page.viewportSize() ?? { width: 375, height: 600 };
  const session = await page.context().newCDPSession(page);
  const point = (y: number) => [{ x: width / 2, y }];
  await session.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: point(height / 3) });
  for (let step = 1; step <= 8; step++)
    await session.send('Input.dispatchTouchEvent', {
      type: 'touchMove',
      touchPoints: point(height / 3 + (step * height) / 24),
    });
  await session.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await session.detach();
}

/** Does the control around these words look unlike its neighbour? Colours are how a choice shows to the eye. */
export const looksChosen = (page: () => Page, words: string): Promise<boolean> =>
  onFound(page, words, (element) => {
    const control = element.closest('.pressable') ?? element;
    const look = (other: Element): string => getComputedStyle(other).backgroundColor + getComputedStyle(other).color;
    const others = [...(control.parentElement?.children ?? [])].filter((other) => other !== control);
    const common = others
      .map(look)
      .sort((a, b) => others.filter((o) => look(o) === b).length - others.filter((o) => look(o) === a).length)[0];
    return others.length > 0 && look(control) !== common;
  });

export const textSize = (page: () => Page, words: string): Promise<number> =>
  onFound(page, words, (element) => parseFloat(getComputedStyle(element).fontSize));

/** Asks the element that says these words something, at once. */
const onFound = <T>(page: () => Page, words: string, ask: (element: Element) => T): Promise<T> =>
  patiently(async () => (await find(page(), words)).evaluate(ask));

/** The colour behind the page, as painted by the first ancestor that paints. */
export const background = (page: Page): Promise<string> =>
  page.evaluate(() => {
    let at: Element | null = document.elementFromPoint(2, window.innerHeight / 2);
    while (at && /rgba\(0, 0, 0, 0\)|transparent/.test(getComputedStyle(at).backgroundColor)) at = at.parentElement;
    return at ? getComputedStyle(at).backgroundColor : '';
  });

/** Words inside elements whose class says they are a hit. */
export const highlights = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('mark, [class*="mark_"], [class*="hit_"]')]
      .filter((element) => element.offsetParent !== null)
      .map((element) => element.innerText.trim()),
  );
