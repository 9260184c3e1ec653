/** A clerk's sessions and programmes: edited, opened and closed, imported from a sheet. On both engines. */
import type { Page } from 'playwright-core';
import { addDays, dayAt } from '@yugong/domain/calendar';
import { HOUR } from '@yugong/domain/time';
import { toLocal } from '../../staff/src/parts/local-time';
import { axe, openConsole, settled, type Console } from './support/console';
import { moveIntoPast, makeSession, signUpPerson } from './support/made';

const local = (at: number): string => toLocal(new Date(at).toISOString());
const previewOf = (page: Page) => page.getByRole('complementary', { name: '职工会看到的样子' });

describe.each(['sqlite', 'postgres'] as const)('on %s', (engine) => {
  let console_: Console;
  beforeAll(async () => {
    console_ = await openConsole(engine);
  }, 300_000);
  afterAll(() => console_?.close());

  it('edits a session that people are in, and one that has begun, seeing what they will see', async () => {
    const session = await makeSession(console_, { capacity: 3, title: '演示改动' });
    await signUpPerson(console_, session.id, 101);
    const { page, context } = await console_.as(['clerk']);
    await page.goto(`${console_.origin}/staff/sessions/${session.id}`);
    await page.getByRole('link', { name: '修改' }).click();
    const preview = previewOf(page);
    await preview.getByText('剩余 2 个名额').waitFor();
    await preview.getByText('距开始不到一天').waitFor();
    await page.getByLabel('地点').fill('演示医院三楼');
    await preview.getByText('演示医院三楼').waitFor();
    expect(await axe(page)).toEqual([]);
    await page.getByRole('button', { name: '保存' }).click();
    await page.getByRole('heading', { name: '演示改动' }).waitFor();
    await page.getByText(/演示医院三楼/).waitFor();

    await moveIntoPast(console_, session.id, 60);
    await page.goto(`${console_.origin}/staff/sessions/${session.id}/edit`);
    await page.getByLabel('提醒').fill('从侧门进');
    await preview.getByText('从侧门进').waitFor();
    expect(await preview.getByText('暂不能保存').count()).toBe(0);
    await page.getByRole('button', { name: '保存' }).click();
    await page.getByRole('heading', { name: '演示改动' }).waitFor();
    await page.getByText('从侧门进').waitFor();
    await context.close();
  });

  it('loses nothing where two clerks have the same session open: the second sees what the first changed, and merges', async () => {
    const session = await makeSession(console_, { title: '演示两人改' });
    const first = await console_.as(['clerk']);
    const second = await console_.as(['clerk']);
    for (const { page } of [first, second]) {
      await page.goto(`${console_.origin}/staff/sessions/${session.id}/edit`);
      await page.getByLabel('地点').waitFor();
    }
    const place = await second.page.getByLabel('地点').inputValue();
    await first.page.getByLabel('地点').fill('演示医院三楼');
    await first.page.getByLabel('名称').fill('演示两人改（上午）');
    await first.page.getByRole('button', { name: '保存' }).click();
    await first.page.getByRole('heading', { name: '演示两人改（上午）' }).waitFor();
    // She typed into an old page, and even looks at it anew: what she typed stands on what she read.
    await second.page.getByLabel('名称').fill('演示两人改（下午）');
    await second.page.getByLabel('提醒').fill('从侧门进');
    await second.page.reload();
    await second.page.getByRole('button', { name: '保存' }).click();
    const notice = second.page.getByText(`别人刚改过：名称 演示两人改→演示两人改（上午）；地点 ${place}→演示医院三楼`);
    await notice.waitFor();
    expect(await second.page.getByLabel('地点').inputValue()).toBe('演示医院三楼');
    expect(await second.page.getByLabel('名称').inputValue()).toBe('演示两人改（下午）');
    expect(await axe(second.page)).toEqual([]);
    await second.page.getByRole('button', { name: '改用“演示两人改（上午）”' }).click();
    expect(await second.page.getByLabel('名称').inputValue()).toBe('演示两人改（上午）');
    await second.page.getByRole('button', { name: '保存' }).click();
    await second.page.getByRole('heading', { name: '演示两人改（上午）' }).waitFor();
    await second.page.getByText('从侧门进').waitFor();
    await second.page.getByText(/演示医院三楼/).waitFor();
    await Promise.all([first, second].map(({ context }) => context.close()));
  });

  it('shrinks nothing for who came meanwhile without showing them too, nor below who was let in', async () => {
    const session = await makeSession(console_, { capacity: 3, title: '演示缩小' });
    const first = await signUpPerson(console_, session.id, 111);
    const { page, context, who } = await console_.as(['clerk']);
    await page.goto(`${console_.origin}/staff/sessions/${session.id}`);
    await page.getByRole('button', { name: '调整名额' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(/^名额/).fill('1');
    await dialog.getByRole('button', { name: '查看影响' }).click();
    await dialog.getByText('没有人受影响').waitFor();
    await signUpPerson(console_, session.id, 112);
    await dialog.getByRole('button', { name: '确认修改' }).click();
    await dialog.getByText('1 人会被移出').waitFor();
    await dialog.getByText('第 2 个报名').waitFor();
    expect(await axe(page)).toEqual([]);
    await dialog.getByRole('button', { name: '暂不修改' }).click();
    await page.getByText('/ 3 个名额').waitFor();

    const attend = (id: string) =>
      console_.test.ask(`PUT /api/v1/staff/registrations/${id}/attendance`, {
        token: who.token,
        body: { to: 'checked-in', seen: 'booked' },
      });
    const second = await signUpPerson(console_, session.id, 113);
    for (const { registrationId } of [first, second]) expect((await attend(registrationId)).statusCode).toBe(200);
    await page.getByRole('button', { name: '调整名额' }).click();
    await dialog.getByLabel(/^名额/).fill('1');
    await dialog.getByRole('button', { name: '查看影响' }).click();
    await dialog.getByText('已经到场的人比这个名额还多').waitFor();
    await context.close();
  });

  it('stops the sign-up and opens it again', async () => {
    const session = await makeSession(console_, { title: '演示开关' });
    const { page, context } = await console_.as(['clerk']);
    await page.goto(`${console_.origin}/staff/sessions/${session.id}`);
    await page.getByRole('button', { name: '立即停止报名' }).click();
    await page.getByText('报名已停止').waitFor();
    await page.getByText('报名已截止').waitFor();
    const late = console_.test
      .login()
      .then((token) => console_.test.ask(`POST /api/v1/sessions/${session.id}/registrations`, { token, body: {} }));
    expect((await late).statusCode).not.toBe(201);
    await page.getByRole('button', { name: '立即开始报名' }).click();
    await page.getByText('报名已开始').waitFor();
    await page.getByText('报名中').waitFor();
    await signUpPerson(console_, session.id, 121);
    await context.close();
  });

  it('imports a sheet only once every row is right, naming the row and column that isn’t', async () => {
    const { programmeId } = await makeSession(console_);
    const { page, context } = await console_.as(['clerk']);
    const day = addDays(dayAt(Date.now()), 30);
    const csv = (...rows: string[]) => ({
      name: '场次.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(`\ufeff${['名称,地点,区县,日期,开始,结束,名额', ...rows].join('\r\n')}`),
    });
    await page.goto(`${console_.origin}/staff/sessions/import?programme=${programmeId}`);
    const good = `演示上午,演示医院,渝中区,${day},8:00,11:00,20`;
    await page.getByLabel('选择表格').setInputFiles(csv(good, `演示下午,演示医院,成都,${day},14:00,13:00,很多`));
    await page.getByText('目前没有写入任何内容').waitFor({ timeout: 30_000 });
    const faults = page.getByRole('table', { name: '表格中需要修改的地方' });
    expect(await faults.getByRole('rowheader').allInnerTexts()).toEqual(['第 3 行', '第 3 行']);
    await faults.getByRole('cell', { name: '区县', exact: true }).waitFor();
    await faults.getByRole('cell', { name: '名额', exact: true }).waitFor();
    expect(await page.getByRole('button', { name: /写入/ }).count()).toBe(0);
    expect(await axe(page)).toEqual([]);

    await page.getByLabel('选择表格').setInputFiles(csv(good, `演示下午,演示医院,渝中区,${day},14:00,17:00,20`));
    await page.getByRole('button', { name: '写入这 2 场' }).click({ timeout: 30_000 });
    await page.getByText('已写入 2 场').waitFor({ timeout: 30_000 });
    await page.goto(`${console_.origin}/staff/sessions`);
    await page.getByRole('link', { name: '演示上午' }).waitFor();
    await page.getByRole('link', { name: '演示下午' }).waitFor();
    await context.close();
  });

  it('writes a programme’s rules by hand, sees what the phone will ask and say, and the phone gets them', async () => {
    const { page, context } = await console_.as(['administrator']);
    await page.goto(`${console_.origin}/staff/sessions/programmes/new`);
    await settled(page);
    const preview = previewOf(page);
    await page.getByLabel('名称').fill('演示规则');
    await page.getByLabel('简介').fill('给测试用的。');
    await page.getByLabel('主办').fill('演示工会');
    await page.getByLabel('所属工会').selectOption({ index: 1 });
    await page.getByLabel('面向').selectOption('female');
    await preview.getByText('要核对性别或年龄，就要填身份证号').waitFor();
    await page.getByLabel('身份证号（医院要核对才勾）').check();
    await page.getByLabel('年龄下限').fill('35');
    await page.getByLabel('年龄上限').fill('64');
    await page.getByLabel('就业类型').selectOption('some');
    await page.getByLabel('新就业形态').check();
    await page.getByLabel('户口').selectOption('any');
    await page.getByRole('button', { name: '添加检查间隔' }).click();
    await page.getByLabel('检查名称').fill('宫颈癌筛查');
    await page.getByLabel('间隔月数').fill('36');
    await page.getByRole('button', { name: '添加条件' }).click();
    const condition = page.getByRole('group', { name: '条件 1' });
    await condition.getByLabel('要问的问题').fill('现在怀孕了吗？');
    await condition.getByLabel('不符合时的提示').fill('孕期不安排，生完再来。');
    await preview.getByText('现在怀孕了吗？').waitFor();
    await preview.getByText('回答“是”时显示：孕期不安排，生完再来。').waitFor();
    await preview.getByText('上次做两癌筛查是多久以前').waitFor();
    await preview.getByText('宫颈癌筛查：隔 3 年').waitFor();
    await preview.getByText('要做什么准备，以主办单位通知为准').waitFor();

    await page.getByLabel('准备要求').selectOption('some');
    await page.getByRole('button', { name: '添加准备事项' }).click();
    const step = page.getByRole('group', { name: '准备 1' });
    await step.getByLabel('准备事项').fill('不同房');
    await step.getByLabel('检查前多久开始').fill('24');
    await step.getByLabel('截止到').selectOption('hours');
    await step.getByLabel('检查前多久截止').fill('48');
    await preview.getByText('检查前准备第 1 项：时间的先后不对').waitFor();
    await page.getByRole('button', { name: '创建项目' }).click();
    expect(new URL(page.url()).pathname).toContain('/programmes/new');
    await step.getByLabel('截止到').selectOption('');
    await preview.getByText('暂不能保存').waitFor({ state: 'detached' });
    await preview.getByText('不同房').waitFor();
    await page.getByLabel('是否避开经期').selectOption('some');
    await page.getByLabel('经期后还需等几天').fill('3');
    await page.getByRole('button', { name: '创建项目' }).click();
    // The clinic's own words are missing: said at the field, and nothing is lost to a reload.
    await page.getByText('这一项要填').waitFor();
    await page.reload();
    await preview.getByText('现在怀孕了吗？').waitFor();
    await page.getByLabel('给她看的提醒（照抄医院通知）').fill('月经干净 3 天以后再来。');
    await preview.getByText('月经干净 3 天以后再来。').waitFor();
    expect(await axe(page)).toEqual([]);
    await page.getByRole('button', { name: '创建项目' }).click();
    await page.getByRole('link', { name: '演示规则', exact: true }).click();

    // Opened again: every rule is there to be changed.
    await page.getByRole('group', { name: '条件 1' }).waitFor();
    await page.getByRole('button', { name: '删除条件 1' }).click();
    await page.getByLabel('户口').selectOption('city');
    await preview.getByText('你是重庆户口吗').waitFor();
    await page.getByRole('button', { name: '保存' }).click();
    await page.getByText('已保存').first().waitFor();
    await page.waitForURL(/programmes$/);
    const { programmes } = (await console_.test.ask('GET /api/v1/programmes')).json<{ programmes: object[] }>();
    expect(programmes).toContainEqual(
      expect.objectContaining({
        title: '演示规则',
        sex: 'female',
        age: { min: 35, max: 64 },
        rules: expect.objectContaining({
          employment: ['new-form'],
          household: 'city',
          districts: null,
          intervals: [{ of: '宫颈癌筛查', months: 36 }],
          conditions: [],
          preparation: [{ id: 'step-1', text: '不同房', why: null, from: { hours: 24 }, until: null }],
          cycle: { avoidDuring: true, avoidBefore: 0, avoidAfter: 3, periodDays: 7, text: '月经干净 3 天以后再来。' },
        }),
      }),
    );
    await context.close();
  });

  it('refuses to change what people have relied on, and keeps what was typed', async () => {
    const session = await makeSession(console_, { title: '演示在用' });
    await signUpPerson(console_, session.id, 131);
    const { page, context } = await console_.as(['administrator']);
    await page.goto(`${console_.origin}/staff/sessions/programmes/${session.programmeId}`);
    await page.getByLabel('每人最多可报场数').fill('2');
    await page.getByRole('button', { name: '保存' }).click();
    await page.getByRole('alert').waitFor();
    expect(await page.getByLabel('每人最多可报场数').inputValue()).toBe('2');
    // A district's clerk sees the whole city's programme and is told whose it is to change.
    const scope = { organisation: 'demo', districts: ['500103'] };
    const clerk = await console_.as(['clerk'], { scope });
    await clerk.page.goto(`${console_.origin}/staff/sessions/programmes/${session.programmeId}`);
    await clerk.page.getByText('这是全市的项目').waitFor();
    await Promise.all([context.close(), clerk.context.close()]);
  });

  it('fills in another one like it, whose times are set anew', async () => {
    const session = await makeSession(console_, { title: '演示照着' });
    const { page, context } = await console_.as(['clerk']);
    await page.goto(`${console_.origin}/staff/sessions/${session.id}`);
    await page.getByRole('link', { name: '复制为新场次' }).click();
    expect(await page.getByLabel('名称').inputValue()).toBe('演示照着');
    expect(await page.getByLabel('开始时间').inputValue()).toBe('');
    await page.getByRole('button', { name: '创建场次' }).click();
    await page.getByText('请填写时间').first().waitFor();
    const start = Date.now() + 96 * HOUR;
    await page.getByLabel('开始时间').fill(local(start));
    await page.getByLabel('结束时间').fill(local(start + HOUR));
    await page.getByLabel('报名开始').fill(local(Date.now() - HOUR));
    await page.getByLabel('报名截止').fill(local(start - HOUR));
    await page.getByLabel('可自行取消或改期至').fill(local(start - HOUR));
    await page.getByRole('button', { name: '创建场次' }).click();
    await page.waitForURL((url) => !url.pathname.endsWith('/new') && !url.pathname.endsWith(session.id));
    await page.getByRole('heading', { name: '演示照着' }).waitFor();
    await context.close();
  });
});
