/**
 * The console on an old office computer: how long each page of its menu takes from the press on its item until all of it
 * stands, with the processor slowed down four times, beside the same press without. Each page was open before, so its
 * files are there. `npx tsx scripts/bench/rooms.ts [--rounds 5]`; writes the key `rooms` of bench/results.json.
 */
import type { Page } from 'playwright-core';
import { openConsole, settled, type Console } from '../../tests/staff/support/console';
import { makeSession, signUpPerson } from '../../tests/staff/support/made';
import { median, option, ratio } from './processes';
import { keepResults } from './results';

const SLOWER = 4;
/** Times its own time. */
const WANTED = 2.5;
/** People of the session that the lists have to show. */
const PEOPLE = 30;
const rounds = option('rounds', 5);

/** The items of the menu, as this account sees them. */
const roomsOf = (page: Page): Promise<string[]> =>
  page
    .getByRole('navigation', { name: '主菜单' })
    .getByRole('link')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));

/** From the press until the heading stands and nothing is on its way, in milliseconds of the page's own clock. */
const timeTo = (page: Page, at: string): Promise<number> =>
  page.evaluate(async (href) => {
    const link = document.querySelector<HTMLAnchorElement>(`nav a[href="${href}"]`);
    if (!link) throw new Error(`no item leads to ${href}`);
    const heading = (): string | null => document.querySelector('main h1')?.textContent ?? null;
    const before = heading();
    const pressed = performance.now();
    link.click();
    // The page before it stays until this one can be drawn.
    const stands = (): boolean =>
      ![null, before].includes(heading()) && document.querySelector('[aria-label="正在加载"]') === null;
    do await new Promise((resolve) => requestAnimationFrame(resolve));
    while (!stands());
    // Drawn, too: the next frame begins after it.
    await new Promise((resolve) => requestAnimationFrame(resolve));
    return performance.now() - pressed;
  }, at);

async function filled(console_: Console): Promise<void> {
  const session = await makeSession(console_, { title: '演示筛查', capacity: PEOPLE });
  for (let serial = 1; serial <= PEOPLE; serial += 1) await signUpPerson(console_, session.id, serial);
}

async function main(): Promise<void> {
  const console_ = await openConsole('sqlite');
  await filled(console_);
  const { page } = await console_.as(['administrator', 'editor', 'clerk', 'lawyer', 'check-in']);
  // tsx names functions by this helper, and the page is handed functions.
  await page.addInitScript('globalThis.__name = (value) => value');
  await page.goto(`${console_.origin}/staff/account`);
  await settled(page);
  const cdp = await page.context().newCDPSession(page);
  const rooms = await roomsOf(page);
  const times = new Map(rooms.map((at) => [at, { full: [] as number[], slowed: [] as number[] }]));
  for (let round = 0; round <= rounds; round += 1)
    for (const rate of [1, SLOWER]) {
      await cdp.send('Emulation.setCPUThrottlingRate', { rate });
      for (const at of rooms) {
        const took = await timeTo(page, at);
        // The first round fetches the files.
        if (round > 0) times.get(at)?.[rate === 1 ? 'full' : 'slowed'].push(took);
      }
    }
  const table = Object.fromEntries(
    [...times].map(([at, { full, slowed }]) => [
      at,
      {
        ms: Math.round(median(full)),
        slowedMs: Math.round(median(slowed)),
        ratio: ratio(median(slowed), median(full)),
      },
    ]),
  );
  await console_.close();
  keepResults({ rooms: { slower: SLOWER, wanted: WANTED, ...table } });
}

void main();
