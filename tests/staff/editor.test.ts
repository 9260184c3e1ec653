/**
 * An editor pastes a newsletter, looks at what is flagged and what differs, corrects, publishes and takes it back; the
 * app that workers have shows it without a release. In Chromium on the real service, on both engines.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { h5Reader, type H5Reader } from '../journeys/drivers/h5';
import { dayAt } from '@yugong/domain/calendar';
import { axe, ensureBuilt, openConsole, settled, type Console } from './support/console';

const newsletter = readFileSync(path.join(__dirname, '../fixtures/newsletters/headings.md'), 'utf8')
  // What is still to come can't have been published.
  .replaceAll('2030', '2026');
const CORRECTED = '演示：改正过的标题';

describe.each(['sqlite', 'postgres'] as const)('on %s', (engine) => {
  let console_: Console;
  let phone: H5Reader;
  beforeAll(async () => {
    await ensureBuilt('h5');
    console_ = await openConsole(engine);
    phone = await h5Reader(console_.browser, console_.origin, { today: dayAt(Date.now()) });
  }, 300_000);
  afterAll(async () => {
    await phone?.close();
    await console_?.close();
  });

  const appShows = async (title: string): Promise<void> => {
    await phone.relaunch();
    await phone.open('/features/news/pages/list/index');
    await phone.see('工会动态', title);
  };

  it('goes from the paste to the app and back again, losing nothing to a reload', async () => {
    const { page, context } = await console_.as(['editor']);
    await page.goto(`${console_.origin}/staff/content`);
    await page.getByLabel('通讯全文').fill(newsletter);
    await page.reload();
    expect(await page.getByLabel('通讯全文').inputValue()).toHaveLength(newsletter.replace(/\r\n/g, '\n').length);
    await page.getByRole('button', { name: '识别内容' }).click();
    await page.waitForURL(/drafts/);
    await settled(page);
    const text = page.getByRole('region', { name: '原文' });
    await text.getByText('前言，没有收').waitFor();
    expect(await axe(page)).toEqual([]);

    // It doesn't say of when it is: nothing can be published until somebody does.
    await page.getByLabel('发布日期').fill('2026-03-20');
    await page.getByRole('button', { name: '按此日期重新识别' }).click();
    await page.getByText('未识别出这一期的发布日期').waitFor({ state: 'detached' });

    // Beside the text, what is there now and what it would become.
    const news = page.getByRole('region').filter({ hasText: '动态，原文第' });
    const fresh = news.filter({ hasText: '新增' }).first();
    await fresh.getByRole('button', { name: /查看原文$/ }).click();
    await text.locator('li[class*="here"]').waitFor();
    await fresh.getByText('查看全部内容').click();
    await fresh.getByText('出处').waitFor();
    expect(await axe(page)).toEqual([]);
    await fresh.getByRole('button', { name: /，修改$/ }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('标题').waitFor();
    expect(await axe(page)).toEqual([]);
    // What the check refuses is said at once, with the field in words, and what was typed stays.
    await dialog.getByLabel('发生日期').fill('二月三十');
    await dialog.getByLabel('标题').fill(CORRECTED);
    await dialog.getByRole('button', { name: '保存' }).click();
    await dialog.getByText(/^发生日期：/).waitFor();
    expect(await dialog.getByLabel('标题').inputValue()).toBe(CORRECTED);
    // Closed by mistake, and the page loaded anew: it is still there, and can be given up.
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await page.reload();
    await fresh.getByRole('button', { name: /，修改$/ }).click();
    await dialog.getByText('已恢复上次未保存的修改').waitFor();
    expect(await dialog.getByLabel('标题').inputValue()).toBe(CORRECTED);
    expect(await axe(page)).toEqual([]);
    await dialog.getByRole('button', { name: '放弃，重新修改' }).click();
    expect(await dialog.getByLabel('标题').inputValue()).not.toBe(CORRECTED);
    await dialog.getByLabel('标题').fill(CORRECTED);
    await dialog.getByLabel('发生日期').fill('2026-03-14');
    await dialog.getByRole('button', { name: '保存' }).click();
    await dialog.waitFor({ state: 'detached' });

    await fresh.getByRole('checkbox').check();
    await page.getByRole('button', { name: '发布选中的 1 条' }).click();
    await page.getByText('已作为第 1 版发布').waitFor();
    await appShows(CORRECTED);

    await page.goto(`${console_.origin}/staff/content`);
    await page.getByRole('table', { name: '已发布的版本' }).getByText('动态 1 条').waitFor();
    await page.getByRole('button', { name: '撤回第 1 版' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '撤回' }).waitFor();
    expect(await axe(page)).toEqual([]);
    await page.getByRole('dialog').getByRole('button', { name: '撤回' }).click();
    await page.getByText('已在第 2 版撤回').waitFor();
    expect(await axe(page)).toEqual([]);
    await phone.relaunch();
    await phone.open('/features/news/pages/list/index');
    await phone.see('工会动态');
    await phone.dontSee(CORRECTED);
    expect(phone.errors).toEqual([]);
    await context.close();
  }, 180_000);
});
