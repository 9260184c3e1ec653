/**
 * A whole morning without a mouse: signing in, what is to do today, a roster that is sorted and walked, somebody seen in
 * full, a note, a message, a request for legal aid, a report of a station, and out again. The focus is seen wherever it
 * stops, and a dialog gives it back.
 */
import type { Locator, Page } from 'playwright-core';
import { inviteAdministrator } from '../../server/src/staff/identity/admin';
import { codeAt } from '../service/staff/support';
import { consents } from '../service/support/service';
import { openConsole, settled, type Console } from './support/console';
import { makeSession, signUpPerson, type MadeSession } from './support/made';

jest.setTimeout(180_000);

const USERNAME = 'morning';
const PASSWORD = '四个不相干的词连起来-2';
/** More stops than any page of this morning has. */
const MAX_STOPS = 150;

let console_: Console;
let session: MadeSession;
let secret: string;
beforeAll(async () => {
  console_ = await openConsole('sqlite');
  const { test } = console_;
  const invited = await inviteAdministrator(test.service, { username: USERNAME, name: '演示早班', reset: false });
  if (typeof invited === 'string') throw new Error(invited);
  const account = { username: USERNAME, setup: invited.setup };
  const begun = await test.ask('POST /api/v1/staff/setup', { body: account });
  secret = begun.json<{ secret: string }>().secret;
  const code = codeAt(secret, Date.now());
  const done = await test.ask('POST /api/v1/staff/setup', { body: { ...account, password: PASSWORD, code } });
  expect(done.statusCode).toBe(200);

  session = await makeSession(console_, { title: '演示早班场' });
  for (const serial of [1, 2, 3]) await signUpPerson(console_, session.id, serial);
  const worker = { topic: 'pay', name: '演示人', phone: '19900000009', text: '三个月没发工资。' };
  const token = await test.login();
  await test.ask('POST /api/v1/legal-aid', { token, body: { ...worker, consents: consents('legal-aid') } });
  const [station] = test.service.content.dataset().stations.filter(({ adcode }) => adcode !== undefined);
  await test.ask(`POST /api/v1/stations/${station?.id}/reports`, {
    token,
    body: { kind: 'closed', note: '演示：门锁着' },
  });
}, 300_000);
afterAll(() => console_?.close());

/** What is wrong with where the focus is; empty where it is seen. */
const faultOfFocus = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const at = document.activeElement;
    if (!(at instanceof HTMLElement) || at === document.body) return 'the focus is nowhere';
    const { outerHTML } = at;
    // Ant draws a tick's and a field's ring on what stands around them.
    const around = [at, at.parentElement, at.nextElementSibling, at.closest('[class*="-wrapper"]')];
    const isRinged = around.some((one) => {
      if (!one) return false;
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(one);
      return (outlineStyle !== 'none' && parseFloat(outlineWidth) > 0) || boxShadow !== 'none';
    });
    const { top, bottom, left, right } = at.getBoundingClientRect();
    const isInView = bottom > 0 && top < window.innerHeight && right > 0 && left < window.innerWidth;
    if (!isInView) return `out of view: ${outerHTML.slice(0, 160)}`;
    return isRinged ? '' : `no ring: ${outerHTML.slice(0, 160)}`;
  });

const isFocused = (target: Locator): Promise<boolean> =>
  target.evaluateAll((all) => all.length === 1 && all[0] === document.activeElement);

/** Presses the tabulator until the focus is there, and looks at every stop. */
async function tabTo(page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await target.waitFor({ state: 'attached' });
  for (let stop = 0; stop < MAX_STOPS; stop += 1) {
    if (await isFocused(target)) return;
    await page.keyboard.press(key);
    // A dialog's ends, which only send the focus on.
    if (!(await page.evaluate(() => document.activeElement?.matches('[aria-hidden="true"], .ant-modal')))) {
      expect(await faultOfFocus(page)).toBe('');
    }
  }
  throw new Error(`the tabulator never came to ${String(target)}`);
}

/** Asks anew each time, since what is drawn again is another element. */
async function waitForFocus(page: Page, target: Locator): Promise<void> {
  await target.waitFor({ state: 'attached' });
  while (!(await isFocused(target))) await page.evaluate(() => new Promise(requestAnimationFrame));
}

/** Waits until the focus is there, which somebody else has put there. */
async function comesTo(page: Page, target: Locator): Promise<void> {
  await waitForFocus(page, target);
  expect(await faultOfFocus(page)).toBe('');
}

async function pressAt(page: Page, target: Locator, key = 'Enter', way: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await tabTo(page, target, way);
  await page.keyboard.press(key);
}

async function typeInto(page: Page, field: Locator, text: string): Promise<void> {
  await tabTo(page, field);
  await page.keyboard.insertText(text);
}

async function arrivesAt(page: Page, title: string | RegExp): Promise<void> {
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
  await settled(page);
  // The heading is read out; nothing can be done with it, so it has no ring.
  await waitForFocus(page, page.getByRole('heading', { level: 1 }));
}

it('does a whole morning by the keyboard alone', async () => {
  const page = await console_.stranger();
  await page.goto(`${console_.origin}/staff/`);
  await comesTo(page, page.getByLabel('用户名'));
  await page.keyboard.insertText(USERNAME);
  await typeInto(page, page.getByLabel('密码', { exact: true }), '不是这一个密码');
  await page.keyboard.press('Enter');
  await page.getByText('用户名、密码或验证码不对，请核对后再试').waitFor();
  // What was wrong is put right where one is.
  await comesTo(page, page.getByLabel('密码', { exact: true }));
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText(PASSWORD);
  await page.keyboard.press('Enter');
  await comesTo(page, page.getByLabel('动态码'));
  // The code of the setup is used; the next is good already.
  await page.keyboard.insertText(codeAt(secret, Date.now() + 30_000));
  await page.keyboard.press('Enter');

  await arrivesAt(page, /^\d+月\d+日/);
  await pressAt(page, page.getByRole('main').getByRole('link', { name: '演示早班场', exact: true }));
  await arrivesAt(page, '演示早班场');

  // Sorted downwards by number, the third stands first; one row down is the second.
  const roster = page.getByRole('table', { name: /的名单$/ });
  const head = roster.getByRole('columnheader', { name: '手机号' });
  await pressAt(page, head.getByRole('button'));
  await page.keyboard.press('Enter');
  expect(await head.getAttribute('aria-sort')).toBe('descending');
  const rows = roster.locator('tbody tr');
  await tabTo(page, rows.first());
  await page.keyboard.press('ArrowDown');
  await comesTo(page, rows.nth(1));

  // Somebody in full, for a reason.
  await page.keyboard.press('Enter');
  await comesTo(page, page.getByRole('menuitem', { name: '查看完整信息' }));
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.waitFor();
  await pressAt(page, dialog.getByRole('radio').first(), 'Space');
  await pressAt(page, dialog.getByRole('button', { name: '查看完整信息' }));
  await dialog.waitFor({ state: 'detached' });
  await rows.nth(1).getByText('19900000002').waitFor();
  const actions = rows.nth(1).getByRole('button', { name: /^办理/ });
  await comesTo(page, actions);

  // A note of hers.
  await page.keyboard.press('Enter');
  // A menu takes the focus a moment after it is drawn.
  await comesTo(page, page.getByRole('menuitem').first());
  await page.keyboard.press('ArrowUp');
  await comesTo(page, page.getByRole('menuitem', { name: '内部备注' }));
  await page.keyboard.press('Enter');
  await typeInto(page, dialog.getByLabel('写备注'), '演示：下午两点后方便接电话。');
  await pressAt(page, dialog.getByRole('button', { name: '保存备注' }));
  await dialog.getByRole('list', { name: '内部备注' }).waitFor();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await comesTo(page, actions);

  // A message to her and to whoever stands above her; what came of it takes the dialog's place.
  await pressAt(page, rows.nth(1).getByRole('checkbox'), 'Space', 'Shift+Tab');
  await page.keyboard.press('ArrowUp');
  await pressAt(page, rows.first().getByRole('checkbox'), 'Space');
  const message = page.getByRole('button', { name: '发消息（2 人）' });
  await pressAt(page, message, 'Enter', 'Shift+Tab');
  await typeInto(page, dialog.getByLabel('消息内容'), '演示：请带身份证。');
  await pressAt(page, dialog.getByRole('button', { name: '发送' }));
  await pressAt(page, dialog.getByRole('button', { name: '知道了' }));
  await dialog.waitFor({ state: 'detached' });
  await comesTo(page, message);

  // A request for legal aid, by its row.
  const menu = page.getByRole('navigation', { name: '主菜单' });
  await pressAt(page, menu.getByRole('link', { name: /^法律援助/ }), 'Enter', 'Shift+Tab');
  await arrivesAt(page, '法律援助');
  await pressAt(page, page.getByRole('table', { name: '法律援助请求' }).locator('tbody tr'));
  await page.getByText('三个月没发工资。').waitFor();
  await typeInto(page, page.getByLabel('答复内容'), '演示：请先带上工资条来一趟。');
  const send = page.getByRole('button', { name: '发送答复' });
  await pressAt(page, send);
  await page.getByText('工会答复').waitFor();
  await comesTo(page, send);

  // A station's report, looked into.
  await pressAt(page, menu.getByRole('link', { name: /^驿站反馈/ }), 'Enter', 'Shift+Tab');
  await arrivesAt(page, '驿站反馈');
  const handle = page.getByRole('button', { name: /^处理/ });
  await pressAt(page, handle);
  await dialog.waitFor();
  await pressAt(page, dialog.getByRole('radio').first(), 'Space');
  await pressAt(page, dialog.getByRole('button', { name: '保存' }));
  await dialog.waitFor({ state: 'detached' });
  await page.getByText('已核实，处理中').first().waitFor();
  await comesTo(page, handle);

  await pressAt(page, page.getByRole('link', { name: '演示早班' }), 'Enter', 'Shift+Tab');
  await arrivesAt(page, '演示早班');
  await pressAt(page, page.getByRole('button', { name: '退出登录' }));
  await page.getByRole('heading', { name: '登录' }).waitFor();
  await comesTo(page, page.getByLabel('用户名'));
  await page.context().close();
});
