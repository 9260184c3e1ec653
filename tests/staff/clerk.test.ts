/** A district's clerk: makes a session, fills it, shrinks it, calls it off. On both engines. */
import type { Page } from 'playwright-core';
import { HOUR } from '@yugong/domain/time';
import { toLocal } from '../../staff/src/parts/local-time';
import { residentId } from '../service/support/service';
import { axe, openConsole, settled, type Console } from './support/console';
import { makeSession, signUpPerson } from './support/made';

const local = (at: number): string => toLocal(new Date(at).toISOString());

async function fillTimes(page: Page, start: number): Promise<void> {
  await page.getByLabel('开始时间').fill(local(start));
  await page.getByLabel('结束时间').fill(local(start + 2 * HOUR));
  await page.getByLabel('报名开始').fill(local(Date.now() - HOUR));
  await page.getByLabel('报名截止').fill(local(start - 5 * HOUR));
  await page.getByLabel('可自行取消或改期至').fill(local(start - 6 * HOUR));
}

describe.each(['sqlite', 'postgres'] as const)('on %s', (engine) => {
  let console_: Console;
  beforeAll(async () => {
    console_ = await openConsole(engine);
  }, 300_000);
  afterAll(() => console_?.close());

  it('makes a session, seeing what the worker will see, and loses nothing typed to a reload', async () => {
    const { programmeId } = await makeSession(console_);
    const { page, context } = await console_.as(['clerk']);
    await page.goto(`${console_.origin}/staff/sessions/new?programme=${programmeId}`);
    const start = Date.now() + 72 * HOUR;
    await page.getByLabel('名称').fill('演示周末筛查');
    await page.getByLabel('区县').selectOption('500103');
    await page.getByLabel('地点').fill('演示医院二楼');
    await fillTimes(page, start);
    const preview = page.getByRole('complementary', { name: '职工会看到的样子' });
    await preview.getByText('演示周末筛查').waitFor();
    await preview.getByText('剩余 30 个名额').waitFor();
    await page.reload();
    await preview.getByText('演示周末筛查').waitFor();
    expect(await page.getByLabel('地点').inputValue()).toBe('演示医院二楼');

    // The end before the beginning: said before saving, and kept out.
    await page.getByLabel('结束时间').fill(local(start - HOUR));
    await preview.getByText('暂不能保存').waitFor();
    await page.getByLabel('结束时间').fill(local(start + 2 * HOUR));
    await preview.getByText('暂不能保存').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: '创建场次' }).click();
    await page.getByRole('heading', { name: '演示周末筛查' }).waitFor();
    await page.getByText('/ 30 个名额').waitFor();
    await context.close();
  });

  it('adds somebody by hand, shows whom a smaller size hits, and calls the session off through a reload', async () => {
    const session = await makeSession(console_, { capacity: 3, title: '演示小场' });
    for (const serial of [1, 2]) await signUpPerson(console_, session.id, serial);
    const { page, context } = await console_.as(['clerk']);
    await page.goto(`${console_.origin}/staff/sessions/${session.id}`);
    await settled(page);
    await page.getByRole('button', { name: '手动添加' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('姓名').fill('演示大姐');
    await dialog.getByLabel('身份证号').fill(residentId(3));
    await dialog.getByRole('button', { name: '加入名单' }).click();
    await dialog.getByText('请先向本人说明').waitFor();
    expect(await axe(page)).toEqual([]);
    await dialog.getByRole('checkbox').check();
    await dialog.getByRole('button', { name: '加入名单' }).click();
    await page.getByText('工作人员代报').waitFor();

    await page.getByRole('button', { name: '调整名额' }).click();
    await dialog.getByLabel(/^名额/).fill('2');
    await dialog.getByRole('button', { name: '查看影响' }).click();
    await dialog.getByText('1 人会被移出，排到候补最前面').waitFor();
    await dialog.getByRole('button', { name: '确认修改' }).click();
    await page.getByText('/ 2 个名额').waitFor();
    await page.getByRole('table').getByText('被移出，候补最前', { exact: true }).waitFor();

    await page.getByRole('button', { name: '取消场次' }).click();
    expect(await axe(page)).toEqual([]);
    await dialog.getByLabel('给报名者的通知').fill('医院设备检修，改到下周，请留意新建场次。');
    await dialog.getByRole('button', { name: '取消 3 人的报名' }).click();
    await page.waitForURL(/job=/);
    await page.reload();
    await page.getByText('取消「演示小场」已完成').waitFor({ timeout: 30_000 });
    await page.getByText('医院设备检修，改到下周').waitFor();
    await context.close();
  });

  it('exports the roster as a job whose file can be fetched, and shows it among the jobs', async () => {
    const session = await makeSession(console_, { title: '演示导出' });
    await signUpPerson(console_, session.id, 21);
    const { page, context } = await console_.as(['clerk']);
    await page.goto(`${console_.origin}/staff/sessions/${session.id}`);
    await page.getByRole('button', { name: '导出表格' }).click();
    await page.getByRole('dialog').getByLabel('给承办的医院或场馆名单').check();
    await page.getByRole('dialog').getByRole('button', { name: '导出' }).click();
    const button = page.getByRole('button', { name: /^下载/ });
    await button.waitFor({ timeout: 30_000 });
    const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
    expect(download.suggestedFilename()).toMatch(/\.xlsx$/);
    await page.goto(`${console_.origin}/staff/jobs`);
    await page.getByRole('button', { name: /^下载/ }).first().waitFor();
    await context.close();
  });
});
