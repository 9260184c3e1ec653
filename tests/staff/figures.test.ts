/** A month in numbers, drawn and taken along, small groups hidden in both; and the trail of who looked. On both engines. */
import { readFileSync } from 'node:fs';
import { dayAt } from '@yugong/domain/calendar';
import { axe, openConsole, settled, type Console } from './support/console';
import { makeSession, signUpPerson } from './support/made';
import { readSheet } from './support/sheet';

const MANY = 7;
const FEW = 3;

describe.each(['sqlite', 'postgres'] as const)('on %s', (engine) => {
  let console_: Console;
  beforeAll(async () => {
    console_ = await openConsole(engine);
    const session = await makeSession(console_);
    for (let n = 1; n <= MANY; n += 1) await signUpPerson(console_, session.id, n);
    const [station] = console_.test.service.content.dataset().stations;
    for (let n = 0; n < FEW; n += 1)
      await console_.test.ask(`POST /api/v1/stations/${station?.id}/reports`, {
        token: await console_.test.login(),
        body: { kind: 'no-water' },
      });
  }, 300_000);
  afterAll(() => console_?.close());

  it('draws a month, hides groups under five, and gives the same as files', async () => {
    const { page, context } = await console_.as(['administrator']);
    await page.goto(`${console_.origin}/staff/figures`);
    await settled(page);
    await page.getByRole('table', { name: '按区县' }).getByText('渝中区').waitFor();
    expect(await page.getByRole('definition').first().innerText()).toContain(String(MANY));
    const few = page.getByRole('table', { name: '驿站反馈' }).getByRole('row').filter({ hasText: '没有水' });
    expect(await few.innerText()).toContain('不显示');
    expect(await page.getByRole('main').innerText()).not.toMatch(new RegExp(`没有水\\s*${FEW}`));
    // The columns of the days stand for themselves, and as a table for who can't see them.
    expect(await page.getByRole('table', { name: '每天报名的人数' }).getByRole('row').count()).toBeGreaterThan(27);
    const tall = await page.evaluate(() => document.documentElement.scrollHeight);
    const drawn = await page
      .getByRole('main')
      .evaluate((main) => (main.lastElementChild?.getBoundingClientRect().bottom ?? 0) + window.scrollY);
    expect(tall - drawn).toBeLessThan(200);
    expect(await axe(page)).toEqual([]);

    const [csv] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '下载 CSV' }).click(),
    ]);
    const text = readFileSync(await csv.path(), 'utf8');
    expect(text).toContain(`"报名（按区县）","渝中区","${MANY}"`);
    expect(text).not.toContain(`"${FEW}"`);
    const [xlsx] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '下载表格' }).click(),
    ]);
    const cells = (await readSheet(await xlsx.path())).flat();
    expect(cells.map(String)).toContain(String(MANY));
    expect(cells).not.toContain(FEW);
    expect(cells.join(' ')).toMatch(/演示人 \d{4}-\d\d-\d\d \d\d:\d\d 导出/);
    const [png] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '下载图片' }).click(),
    ]);
    expect(png.suggestedFilename()).toMatch(/^统计-\d{4}-\d\d\.png$/);
    const picture = readFileSync(await png.path());
    expect([picture.readUInt32BE(16), picture.readUInt32BE(20) > 600]).toEqual([1200, true]);
    // The month before stands beside it until one chooses another, or none.
    await page
      .getByRole('table', { name: /年\d+月和\d+年/ })
      .getByText('报名', { exact: true })
      .waitFor();
    await page.getByLabel('对比', { exact: true }).selectOption('none');
    await page.getByRole('table', { name: /年\d+月和\d+年/ }).waitFor({ state: 'detached' });
    // Another month of another kind: nothing, and it says so.
    await page.getByLabel('种类').selectOption('event');
    await page.getByText('这个月没有数据。').first().waitFor();
    await context.close();
  });

  it('keeps a trail in words of who took them along, found by what and when', async () => {
    const { page, context } = await console_.as(['administrator']);
    await page.goto(`${console_.origin}/staff/audit`);
    await page.getByText('记录完整，未被改动').waitFor();
    await page.getByLabel('页面').selectOption('figures');
    const rows = page.getByRole('table', { name: '操作记录' }).getByRole('row').filter({ hasText: '下载统计' });
    await rows.first().waitFor();
    expect(await rows.count()).toBe(2);
    expect(await rows.first().innerText()).toContain('筛查');
    await page.getByLabel('开始日期').fill('2031-01-01');
    await page.getByText('这段时间没有记录').waitFor();
    await page.getByLabel('开始日期').fill(dayAt(Date.now()));
    await rows.first().waitFor();
    const [csv] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '导出' }).click(),
    ]);
    const text = readFileSync(await csv.path(), 'utf8');
    expect(text).toMatch(/演示人 \d{4}-\d\d-\d\d \d\d:\d\d 导出，记录完整，未被改动/);
    expect(text.match(/演示人下载统计/g)).toHaveLength(2);
    // Nothing in it is a name of the program's.
    await page.getByLabel('页面').selectOption('');
    await page.getByRole('row').filter({ hasText: '打开应用' }).first().waitFor();
    const done = await page.getByRole('table').locator('tbody tr td:nth-of-type(1)').allInnerTexts();
    expect(done.filter((said) => /[a-z]+[.-][a-z]/.test(said))).toEqual([]);
    expect(await axe(page)).toEqual([]);
    await context.close();
  });
});
