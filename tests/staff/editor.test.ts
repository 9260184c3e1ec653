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
    // The app's own page shows it as it would be, before anything is published.
    const title = await fresh.getByRole('heading', { level: 2 }).first().innerText();
    await fresh.getByRole('button', { name: /，手机上的样子$/ }).click();
    await fresh.frameLocator('iframe').getByText(title).first().waitFor();
    await fresh.getByRole('button', { name: /，手机上的样子$/ }).click();
    await fresh.locator('iframe').waitFor({ state: 'detached' });
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

  it('writes one case in Chinese, publishes it to the app, and takes it down again', async () => {
    const { page, context } = await console_.as(['editor']);
    const TITLE = '演示：一件事一次办';
    await page.goto(`${console_.origin}/staff/content/records/cases/new`);
    await page.getByLabel('标题', { exact: true }).first().fill(TITLE);
    await page.getByLabel('单位').first().fill('演示区总工会');
    await page.getByLabel('发布日期（选填）').first().fill('昨天');
    await page.getByLabel('发布单位').first().fill('演示区总工会');
    expect(await axe(page)).toEqual([]);
    // Nothing is published before what is missing was filled in and looked at.
    await page.getByRole('button', { name: '预览改动' }).click();
    await page.getByText('请填写分类').waitFor();
    expect(await page.getByRole('button', { name: '发布', exact: true }).isDisabled()).toBe(true);
    await page.getByLabel('分类').click();
    await page.getByTitle('女职工工作').click();
    await page.getByRole('button', { name: '预览改动' }).click();
    await page
      .getByRole('table', { name: /的改动/ })
      .getByText('女职工工作')
      .waitFor();
    expect(await page.getByRole('table', { name: /的改动/ }).innerText()).not.toMatch(/high|official|\{|50\d{4}/);
    expect(await axe(page)).toEqual([]);
    await page.getByRole('button', { name: '发布', exact: true }).click();
    await page.waitForURL(/content$/);
    const cases = async (see: boolean): Promise<void> => {
      await phone.relaunch();
      await phone.open('/features/cases/pages/list/index');
      await phone.see('案例');
      await (see ? phone.see('案例', TITLE) : phone.dontSee(TITLE));
    };
    await cases(true);

    await page.getByLabel('哪一类').click();
    await page.getByTitle('案例').click();
    await page.getByRole('button', { name: `修改“${TITLE}”` }).click();
    await page.getByRole('button', { name: '下架' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '下架' }).click();
    await page.waitForURL(/content$/);
    await cases(false);

    // Its history is still there, and any version of it can be brought back.
    await page.getByLabel('哪一类').click();
    await page.getByTitle('案例').click();
    await page.getByText('已下架 1 条').click();
    await page.getByRole('link', { name: TITLE }).click();
    await page.getByRole('button', { name: '恢复这一版' }).click();
    await page.getByRole('dialog').getByRole('table').waitFor();
    expect(await axe(page)).toEqual([]);
    await page.getByRole('dialog').getByRole('button', { name: '恢复', exact: true }).click();
    await page.getByText('现在的版本', { exact: true }).waitFor();
    await cases(true);
    expect(phone.errors).toEqual([]);
    await context.close();
  }, 180_000);
});
