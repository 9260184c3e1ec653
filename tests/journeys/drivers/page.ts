/** What both drivers do with a page of Chromium: find words as a reader would, and touch them. */
import type { Locator, Page } from 'playwright-core';

const PATIENCE_MS = 6_000;
const PAUSE_MS = 40;

export const squeeze = (text: string): string => text.replace(/\s+/g, '');

/** Tries until it succeeds or patience runs out; what it last said is what is thrown. */
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

/** The first visible element that says these words: exactly, then by label, then as a part. */
export async function find(page: Page, words: string): Promise<Locator> {
  const quoted = JSON.stringify(words);
  const kinds = [
    page.getByText(words, { exact: true }),
    page.locator(`[aria-label=${quoted}]`),
    page.locator(`[placeholder=${quoted}]`),
    page.locator(`[aria-label*=${quoted}]`),
    page.getByText(words),
  ];
  for (const kind of kinds) {
    for (const locator of await kind.all()) if (await locator.isVisible()) return locator;
  }
  throw new Error(`找不到“${words}”。页面上写着：${(await readText(page)).slice(0, 400)}`);
}

/** Touches it where it can be touched: scrolled into view, in its middle. A page still moving is tried again. */
export const tap = (page: Page, words: string): Promise<void> =>
  patiently(async () => {
    const found = await find(page, words);
    // The browser's own box or button lies unseen over the words that name it.
    const choice = found.locator('xpath=ancestor-or-self::label[1]//input');
    const target = (await choice.count()) > 0 ? choice.first() : found;
    await target.scrollIntoViewIfNeeded({ timeout: PATIENCE_MS });
    await target.tap({ timeout: PATIENCE_MS });
  });

/** Types over what stands in a field. The label may be on the field or, in a mini-program, around it. */
export const type = (page: Page, label: string, words: string): Promise<void> =>
  patiently(async () => {
    const quoted = JSON.stringify(label);
    const fields = ['input', 'textarea'].map(
      (tag) => `${tag}[aria-label=${quoted}], ${tag}[placeholder=${quoted}], [aria-label=${quoted}] ${tag}`,
    );
    for (const field of [...(await page.locator(fields.join(', ')).all()), ...(await page.getByLabel(label).all())]) {
      if ((await field.isVisible()) && (await field.evaluate((element) => 'value' in element)))
        return field.fill(words, { timeout: PATIENCE_MS });
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
export async function looksChosen(page: Page, words: string): Promise<boolean> {
  const target = await patiently(() => find(page, words));
  return target.evaluate((element) => {
    const control = element.closest('.pressable') ?? element;
    const look = (other: Element): string => getComputedStyle(other).backgroundColor + getComputedStyle(other).color;
    const others = [...(control.parentElement?.children ?? [])].filter((other) => other !== control);
    const common = others
      .map(look)
      .sort((a, b) => others.filter((o) => look(o) === b).length - others.filter((o) => look(o) === a).length)[0];
    return others.length > 0 && look(control) !== common;
  });
}

export const textSize = async (page: Page, words: string): Promise<number> =>
  (await patiently(() => find(page, words))).evaluate((element) => parseFloat(getComputedStyle(element).fontSize));

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
