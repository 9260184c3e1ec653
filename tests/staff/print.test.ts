/** What comes out of the printer: through Chromium's own PDF, no button and no search, each session on a page of its own. */
import type { Page } from 'playwright-core';
import { sayReference } from '@yugong/domain/registration/words';
import { changedNotice } from '../service/staff/support';
import { openConsole, settled, type Console } from './support/console';
import { makeSession, signUpPerson, type MadeSession } from './support/made';

let console_: Console;
let session: MadeSession;
beforeAll(async () => {
  console_ = await openConsole('sqlite');
  session = await makeSession(console_, { title: '演示打印一' });
  await makeSession(console_, { programme: session.programmeId, title: '演示打印二' });
  for (const serial of [1, 2]) await signUpPerson(console_, session.id, serial);
  const { registrationId } = await signUpPerson(console_, session.id, 3);
  await changedNotice(console_.test, registrationId, session.id);
}, 300_000);
afterAll(() => console_?.close());

/** How many sheets of paper the page takes. */
const sheets = async (page: Page): Promise<number> =>
  (await page.pdf({ format: 'A4' })).toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;

/** What only a screen can have, where it is on the paper all the same. */
const controlsOnPaper = (page: Page): Promise<string[]> =>
  page
    .locator('button, input, select, textarea, [role="search"], nav, .ant-btn')
    .evaluateAll((all) => all.filter((one) => one.checkVisibility()).map((one) => one.outerHTML.slice(0, 120)));

it.each([
  ['a session with its roster', () => `/sessions/${session.id}`, '199****0001'],
  ['the sessions', () => '/sessions', '演示打印二'],
  ['the entrance', () => '/door', '演示打印一'],
  ['the figures', () => '/figures', '筛查，对比'],
  ['the call list', () => '/call-list', '199****0003'],
  ['the audit', () => '/audit', '演示人新建场次'],
])('prints %s without a button or a search, and with who printed it', async (_, path, text) => {
  const { page, context } = await console_.as(['administrator']);
  await page.goto(`${console_.origin}/staff${path()}`);
  await settled(page);
  await page.emulateMedia({ media: 'print' });
  expect(await controlsOnPaper(page)).toEqual([]);
  await page.getByText(text).first().waitFor();
  // The browser says so before it draws the paper.
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  await page.getByText(/^渝工随行管理台，演示人打印，\d{4}-\d\d-\d\d \d\d:\d\d$/).waitFor();
  expect(await sheets(page)).toBeGreaterThan(0);
  await context.close();
});

it('prints the lists for the entrance, a session a page, with boxes to tick', async () => {
  const { page, context } = await console_.as(['check-in']);
  await page.addInitScript(() => {
    window.print = () => undefined;
  });
  await page.goto(`${console_.origin}/staff/door`);
  await settled(page);
  await page.getByRole('button', { name: '打印签到名单' }).click();
  await page.waitForSelector('[data-paper]', { state: 'attached' });
  await page.emulateMedia({ media: 'print' });
  expect(await controlsOnPaper(page)).toEqual([]);
  const lists = page.getByRole('table', { name: /打印用$/ });
  expect(await lists.count()).toBe(2);
  expect(await lists.first().getByRole('row').count()).toBe(4);
  expect(await page.locator('#root').isVisible()).toBe(false);
  // Whoever checks in sees no more on paper than on the screen.
  expect(await page.locator('[data-paper]').innerText()).not.toMatch(/199\*{4}|\d{11}/);
  expect(await sheets(page)).toBe(2);
  await context.close();
});

it("prints 24 labels on a sheet, for who has a seat: initials and the ticket's number, nothing else", async () => {
  const many = await makeSession(console_, { programme: session.programmeId, title: '演示标签' });
  const [first] = [await signUpPerson(console_, many.id, 101, '欧阳演示')];
  for (let serial = 102; serial <= 125; serial += 1) await signUpPerson(console_, many.id, serial);
  const { page, context } = await console_.as(['clerk']);
  await page.addInitScript(() => {
    window.print = () => undefined;
  });
  await page.goto(`${console_.origin}/staff/sessions/${many.id}`);
  await settled(page);
  await page.getByRole('button', { name: '打印标签' }).click();
  const paper = page.locator('[data-paper]');
  await paper.waitFor({ state: 'attached' });
  await page.emulateMedia({ media: 'print' });
  const labels = paper.getByRole('listitem');
  expect(await labels.count()).toBe(25);
  expect((await labels.first().innerText()).split(/\s*\n\s*/)).toEqual([
    expect.stringMatching(/^1\. [^演示]*＊+$/),
    sayReference(first.registrationId),
  ]);
  expect(await paper.innerText()).not.toMatch(/199|\d{11}/);
  // Each lies on its sticker: the whole sheet is eight times 37 mm high and three times 70 mm wide.
  const { width = 0, height = 0 } = (await labels.nth(23).boundingBox()) ?? {};
  expect([Math.round((width * 25.4) / 96), Math.round((height * 25.4) / 96)]).toEqual([70, 37]);
  const pdf = await page.pdf({ preferCSSPageSize: true });
  expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length).toBe(2);
  await context.close();
});
