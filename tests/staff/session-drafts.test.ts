/** Sessions before anybody sees them: drafts, what is deleted, and a sheet that holds what is there already. */
import { addDays, dayAt } from '@yugong/domain/calendar';
import { axe, openConsole, type Console } from './support/console';
import { makeSession, signUpPerson } from './support/made';

let console_: Console;
beforeAll(async () => {
  console_ = await openConsole('sqlite');
}, 300_000);
afterAll(() => console_?.close());

it('saves a draft that nobody else sees, finds it by a kept filter, publishes it, and deletes another', async () => {
  const { test, origin } = console_;
  const like = await makeSession(console_, { title: '演示原场', inDays: 5 });
  const { page, context } = await console_.as(['clerk']);
  const dialog = page.getByRole('dialog');
  const day = addDays(dayAt(Date.now()), 20);
  await page.goto(`${origin}/staff/sessions/new?like=${like.id}`);
  await page.getByLabel('名称').fill('演示草稿场');
  await page.getByLabel('开始时间').fill(`${day}T09:00`);
  await page.getByLabel('结束时间').fill(`${day}T11:00`);
  await page.getByLabel('报名开始').fill(`${dayAt(Date.now())}T00:00`);
  await page.getByLabel('报名截止').fill(`${day}T08:00`);
  await page.getByLabel('可自行取消或改期至').fill(`${day}T08:00`);
  await page.getByRole('radio', { name: /^先存为草稿/ }).check();
  expect(await axe(page)).toEqual([]);
  await page.getByRole('button', { name: '创建场次' }).click();
  await page.getByText('只有同事看得到，不能报名。').waitFor();
  expect(await page.getByRole('link', { name: '去签到' }).count()).toBe(0);
  expect(await axe(page)).toEqual([]);
  const isPublic = async () => (await test.ask('GET /api/v1/sessions')).body.includes('演示草稿场');
  expect(await isPublic()).toBe(false);

  await page.goto(`${origin}/staff/sessions`);
  await page.getByLabel('状态').selectOption('draft');
  await page.getByLabel('名称、地点或地址').fill('草稿场');
  await page.getByLabel('名称、地点或地址').press('Enter');
  await page.getByText('共 1 场。').waitFor();
  await page.getByRole('button', { name: '保存这组筛选' }).click();
  await dialog.getByLabel('名称').fill('我的草稿');
  await dialog.getByRole('button', { name: '保存' }).click();
  await page.getByRole('button', { name: '删除“我的草稿”' }).waitFor();
  expect(await axe(page)).toEqual([]);
  await page.goto(`${origin}/staff/sessions`);
  await page.getByRole('button', { name: '我的草稿' }).click();
  await page.waitForURL(/state=draft/);
  await page.getByText('共 1 场。').waitFor();

  await page.getByRole('link', { name: '演示草稿场' }).click();
  await page.getByRole('button', { name: '公开这一场' }).click();
  expect(await axe(page)).toEqual([]);
  await dialog.getByRole('button', { name: '保存' }).click();
  await page.getByRole('button', { name: '立即停止报名' }).waitFor();
  expect(await isPublic()).toBe(true);

  await page.getByRole('button', { name: '删除场次' }).click();
  await dialog.getByRole('button', { name: /^删\s?除$/ }).click();
  await page.waitForURL(/\/sessions$/);
  expect(await isPublic()).toBe(false);
  // Where somebody is in it, it can only be called off.
  await signUpPerson(console_, like.id, 861);
  await page.goto(`${origin}/staff/sessions/${like.id}`);
  await page.getByRole('button', { name: '取消场次' }).waitFor();
  expect(await page.getByRole('button', { name: '删除场次' }).count()).toBe(0);
  await context.close();
});

it('asks about rows of a sheet that are like what is there, and lets nobody into what was called off', async () => {
  const { test, origin } = console_;
  const { programmeId } = await makeSession(console_, { title: '演示项目场', inDays: 6 });
  const off = await makeSession(console_, { title: '演示停办', inDays: 1 });
  await test.service.store.submit({
    command: { type: 'call-off', key: null, fingerprint: '', sessionId: off.id },
  });
  const { page, context } = await console_.as(['clerk']);
  const day = addDays(dayAt(Date.now()), 33);
  const csv = (...rows: string[]) => ({
    name: '场次.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(`\ufeff${['名称,地点,区县,日期,开始,结束,名额', ...rows].join('\r\n')}`),
  });
  const [first, second] = ['8:00,10:00', '14:00,16:00'].map((time) => `演示重复,演示中心,渝中区,${day},${time},20`);
  await page.goto(`${origin}/staff/sessions/import?programme=${programmeId}`);
  await page.getByLabel('选择表格').setInputFiles(csv());
  await page.getByText('表格里还没有场次').waitFor({ timeout: 30_000 });
  await page.getByLabel('选择表格').setInputFiles(csv(String(first)));
  await page.getByRole('button', { name: '写入这 1 场' }).click({ timeout: 30_000 });
  await page.getByText('已写入 1 场').waitFor({ timeout: 30_000 });
  await page.getByLabel('选择表格').setInputFiles(csv(String(first), String(second)));
  await page.getByRole('heading', { name: '1 场像是已有的' }).waitFor({ timeout: 30_000 });
  expect(await axe(page)).toEqual([]);
  await page.getByRole('button', { name: '写入这 1 场' }).waitFor();
  await page.getByRole('checkbox', { name: '第 2 行仍要写入' }).check();
  await page.getByRole('button', { name: '写入这 2 场' }).click();
  await page.getByText('已写入 2 场').waitFor({ timeout: 30_000 });

  await page.goto(`${origin}/staff/door`);
  // Each device is asked for a name of its own, once.
  await page.getByLabel('签到点名称').fill('一号门');
  await page.getByRole('button', { name: '保存' }).click();
  await page.getByText('这台设备还没有名称').waitFor({ state: 'detached' });
  await page.reload();
  expect(await page.getByLabel('签到点名称').inputValue()).toBe('一号门');
  await page.getByText(/^已取消，不用签到：.*演示停办$/).waitFor();
  expect(await page.getByRole('link', { name: '演示停办' }).count()).toBe(0);
  expect(await axe(page)).toEqual([]);
  await context.close();
});
