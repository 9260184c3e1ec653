/** A clerk's roster: found, seen with a reason, moved, missed, undone, added, printed and taken along. On both engines. */
import type { Locator, Page } from 'playwright-core';
import { axe, openConsole, settled, type Console } from './support/console';
import { moveIntoPast, makeSession, signUpPerson } from './support/made';
import { readSheet } from './support/sheet';
import { residentId } from '../service/support/service';

const rowOf = (page: Page, tail: string): Locator =>
  page
    .getByRole('table', { name: /的名单$/ })
    .getByRole('row')
    .filter({ hasText: tail });

/** What can be done about somebody, from the keyboard: the menu opens, an arrow chooses, Enter takes it. */
async function choose(page: Page, tail: string, step: string): Promise<void> {
  await rowOf(page, tail).getByRole('button', { name: /^办理/ }).press('Enter');
  await page.getByRole('menuitem', { name: step }).click();
}

describe.each(['sqlite', 'postgres'] as const)('on %s', (engine) => {
  let console_: Console;
  beforeAll(async () => {
    console_ = await openConsole(engine);
  }, 300_000);
  afterAll(() => console_?.close());

  const auditOf = async (action: string): Promise<{ detail: Record<string, unknown> }[]> => {
    const rows = await console_.test.service.store.read
      .selectFrom('audit')
      .select(['detail'])
      .where('action', '=', action)
      .execute();
    return rows.map(({ detail }) => ({ detail: JSON.parse(detail) }));
  };

  it('finds by name, number and state, and shows all of one person only with a reason in words', async () => {
    const session = await makeSession(console_, { title: '演示找人' });
    await signUpPerson(console_, session.id, 201, '赵演示');
    await signUpPerson(console_, session.id, 202, '钱演示');
    const { page, context } = await console_.as(['clerk']);
    await page.goto(`${console_.origin}/staff/sessions/${session.id}`);
    await page.getByText('共 2 人').waitFor();
    const search = page.getByLabel('搜索名单');
    await search.fill('赵');
    await page.getByText('共 1 人').waitFor();
    await rowOf(page, '0201').waitFor();
    await search.fill('0202');
    await rowOf(page, '0202').waitFor();
    // What is searched for is a person's: it is in no address.
    expect(page.url()).not.toContain('0202');
    await search.fill('没有这个人');
    await page.getByText('没有找到').waitFor();
    await search.fill('');
    await page.getByLabel('状态').selectOption('cancelled');
    await page.getByText('没有找到').waitFor();
    await page.getByLabel('状态').selectOption('booked');
    await page.getByText('共 2 人').waitFor();

    await rowOf(page, '0201')
      .getByRole('button', { name: /^查看完整信息/ })
      .click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: '查看完整信息' }).click();
    await dialog.getByText('请选择原因').waitFor();
    await dialog.getByLabel('其他（请写明）').check();
    await dialog.getByRole('button', { name: '查看完整信息' }).click();
    await dialog.getByText('请写明原因').waitFor();
    await dialog.getByLabel('写明原因').fill('本人来电 19900000201');
    await dialog.getByText('不要写电话和证件号码').waitFor();
    await dialog.getByLabel('写明原因').fill('本人来电问地点');
    expect(await axe(page)).toEqual([]);
    await dialog.getByRole('button', { name: '查看完整信息' }).click();
    await page.getByText('赵演示').waitFor();
    await page.getByText('19900000201').waitFor();
    expect((await page.content()).includes('钱演示')).toBe(false);
    expect(await auditOf('person.revealed')).toContainEqual({
      detail: expect.objectContaining({ reason: 'other', note: '本人来电问地点', fields: 'name phone' }),
    });

    // Several at once, for one reason, and of their names no more than the roster shows.
    await page.getByLabel('全选本页').check();
    await page.getByText('已选 2 人').waitFor();
    await page.getByRole('button', { name: '查看所选的信息' }).click();
    await dialog.getByText('查看 2 人的完整信息').waitFor();
    await dialog.getByLabel('姓名').uncheck();
    await dialog.getByLabel('打电话联系本人').check();
    expect(await axe(page)).toEqual([]);
    await dialog.getByRole('button', { name: '查看完整信息' }).click();
    await page.getByText('19900000202').waitFor();
    expect((await page.content()).includes('钱演示')).toBe(false);

    // A whole number is looked for when she says why.
    await search.fill('199 0000 0202');
    await page.getByRole('button', { name: '按完整号码查找' }).click();
    await dialog.getByLabel('处理投诉或查询').check();
    expect(await axe(page)).toEqual([]);
    await dialog.getByRole('button', { name: '查找' }).click();
    await rowOf(page, '0202').waitFor();
    expect(await rowOf(page, '0201').count()).toBe(0);
    expect(await auditOf('people.searched')).toContainEqual({
      detail: expect.objectContaining({ reason: 'complaint', by: 'phone' }),
    });
    await context.close();
  });

  it('moves somebody, cancels for another, and notes who came and who missed it, each taken back', async () => {
    const session = await makeSession(console_, { title: '演示办理' });
    const other = await makeSession(console_, { programme: session.programmeId, inDays: 3, title: '演示另一场' });
    for (const serial of [211, 212, 213, 214]) await signUpPerson(console_, session.id, serial);
    const { page, context } = await console_.as(['clerk']);
    await page.goto(`${console_.origin}/staff/sessions/${session.id}`);
    await settled(page);
    await choose(page, '0211', '改到其他场次');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('radio', { name: /剩余 30 个/ }).check();
    expect(await axe(page)).toEqual([]);
    await dialog.getByRole('button', { name: '确认改期' }).click();
    await page.getByText('换好了').waitFor();
    await page.getByText('共 3 人').waitFor();

    await choose(page, '0212', '代为取消');
    await page.getByRole('dialog').getByRole('button', { name: '取消报名' }).waitFor();
    expect(await axe(page)).toEqual([]);
    await page.getByRole('dialog').getByLabel('取消原因').fill('演示：医生请假。');
    await page.getByRole('dialog').getByRole('button', { name: '取消报名' }).click();
    await rowOf(page, '0212').getByText('工会取消').waitFor();

    // Nobody has missed what hasn't begun.
    await rowOf(page, '0213').getByRole('button', { name: /^办理/ }).click();
    await page.getByRole('menuitem', { name: '签到' }).waitFor();
    expect(await page.getByRole('menuitem', { name: '记为未到场' }).count()).toBe(0);
    expect(await axe(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await moveIntoPast(console_, session.id, 60);
    await page.reload();
    await settled(page);
    await choose(page, '0213', '签到');
    await rowOf(page, '0213').getByText('已签到', { exact: true }).waitFor();
    await choose(page, '0213', '撤销签到');
    await rowOf(page, '0213').getByText('报名成功').waitFor();
    await choose(page, '0213', '记为未到场');
    await rowOf(page, '0213').getByText('未到场').waitFor();
    await choose(page, '0213', '撤销未到场');
    await rowOf(page, '0213').getByText('报名成功').waitFor();
    await page.getByRole('button', { name: '登记未到场' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '全部记为未到场' }).waitFor();
    expect(await axe(page)).toEqual([]);
    await page.getByRole('dialog').getByRole('button', { name: '全部记为未到场' }).click();
    await page.getByText('已登记 2 人未到场').waitFor();
    await rowOf(page, '0214').getByText('未到场').waitFor();

    await page.goto(`${console_.origin}/staff/sessions/${other.id}`);
    await rowOf(page, '0211').getByText('报名成功').waitFor();
    await context.close();
  });

  it('adds by hand, says where somebody is in already, and keeps what was typed when it is refused', async () => {
    const session = await makeSession(console_, { title: '演示加人', capacity: 1 });
    const { page, context } = await console_.as(['clerk']);
    await page.goto(`${console_.origin}/staff/sessions/${session.id}`);
    await page.getByText('还没有人报名').waitFor();
    const dialog = page.getByRole('dialog');
    const add = async (name: string, id: string): Promise<void> => {
      await page.getByRole('button', { name: '手动添加' }).click();
      await dialog.getByLabel('姓名').fill(name);
      await dialog.getByLabel('身份证号').fill(id);
      await dialog.getByRole('checkbox').check();
      await dialog.getByRole('button', { name: '加入名单' }).click();
    };
    await add('演示大姐', residentId(221, { born: '19500305' }));
    await dialog.getByText('年龄不在这个项目的范围内').waitFor();
    expect(await dialog.getByLabel('姓名').inputValue()).toBe('演示大姐');
    await dialog.getByLabel('身份证号').fill(residentId(221));
    await dialog.getByRole('button', { name: '加入名单' }).click();
    await page.getByText('工作人员代报').waitFor();
    await add('演示大姐', residentId(221));
    await page.getByText('此人已报过这一场').waitFor();
    await add('演示小妹', residentId(222));
    await page.getByText('名额已满，已加入候补').waitFor();
    await page.getByText('共 2 人').waitFor();
    await context.close();
  });

  it('adds a team with its captain, within its size, and keeps what was typed when a name is refused', async () => {
    const { id } = await makeSession(console_, { programme: 'demo-team', title: '演示球赛', capacity: 4 });
    const { page, context } = await console_.as(['clerk']);
    await page.goto(`${console_.origin}/staff/sessions/${id}`);
    await page.getByText('还没有人报名').waitFor();
    await page.getByRole('button', { name: '手动添加' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('3 到 5 人一队，含队长').waitFor();
    await dialog.getByLabel('队长姓名').fill('演示队长');
    await dialog.getByLabel('队员 1 的姓名').fill('演示甲');
    await dialog.getByRole('checkbox').check();
    await dialog.getByRole('button', { name: '加入名单' }).click();
    await dialog.getByText('这一项要填').waitFor();
    expect(await axe(page)).toEqual([]);
    await dialog.getByLabel('队员 2 的姓名').fill('演示甲');
    await dialog.getByText('演示甲重复出现').waitFor();
    for (const [nth, name] of [
      [3, '演示丙'],
      [4, '演示丁'],
    ] as const) {
      await dialog.getByRole('button', { name: '添加队员' }).click();
      await dialog.getByLabel(`队员 ${nth} 的姓名`).fill(name);
    }
    await dialog.getByText('每队最多 5 人，已满').waitFor();
    await dialog.getByRole('button', { name: '移除队员 4' }).click();
    expect(await dialog.getByLabel('队员 1 的姓名').inputValue()).toBe('演示甲');
    await dialog.getByRole('button', { name: '加入名单' }).click();
    await page.getByText('工作人员代报').waitFor();
    await page.getByText('/ 4 个名额').waitFor();
    await context.close();
  });

  it('prints the whole list, masked, and exports one that says who took it and when', async () => {
    const session = await makeSession(console_, { title: '演示纸上', capacity: 200 });
    for (let serial = 300; serial < 404; serial += 1) await signUpPerson(console_, session.id, serial);
    const { page, context } = await console_.as(['clerk']);
    await page.addInitScript(() => {
      window.print = () => document.documentElement.setAttribute('data-printed', 'yes');
    });
    await page.goto(`${console_.origin}/staff/sessions/${session.id}`);
    await page.getByText('共 104 人').waitFor();
    await page.getByText('第 1 页，共 2 页').waitFor();
    await page.getByRole('button', { name: '打印', exact: true }).click();
    await page.waitForSelector('html[data-printed]', { state: 'attached' });
    await page.emulateMedia({ media: 'print' });
    const paper = page.getByRole('table', { name: /打印用$/ });
    expect(await paper.getByRole('row').count()).toBe(105);
    expect(await page.getByRole('table', { name: /的名单$/ }).isVisible()).toBe(false);
    await page.getByText(/^共 104 人，号码已隐藏部分数字。演示人打印，\d{4}-/).waitFor();
    expect(await paper.innerText()).not.toMatch(/\d{11}/);
    await page.emulateMedia({ media: 'screen' });
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
    await paper.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: '下一页' }).click();
    await page.getByText('第 2 页').waitFor();
    await rowOf(page, '0403').waitFor();

    await page.getByRole('button', { name: '导出表格' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('手机号').uncheck();
    await dialog.getByLabel('给承办的医院或场馆名单').check();
    expect(await axe(page)).toEqual([]);
    await dialog.getByRole('button', { name: '导出' }).click();
    const button = page.getByRole('button', { name: /^下载/ });
    await button.waitFor({ timeout: 30_000 });
    const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
    const text = JSON.stringify(await readSheet(await download.path()));
    expect(text).toContain('演示阿姨');
    expect(text).toContain('199****0403');
    expect(text).toMatch(/演示人/);
    expect(await auditOf('roster.exported')).toContainEqual({
      detail: expect.objectContaining({ reason: 'clinic-list' }),
    });
    await context.close();
  });
});
