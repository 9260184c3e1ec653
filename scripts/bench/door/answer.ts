/** From the key that ends a code to the picture that shows the answer, measured in the page itself. */
import type { Page } from 'playwright-core';

export interface Answered {
  /** From the key event to the second frame after the answer is in the document. */
  ms: number;
  /** Tasks of 50 ms and more meanwhile, in milliseconds. */
  longTasks: number[];
}

/** A field and a status that answers at once: what keys, drawing and the measuring itself cost. */
export async function emptyPage(page: Page, origin: string): Promise<void> {
  await page.route('**/empty', (route) =>
    route.fulfill({
      contentType: 'text/html; charset=utf-8',
      body: `<!doctype html><input aria-label="按姓名或手机尾号找"><div role="status" aria-live="assertive"></div>
        <script>document.querySelector('input').addEventListener('keydown', (event) => {
          if (event.key === 'Enter') document.querySelector('[role=status]').textContent = '请进 ' + Math.random();
        });</script>`,
    }),
  );
  await page.goto(`${origin}/empty`);
}

declare global {
  interface Window {
    answered?: Promise<Answered>;
  }
}

/** Runs in the page: waits for the key, then for the answer's picture. */
function watchForAnswer(): void {
  const status = document.querySelector('[aria-live=assertive]') as HTMLElement;
  const longTasks: number[] = [];
  const tasks = new PerformanceObserver((list) => longTasks.push(...list.getEntries().map(({ duration }) => duration)));
  tasks.observe({ type: 'longtask' });
  const before = status.textContent;
  let began = 0;
  window.addEventListener('keydown', (event) => (began = event.timeStamp), { capture: true, once: true });
  window.answered = new Promise((resolve) => {
    const seen = new MutationObserver(() => {
      if (status.textContent === before || !status.textContent?.includes('请进')) return;
      seen.disconnect();
      requestAnimationFrame(() =>
        requestAnimationFrame((now) => {
          // Long tasks are told after they are over.
          setTimeout(() => {
            tasks.disconnect();
            resolve({ ms: now - began, longTasks });
          }, 0);
        }),
      );
    });
    seen.observe(status, { childList: true, subtree: true, characterData: true });
  });
}

/** Types a pass and ends it with Enter, as a scanner at the keyboard does. */
export async function answerTo(page: Page, code: string): Promise<Answered> {
  const field = page.getByLabel('按姓名或手机尾号找');
  await field.fill(code);
  await page.evaluate(watchForAnswer);
  await field.press('Enter');
  return page.evaluate(() => window.answered as Promise<Answered>);
}
