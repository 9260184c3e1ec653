/** A lawyer in the evening: the queue by urgency, takes one, answers with a template, ends it. On both engines. */
import { addDays, dayAt } from '@yugong/domain/calendar';
import { consents } from '../service/support/service';
import { axe, openConsole, type Console } from './support/console';

describe.each(['sqlite', 'postgres'] as const)('on %s', (engine) => {
  let console_: Console;
  beforeAll(async () => {
    console_ = await openConsole(engine);
  }, 300_000);
  afterAll(() => console_?.close());

  it('takes the most urgent request and answers it; the worker reads the answer', async () => {
    const { test, origin } = console_;
    const token = await test.login();
    const due = addDays(dayAt(Date.now()), 3);
    const body = {
      topic: 'injury',
      name: '演示工人',
      phone: '19900000031',
      text: '上月在工地受伤。',
      dueDay: due,
      bring: ['工资条', '考勤记录'],
      consents: consents('legal-aid'),
    };
    const sent = await test.ask('POST /api/v1/legal-aid', { token, body });
    expect(sent.statusCode).toBe(201);
    const { page, context } = await console_.as(['lawyer']);
    await page.goto(`${origin}/staff/legal-aid/templates`);
    await page.getByRole('button', { name: '新增答复' }).click();
    await page.getByRole('dialog').getByLabel('名称').fill('先申请工伤认定');
    await page.getByRole('dialog').getByLabel('内容').fill('请先带身份证和病历去申请工伤认定。');
    expect(await axe(page)).toEqual([]);
    await page.getByRole('dialog').getByRole('button', { name: '保存' }).click();
    await page.getByRole('table').getByText('先申请工伤认定').waitFor();

    await page.goto(`${origin}/staff/legal-aid`);
    await page.getByText('1 件七天内到期').waitFor();
    await page.getByText('还有 3 天').waitFor();
    await page.getByRole('link', { name: '工伤' }).click();
    await page.getByText('上月在工地受伤。').waitFor();
    await page.getByText('能带来的材料：工资条、考勤记录').waitFor();
    expect(await axe(page)).toEqual([]);
    await page.getByRole('button', { name: '我来办' }).click();
    await page.getByRole('button', { name: '退回待接' }).waitFor();
    await page.getByLabel('写备注').fill('单位在渝北，约了周四来。');
    await page.getByRole('button', { name: '保存备注' }).click();
    await page.getByRole('list', { name: '内部备注' }).getByText('单位在渝北，约了周四来。').waitFor();
    await page.getByLabel('选用常用答复').selectOption({ label: '先申请工伤认定' });
    // What is typed outlives the page.
    await page.reload();
    expect(await page.getByLabel('答复内容').inputValue()).toContain('申请工伤认定');
    await page.getByRole('button', { name: '发送答复' }).click();
    await page.getByText('工会答复').waitFor();
    const mine = await test.ask('GET /api/v1/me/legal-aid', { token });
    expect(mine.body).toContain('请先带身份证和病历去申请工伤认定。');
    expect(mine.body).not.toContain('约了周四来');
    // A letter of 一函两书: from its day the fifteen working days run, for the console and the worker alike.
    await page.getByLabel('记下发函（一函两书）').selectOption({ label: '工会劳动法律监督意见书' });
    await page.getByRole('button', { name: '记下', exact: true }).click();
    await page
      .getByText(/发出《工会劳动法律监督意见书》，单位应在.+前书面答复/)
      .first()
      .waitFor();
    expect((await test.ask('GET /api/v1/me/legal-aid', { token })).body).toContain('"answerBy":"');
    await page.getByRole('button', { name: '办结' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '办结' }).waitFor();
    expect(await axe(page)).toEqual([]);
    await page.getByRole('dialog').getByRole('button', { name: '办结' }).click();
    await page.getByText('已办结', { exact: true }).first().waitFor();
    await context.close();
  });
});
