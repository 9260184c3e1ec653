/** A desk with a small screen: ten sessions and ten people of a roster are seen at once, sorted and with the columns one wants. */
import type { Locator, Page } from 'playwright-core';
import { residentId } from '../service/support/service';
import { axe, openConsole, PHONE, settled, type Console } from './support/console';
import { makeSession, signUpPerson, type MadeSession } from './support/made';

const SMALL_DESK = { width: 1366, height: 768 };
/** What a page at 200 % has of the small desk. */
const ZOOMED = { width: 683, height: 384 };

let console_: Console;
let session: MadeSession;
beforeAll(async () => {
  console_ = await openConsole('sqlite');
  session = await makeSession(console_, { title: '演示一屏' });
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

const rosterOf = (page: Page): Locator => page.getByRole('table', { name: /的名单$/ });

it('shows ten sessions at once at 1366 by 768', async () => {
  const { page, close } = await open('/sessions', SMALL_DESK);
  const rows = page.getByRole('table', { name: '场次' }).locator('tbody tr');
  await rows.first().waitFor();
  expect(await wholeInView(rows)).toBeGreaterThanOrEqual(10);
  await close();
});

it('shows ten people of a roster at once at 1366 by 768, below the names of the columns', async () => {
  const { page, close } = await open(`/sessions/${session.id}`, SMALL_DESK);
  const rows = rosterOf(page).locator('tbody tr');
  await rows.first().waitFor();
  await rosterOf(page).evaluate((one) => one.scrollIntoView());
  expect(await wholeInView(rows)).toBeGreaterThanOrEqual(10);
  // The names of the columns stay where they are seen.
  await rows.nth(8).evaluate((one) => one.scrollIntoView());
  expect(await wholeInView(rosterOf(page).getByRole('columnheader').first())).toBe(1);
  await close();
});

it('goes from person to person by the arrow keys and stays with the same button', async () => {
  const { page, close } = await open(`/sessions/${session.id}`, SMALL_DESK);
  const walk = async (stops: Locator): Promise<void> => {
    const focused = (): Promise<number> =>
      stops.evaluateAll((all) => all.findIndex((one) => one === document.activeElement));
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
  };
  const buttons = rosterOf(page).getByRole('button', { name: /^办理/ });
  await buttons.first().focus();
  await walk(buttons);
  // The rows themselves are one stop of the tabulator; Enter opens what a row is mostly opened for.
  const rows = rosterOf(page).locator('tbody tr');
  await rows.first().focus();
  await walk(rows);
  expect(
    await rows.evaluateAll((all) => all.filter((one) => one instanceof HTMLElement && one.tabIndex === 0).length),
  ).toBe(1);
  await page.keyboard.press('Enter');
  await page.getByRole('menuitem', { name: '查看完整信息' }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('menu').waitFor({ state: 'hidden' });
  await page.waitForFunction(() => document.activeElement?.ariaLabel?.startsWith('办理'));
  await close();
});

it('sorts by the head of a column, says so, and goes back to the order of arrival', async () => {
  const { page, close } = await open(`/sessions/${session.id}`, SMALL_DESK);
  const roster = rosterOf(page);
  const lastFour = (): Promise<string[]> =>
    roster.locator('tbody tr').evaluateAll((all) => all.map((row) => /\*{4}(\d{4})/.exec(row.textContent)?.[1] ?? ''));
  await roster.getByRole('rowheader').first().waitFor();
  const arrived = await lastFour();
  const head = roster.getByRole('columnheader', { name: '手机号' });
  for (const [sorted, order] of [
    ['ascending', [...arrived].sort()],
    ['descending', [...arrived].sort().reverse()],
    [null, arrived],
  ] as const) {
    await head.getByRole('button').press('Enter');
    expect([await head.getAttribute('aria-sort'), await lastFour()]).toEqual([sorted, order]);
  }
  await close();
});

it('keeps which columns are shown, on this device and for this account alone', async () => {
  const { page, close } = await open(`/sessions/${session.id}`, SMALL_DESK);
  const column = rosterOf(page).getByRole('columnheader', { name: '身份证号' });
  await column.waitFor();
  await rosterOf(page).getByRole('button', { name: '选择列' }).press('Enter');
  await page.getByRole('dialog').getByLabel('身份证号').uncheck();
  expect(await axe(page)).toEqual([]);
  await page.getByRole('dialog').getByRole('button', { name: '完成' }).press('Enter');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await column.waitFor({ state: 'detached' });
  await page.reload();
  await rosterOf(page).getByRole('rowheader').first().waitFor();
  expect(await column.count()).toBe(0);
  const kept = await page.evaluate(() =>
    Object.entries(localStorage).filter(([key]) => key.startsWith('staff.columns')),
  );
  expect(kept).toEqual([[expect.stringMatching(/\.roster$/), '["身份证号"]']]);
  // Nothing about anybody is in it.
  expect(JSON.stringify(kept)).not.toContain(residentId(1).slice(-4));
  await close();
});

it('shows a person a row with one button on a phone', async () => {
  const { page, close } = await open(`/sessions/${session.id}`, PHONE);
  const rows = rosterOf(page).locator('tbody tr');
  await rows.first().waitFor();
  const buttons = await rows.evaluateAll((all) =>
    all.map((row) => [...row.querySelectorAll('a, button')].filter((one) => one.checkVisibility()).length),
  );
  expect(buttons).toEqual(Array.from({ length: 14 }, () => 1));
  // Also with what a clerk should look at twice: their numbers are alike.
  const { height = 0 } = (await rows.first().boundingBox()) ?? {};
  expect(height).toBeLessThanOrEqual(96);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width + 1);
  expect(await axe(page)).toEqual([]);
  // What has no button of its own there is in its menu.
  await rows.first().getByRole('button', { name: /^办理/ }).click();
  await page.getByRole('menuitem', { name: '查看完整信息' }).click();
  await page.getByRole('dialog', { name: /的完整信息$/ }).waitFor();
  await close();
});

it.each(['/sessions', 'roster', '/stations/list', '/legal-aid', '/complaints'])(
  'is whole at 200 %%: %s',
  async (path) => {
    const { page, context } = await console_.as(['administrator'], { viewport: ZOOMED });
    await page.goto(`${console_.origin}/staff${path === 'roster' ? `/sessions/${session.id}` : path}`);
    await settled(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(ZOOMED.width + 1);
    expect(await axe(page)).toEqual([]);
    await context.close();
  },
);
