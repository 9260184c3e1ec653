/** A desk with a small screen: ten sessions and ten people of a roster are seen at once, and the keys go from row to row. */
import type { Locator, Page } from 'playwright-core';
import { openConsole, PHONE, settled, type Console } from './support/console';
import { makeSession, signUpPerson, type MadeSession } from './support/made';

const SMALL_DESK = { width: 1366, height: 768 };

let console_: Console;
let session: MadeSession;
beforeAll(async () => {
  console_ = await openConsole('sqlite');
  session = await makeSession(console_, { title: '演示一屏' });
  // Over several days, so that the days' headings take their room.
  for (let n = 1; n < 12; n += 1)
    await makeSession(console_, { programme: session.programmeId, title: `演示一屏 ${n}`, inDays: Math.floor(n / 2) });
  for (let serial = 1; serial <= 14; serial += 1) await signUpPerson(console_, session.id, serial);
}, 300_000);
afterAll(() => console_?.close());

/** How many of them lie in the window as a whole. */
const wholeInView = (rows: Locator): Promise<number> =>
  rows.evaluateAll(
    (all) =>
      all.filter((row) => {
        const { top, bottom } = row.getBoundingClientRect();
        return top >= 0 && bottom <= window.innerHeight;
      }).length,
  );

async function open(path: string, viewport: typeof SMALL_DESK): Promise<{ page: Page; close: () => Promise<void> }> {
  const { page, context } = await console_.as(['clerk'], { viewport });
  await page.goto(`${console_.origin}/staff${path}`);
  await settled(page);
  return { page, close: () => context.close() };
}

it('shows ten sessions at once at 1366 by 768', async () => {
  const { page, close } = await open('/sessions', SMALL_DESK);
  const rows = page.getByRole('main').getByRole('listitem');
  await rows.first().waitFor();
  expect(await wholeInView(rows)).toBeGreaterThanOrEqual(10);
  await close();
});

it('shows ten people of a roster at once at 1366 by 768, below the names of the columns', async () => {
  const { page, close } = await open(`/sessions/${session.id}`, SMALL_DESK);
  const table = page.getByRole('table', { name: /的名单$/ });
  const rows = table.locator('tbody tr');
  await rows.first().waitFor();
  await table.evaluate((one) => one.scrollIntoView());
  expect(await wholeInView(rows)).toBeGreaterThanOrEqual(10);
  // The names of the columns stay where they are seen.
  await rows.nth(8).evaluate((one) => one.scrollIntoView());
  expect(await wholeInView(table.getByRole('columnheader').first())).toBe(1);
  await close();
});

it('goes from person to person by the arrow keys and stays with the same button', async () => {
  const { page, close } = await open(`/sessions/${session.id}`, SMALL_DESK);
  const buttons = page.getByRole('table', { name: /的名单$/ }).getByRole('button', { name: /^办理/ });
  await buttons.first().focus();
  const focused = async (): Promise<number> =>
    buttons.evaluateAll((all) => all.findIndex((one) => one === document.activeElement));
  for (const [key, at] of [
    ['ArrowDown', 1],
    ['ArrowDown', 2],
    ['ArrowUp', 1],
    ['End', 13],
    ['ArrowDown', 13],
    ['Home', 0],
  ] as const) {
    await page.keyboard.press(key);
    expect([key, await focused()]).toEqual([key, at]);
  }
  await close();
});

it('is no wider than a phone', async () => {
  const { page, close } = await open(`/sessions/${session.id}`, PHONE);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width + 1);
  await close();
});
